import type { CompiledFacts } from "./compile.ts"
import type { Unit } from "./context.ts"
import type { Entry } from "./entry.ts"
import { keptOf } from "./last-clause.ts"

const CANDIDATES_MAX = 16 // more facts than speak of one clause
const BOOK_SMALL = 60 // facts; all of them are tried

const PROPERTIES_MAX = 40 // facts with one word of a property; beyond it the word does not lead to a fact

/** Where to find facts by the rarest word of each of their names and of their property. */
export type Index = {
  readonly byTelling: ReadonlyMap<string, readonly number[]>
  /** Room for adding up, one place a fact; cleared after use. */
  readonly sums: Float64Array
  /** Room for the facts that were found. */
  readonly touched: Int32Array
}

export function indexOf(entries: readonly Entry[], byConcept: ReadonlyMap<string, readonly number[]>): Index {
  const frequencyOf = (concept: string): number => byConcept.get(concept)?.length ?? 0
  const rarest = (concepts: readonly string[]): string | undefined =>
    concepts.toSorted((one, other) => frequencyOf(one) - frequencyOf(other))[0]
  const byTelling = new Map<string, number[]>()
  for (const { index, aliases, attribute, items } of entries) {
    const names = aliases.filter(({ isUs }) => !isUs)
    const property = rarest(attribute)
    const isTelling = frequencyOf(property ?? "") <= PROPERTIES_MAX
    const keys = new Set([
      ...names.map(({ concepts }) => rarest(concepts)),
      isTelling ? property : undefined,
      ...items.map(rarest),
    ])
    if (names.length === 0) for (const concept of attribute) keys.add(concept)
    for (const key of keys) {
      if (key === undefined) continue
      const listed = byTelling.get(key)
      if (listed === undefined) byTelling.set(key, [index])
      else listed.push(index)
    }
  }
  return { byTelling, sums: new Float64Array(entries.length), touched: new Int32Array(entries.length) }
}

/** How near each concept stands to the clause. */
export function nearnessOf(units: readonly Unit[]): ReadonlyMap<string, number> {
  return (keptOf(units).near ??= readNearness(units))
}

function readNearness(units: readonly Unit[]): ReadonlyMap<string, number> {
  const near = new Map<string, number>()
  for (const { concepts, nearness } of units) {
    for (const concept of concepts) if ((near.get(concept) ?? 0) < nearness) near.set(concept, nearness)
  }
  return near
}

/** The facts with the most telling words in common with a clause and what is around it. */
export function candidatesFor(units: readonly Unit[], facts: CompiledFacts): readonly Entry[] {
  if (facts.entries.length <= BOOK_SMALL) return facts.entries
  return (keptOf(units).candidates ??= mostTelling(nearnessOf(units), facts))
}

function mostTelling(near: ReadonlyMap<string, number>, { entries, index, weights }: CompiledFacts): readonly Entry[] {
  const { byTelling, sums, touched } = index
  let count = 0
  near.forEach((nearness, concept) => {
    const listed = byTelling.get(concept)
    if (listed === undefined) return
    const weight = weights.of(concept) * nearness
    for (const at of listed) {
      if (sums[at] === 0) touched[count++] = at
      sums[at] = sumOf(at, sums) + weight
    }
  })
  if (count === 0) return NONE
  const found = best(touched, count, sums).flatMap((at) => entries[at] ?? [])
  for (let at = 0; at < count; at++) sums[touched[at] ?? 0] = 0
  return found
}

const NONE: readonly Entry[] = []

/** Those with the highest sums, in no order. */
function best(touched: Int32Array, count: number, sums: Float64Array): readonly number[] {
  const found = Array.from(touched.subarray(0, Math.min(count, CANDIDATES_MAX)))
  if (count <= CANDIDATES_MAX) return found
  let least = leastOf(found, sums)
  for (let place = CANDIDATES_MAX; place < count; place++) {
    const at = touched[place] ?? 0
    if (sumOf(at, sums) <= sumOf(found[least], sums)) continue
    found[least] = at
    least = leastOf(found, sums)
  }
  return found
}

function leastOf(found: readonly number[], sums: Float64Array): number {
  let least = 0
  for (let place = 1; place < found.length; place++) {
    if (sumOf(found[place], sums) < sumOf(found[least], sums)) least = place
  }
  return least
}

function sumOf(at: number | undefined, sums: Float64Array): number {
  return sums[at ?? 0] ?? 0
}
