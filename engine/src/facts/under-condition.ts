import type { Clause } from "./clauses.ts"
import { saysName } from "./entry.ts"
import type { Entry } from "./entry.ts"
import type { Place } from "./find-claims.ts"
import { LIGHT } from "./light-words.ts"
import { saysFree } from "./value.ts"

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

/** "If you order one more poster, delivery is free": what stands in the condition is not what is free. */
export function isOfCondition({ clause: { tokens, values } }: Place, entry: Entry): boolean {
  if (!values.some(({ value }) => saysFree(value))) return false
  const comma = /^(?:if|when|once|unless)$/.test(tokens[0]?.text ?? "")
    ? tokens.findIndex(({ text }) => text === ",")
    : -1
  if (comma < 0) return false
  const told = (from: number, to?: number): ReadonlySet<string> =>
    new Set(tokens.slice(from, to).map(({ concept }) => concept))
  const isIn = (words: ReadonlySet<string>): boolean => saysName(entry, (each) => words.has(each))
  return isIn(told(0, comma)) && !isIn(told(comma)) && [...told(comma)].some((each) => each !== "" && !LIGHT.has(each))
}

/** "Order something more and delivery is free", of what is free from some sum on: what is told to be done is the condition. */
export function isUnderOrder({ clause, reading }: Place, { fact, exemption }: Entry): boolean {
  if (!clause.words.startsWith("and ") || !clause.concepts.has("+free")) return false
  if (!DO.test(reading.text.slice(clause.sentence.start, clause.start))) return false
  return exemption !== null || reading.facts.thresholds.some((each) => each.fact.subject === fact.subject)
}

const DO = /^(?:just |please )?(?:add|order|spend|buy|take|choose|book|get|put|top up)\b/i
