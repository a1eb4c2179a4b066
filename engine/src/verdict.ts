import type { Finding, ReviewVerdict } from "./review-format.ts"

/** The highest severity decides; remarks alone leave a message clear. */
export function verdictOf(findings: readonly Finding[]): ReviewVerdict {
  if (findings.some((finding) => finding.severity === "hold")) return "hold"
  return findings.some((finding) => finding.severity === "confirm") ? "confirm" : "clear"
}
