import { rules as builtIn } from "aboveboard-engine"
import type { Rule, Severity } from "aboveboard-engine"
import { keyOf } from "../baseline.ts"
import type { FileFinding, Report } from "../finding.ts"

/** SARIF 2.1.0 (OASIS), as code hosts read it. Suppressed findings are results with suppressions. */
export function sarifReport(report: Report, rules: readonly Rule[] = builtIn): string {
  const used = [...new Set(report.findings.map(({ rule }) => rule))]
  const known = used.map((id) =>
    descriptor(
      id,
      rules.find((rule) => rule.id === id),
    ),
  )
  const run = {
    tool: {
      driver: {
        name: "aboveboard",
        informationUri: "https://www.npmjs.com/package/aboveboard",
        version: VERSION,
        rules: known,
      },
    },
    columnKind: "utf16CodeUnits",
    results: report.findings.map((finding) => result(finding, used.indexOf(finding.rule))),
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: report.unread.map(({ path, reason }) => ({
          level: "warning",
          message: { text: `Not read: ${path}: ${reason}` },
        })),
      },
    ],
  }
  return `${JSON.stringify({ $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] }, null, 2)}\n`
}

export const VERSION = "0.1.0"
const LEVELS: Readonly<Record<Severity, string>> = { remark: "note", confirm: "warning", hold: "error" }

function descriptor(id: string, rule: Rule | undefined): object {
  if (rule === undefined) return { id }
  return {
    id,
    shortDescription: { text: rule.why },
    ...(rule.instead === undefined ? {} : { help: { text: `${rule.instead} Source: ${rule.source}` } }),
    defaultConfiguration: { level: LEVELS[rule.severity] },
  }
}

function result(finding: FileFinding, ruleIndex: number): object {
  const { path, line, column, endLine, endColumn, words, rule, severity, why, instead, suppressed } = finding
  const region = { startLine: line, startColumn: column, endLine, endColumn, snippet: { text: words } }
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: `"${words}": ${why}${instead === undefined ? "" : ` Instead: ${instead}`}` },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) }, region } }],
    partialFingerprints: { "aboveboard/v1": keyOf(finding) },
    ...(suppressed === undefined
      ? {}
      : {
          suppressions: [
            {
              kind: suppressed.kind === "inline" ? "inSource" : "external",
              status: "accepted",
              justification: suppressed.reason,
            },
          ],
        }),
  }
}

function uriOf(path: string): string {
  return path.split(/[\\/]/).map(encodeURIComponent).join("/")
}
