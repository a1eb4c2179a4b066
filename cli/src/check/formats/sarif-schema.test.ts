import { createRequire } from "node:module"
import { Ajv } from "ajv"
import { rules } from "aboveboard-engine"
import { expect, test } from "vitest"
import type { FileFinding, Report, Suppression } from "../finding.ts"
import { sarifReport } from "./sarif-report.ts"

// The schema of OASIS for SARIF 2.1.0, as Microsoft ships it. It names draft 4 of JSON Schema, and uses nothing that draft 7
// takes otherwise but the name of `id`.
const shipped: object = createRequire(import.meta.url)("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json")
const schema = Object.fromEntries(Object.entries(shipped).filter(([name]) => name !== "$schema" && name !== "id"))
const isSarif = new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false }).compile(
  schema,
)

test("is SARIF 2.1.0 by its schema, whatever was found, suppressed and not read", () => {
  const kinds: readonly (Suppression | undefined)[] = [
    undefined,
    { kind: "inline", reason: "quoted" },
    { kind: "allowed", reason: "a name" },
    { kind: "baseline", reason: "known" },
  ]
  const findings = rules.flatMap((rule, index) =>
    kinds.map((suppressed) => findingFor(rule.id, rule.severity, index + 1, suppressed)),
  )
  const outcome = problemsOf({
    findings: [...findings, findingFor("house/unknown", "hold", 1)],
    files: 2,
    unread: UNREAD,
    foreign: [],
  })
  expect(outcome).toEqual([])
})

test("is SARIF also when there was nothing to say", () => {
  expect(problemsOf({ findings: [], files: 0, unread: [], foreign: [] })).toEqual([])
})

test("the schema would notice a line that is none", () => {
  expect(problemsOf({ findings: [findingFor("house/x", "hold", 0)], files: 1, unread: [], foreign: [] })).not.toEqual(
    [],
  )
})

const UNREAD = [{ path: "scans/für alle.pdf", reason: "PDF without text" }]

function problemsOf(report: Report): readonly string[] {
  isSarif(JSON.parse(sarifReport(report)))
  return (isSarif.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

function findingFor(
  rule: string,
  severity: FileFinding["severity"],
  line: number,
  suppressed?: Suppression,
): FileFinding {
  const place = { line, column: 1, endLine: line, endColumn: 9 }
  const said = { words: "made \u0000 up", context: "made up", contextStart: 0, contextEnd: 7, why: "It is not so." }
  return {
    path: "policies/für alle.md",
    ...place,
    ...said,
    rule,
    severity,
    ...(suppressed === undefined ? {} : { suppressed }),
  }
}
