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
  for (const entry of reading.facts.evidence) {
    if (!saysAll(entry, own, near)) continue
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
  if (!IN_PLACE.test(`${fact.attribute} ${fact.statement}`)) return false
  return tokens.some((token, at) => {
    if (!mayBeName(token) || all.has(token.concept) || all.has(`~${token.text}`)) return false
    return (
      /^(?:in|of|across|around|on)$/.test(textAt(tokens, at - 1)) ||
      /^(?:in|of) (?:the|all|whole)$/.test(`${textAt(tokens, at - 2)} ${textAt(tokens, at - 1)}`)
    )
  })
}

const IN_PLACE = /\b(?:in|of|on|across) (?:(?:the |our |this )?(?:county |city of )?\p{Lu}|(?:the|our|this) \p{L})/u

/** Whether a clause says what is on file: most of its words, and one of those that make it a superlative. */
function saysAll({ attribute, all, aliases }: Entry, own: ReadonlySet<string>, near: ReadonlySet<string>): boolean {
  const wanted = attribute.filter((concept) => concept !== "superlativ" && concept !== "comparison")
  if (wanted.length === 0) return false
  const hits = wanted.filter((concept) => own.has(concept)).length
  const isNamed = aliases.some(({ concepts, isUs }) => isUs || concepts.every((concept) => near.has(concept)))
  if (!isNamed) return false
  if (hits / wanted.length >= 0.75 && hits >= 2) return true
  const shared = [...own].filter((concept) => all.has(concept)).length
  const isRanking = [...own].some((concept) => RANKS.has(concept))
  return isRanking && shared >= 3 && shared / own.size >= 0.7
}

const RANKS = new Set(
  "first winner won win award awarded voted vot test rank ranked rated highest best top plac".split(" "),
)
