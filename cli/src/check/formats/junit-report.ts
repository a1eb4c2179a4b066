import { reaches } from "../finding.ts"
import type { FileFinding, Report } from "../finding.ts"
import type { Severity } from "aboveboard-engine"

/** JUnit XML: a suite a file, a failed case a finding that counts, a skipped one a suppressed finding. */
export function junitReport(report: Report, failOn: Severity): string {
  const byPath = Map.groupBy(report.findings, ({ path }) => path)
  const suites = [...byPath].map(([path, findings]) => suite(path, findings, failOn))
  const failures = report.findings.filter((finding) => fails(finding, failOn)).length
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="aboveboard" tests="${report.findings.length}" failures="${failures}">\n${suites.join("")}</testsuites>\n`
}

function suite(path: string, findings: readonly FileFinding[], failOn: Severity): string {
  const failures = findings.filter((finding) => fails(finding, failOn)).length
  const skipped = findings.filter(({ suppressed }) => suppressed !== undefined).length
  const cases = findings.map(
    (finding) =>
      `    <testcase classname="${escaped(path)}" name="${escaped(`${finding.rule} ${path}:${finding.line}:${finding.column}`)}">${inner(finding, failOn)}</testcase>\n`,
  )
  return `  <testsuite name="${escaped(path)}" tests="${findings.length}" failures="${failures}" skipped="${skipped}">\n${cases.join("")}  </testsuite>\n`
}

function inner(finding: FileFinding, failOn: Severity): string {
  if (finding.suppressed !== undefined) return `<skipped message="${escaped(finding.suppressed.reason)}"/>`
  const said = `"${finding.words}": ${finding.why}${finding.instead === undefined ? "" : ` Instead: ${finding.instead}`}`
  return fails(finding, failOn)
    ? `<failure type="${finding.severity}" message="${escaped(said)}"/>`
    : `<system-out>${escaped(said)}</system-out>`
}

function fails({ severity, suppressed }: FileFinding, failOn: Severity): boolean {
  return suppressed === undefined && reaches(severity, failOn)
}

/** For XML and HTML; control characters that XML forbids are dropped. */
export function escaped(text: string): string {
  return text
    .replace(/(?![\t\n\r])\p{Cc}/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
}
