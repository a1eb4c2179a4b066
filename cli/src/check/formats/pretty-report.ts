import { counting } from "../finding.ts"
import type { FileFinding, Report } from "../finding.ts"

/** The report as a person reads it in a terminal. */
export function prettyReport(report: Report): string {
  const found = counting(report)
  const byPath = Map.groupBy(found, ({ path }) => path)
  const blocks = [...byPath].map(([path, findings]) => [path, ...findings.map(block)].join("\n"))
  return [...blocks, summary(report, found)].join("\n\n") + "\n"
}

function block({ path, line, column, words, rule, severity, why, instead }: FileFinding): string {
  const lines = [`  ${path}:${line}:${column}  ${severity}  ${rule}`, `    "${words}"`, `    ${why}`]
  return (instead === undefined ? lines : [...lines, `    Instead: ${instead}`]).join("\n")
}

/** One or two lines on what was seen and what was not. */
export function summary(report: Report, found: readonly FileFinding[]): string {
  const counts = (["hold", "confirm", "remark"] as const).map(
    (severity) => `${found.filter((each) => each.severity === severity).length} ${severity}`,
  )
  const suppressed = report.findings.length - found.length
  const lines = [
    `${counted(found.length, "finding")} (${counts.join(", ")}) in ${counted(report.files, "file")}${suppressed === 0 ? "" : `; ${suppressed} suppressed`}.`,
  ]
  for (const { path, language } of report.foreign) lines.push(`Left alone, language ${language}: ${path}`)
  for (const { path, reason } of report.unread) lines.push(`Not read: ${path}: ${reason}`)
  return lines.join("\n")
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`
}
