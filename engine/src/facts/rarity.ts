import type { Entry } from "./entry.ts"
import { LIGHT } from "./light-words.ts"
import { SLIGHT } from "./slight-words.ts"

/**
 * How much each concept of the book tells which of its facts is meant, from 0 to 1: the fewer properties speak of it, the more.
 * Slight words tell little, unless one of them is a name by itself ("Large").
 */
export function raritiesOf(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const groups = new Map<string, Set<string>>()
  for (const { all, group } of entries) {
    for (const concept of all) {
      const listed = groups.get(concept)
      if (listed === undefined) groups.set(concept, new Set([group]))
      else listed.add(group)
    }
  }
  const whole = new Set(
    entries.flatMap(({ aliases }) =>
      aliases.flatMap(({ concepts, isUs, isPartial }) => (isUs || isPartial || concepts.length > 1 ? [] : concepts)),
    ),
  )
  const count = Math.max(1, Math.log2(1 + new Set(entries.map(({ group }) => group)).size))
  return new Map(
    [...groups].map(([concept, { size }]) => [
      concept,
      Math.max(RARITY_MIN, 1 - Math.log2(size) / count) *
        (whole.has(concept) ? 1 : LIGHT.has(concept) ? 0.4 : SLIGHT.has(concept) ? 0.35 : 1),
    ]),
  )
}

const RARITY_MIN = 0.15
