import { partsOf } from "./payers.ts"
import { isMeasured } from "./units.ts"
import type { Count, Money, Said, Value } from "./value.ts"

/**
 * Whether the amounts of a clause follow from a fact by reckoning: "four mugs: 14 euros" from 3.50 each, "$30 over a year"
 * from 2.50 a month, "$2 of $200" from one per cent, "$2,250 makes three" from 750 each.
 */
export function fromOthers(values: readonly Said[], around: readonly Value[], fact: Value): boolean {
  if (fact.kind === "date") return false
  const all = [...values.map(({ value }) => value), ...around]
  if (fact.kind === "money") return isMultiple(values, fact, all)
  if (fact.kind === "percent") return isShare(all, values, fact.max)
  if (fact.kind === "count" && isMeasured(fact.of)) return isManyTimes(values, fact)
  return false
}

/**
 * What a price comes to for what its clause itself counts, where it counts one thing that the price is paid for: "150 coasters", "over a full
 * year". Null where it counts none or several.
 */
export function totalOf(values: readonly Said[], { fact, names }: { fact: Money; names: ReadonlySet<string> }) {
  const factors = values.flatMap(({ value }) => {
    if (value.kind === "count" && (value.of === "" || value.bound !== "exact" || !isPaidFor(value.of, fact, names)))
      return []
    if (value.kind !== "count" && value.kind !== "duration") return []
    if (value.min !== value.max) return []
    const factor = factorOf(value, fact)
    return factor === null || !Number.isFinite(factor) ? [] : [factor]
  })
  const [factor] = factors
  return factors.length === 1 && factor !== undefined && factor !== 1 && fact.min === fact.max
    ? fact.max * factor
    : null
}

function isPaidFor(of: string, { per }: Money, names: ReadonlySet<string>): boolean {
  return names.has(of) || partsOf(per).some((part) => part === of || part === "each" || of.startsWith(part))
}

/** "Forty lengths are 1,000 metres", of 25 that the pool is long. */
function isManyTimes(values: readonly Said[], { of, min, max }: Count): boolean {
  const counts = values.flatMap(({ value }) => (value.kind === "count" && value.min === value.max ? [value] : []))
  return counts.some(
    (told) =>
      told.of === of && min === max && counts.some((each) => !isMeasured(each.of) && isNear(told.max, max * each.max)),
  )
}

/** As often as one of the others says, or two of them together: two people for five nights. */
function isMultiple(values: readonly Said[], fact: Money, all: readonly Value[]): boolean {
  if (fact.max === 0 || fact.min !== fact.max) return false
  const told = values.flatMap(({ value }) => (value.kind === "money" && value.max !== 0 ? [value.max] : []))
  if (told.length === 0) return false
  const factors = all.flatMap((value) => factorOf(value, fact) ?? []).filter((factor) => factor !== 1)
  return factors.some(
    (one, at) =>
      told.some((amount) => isNear(amount, fact.max * one)) ||
      factors.some((other, place) => place > at && told.some((amount) => isNear(amount, fact.max * one * other))),
  )
}

/** How often a price is paid for what is told. */
export function factorOf(value: Value, fact: Money): number | null {
  if (value.kind === "count" && Number.isFinite(value.max)) return value.max
  if (value.kind !== "duration") return null
  const per = fact.per.split("/")
  if (value.scale === "months") return per.includes("month") ? value.max : per.includes("year") ? value.max / 12 : null
  if (value.scale !== "hours") return null
  if (per.includes("hour")) return value.max
  if (per.includes("week")) return value.max / 168
  return per.includes("day") || per.includes("night") ? value.max / 24 : null
}

/** One amount of money is the fact's share of another. */
function isShare(all: readonly Value[], values: readonly Said[], percent: number): boolean {
  const amounts = all.flatMap((value) => (value.kind === "money" ? [value.max] : []))
  const told = values.flatMap(({ value }) => (value.kind === "money" ? [value.max] : []))
  return amounts.some((whole) =>
    told.some(
      (part) =>
        part < whole && (isNear(part, (whole * percent) / 100) || isNear(part, whole - (whole * percent) / 100)),
    ),
  )
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= 0.005 * Math.max(1, Math.abs(other) * 0.01)
}
