import { optionsOf } from "./amount-options.ts"
import type { Option } from "./amount-options.ts"
import { kindOf } from "./claim-kind.ts"
import type { Entry } from "./entry.ts"
import type { Judged, Place } from "./find-claims.ts"
import { isInForce } from "./in-force.ts"
import { partsOf } from "./payers.ts"
import { sharesAround } from "./shares-around.ts"
import { comesTo, repeatsIn, timesSurely, valuesUpTo } from "./sums.ts"
import type { Terms } from "./sums.ts"
import { isMeasured } from "./units.ts"
import type { Money, Percent, Said, Value } from "./value.ts"
import { wordsOf } from "./words-of.ts"
import { textAt } from "../words.ts"

/** A clause with what was found of it. */
export type Read = { readonly place: Place; readonly judged: Judged }

/** What was found right before, of which a total may be reckoned. */
export function nearby(before: readonly Read[], place: Place, judged: Judged | null): readonly Read[] {
  if (judged === null || place.clause.values.length === 0) return before
  return [...before.filter((read) => place.clause.start - read.place.clause.end < NEAR_MAX), { place, judged }]
}

const NEAR_MAX = 160 // characters

/**
 * A total that goes against a rate: it follows from one that was told wrongly ("we charge €52 an hour, so count on €78"), or from none
 * that was told or is known ("€62 each and so €196 altogether" of three, "a kayak for five days is €80" of 18 a day). `before`: what was
 * found in this sentence and the last one, nearest last.
 */
export function totalClaim(place: Place, before: readonly Read[]): Judged | null {
  const { clause, stance } = place
  if (stance === "asks" || stance === "reports" || stance === "doubts" || stance === "past") return null
  const said = clause.values.filter(isSum).at(-1)
  const sum = said?.value.max
  if (sum === undefined || DIFFERS.test(clause.words) || textAt(clause.tokens, (said?.from ?? 0) - 1) === "the")
    return null
  const isTotal = SUMS_UP.test(clause.words) || clause.concepts.size === 0
  const near = before.filter((read) => clause.start - read.place.clause.end < NEAR_MAX).toReversed()
  const told = isTotal ? near.flatMap((read) => rateTold(read) ?? []) : []
  const options = stance === "own" ? [] : optionsOf(place)
  if (told.length === 0 && options.length === 0 && !isTotal) return null
  const values = valuesUpTo(place)
  const against =
    told.find((rate) => followsFrom(rate, { sum, values, place, options })) ??
    told.find((rate) => rate.isRight && isOtherThan(rate, { sum, values, place, options })) ??
    (stance === "own" ? undefined : knownRate(place, { sum, values, place, options }, isTotal))
  return against === undefined
    ? null
    : { verdict: "contradicted", kind: kindOf(against.entry.value), entry: against.entry, score: SCORE }
}

const SCORE = 5

/** What tells of a difference, of what is missing or of a part is no total. */
const DIFFERS =
  /\b(?:sav\w+|cheaper|dearer|less|more|than|difference|left|missing|short|away|off|another|extra|on top|deposit|down|up front|(?<!there and )back|refund\w*|from|over [$€£\d]|until|limit|rest|first|remaining|instead|between|if|or)\b/
const SUMS_UP =
  /^so\b|\b(?:makes?|that's|that is|that'll be|that means|means|altogether|all together|in total|total|in all|all in|comes? (?:out )?(?:to|at)|works? out|adds? up|there and back|the lot|count on|therefore|looking at|for (?:you|your|all|the|both)|you'd (?:be|pay)|you pay|becomes?)\b/

type Sum = {
  readonly sum: number
  readonly values: readonly Value[]
  readonly place: Place
  readonly options: readonly Option[]
}

/** A rate that a clause told, the fact it was laid beside, and whether it was right. */
type Rate = { readonly entry: Entry; readonly rate: Money | Percent; readonly isRight: boolean }

function isSum(said: Said): said is Said<Money> {
  const { value } = said
  return (
    value.kind === "money" && value.per === "" && value.min === value.max && value.max > 0 && value.bound !== "about"
  )
}

function rateTold({ place, judged }: Read): Rate | null {
  const { entry, verdict } = judged
  if (entry === undefined || (verdict !== "supported" && verdict !== "contradicted")) return null
  const rates = place.clause.values.flatMap(({ value }) =>
    isRate(value) && value.kind === entry.value?.kind ? [value] : [],
  )
  const [rate] = rates
  return rate === undefined || rates.length > 1 ? null : { entry, rate, isRight: verdict === "supported" }
}

function isRate(value: Value | null): value is Money | Percent {
  return (value?.kind === "money" || value?.kind === "percent") && value.min === value.max && value.max > 0
}

/** It comes to what was told wrongly, and to nothing that is right. */
function followsFrom({ entry, rate, isRight }: Rate, sum: Sum): boolean {
  if (isRight || !isRate(entry.value) || entry.value.max === rate.max) return false
  if (!comesTo(sum.sum, termsOf(rate, entry, { ...sum, values: withoutSum(sum) }))) return false
  return !comesTo(sum.sum, termsOf(entry.value, entry, { ...sum, values: without(withoutSum(sum), rate) }))
}

/** It is told of so many, and no reckoning comes to it. */
function isOtherThan({ entry, rate }: Rate, sum: Sum): boolean {
  const values = withoutSum(sum)
  const isCounted =
    rate.kind === "money"
      ? isForSoMany(sum.place) || values.some((value) => (timesSurely(value, unitOf(rate, entry), entry) ?? 1) !== 1)
      : values.filter(({ kind }) => kind === "money").length === 1
  return isCounted && isBeside(rate, entry, { ...sum, values })
}

/** "for your fourteen that's $74" */
function isForSoMany({ clause: { values, tokens } }: Place): boolean {
  return values.some(
    ({ value, from }) =>
      value.kind === "count" && value.of === "" && value.max > 1 && FOR.test(textAt(tokens, from - 1)),
  )
}

const FOR = /^(?:for|your|you|all|us|them)$/

/** What it is paid for, from what was told and from the fact. */
function unitOf(rate: Money, { value }: Entry): Money {
  return value?.kind === "money" && value.per !== ""
    ? { ...rate, per: rate.per === "" ? value.per : `${rate.per}/${value.per}` }
    : rate
}

/** Of the facts that the clause speaks of, or that alone are paid by what it counts, the one that is paid by what was counted. */
function knownRate(place: Place, sum: Sum, isTotal: boolean): { readonly entry: Entry } | undefined {
  const own = isTotal ? withoutSum(sum).slice(0, COUNTS_MAX) : place.clause.values.map(({ value }) => value)
  const isOwn = place.clause.values.length > 1
  const priced = sum.options.filter(({ entry }) => isRate(entry.value) && entry.value.kind === "money")
  const [first, second] = priced
  const isMeant =
    first !== undefined &&
    first.chance >= (isOwn ? MEANT_MIN : MEANT_AROUND_MIN) &&
    first.chance >= 2 * (second?.chance ?? 0)
  const entry = isMeant ? first.entry : isTotal ? paidBy(place, own) : undefined
  const rate = entry?.value
  if (entry === undefined || rate?.kind !== "money" || rate.per === "" || rate.max === 0) return undefined
  if (own.some((value) => value.kind === "money" && value.max !== sum.sum)) return undefined
  const counted = own.filter((value) => (timesSurely(value, rate, entry) ?? 1) !== 1)
  const isCounted = counted.some((value) => value.kind !== "count" || value.of !== "")
  return isCounted && isBeside(rate, entry, { ...sum, values: withoutSum(sum) }) ? { entry } : undefined
}

const MEANT_MIN = 0.15
const MEANT_AROUND_MIN = 0.4 // what is counted stands further off
const COUNTS_MAX = 6

/** The only price that is paid by a measure that was told: "six kilos over". */
function paidBy({ reading }: Place, values: readonly Value[]): Entry | undefined {
  const measured = values.find((value) => value.kind === "count" && isMeasured(value.of))
  if (measured === undefined) return undefined
  const paid = reading.facts.entries.filter(
    (entry) =>
      entry.value?.kind === "money" &&
      isInForce(entry.fact, reading.day) &&
      entry.value.per !== "" &&
      timesSurely(measured, entry.value, entry) !== null,
  )
  return paid.length === 1 ? paid[0] : undefined
}

/** All that may stand in it: what was told, and the prices and shares that the clause speaks of. */
function termsOf(rate: Money | Percent, entry: Entry, { values, place, options }: Sum): Terms {
  const named = options.flatMap(({ entry: other, traits }) =>
    traits.name + traits.nameNear + traits.kinName >= NAMED_MIN && other.value?.kind === "money" ? [other.value] : [],
  )
  const sums = values.flatMap((value) => (value.kind === "money" && value.max > 0 ? [value] : []))
  const shares = sharesAround(place, values, entry)
  return {
    prices: rate.kind === "money" ? [unitOf(rate, entry), ...sums, ...named] : [...sums, ...named],
    counts: values,
    shares: rate.kind === "percent" ? [rate.max / 100, ...shares] : shares,
    repeats: repeatsIn(place.reading.text.slice(place.clause.sentence.start, place.clause.end).toLowerCase()),
  }
}

/** Whether no reckoning comes to it, however often what was not counted may be: "five nights", of a price per dog and night, for Rex and Bella. */
function isBeside(rate: Money | Percent, entry: Entry, sum: Sum): boolean {
  if (saysMore(sum.place, entry)) return false
  const terms = termsOf(rate, entry, sum)
  const parts = [1, ...terms.shares.flatMap((share) => [share, 1 - share, 1 + share])]
  const prices = [rate, ...sum.values].filter(({ kind }) => kind === "money").filter(isRate)
  // As often as nobody said: the number that was told may be of something else.
  if (prices.some(({ max }) => parts.some((part) => isWhole(sum.sum / (max * part))))) return false
  const often = rate.kind === "money" && isOpen(unitOf(rate, entry), entry, sum.values) ? OFTEN : [1]
  return !often.some((times) => comesTo(sum.sum / times, terms))
}

/** "With the rack that's €64": something more is in it, of which no fact knows the price. */
function saysMore(place: Place, { all }: Entry): boolean {
  const { own, isKnown, against } = wordsOf(place)
  const counted = new Set(place.clause.values.map(({ value }) => (value.kind === "count" ? value.of : "")))
  return [...own].some(
    (each) =>
      !all.has(each) && !counted.has(each) && (!isKnown(each) ? against(each) >= STRANGE_MIN : each.startsWith("~")),
  )
}

const STRANGE_MIN = 0.7

function isWhole(times: number): boolean {
  return times >= 1 && times <= WHOLE_MAX && Math.abs(times - Math.round(times)) < 1e-6
}

const WHOLE_MAX = 60

function isOpen(rate: Money, entry: Entry, values: readonly Value[]): boolean {
  const parts = partsOf(rate.per).filter((part) => part !== "each" && part !== "month")
  return (
    new Set(parts).size > 1 &&
    parts.some((part) => values.every((value) => timesSurely(value, { ...rate, per: part }, entry) === null))
  )
}

const OFTEN = [1, 2, 3, 4, 5, 6, 7]

const NAMED_MIN = 0.4

function withoutSum({ values, sum }: Sum): readonly Value[] {
  return values.filter((value) => value.kind !== "money" || value.max !== sum)
}

function without(values: readonly Value[], { max, kind }: Money | Percent): readonly Value[] {
  return values.filter((value) => value.kind !== kind || value.max !== max)
}
