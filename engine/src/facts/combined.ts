import { isOtherUnit } from "./compare.ts"
import type { Option } from "./amount-options.ts"
import type { Entry } from "./entry.ts"
import type { Place } from "./find-claims.ts"
import { isInForce } from "./in-force.ts"
import { saysMissing } from "./missing-sum.ts"
import { factorOf } from "./reckon.ts"
import { sharesAround } from "./shares-around.ts"
import { repeatsIn, YEAR } from "./sums.ts"
import type { Count, Money, Said, Value } from "./value.ts"

/**
 * The price of which an amount told is made with another fact: less a discount ("so Flex is £112 for students"), with a surcharge,
 * two prices together or one less another ("the cards in two colours are $300", "saves you £7"), one shared out, or what is missing
 * of a limit. Null where none comes to it.
 */
export function combinedFrom(place: Place, values: readonly Said[], options: readonly Option[]): Option | null {
  const all = [...values.map(({ value }) => value), ...place.around]
  const told = values.flatMap(({ value }) => (value.kind === "money" && value.max > 0 ? [value.max] : []))
  const comesTo = (sums: readonly number[]): boolean => told.some((amount) => sums.some((sum) => isSame(amount, sum)))
  const found =
    options.find(({ entry, traits }) => traits.name + traits.nameNear >= LEFT_MIN && isLeft(place, values, entry)) ??
    (told.length === 0 ? undefined : pricesIn(options).find(({ sums }) => comesTo(sums(place, all)))?.option)
  return found === undefined ? null : { ...found, verdict: { verdict: "supported", entry: found.entry }, open: [] }
}

const NAMED_MIN = 0.5
const LEFT_MIN = 0.4

type Priced = { readonly option: Option; readonly sums: (place: Place, all: readonly Value[]) => readonly number[] }

/** The prices that are spoken of, with what they come to. */
function pricesIn(options: readonly Option[]): readonly Priced[] {
  const priced = options.flatMap((option) => {
    const { entry, traits, verdict } = option
    const isMeant = verdict?.isEcho !== true && traits.elsewhere === 0 && traits.name + traits.nameNear >= NAMED_MIN
    return isMeant && !entry.attribute.some((concept) => EDGES.has(concept)) && isPrice(entry.value)
      ? [{ option, price: entry.value }]
      : []
  })
  const prices = priced.slice(0, PRICES_MAX)
  return prices.map(({ option, price }) => ({
    option,
    sums: (place, all) => {
      const others = prices.flatMap((other) => (other.option === option ? [] : [other.price]))
      const sums = sumsOf(place, all, { entry: option.entry, price, others })
      // "€30 a month" of 30 a week: the same figure is another price.
      const isElse = all.some((value) => isOtherUnit(value, price))
      return isElse ? sums.filter((sum) => !isSame(sum, price.max)) : sums
    },
  }))
}

const PRICES_MAX = 6

/** A minimum order, or a sum from which something is free, is no price. */
const EDGES: ReadonlySet<string> = new Set(["+least", "+limit", "+free"])

function isPrice(value: Value | null): value is Money {
  return value?.kind === "money" && value.min === value.max && value.max > 0
}

type Term = { readonly entry: Entry; readonly price: Money; readonly others: readonly Money[] }

/** All that a price comes to with the numbers told around it. */
function sumsOf(place: Place, all: readonly Value[], { entry, price, others }: Term): readonly number[] {
  const alike = [...others, ...kinOf(place, entry, price)]
  const shares = sharesAround(place, all, entry)
  const isLess = DIFFERS.test(place.clause.words)
  // "a year of it", of a price by the month
  const repeats = repeatsIn(place.clause.words).filter((times) => times !== YEAR || price.per.includes("month"))
  const times = timesOf(price, all, repeats)
  const paid = times.flatMap((one) => [
    price.max * one,
    ...shares.flatMap((share) => [
      price.max * one * share,
      price.max * one * (1 - share),
      price.max * one * (1 + share),
    ]),
  ])
  return [
    ...paid,
    ...(isLess ? all.flatMap((value) => (isPrice(value) ? paid.map((sum) => Math.abs(sum - value.max)) : [])) : []),
    ...alike.flatMap((other) =>
      timesOf(other, all, repeats).flatMap((one) =>
        paid.flatMap((sum) => [sum + other.max * one, ...(isLess ? [Math.abs(sum - other.max * one)] : [])]),
      ),
    ),
    ...partsOf(entry, all).map((parts) => price.max / parts),
  ]
}

const DIFFERS =
  /\b(?:sav(?:e|es|ing)|cheaper|dearer|less|more|difference|keep|better off|by|extra|up|down|instead|off)\b/

/** Prices of the same, for others: a child beside a grown-up. */
function kinOf({ reading }: Place, entry: Entry, price: Money): readonly Money[] {
  return (reading.facts.groups.get(entry.group) ?? []).flatMap(({ value, fact }) =>
    isPrice(value) && value.max !== price.max && isInForce(fact, reading.day) ? [value] : [],
  )
}

/** How often a price may be paid: once, or as often as something that was told. */
function timesOf(price: Money, all: readonly Value[], repeats: readonly number[]): readonly number[] {
  const told = all.flatMap((value) => factorOf(value, price) ?? [])
  return [...new Set([1, ...repeats, ...told])].filter((times) => times > 0 && times <= TIMES_MAX).slice(0, FACTORS_MAX)
}

const TIMES_MAX = 1_000
const FACTORS_MAX = 6

/** Into how many parts it may be shared: "€57.50 apiece" of twelve lessons for €690. */
function partsOf({ others }: Entry, all: readonly Value[]): readonly number[] {
  return [...others, ...all].flatMap((value) =>
    value.kind === "count" && value.min === value.max && value.max > 1 && value.max <= TIMES_MAX ? [value.max] : [],
  )
}

/** "Another £6.80" of a limit of 50 and an order of 43.20; "seven to spare" of 25 with 18 in use. */
function isLeft({ clause, around }: Place, values: readonly Said[], { value: whole }: Entry): boolean {
  if (whole === null || (whole.kind !== "money" && whole.kind !== "count") || whole.min !== whole.max) return false
  if (!saysMissing(clause.tokens) && !LEFT.test(clause.words)) return false
  const fits = (value: Value): value is Money | Count => value.kind === whole.kind && value.min === value.max
  return values.some(
    ({ value }) =>
      fits(value) && value.max > 0 && around.some((used) => fits(used) && isSame(whole.max - used.max, value.max)),
  )
}

const LEFT = /\b(?:left|spare|to go|remaining|remain|free|short|missing|top up|over)\b/

function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) <= 0.006
}
