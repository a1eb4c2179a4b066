import type { Report } from "../finding.ts"

/** The whole report as one JSON object; suppressed findings carry why. */
export function jsonReport(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`
}

/** One finding a line. */
export function jsonLines(report: Report): string {
  return report.findings.map((finding) => `${JSON.stringify(finding)}\n`).join("")
}
