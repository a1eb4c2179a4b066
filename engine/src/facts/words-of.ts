import type { Words } from "./amount-traits.ts"
import type { CompiledFacts } from "./compile.ts"
import type { Place } from "./find-claims.ts"
import { LIGHT } from "./light-words.ts"
import { nearnessOf } from "./match.ts"
import { SLIGHT } from "./slight-words.ts"

/** The words of a clause and of what stands around it, as facts are looked for by them; read once for every kind of claim. */
export function wordsOf(place: Place): Words {
  const before = known.get(place)
  if (before !== undefined) return before
  const words = readWords(place)
  known.set(place, words)
  return words
}

const known = new WeakMap<Place, Words>()

function readWords({ clause, units, reading }: Place): Words {
  const { weights, rarities, byConcept, kin } = reading.facts
  const own = units[0]?.own ?? units[0]?.concepts ?? clause.concepts
  const near = nearnessOf(units)
  return {
    own,
    read: units[0]?.concepts ?? own,
    near,
    kinHere: alikeIn(own, kin, byConcept),
    kinNear: alikeAround(near, kin, byConcept),
    kin,
    text: clause.words,
    tokens: clause.tokens,
    isEmpty: PRONOUN.test(clause.words) || [...own].every((concept) => LIGHT.has(concept) || SLIGHT.has(concept)),
    rarity: (concept) => rarities.get(concept) ?? 1,
    against: weights.against,
    isKnown: (concept) => byConcept.has(concept),
  }
}

const KNOWN_ALIKE = 0.5 // a word that is itself in the book stands for another of its words less surely

type Known = Pick<CompiledFacts, "kin" | "byConcept">

/** The book's concepts that words of a clause may stand for. */
function alikeIn(own: Iterable<string>, kin: Known["kin"], byConcept: Known["byConcept"]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const concept of own) {
    const likeness = byConcept.has(concept) ? KNOWN_ALIKE : 1
    for (const meant of kin.get(concept) ?? []) found.set(meant, Math.max(likeness, found.get(meant) ?? 0))
  }
  return found
}

function alikeAround(
  near: ReadonlyMap<string, number>,
  kin: Known["kin"],
  byConcept: Known["byConcept"],
): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const [concept, nearness] of near) {
    const likeness = nearness * (byConcept.has(concept) ? KNOWN_ALIKE : 1)
    for (const meant of kin.get(concept) ?? []) found.set(meant, Math.max(likeness, found.get(meant) ?? 0))
  }
  return found
}

const PRONOUN =
  /^(?:(?:and|but|so|then|which|yes)[, ]+)*(?:it|it's|it'll|they|they're|that|that's|this|those|these|which)\b/
