import type { ClaimKind } from "../review-format.ts"
import type { Entry } from "./entry.ts"
import type { Judged, Place } from "./find-claims.ts"
import { isInForce } from "./in-force.ts"
import { textAt } from "../words.ts"
import { mayBeName } from "./may-be-name.ts"
import { isDenied } from "./polarity.ts"

/**
 * Superlatives, comparisons with others and guarantees: supported where evidence on file says as much, otherwise in need of
 * it.
 */
export function evidenceClaim({ clause, reading, units, mark }: Place): Judged | null {
  if (reading.facts.evidence.length === 0 && mark === undefined) return null
  const { words } = clause
  if (isDenied(words) && mark === undefined) return null
  const own = units[0]?.concepts ?? new Set<string>()
  const near = new Set(units.filter(({ nearness }) => nearness >= 0.7).flatMap(({ concepts }) => [...concepts]))
  const isRanking = mark !== undefined || RANKING.test(words)
  for (const entry of reading.facts.evidence) {
    if (!saysAll(entry, own, near, isRanking ? words : null)) continue
    const holds = typeof entry.fact.evidence === "string" && isInForce(entry.fact, reading.day)
    const stretched =
      holds && ([...own].some((concept) => WIDER.has(concept) && !entry.all.has(concept)) || isElsewhere(clause, entry))
    if (holds && !stretched) return { verdict: "supported", kind: kindOf(entry), entry, score: 5 }
    if (stretched) return { verdict: "needs-evidence", kind: kindOf(entry), score: 5 }
    if (!holds) return { verdict: "needs-evidence", kind: kindOf(entry), entry, score: 5 }
  }
  if (mark === undefined) return null
  return { verdict: "needs-evidence", kind: KINDS.get(mark.rule) ?? "superlative", score: 5 }
}

export const KINDS: ReadonlyMap<string, ClaimKind> = new Map([
  ["claim/superlative", "superlative"],
  ["claim/comparison", "comparison"],
  ["claim/guarantee", "guarantee"],
  ["claim/absolute", "guarantee"],
])

function kindOf({ fact }: Entry): ClaimKind {
  return /^comparison/i.test(fact.attribute) ? "comparison" : "superlative"
}

/** Told larger than it was tested: "in the whole country" of a test in one town. */
const WIDER = new Set(
  "country world nation europ market planet anywher state industry global worldwid national internet web".split(" "),
)

/** Told of another place than it was found for: "in Ireland", "in the North of England", of a test in one town. */
export function isElsewhere({ tokens }: Place["clause"], { all, fact }: Entry): boolean {
  const told = `${fact.attribute} ${fact.statement} ${fact.evidence ?? ""}`
  if (!IN_PLACE.test(told)) return false
  const known = told.toLowerCase()
  return tokens.some((token, at) => {
    if (!mayBeName(token) || all.has(token.concept) || known.includes(token.text)) return false
    return (
      /^(?:in|of|across|around|on)$/.test(textAt(tokens, at - 1)) ||
      /^(?:in|of) (?:the|all|whole)$/.test(`${textAt(tokens, at - 2)} ${textAt(tokens, at - 1)}`)
    )
  })
}

const IN_PLACE = /\b(?:in|of|on|across) (?:(?:the |our |this )?(?:county |city of )?\p{Lu}|(?:the|our|this) \p{L})/u

/**
 * Whether a clause says what is on file: most of its words. Where it ranks, how it words the rank does not count: "nobody
 * has a shorter wait", of the shortest one.
 */
function saysAll(
  { attribute, all, aliases }: Entry,
  own: ReadonlySet<string>,
  near: ReadonlySet<string>,
  ranking: string | null,
): boolean {
  const wanted = attribute.filter((concept) => concept !== "superlativ" && concept !== "comparison")
  if (wanted.length === 0) return false
  const isNamed = aliases.some(({ concepts, isUs }) => isUs || concepts.every((concept) => near.has(concept)))
  if (!isNamed) return false
  const hits = wanted.filter((concept) => own.has(concept)).length
  if (hits / wanted.length >= 0.75 && hits >= 2) return true
  if (ranking === null) return false
  const ranked = wanted.filter((concept) => !DEGREE.test(concept))
  if (!wanted.every((concept) => !DEGREE.test(concept) || isAlike(concept, ranking))) return false
  const said = ranked.filter((concept) => own.has(concept)).length
  if (said >= 2 && said / ranked.length >= 0.6) return true
  const shared = [...own].filter((concept) => all.has(concept)).length
  return shared >= 3 && shared / own.size >= 0.7
}

const DEGREE = /(?<!t)est$|^(?:top|first)$/

/** "No shorter wait", "more of them than anybody", of the shortest and the largest. */
function isAlike(degree: string, ranking: string): boolean {
  const stem = degree.replace(/i?est$/, "")
  if (ranking.includes(` ${stem}`)) return true
  return ALIKE.some((words) => words.test(`${degree} `) && words.test(ranking))
}

const ALIKE = [
  /\b(?:larg|bigg|great|high|wid|most|more\b)/,
  /\b(?:fast|quick)/,
  /\b(?:best|better|top|first|number one|finest|high)/,
  /\b(?:low|cheap|few|less\b)/,
]
const RANKING =
  /\b(?:first|winners?|won|wins?|awards?|awarded|voted?|tested|rank\w*|rated|highest|best|top|placed?|most|fewest|[a-z]{3,}est)\b/
