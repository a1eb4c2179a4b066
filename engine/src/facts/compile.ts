import type { Fact, FactBook } from "./fact.ts"

/** A fact book made ready for reading messages. Build it once and pass it again and again. */
export type CompiledFacts = {
  readonly facts: readonly Fact[]
  readonly currency: string
}

/** Makes a fact book ready. Never throws; a fact whose value cannot be read backs nothing. */
export function compileFacts(book: FactBook): CompiledFacts {
  return { facts: book.facts, currency: book.currency ?? "" }
}

/** How many facts hold on the day of `now` (RFC 3339 or YYYY-MM-DD): what "no conflict found with 212 facts" counts. */
export function factsInForce({ facts }: CompiledFacts, now: string): number {
  return facts.reduce((sum, fact) => sum + (isInForce(fact, now.slice(0, 10)) ? 1 : 0), 0)
}

/** Both ends are inclusive; days compare as they are written. */
export function isInForce({ validFrom, validUntil }: Fact, day: string): boolean {
  return (validFrom === undefined || validFrom <= day) && (validUntil === undefined || day <= validUntil)
}
