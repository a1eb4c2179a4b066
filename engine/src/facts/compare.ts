import { isMeasured, isSameCurrency, unitsIn } from "./units.ts"
import type { Bound, Count, DateValue, Duration, Money, Percent, Value } from "./value.ts"

/** Whether what was told agrees with a fact; null where the two cannot be compared, or it is not certain. */
export type Agreement = "same" | "other" | null

/**
 * Compares what was told with the value of a fact. `takesTime`: the fact is how long something takes, so that an upper
 * bound told ("within ten days") agrees with the fact's longest; of a window or a limit each figure must be the same.
 */
export function compare(told: Value, fact: Value, takesTime: boolean): Agreement {
  if (told.kind === "money" && fact.kind === "money") return compareMoney(told, fact)
  if (told.kind === "money" && fact.kind === "percent") return fact.max === 0 ? "same" : "other" // told "no fee"
  if (told.kind === "duration" && fact.kind === "duration") return compareDuration(told, fact, takesTime)
  if (told.kind === "percent" && fact.kind === "percent") return thirdOf(told, fact) ?? compareAmounts(told, fact)
  if (told.kind === "count" && fact.kind === "count") return compareCount(told, fact)
  if (told.kind === "date" && fact.kind === "date") return compareDate(told, fact)
  return null
}

type Amounts = { readonly min: number; readonly max: number; readonly bound: Bound }

function compareAmounts(told: Amounts, fact: Amounts): Agreement {
  if (isNear(told.min, fact.min) && isNear(told.max, fact.max)) return "same"
  if (told.bound === "about") return near(told, fact, 0.1) ? "same" : near(told, fact, 0.25) ? null : "other"
  if (told.bound === "under") return fact.max < told.max ? "same" : "other"
  if (told.bound === "over") return fact.min > told.min ? "same" : "other"
  if (fact.min === fact.max) return "other"
  if (told.bound === "most") return isNear(told.max, fact.max) ? "same" : "other"
  if (told.bound === "least") return isNear(told.min, fact.min) ? "same" : "other"
  return told.min >= fact.min && told.max <= fact.max ? null : "other"
}

/** "A third" of 33 % and of 33.3 %, "two thirds" of 67 %: a share that no figure says in full. */
function thirdOf(told: Percent, fact: Percent): Agreement {
  const isThird = isNear(told.max, 100 / 3) || isNear(told.max, 200 / 3)
  return isThird && fact.min === fact.max && Math.abs(told.max - fact.max) < 0.5 ? "same" : null
}

function isNear(one: number, other: number): boolean {
  if (!Number.isFinite(one) || !Number.isFinite(other)) return one === other
  return Math.abs(one - other) <= Math.max(Math.abs(one), Math.abs(other)) * 1e-6
}

function near(told: Amounts, fact: Amounts, share: number): boolean {
  return told.min >= fact.min * (1 - share) && told.max <= fact.max * (1 + share)
}

function compareMoney(told: Money, fact: Money): Agreement {
  const areNamed = told.currency !== "" && fact.currency !== ""
  if (areNamed && !isSameCurrency(told.currency, fact.currency) && told.max > 0) return "other"
  if (told.isFree === true || fact.max === 0 || told.max === 0)
    return isNear(told.max, fact.max) && isNear(told.min, fact.min) ? "same" : "other"
  const factor = perFactor(told.per, fact.per)
  const isSameFigure = isNear(told.min, fact.min) && isNear(told.max, fact.max)
  if (factor === null || isOfMonths(told.per, fact.per)) return isSameFigure ? "other" : null // "€30 a month" of 30 a bouquet
  return compareAmounts(told, { ...fact, min: fact.min * factor, max: fact.max * factor })
}

/** How many of the fact's periods are in what was told: a year told of a price per month is 12. Null: not of one kind. */
export function perFactor(told: string, fact: string): number | null {
  if (told === "" || fact === "" || told === fact) return 1
  const toldParts = told.split("/")
  const factParts = fact.split("/")
  const toldTime = toldParts.find((part) => PERIODS.has(part))
  const factTime = factParts.find((part) => PERIODS.has(part))
  if (toldTime === undefined || factTime === undefined || toldTime === factTime) return 1
  const one = PERIODS.get(toldTime)
  const other = PERIODS.get(factTime)
  return one === undefined || other === undefined || one.of !== other.of ? null : one.size / other.size
}

/** The same figure told in another unit than the fact's: "€30 a month" of 30 a week, "25 pounds" of 25 kg. */
export function isOtherUnit(told: Value, fact: Value | null): boolean {
  if (told.kind === "money" && fact?.kind === "money")
    return fact.max > 0 && isNear(told.max, fact.max) && told.per !== "" && compareMoney(told, fact) === "other"
  if (told.kind !== "count" || fact?.kind !== "count" || told.max === 0) return false
  const isRate = told.every !== undefined && fact.every !== undefined && told.every !== fact.every
  const isElse = (unitsIn(told.of, fact.of) ?? 1) !== 1 && [1, 12].some((each) => isTens((fact.max * each) / told.max))
  return (isRate || isElse) && compareCount(told, fact) === "other"
}

/** The same digits: measures are read in their base, kilograms as grams and feet as twelve inches. */
function isTens(ratio: number): boolean {
  const tens = Math.log10(ratio)
  return Math.abs(tens - Math.round(tens)) < 1e-6
}

/** Paid by the month or year as told, and by the thing as the fact has it. */
function isOfMonths(told: string, fact: string): boolean {
  const parts = told.split("/")
  const isLong = parts.some((part) => PERIODS.get(part)?.of === "month")
  return isLong && fact !== "" && !fact.split("/").some((part) => PERIODS.has(part) || parts.includes(part))
}

export const PERIODS: ReadonlyMap<string, { readonly of: string; readonly size: number }> = new Map([
  ["hour", { of: "hour", size: 1 }],
  ["day", { of: "day", size: 1 }],
  ["night", { of: "day", size: 1 }],
  ["week", { of: "day", size: 7 }],
  ["month", { of: "month", size: 1 }],
  ["quarter", { of: "month", size: 3 }],
  ["year", { of: "month", size: 12 }],
])

function compareDuration(told: Duration, fact: Duration, takesTime: boolean): Agreement {
  const endless = !Number.isFinite(told.max) || !Number.isFinite(fact.max)
  const none = told.max === 0 || fact.max === 0
  if (endless || none) return told.max === fact.max ? "same" : "other"
  if (told.scale !== fact.scale) return compareScales(told, fact)
  if (!takesTime || told.bound !== "most") {
    const agreement = compareAmounts(told, fact)
    const isLongest = takesTime && fact.min < fact.max && told.min === told.max && isNear(told.max, fact.max)
    return isLongest && agreement === "other" ? null : agreement
  }
  return isNear(told.max, fact.max) ? "same" : "other"
}

/** Months against days: only what is far off is another length. Working days are never days. */
function compareScales(told: Duration, fact: Duration): Agreement {
  if (told.scale === "working days" || fact.scale === "working days") {
    const days = (told.max / WEEK) * 5
    const isWeeks = told.scale === "hours" && told.max % WEEK === 0
    return isWeeks && (fact.max === days || (told.bound === "about" && fact.min <= days && days <= fact.max))
      ? null
      : "other"
  }
  const ratio = hours(told.max, told.scale) / hours(fact.max, fact.scale)
  return ratio > 0.9 && ratio < 1.12 ? null : "other"
}

const WEEK = 168 // hours

function hours(length: number, scale: Duration["scale"]): number {
  return scale === "months" ? length * 730 : length
}

function compareCount(told: Count, fact: Count): Agreement {
  const factor = unitsIn(told.of, fact.of)
  if (factor !== null && factor !== 1) return compareConverted(told.max * factor, fact.max)
  const isRate = told.every !== undefined && fact.every !== undefined && told.every !== fact.every
  if (isRate) return compareRates(told, fact)
  if (told.of !== "" && fact.of !== "" && told.of !== fact.of && (isMeasured(told.of) || isMeasured(fact.of)))
    return null
  if (fact.of === "" && isMeasured(told.of))
    return isNear(told.min, fact.min) && isNear(told.max, fact.max) ? "same" : null
  return compareAmounts(told, fact)
}

/** Pounds against kilograms: rounded, and only what is far off is another. */
function compareConverted(told: number, fact: number): Agreement {
  if (!Number.isFinite(told) || !Number.isFinite(fact) || fact === 0) return null
  const ratio = told / fact
  return ratio > 0.96 && ratio < 1.04 ? "same" : ratio > 0.88 && ratio < 1.14 ? null : "other"
}

/** So many an hour against so many a minute: the same figure is another rate. */
function compareRates(told: Count, fact: Count): Agreement {
  if (isNear(told.max, fact.max)) return "other"
  const ratio = (told.max / (told.every ?? 1)) * ((fact.every ?? 1) / fact.max)
  return ratio > 0.9 && ratio < 1.12 ? "same" : "other"
}

/** What was told of a date must fit; parts that were not told do not count. */
export function compareDate(told: DateValue, fact: DateValue): Agreement {
  const fits = (one: number | undefined, other: number | undefined): boolean =>
    one === undefined || other === undefined || one === other
  if (told.month === undefined && told.day === undefined) return null
  return fits(told.year, fact.year) && fits(told.month, fact.month) && fits(told.day, fact.day) ? "same" : "other"
}
