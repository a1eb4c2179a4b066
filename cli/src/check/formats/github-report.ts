import type { Severity } from "aboveboard-engine"
import { counting } from "../finding.ts"
import type { Report } from "../finding.ts"

const LEVELS: Readonly<Record<Severity, string>> = { remark: "notice", confirm: "warning", hold: "error" }

/** Workflow commands: GitHub shows each finding at its line of the change. */
export function githubReport(report: Report): string {
  return counting(report)
    .map(({ path, line, column, endLine, endColumn, words, rule, severity, why, instead }) => {
      const at = `file=${property(path)},line=${line},col=${column},endLine=${endLine},endColumn=${endColumn},title=${property(rule)}`
      return `::${LEVELS[severity]} ${at}::${data(`"${words}": ${why}${instead === undefined ? "" : ` Instead: ${instead}`}`)}\n`
    })
    .join("")
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A")
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C")
}
