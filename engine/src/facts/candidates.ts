import type { CompiledFacts } from "./compile.ts"
import type { Entry } from "./entry.ts"

const CANDIDATES_MAX = 16 // more facts than speak of one clause
const BOOK_SMALL = 60 // facts; all of them are tried

const PROPERTIES_MAX = 40 // facts with one word of a property; beyond it the word does not lead to a fact

/** Where to find facts by the rarest word of each of their names and of their property. */
export type Index = {
  readonly byTelling: ReadonlyMap<string, readonly number[]>
  /** Room for adding up, one place a fact; cleared after use. */
  readonly sums: Float64Array
}

export function indexOf(entries: readonly Entry[]): Index {
  const frequency = new Map<string, number>()
  for (const { aliases, attribute } of entries) {
    for (const concept of new Set([...aliases.flatMap(({ concepts }) => concepts), ...attribute]))
      frequency.set(concept, (frequency.get(concept) ?? 0) + 1)
  }
  const rarest = (concepts: readonly string[]): string | undefined =>
    concepts.toSorted((one, other) => (frequency.get(one) ?? 0) - (frequency.get(other) ?? 0))[0]
  const byTelling = new Map<string, number[]>()
  for (const { index, aliases, attribute, items } of entries) {
    const names = aliases.filter(({ isUs }) => !isUs)
    const property = rarest(attribute)
    const isTelling = (frequency.get(property ?? "") ?? 0) <= PROPERTIES_MAX
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
  return { byTelling, sums: new Float64Array(entries.length) }
}

/** The facts with the most telling words in common with a clause and what is around it. */
export function candidatesFor(near: ReadonlyMap<string, number>, facts: CompiledFacts): readonly Entry[] {
  const { entries, index, weights } = facts
  if (entries.length <= BOOK_SMALL) return entries
  const { byTelling, sums } = index
  const touched: number[] = []
  for (const [concept, nearness] of near) {
    const listed = byTelling.get(concept)
    if (listed === undefined) continue
    const weight = weights.of(concept) * nearness
    for (const at of listed) {
      if (sums[at] === 0) touched.push(at)
      sums[at] = sumOf(at, sums) + weight
    }
  }
  const found = best(touched, sums)
  for (const at of touched) sums[at] = 0
  return found.flatMap((at) => entries[at] ?? [])
}

/** Those with the highest sums, in no order. */
function best(touched: readonly number[], sums: Float64Array): readonly number[] {
  if (touched.length <= CANDIDATES_MAX) return touched
  const found = touched.slice(0, CANDIDATES_MAX)
  let least = leastOf(found, sums)
  for (const at of touched.slice(CANDIDATES_MAX)) {
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
