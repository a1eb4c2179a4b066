import type { Entry } from "./entry.ts"
import type { Place } from "./find-claims.ts"
import { partsOf } from "./payers.ts"
import { factorOf } from "./reckon.ts"
import { measureOf } from "./units.ts"
import type { Money, Value } from "./value.ts"
import { valuesIn } from "./values.ts"

/** What a sum may be reckoned from: prices, how often each is paid, and shares of them. */
export type Terms = {
  readonly prices: readonly Money[]
  readonly counts: readonly Value[]
  /** As parts of one. */
  readonly shares: readonly number[]
  readonly repeats: readonly number[]
}

/** Whether some reckoning with the terms comes to a sum: a price as often as something that was told, with or less a share, and two such together. */
export function comesTo(sum: number, terms: Terms): boolean {
  const { shares } = terms
  const prices = new Map(terms.prices.map((price) => [price.max, price])).values()
  const paid = [...prices].slice(0, PRICES_MAX).map((price) => paidFor(price, terms))
  const isSum = (one: number): boolean =>
    isSame(sum, one) || shares.some((share) => [share, 1 - share, 1 + share].some((part) => isSame(sum, one * part)))
  return paid.some(
    (some, at) =>
      some.some(isSum) ||
      pairsIn(some.slice(1)).some(isSum) ||
      paid.slice(at + 1).some((other) => pairsOf(some, other).some(isSum)) ||
      shares.some((share) =>
        pairsOf(
          some,
          some.map((one) => one * (1 - share)),
        ).some((one) => isSame(sum, one)),
      ),
  )
}

/** Once, as often as was told, and as often as two of these together. */
function paidFor(price: Money, { counts, repeats }: Terms): readonly number[] {
  const told = [...repeats, ...counts.flatMap((value) => timesFor(value, price) ?? [])].filter((times) => times !== 1)
  const often = [...new Set(told)].slice(0, TIMES_MAX)
  const both = often.flatMap((one, at) => often.slice(at + 1).map((other) => one * other))
  return [1, ...often, ...both].map((times) => price.max * times)
}

function pairsOf(some: readonly number[], others: readonly number[]): readonly number[] {
  return some.flatMap((one) => others.map((other) => one + other))
}

/** Each with each other: nothing is paid for the same number twice. */
function pairsIn(some: readonly number[]): readonly number[] {
  return some.flatMap((one, at) => some.slice(at + 1).map((other) => one + other))
}

const PRICES_MAX = 8
const TIMES_MAX = 12

/** A sum is often told without its cents. */
function isSame(told: number, reckoned: number): boolean {
  return Math.abs(told - reckoned) <= (Number.isInteger(told) ? 0.51 : 0.006)
}

/** How often a price is paid for what is counted, in the unit that it is paid for: six kilos of a price per kilo. */
export function timesFor(value: Value, price: Money): number | null {
  if (value.kind !== "count") return factorOf(value, price)
  if (!Number.isFinite(value.max)) return null
  const unit = partsOf(price.per)
    .map(measureOf)
    .find((measure) => measure !== null && measure.of === value.of)
  return unit === undefined || unit === null ? value.max : value.max / unit.size
}

/** The same, where it is certain that it is paid for just that. */
export function timesSurely(value: Value, price: Money, { names }: Entry): number | null {
  if (value.kind === "date" || value.min !== value.max) return null
  const times = timesFor(value, price)
  if (times === null || value.kind !== "count") return times
  const of = value.of.replace(/^\+/, "")
  const parts = partsOf(price.per)
  const isUnit = parts.some(
    (part) => measureOf(part)?.of === value.of || (of !== "" && (of.startsWith(part) || part.startsWith(of))),
  )
  if (isUnit || names.has(value.of) || of === "time") return times
  return parts.includes("each") || (of === "user" && parts.includes("person")) ? times : null
}

/** "there and back", "for the pair of you": twice, without a figure; "a year of it", of a price by the month. */
export function repeatsIn(words: string): readonly number[] {
  return [...(TWICE.test(words) ? [2] : []), ...(IN_A_YEAR.test(words) ? [YEAR] : [])]
}

export const YEAR = 12 // months

const TWICE = /\b(?:there and back|both|each way|return|pair|the two|couple|twice|two of)\b/
const IN_A_YEAR = /\b(?:a|the|one|per|whole|full|each|every) year\b|\b(?:annually|yearly)\b/

/** All that was told up to a clause, and in it. */
export function valuesUpTo({ clause, units, around }: Place): readonly Value[] {
  const before = units.slice(1).flatMap(({ tokens }) => valuesIn(tokens).map(({ value }) => value))
  return [...clause.values.map(({ value }) => value), ...around, ...before]
}
