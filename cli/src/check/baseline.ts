import { createHash } from "node:crypto"
import type { FileFinding } from "./finding.ts"

/** How often each finding was there when the baseline was written, by a digest of file, rule and words. */
export type Baseline = Readonly<Record<string, number>>

export const BASELINE_VERSION = 1

/** What to write for the findings of today. */
export function baselineOf(findings: readonly FileFinding[]): string {
  const counts: Record<string, number> = {}
  for (const finding of findings) {
    const key = keyOf(finding)
    counts[key] = (counts[key] ?? 0) + 1
  }
  const sorted = Object.fromEntries(Object.entries(counts).sort(([one], [other]) => (one < other ? -1 : 1)))
  return `${JSON.stringify({ version: BASELINE_VERSION, findings: sorted }, null, 2)}\n`
}

/** Reads a baseline file. Fails with a sentence when it is none. */
export function readBaseline(text: string): Baseline {
  const value: unknown = JSON.parse(text)
  if (
    typeof value !== "object" ||
    value === null ||
    !("findings" in value) ||
    typeof value.findings !== "object" ||
    value.findings === null
  ) {
    throw new Error("not a baseline: write one with --update-baseline")
  }
  return Object.fromEntries(Object.entries(value.findings).map(([key, count]) => [key, Number(count)]))
}

/** Marks as many findings as the baseline knows; moved lines stay known, one more of the same is new. */
export function withBaseline(findings: readonly FileFinding[], baseline: Baseline): readonly FileFinding[] {
  const left: Record<string, number> = { ...baseline }
  return findings.map((finding) => {
    const key = keyOf(finding)
    const known = left[key] ?? 0
    if (finding.suppressed !== undefined || known <= 0) return finding
    left[key] = known - 1
    return { ...finding, suppressed: { kind: "baseline", reason: "known when the baseline was written" } }
  })
}

/** Also the fingerprint of SARIF. */
export function keyOf({ path, rule, words }: FileFinding): string {
  const said = words.toLowerCase().replace(/\s+/g, " ").trim()
  return createHash("sha256")
    .update(`${path.replaceAll("\\", "/")}\n${rule}\n${said}`)
    .digest("hex")
    .slice(0, 24)
}
