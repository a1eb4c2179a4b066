import type { Words } from "./amount-traits.ts"
import type { Entry } from "./entry.ts"

/** Whether the clause or what is around it says, or may say in other words, one of these. */
export function mayBeSaid({ near, kinHere, kinNear }: Words, concepts: Iterable<string>): boolean {
  for (const concept of concepts) if (near.has(concept) || kinHere.has(concept) || kinNear.has(concept)) return true
  return false
}

/** Whether one of a fact's names may be said. */
export function mayBeNamed(words: Words, { aliases }: Pick<Entry, "aliases">): boolean {
  return aliases.some(({ concepts }) => mayBeSaid(words, concepts))
}
