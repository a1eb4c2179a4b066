import type { Option } from "./amount-options.ts"
import type { Entry } from "./entry.ts"
import type { Place } from "./find-claims.ts"
import { isInForce } from "./in-force.ts"
import { inScope } from "./scope.ts"
import { factorOf } from "./reckon.ts"
import type { Money, Said, Value } from "./value.ts"
import { wordsOf } from "./words-of.ts"

/**
 * The price of which an amount told is made with another fact: less a discount ("so Flex is £112 for students"), with a surcharge, or
 * two prices together ("the cards in two colours are $300"). Null where none comes to it.
 */
export function combinedFrom(place: Place, values: readonly Said[], options: readonly Option[]): Option | null {
  const told = values.flatMap(({ value }) => (value.kind === "money" && value.max > 0 ? [value.max] : []))
  if (told.length === 0) return null
  const prices = options.filter(
    ({ entry, traits, verdict }) =>
      isPrice(entry.value) &&
      !entry.attribute.some((concept) => EDGES.has(concept)) &&
      verdict?.isEcho !== true &&
      traits.name + traits.nameNear >= NAMED_MIN,
  )
  if (prices.length === 0) return null
  const all = [...values.map(({ value }) => value), ...place.around]
  const found = prices.find((option) => {
    const price = isPrice(option.entry.value) ? option.entry.value : null
    if (price === null) return false
    const shares = sharesAround(place, all, option.entry)
    const sums = timesOf(price, all).flatMap((times) => [
      ...shares.flatMap((share) => [price.max * times * (1 - share), price.max * times * (1 + share)]),
      ...prices.flatMap(({ entry }) => (isOther(entry, option.entry) ? [price.max * times + entry.value.max] : [])),
    ])
    return told.some((amount) => sums.some((sum) => isSame(amount, sum)))
  })
  return found === undefined ? null : { ...found, verdict: { verdict: "supported", entry: found.entry }, open: [] }
}

const NAMED_MIN = 0.5

/** A minimum order, or a sum from which something is free, is no price. */
const EDGES: ReadonlySet<string> = new Set(["+least", "+limit", "+free"])

function isPrice(value: Value | null): value is Money {
  return value?.kind === "money" && value.min === value.max && value.max > 0
}

type Priced = Entry & { readonly value: Money }

function isOther(entry: Entry, own: Entry): entry is Priced {
  return entry.group !== own.group && isPrice(entry.value)
}

/** How often a price may be paid: once, or as often as something that was told. */
function timesOf(price: Money, all: readonly Value[]): readonly number[] {
  return [1, ...all.flatMap((value) => factorOf(value, price) ?? [])].filter((times) => times > 0 && times <= TIMES_MAX)
}

const TIMES_MAX = 1_000

/** Shares told close by, and those of facts that are spoken of. */
function sharesAround(place: Place, all: readonly Value[], priced: Entry): readonly number[] {
  const { reading, units } = place
  const words = wordsOf(place)
  const told = all.flatMap((value) => (value.kind === "percent" ? [value.max] : []))
  const spoken = reading.facts.shares.filter((entry) => {
    if (!isInForce(entry.fact, reading.day)) return false
    const isNamed = entry.aliases.some(
      ({ concepts, isUs }) => !isUs && concepts.every((each) => words.near.has(each) || words.kinNear.has(each)),
    )
    const isSaid = entry.attribute.some((each) => SHARES.has(each) && words.near.has(each))
    if (!isNamed && !isSaid) return false
    // A discount on food is none on what is priced.
    if (!entry.attribute.every((each) => SHARES.has(each) || words.near.has(each) || priced.all.has(each))) return false
    const group = reading.facts.groups.get(entry.group) ?? []
    return inScope(group, units, reading.known, reading.facts).entries.includes(entry)
  })
  const held = spoken.flatMap(({ value }) => (value?.kind === "percent" && value.min === value.max ? [value.max] : []))
  return [...new Set([...told, ...held])].flatMap((percent) => (percent > 0 ? [percent / 100] : []))
}

const SHARES: ReadonlySet<string> = new Set(["+discount", "+extra"])

function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) <= 0.006
}
