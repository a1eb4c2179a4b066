import type { Words } from "./amount-traits.ts"
import { nearnessOf } from "./candidates.ts"
import type { CompiledFacts } from "./compile.ts"
import type { Place } from "./find-claims.ts"
import { keptOf } from "./last-clause.ts"
import { LIGHT } from "./light-words.ts"
import { SLIGHT } from "./slight-words.ts"

/** The words of a clause and of what stands around it, as facts are looked for by them; read once for every kind of claim. */
export function wordsOf(place: Place): Words {
  return (keptOf(place.units).words ??= readWords(place))
}

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
function alikeIn(own: ReadonlySet<string>, kin: Known["kin"], byConcept: Known["byConcept"]): Alike {
  let found: Map<string, number> | null = null
  for (const concept of own) found = withKin(found, concept, 1, kin, byConcept)
  return found ?? NONE
}

/** The same of the words around it, by how near they stand. */
function alikeAround(near: Alike, kin: Known["kin"], byConcept: Known["byConcept"]): Alike {
  let found: Map<string, number> | null = null
  near.forEach((nearness, concept) => {
    found = withKin(found, concept, nearness, kin, byConcept)
  })
  return found ?? NONE
}

type Alike = ReadonlyMap<string, number>
const NONE: Alike = new Map()

function withKin(
  found: Map<string, number> | null,
  concept: string,
  nearness: number,
  kin: Known["kin"],
  byConcept: Known["byConcept"],
): Map<string, number> | null {
  const meant = kin.get(concept)
  if (meant === undefined) return found
  const likeness = nearness * (byConcept.has(concept) ? KNOWN_ALIKE : 1)
  const all = found ?? new Map<string, number>()
  for (const each of meant) all.set(each, Math.max(likeness, all.get(each) ?? 0))
  return all
}

const PRONOUN =
  /^(?:(?:and|but|so|then|which|yes)[, ]+)*(?:it|it's|it'll|they|they're|that|that's|this|those|these|which)\b/
