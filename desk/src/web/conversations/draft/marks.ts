import type { Finding, FoundClaim, Review, Span } from "aboveboard-engine"

/** How a passage of a draft is underlined. The line says the kind; colour only repeats it. */
export type MarkKind = "contradicted" | "evidence" | "promise" | "captured" | "wording" | "agrees"

/** One underlined passage. `number` is shown behind it and in the list after the draft; 0 shows none. */
export type Mark = Span & {
  readonly kind: MarkKind
  readonly number: number
  readonly why: string
  readonly suggestion: string | null
  /** What found it; null for a promise. */
  readonly rule: string | null
  /** What is claimed there, and of which fact. */
  readonly claim: FoundClaim | null
}

export type Piece = { readonly text: string; readonly mark: Mark | null }

/**
 * What to underline, in the order of the text, at most one for any word: what is graver wins, then what comes first.
 * Promises that were decided on are drawn thin and without a number.
 */
export function marksOf(review: Review, decided: readonly (Span & { readonly kind: string })[], why: string): Mark[] {
  const open = review.promises.filter((each) => each.kind !== "now" && !decided.some((made) => touch(made, each)))
  const candidates: Omit<Mark, "number">[] = [
    ...review.findings
      .filter((each) => !isAnswered(each, decided))
      .map((each) => ({
        ...each,
        kind: kindOf(each.rule, each.severity),
        suggestion: each.suggestion ?? null,
        claim: review.claims.find((claim) => isOf(claim, each)) ?? null,
      })),
    ...open.map(({ start, end }) => ({ ...PLAIN, start, end, kind: "promise" as const, why })),
    ...decided
      .filter((each) => each.kind === "captured")
      .map(({ start, end }) => ({ ...PLAIN, start, end, kind: "captured" as const })),
    ...review.claims
      .filter(({ verdict }) => verdict === "supported")
      .map((claim) => ({ ...PLAIN, start: claim.start, end: claim.end, kind: "agrees" as const, claim })),
  ]
  const chosen: Omit<Mark, "number">[] = []
  for (const each of candidates.toSorted((a, b) => WEIGHT[a.kind] - WEIGHT[b.kind] || a.start - b.start)) {
    if (each.start < each.end && !chosen.some((taken) => touch(taken, each))) chosen.push(each)
  }
  let number = 0
  return chosen
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end, kind, why: reason, suggestion, rule, claim }) => {
      const isCounted = kind !== "captured" && kind !== "agrees"
      if (isCounted) number += 1
      return { start, end, kind, why: reason, suggestion, rule, claim, number: isCounted ? number : 0 }
    })
}

/** What a decision about the same promise has answered. */
function isAnswered(finding: Finding, decided: readonly Span[]): boolean {
  return finding.rule.startsWith("promise/") && decided.some((made) => touch(made, finding))
}

/** The text cut at the marks. Marks that no longer fit the text are left out. */
export function piecesOf(text: string, marks: readonly Mark[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const mark of marks) {
    if (mark.start < at || mark.end > text.length) continue
    if (mark.start > at) pieces.push({ text: text.slice(at, mark.start), mark: null })
    pieces.push({ text: text.slice(mark.start, mark.end), mark })
    at = mark.end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), mark: null })
  return pieces
}

const WEIGHT: Readonly<Record<MarkKind, number>> = {
  contradicted: 0,
  promise: 1,
  evidence: 2,
  captured: 3,
  wording: 4,
  agrees: 5,
}

const PLAIN = { why: "", suggestion: null, rule: null, claim: null }

/** A finding about a claim stands on its words. */
function isOf(claim: FoundClaim, finding: Finding): boolean {
  return finding.rule.startsWith("claim/") && claim.verdict !== "supported" && touch(claim, finding)
}

function kindOf(rule: string, severity: string): MarkKind {
  if (rule.startsWith("promise/")) return "promise"
  if (rule.startsWith("claim/")) return severity === "hold" ? "contradicted" : "evidence"
  return severity === "hold" ? "contradicted" : "wording"
}

function touch(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}
