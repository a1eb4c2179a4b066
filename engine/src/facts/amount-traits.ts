import type { Entry } from "./entry.ts"
import { compare } from "./compare.ts"
import { isAlike, isBare } from "./judge.ts"
import { nameTraits } from "./name-traits.ts"
import { isSamePer } from "./payers.ts"
import type { Kin } from "./kin.ts"
import { LIGHT } from "./light-words.ts"
import { SLIGHT } from "./slight-words.ts"
import type { Token } from "./tokens.ts"
import { isMeasured, unitsIn } from "./units.ts"
import type { Said, Value } from "./value.ts"
import { textAt } from "../words.ts"

/** What speaks for and against it that a clause's amount is a fact's: each from 0 or -1 to about 2. Weighed in amount-weights.ts. */
export type Traits = Readonly<Record<Trait, number>>

export type Trait =
  | "name"
  | "nameNear"
  | "nameWeight"
  | "wholeName"
  | "othersName"
  | "property"
  | "share"
  | "propertyNear"
  | "rest"
  | "scopeHere"
  | "scopeNear"
  | "foreign"
  | "others"
  | "other"
  | "modified"
  | "unit"
  | "per"
  | "age"
  | "bare"
  | "term"
  | "limit"
  | "lead"
  | "takes"
  | "same"
  | "kin"
  | "none"
  | "elsewhere"
  | "crowd"
  | "emptyName"
  | "kinName"
  | "kinNear"
  | "kinProperty"
  | "sole"

/** The words of a clause and of what stands around it, as a fact is looked for by them. */
export type Words = {
  readonly own: ReadonlySet<string>
  /** The same with those of the clause that it goes on from. */
  readonly read: ReadonlySet<string>
  readonly near: ReadonlyMap<string, number>
  /** The book's concepts that words of the clause may stand for, and those that words around it may. */
  readonly kinHere: ReadonlyMap<string, number>
  readonly kinNear: ReadonlyMap<string, number>
  readonly kin: Kin
  readonly text: string
  readonly tokens: readonly Token[]
  /** Whether the clause leaves it to what stands before to say what it is about: "Two terabytes!", "It adds €19 a day." */
  readonly isEmpty: boolean
  readonly rarity: (concept: string) => number
  readonly against: (concept: string) => number
  readonly isKnown: (concept: string) => boolean
}

/** What the words and the kind of value say, before the amounts are compared. */
export function traitsOf(entry: Entry, values: readonly Said[], words: Words): Record<Trait, number> {
  const named = nameTraits(entry.aliases, words)
  return {
    ...named,
    ...propertyTraits(entry.attribute, entry, words),
    ...strangers(entry, words),
    modified: isModified(entry, words) ? 1 : 0,
    ...valueTraits(entry, values, words.text),
    emptyName: words.isEmpty ? named.nameNear : 0,
    othersName: 0,
    same: 0,
    sole: 0,
    kin: 0,
    none: 0,
    elsewhere: 0,
    crowd: 0,
  }
}

type Property = Pick<
  Record<Trait, number>,
  "property" | "share" | "propertyNear" | "rest" | "scopeHere" | "scopeNear" | "kinProperty"
>

/** How much is said of the words of its property, of the other words of its statement, and of those for whom it holds. */
export function propertyTraits(
  attribute: readonly string[],
  { all, scoped, names }: Entry,
  { own, near, kinHere, rarity }: Words,
): Property {
  let whole = 0
  let property = 0
  let propertyNear = 0
  let kinProperty = 0
  for (const concept of attribute) {
    if (names.has(concept)) continue
    const weight = rarity(concept)
    whole += weight
    if (own.has(concept)) property += weight
    else {
      propertyNear += weight * (near.get(concept) ?? 0)
      kinProperty += weight * (kinHere.get(concept) ?? 0)
    }
  }
  let rest = 0
  let scopeHere = 0
  let scopeNear = 0
  for (const concept of all) {
    if (names.has(concept) || attribute.includes(concept)) continue
    const isHere = own.has(concept)
    if (BOUNDS.has(concept)) continue // told as `limit`
    if (!scoped.has(concept)) rest += isHere ? rarity(concept) : 0
    else if (isHere) scopeHere += rarity(concept)
    else scopeNear += rarity(concept) * (near.get(concept) ?? 0)
  }
  return {
    property: Math.min(2, property),
    share: whole > 0 ? property / whole : 0,
    propertyNear: Math.min(2, propertyNear),
    kinProperty: Math.min(2, kinProperty),
    rest: Math.min(2, rest),
    scopeHere: Math.min(1.5, scopeHere),
    scopeNear: Math.min(1.5, scopeNear),
  }
}

const BOUNDS: ReadonlySet<string> = new Set(["+limit", "+least"])

/** Words of the clause that the fact does not have: of other facts, and of none. */
export function strangers(
  { all }: Pick<Entry, "all">,
  { read, against, isKnown, kin }: Words,
): Pick<Record<Trait, number>, "foreign" | "others" | "other"> {
  let foreign = 0
  let others = 0
  let other = 0 // words that make it another thing: "express", "child"
  for (const concept of read) {
    if (all.has(concept)) continue
    if (kin.get(concept)?.some((own) => all.has(own)) === true) continue
    if (concept.startsWith("+") && against(concept) >= 0.7) other += against(concept)
    if (isKnown(concept)) others += against(concept)
    else foreign += against(concept)
  }
  return { foreign: Math.min(4, foreign), others: Math.min(4, others), other: Math.min(2, other) }
}

/** "electric boat" of a fact about boats that says nothing of electric ones, "boat trailers cost" of one without trailers. */
export function isModified({ all, names }: Entry, { tokens, own }: Words): boolean {
  const isForeign = (at: number): boolean => {
    const { concept = "", kind } = tokens[at] ?? {}
    return kind === "word" && own.has(concept) && !all.has(concept) && !LIGHT.has(concept) && !SLIGHT.has(concept)
  }
  if (isOtherPet(all, own)) return true
  return tokens.some(({ concept }, at) => {
    if (!names.has(concept)) return false
    return isForeign(at - 1) || (isForeign(at + 1) && TELLS.test(textAt(tokens, at + 2)))
  })
}

/** "Cats are allowed", of dogs: both are pets. */
export function isOtherPet(all: ReadonlySet<string>, own: ReadonlySet<string>): boolean {
  return PETS.some((said) => own.has(said) && !all.has(said) && PETS.some((meant) => all.has(meant)))
}

const PETS = ["~dog", "~cat"]

const TELLS = /^(?:is|are|costs?|takes?|has|have|comes?|can|may|must|lasts?)$/

type Valued = Pick<Record<Trait, number>, "unit" | "per" | "age" | "bare" | "term" | "limit" | "lead" | "takes">

/** How well the kinds of value go together. */
function valueTraits(entry: Entry, values: readonly Said[], text: string): Valued {
  const { value, others, attribute, all, fact } = entry
  const alike = values.map((said) => said.value).filter((told) => isAlike(told, entry))
  const isLead = LEAD.test(text)
  return {
    unit: alike.some((told) => sharesUnit(told, value)) || values.some((said) => isPeriod(said.value, value)) ? 1 : 0,
    per: alike.some((told) => isPerOther(told, value)) ? 1 : 0,
    age: isAge(value) && alike.some(isAge) ? 1 : 0,
    bare: alike.every(isBare) ? 1 : 0,
    term: others.some((other) => values.some((said) => compare(said.value, other, false) === "same")) ? 1 : 0,
    limit: alike.some((told) => isLimit(told, all)) ? 1 : 0,
    lead:
      value?.kind !== "duration"
        ? 0
        : isLead === LEAD.test(`${fact.attribute} ${fact.statement}`)
          ? Number(isLead)
          : -1,
    takes:
      value?.kind === "duration" && (attribute.length === 0 || TIME.test(fact.attribute)) && TAKES.test(text) ? 1 : 0,
  }
}

const LEAD = /\b(?:before|beforehand|until|till|ahead|in advance|notice|prior|early)\b/
const TAKES =
  /\b(?:takes?|took|lasts?|within|long|about|ready|done|arrives?|gets? (?:you|it|them|there|here)|looking at)\b/
const TIME = /\b(?:time|duration|length|takes|turnaround)\b/

function sharesUnit(told: Value, value: Value | null): boolean {
  if (told.kind === "money") return value?.kind === "money" && told.per !== "" && isSamePer(told.per, value.per)
  if (told.kind === "count")
    return value?.kind === "count" && isMeasured(value.of) && unitsIn(told.of, value.of) !== null
  return told.kind === "duration" && value?.kind === "duration" && told.scale === value.scale
}

/** "€80 for five days", of a price per day. */
function isPeriod(told: Value, value: Value | null): boolean {
  if (told.kind !== "duration" || value?.kind !== "money") return false
  const per = value.per.split("/")
  return PERIODS.some(
    ({ name, scale, size }) => per.includes(name) && told.scale === scale && told.max > 0 && told.max % size === 0,
  )
}

const PERIODS = [
  { name: "hour", scale: "hours", size: 0.25 },
  { name: "day", scale: "hours", size: 24 },
  { name: "night", scale: "hours", size: 24 },
  { name: "week", scale: "hours", size: 168 },
  { name: "month", scale: "months", size: 1 },
] as const

function isPerOther(told: Value, value: Value | null): boolean {
  return told.kind === "money" && value?.kind === "money" && told.per !== "" && !isSamePer(told.per, value.per)
}

function isAge(value: Value | null): boolean {
  return value?.kind === "count" && value.of === "year of age"
}

function isLimit(told: Value, all: ReadonlySet<string>): boolean {
  if (told.kind === "date") return false
  const isUpper = told.bound === "most" || told.max === Infinity
  return (isUpper && all.has("+limit")) || (told.bound === "least" && all.has("+least"))
}
