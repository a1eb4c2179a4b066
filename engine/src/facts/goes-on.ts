import type { Judged, Place } from "./find-claims.ts"
import { isDenied } from "./polarity.ts"

/** What was judged last, and where. */
export type Before = { readonly judged: Judged; readonly place: Place } | null

/** "It's $18 with Plus and $24 without": a sentence that has just said what the fact says tells the other case. */
export function isOtherCase(judged: Judged | null, { clause }: Place, last: Before): boolean {
  return (
    judged?.verdict === "contradicted" &&
    judged.kind !== "date" &&
    last?.judged.verdict === "supported" &&
    last.judged.entry === judged.entry &&
    last.place.clause.sentence === clause.sentence &&
    CASE.test(clause.words)
  )
}

const CASE = /\b(?:with|without|if|when|for|in|on(?! top)|at|from|after|before|otherwise|who|else)\b/

/** "We have a sauna, it's £30 an hour", "… which is heated on Fridays": more of what no fact backs. */
export function goesOn({ clause, stance }: Place, before: Place | undefined): Judged | null {
  if (stance !== "says" || clause.sentence !== before?.clause.sentence || !MORE_OF_IT.test(clause.words)) return null
  const tells = clause.concepts.size > 0 || clause.values.length > 0
  return tells && !isDenied(clause.words) ? { verdict: "unsupported", kind: "capability", score: 1 } : null
}

const MORE_OF_IT =
  /^(?:and |but )?(?:it|it's|which|they|they're)(?:'s|'re)? ?(?:is|are|has|have|costs?|comes?|takes?|opens?|runs?|works?|can|[$€£\d])/
