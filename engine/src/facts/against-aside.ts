import type { Entry } from "./entry.ts"
import type { Judged, Place } from "./find-claims.ts"
import { DAYS, LIGHT } from "./light-words.ts"
import { isDenied } from "./polarity.ts"
import type { Proposition } from "./statements.ts"

/**
 * "15% comes off your aligners, too", of a discount "except clear aligners"; "X-rays are extra", of a price "X-rays included": the figure is
 * the fact's, and what else its statement says is denied.
 */
export function againstAside({ clause, units, reading }: Place, judged: Judged | null): Judged | null {
  const { entry } = judged ?? {}
  if (judged?.verdict !== "supported" || entry === undefined || entry.propositions.length === 0) return judged
  if (EXCEPTED.test(clause.words)) return judged
  const own = units[0]?.own ?? clause.concepts
  const rarity = (concept: string): number => reading.facts.rarities.get(concept) ?? 1
  const denies = isDenied(clause.words)
  const isAgainst = entry.propositions.some(
    (each) => isAside(each, entry) && each.isDenied !== denies && isSaid(each, entry, own, rarity),
  )
  return isAgainst ? { ...judged, verdict: "contradicted" } : judged
}

/** "if you're not a member", "£18 without the ribbon", "to the islands it's more": the clause itself says for whom or what the figure is not. */
const EXCEPTED = /\b(?:if|unless|without|except|needed|(?:it's|is|are) (?:more|less))\b/

/** What its value says is compared as a value. */
function isAside(proposition: Proposition, { fact, propositions }: Entry): boolean {
  return proposition.isAbsence !== true && (fact.type !== "boolean" || proposition !== propositions[0])
}

function isSaid(
  { concepts }: Proposition,
  { names }: Entry,
  own: ReadonlySet<string>,
  rarity: (concept: string) => number,
): boolean {
  let whole = 0
  let said = 0
  for (const concept of concepts) {
    if (names.has(concept) || (LIGHT.has(concept) && !DAYS.has(concept))) continue
    whole += rarity(concept)
    said += own.has(concept) ? rarity(concept) : 0
  }
  return whole > 0 && said / whole >= SAID_MIN
}

const SAID_MIN = 0.5 // "aligners" of "clear aligners"
