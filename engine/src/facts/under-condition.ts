import type { Clause } from "./clauses.ts"
import type { Entry } from "./entry.ts"
import type { Place } from "./find-claims.ts"

/** "Unless you have Gold, you can't use the pool", "you can't use it without Gold": it is denied to all but those for whom the fact holds. */
export function isForAllBut({ tokens }: Clause, { scoped }: Entry): boolean {
  const at = tokens.findIndex(({ text }) => text === "unless")
  if (at < 0 || scoped.size === 0) return false
  const after = tokens.slice(at + 1)
  const end = after.findIndex(({ text }) => text === ",")
  return after.slice(0, end < 0 ? after.length : end).some(({ concept }) => scoped.has(concept))
}

/** "It isn't included if you only come for the morning", of what holds for whole days: whether those are meant is not certain. */
export function isForOthersPerhaps(place: Place, entry: Entry): boolean {
  if (!isScopeUnsaid(place, entry)) return false
  const { tokens } = place.clause
  const at = tokens.findIndex(({ text }) => /^(?:if|when|unless|where)$/.test(text))
  return at >= 0 && !tokens.slice(at + 1).some(({ concept }) => concept !== "" && entry.all.has(concept))
}

/** The fact holds for some only, who are neither named nor known. */
export function isScopeUnsaid({ units, reading }: Pick<Place, "units" | "reading">, { scoped, fact }: Entry): boolean {
  const dimensions = Object.keys(fact.scope ?? {})
  if (dimensions.length === 0 || dimensions.some((dimension) => reading.known[dimension] !== undefined)) return false
  return !units.some(({ concepts }) => [...scoped].some((concept) => concepts.has(concept)))
}
