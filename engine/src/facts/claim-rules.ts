import type { Severity } from "../review-format.ts"

/** The rules by which findings on claims are given: ids for `Policy.softened`, and what a screen says of them. */
export type ClaimRule = { readonly id: string; readonly severity: Severity; readonly why: string }

export const WHY = {
  contradicted: "The customer would be told what our own facts say is not so.",
  unsupported:
    "No fact was found that says this. If there is none and it is so, propose one; then the next one who says it can rest on it.",
  "needs-evidence": "Superlatives, comparisons and guarantees need evidence on file, and none says as much.",
  "scope-unknown": "The facts differ by plan, country or the like, and nothing says which it is here.",
  "stale-fact": "The fact this rests on was to be confirmed again and has not been:",
} as const

export const claimRules: readonly ClaimRule[] = [
  { id: "claim/contradicted", severity: "hold", why: WHY.contradicted },
  { id: "claim/unsupported", severity: "remark", why: WHY.unsupported },
  { id: "claim/needs-evidence", severity: "confirm", why: WHY["needs-evidence"] },
  { id: "claim/scope-unknown", severity: "confirm", why: WHY["scope-unknown"] },
  { id: "claim/stale-fact", severity: "remark", why: WHY["stale-fact"] },
]
