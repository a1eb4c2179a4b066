import type { Fact } from "./fact.ts"
import { exceptedIn, exemptionOf } from "./exemption.ts"
import type { Exemption } from "./exemption.ts"
import { valueOfFact } from "./fact-value.ts"
import type { Schedule } from "./hours.ts"
import { kindOfItems, namedOf } from "./list-kinds.ts"
import type { ListKind } from "./list-kinds.ts"
import { read, TEXT_LENGTH_READ } from "./read-text.ts"
import { scheduleOf } from "./schedules.ts"
import { SLIGHT } from "./slight-words.ts"
import { absenceOf, asidesOf, propositionOf } from "./statements.ts"
import type { Proposition } from "./statements.ts"
import { tokensOf } from "./tokens.ts"
import type { Value } from "./value.ts"

/** One name of a subject. `isUs`: "we", or the business itself. */
export type Alias = {
  readonly concepts: readonly string[]
  readonly isUs: boolean
  readonly isProper: boolean
  /** One word of several is left: numbers and words that say nothing are not counted. */
  readonly isPartial: boolean
  /** All its words, where one is left of several. */
  readonly words: readonly string[]
}

/** A fact as it is compared. */
export type Entry = {
  readonly index: number
  readonly fact: Fact
  /** Versions and scopes of one property of one subject share it. */
  readonly group: string
  readonly aliases: readonly Alias[]
  /** Each word of its names. */
  readonly names: ReadonlySet<string>
  /** What makes the property this one and no other; without words that the kind of value says already. */
  readonly attribute: readonly string[]
  /** The concepts of what it holds for: a plan, a country, a kind of customer. */
  readonly scoped: ReadonlySet<string>
  /** Every concept of subject, attribute, statement and scope. */
  readonly all: ReadonlySet<string>
  readonly value: Value | null
  /** How long something takes, rather than how long it may be used, returned or claimed. */
  readonly takesTime: boolean
  /** Other values in the statement: "after $2,000 of spending in the first month". */
  readonly others: readonly Value[]
  /** The value as a bare number in the fact's own unit, as in "it stays at sixty-four". */
  readonly bare: { readonly min: number; readonly max: number } | null
  /** The concepts of each item of a list. */
  readonly items: readonly (readonly string[])[]
  /** Whether its items are names: "Visa, PayPal". */
  readonly hasNames: boolean
  /** Of what kind its items are, and which of that kind. */
  readonly listKind: ListKind | null
  readonly listed: readonly string[]
  readonly schedule: Schedule | null
  readonly isSuperlative: boolean
  /** What is so or not so by it, the fact's own first. */
  readonly propositions: readonly Proposition[]
  /** What is paid to us; a discount and interest are not. */
  readonly isFee: boolean
  /** For whom or when its own statement says that it is not paid. */
  readonly exemption: Exemption | null
  /** Words of what its statement excepts. */
  readonly excepted: ReadonlySet<string>
}

export type Making = {
  readonly index: number
  readonly currency: string
  readonly names: ReadonlySet<string>
  readonly company: string
}

export function entryOf(fact: Fact, making: Making): Entry {
  const { names } = making
  const named = [fact.subject, ...(fact.aliases ?? [])].map((name) => aliasOf(name, making))
  const telling = named.filter(({ concepts, isUs }) => isUs || concepts.length > 0)
  const aliases = telling.length > 0 ? telling : named.map((name) => ({ ...name, isUs: true }))
  const isSuperlative = /^superlative\b|^comparison\b/i.test(fact.attribute) || fact.evidence !== undefined
  const attribute = read(fact.attribute, names)
  const statement = read(fact.statement, names)
  const value = isSuperlative ? null : ageOr(fact, valueOfFact(fact, making.currency))
  const schedule = isSuperlative ? null : scheduleOf(fact)
  const scope = Object.values(fact.scope ?? {}).map((text) => read(text, names))
  const scoped = new Set(scope.flatMap(({ concepts }) => [...concepts]))
  const all = new Set([
    ...aliases.flatMap(({ concepts }) => concepts),
    ...attribute.concepts,
    ...statement.concepts,
    ...scoped,
    ...read(fact.unit ?? "", names).concepts,
  ])
  const own = new Set([...aliases.flatMap(({ concepts }) => concepts), ...attribute.concepts])
  const listed = itemsOf(fact, isSuperlative || value !== null || schedule !== null, names)
  return {
    index: making.index,
    fact,
    group: `${fact.subject.toLowerCase()}\n${fact.attribute.toLowerCase()}`,
    aliases,
    names: new Set(aliases.flatMap(({ concepts }) => concepts)),
    attribute: [...attribute.concepts].filter((concept) => !GENERIC[value?.kind ?? "none"].has(concept)),
    scoped,
    all,
    value,
    takesTime: takesTime(fact, attribute.concepts),
    others: statement.values.map((said) => said.value).filter((other) => value === null || !isSame(other, value)),
    ...listed,
    bare: bareOf(fact),
    schedule,
    isSuperlative,
    // "free: yes" is compared as a price of nought.
    propositions:
      isSuperlative || (fact.type === "boolean" && value !== null && !attribute.concepts.has("+include"))
        ? []
        : propositionsOf(fact, [...attribute.concepts], aliases, { names, scoped, items: listed.items }),
    isFee:
      (attribute.concepts.has("+price") || attribute.concepts.has("+deposit")) && !attribute.concepts.has("+discount"),
    exemption: exemptionOf(fact, value, own, names),
    excepted: exceptedIn(fact, own, names),
  }
}

function propositionsOf(
  fact: Fact,
  attribute: readonly string[],
  aliases: readonly Alias[],
  {
    names,
    scoped,
    items,
  }: { readonly names: ReadonlySet<string>; readonly scoped: ReadonlySet<string> } & Pick<Entry, "items">,
): readonly Proposition[] {
  const own = propositionOf(fact, attribute, scoped) ?? absenceOf(fact, attribute)
  const asides = asidesOf(fact, new Set(aliases.flatMap(({ concepts }) => concepts)), names).filter(
    ({ concepts }) => !items.some((item) => item.every((each) => concepts.includes(each))), // read with the list
  )
  return own === null ? asides : [own, ...asides]
}

/** What the kind of value says already. */
const GENERIC: Readonly<Record<Value["kind"] | "none", ReadonlySet<string>>> = {
  money: new Set(["+price", "+month", "valu"]),
  duration: new Set(["+done", "period", "length", "window", "+month", "usual", "duration"]),
  percent: new Set(["rat", "+month"]),
  count: new Set(["total", "+month", "valu"]),
  date: new Set(["dat", "deadlin"]),
  none: new Set([]),
}

function isSame(one: Value, other: Value): boolean {
  if (one.kind !== other.kind) return false
  return one.kind === "date" || other.kind === "date" ? false : one.min === other.min && one.max === other.max
}

function takesTime({ attribute }: Fact, concepts: ReadonlySet<string>): boolean {
  if (IS_OPEN_FOR.test(attribute)) return false
  return concepts.has("+delivery") || TAKES.test(attribute)
}

const IS_OPEN_FOR = /window|warranty|valid|guarantee|notice|trial|contract|period|term\b|deadline|within|until|return/i
const TAKES = /time|turnaround|lead|takes|duration|process/i

/** An age is a number of years rather than a length of time: "children under 4". */
function ageOr({ attribute, unit }: Fact, value: Value | null): Value | null {
  if (value?.kind !== "duration" || !/\bage\b|years? old|\bunder\b.*\byears?\b/i.test(`${attribute} ${unit ?? ""}`))
    return value
  return { kind: "count", min: value.min / 12, max: value.max / 12, of: "year of age", bound: "exact" }
}

function itemsOf(
  { type, value }: Fact,
  isNone: boolean,
  names: ReadonlySet<string>,
): Pick<Entry, "items" | "hasNames" | "listKind" | "listed"> {
  const none = { items: [], hasNames: false, listKind: null, listed: [] }
  if (isNone) return none
  const words =
    typeof value === "string" && type === "text" ? value.split(/, | and |; | or /) : Array.isArray(value) ? value : []
  const items = words.flatMap((item: string) => {
    const concepts = [...read(item, names).concepts]
    return concepts.length === 0 || concepts.length > 4 ? [] : [concepts]
  })
  const spoken = words.map((item: string) => tokensOf(item, 0, Math.min(item.length, TEXT_LENGTH_READ)))
  const listKind = kindOfItems(spoken)
  const listed = listKind === null ? [] : spoken.flatMap((each) => namedOf(listKind, each).map(({ what }) => what))
  return { items, listKind, listed, hasNames: words.length > 1 && words.some((item: string) => /^\p{Lu}/u.test(item)) }
}

function bareOf({ value }: Fact): Entry["bare"] {
  if (typeof value === "number") return { min: value, max: value }
  if (typeof value !== "object" || !("min" in value || "max" in value)) return null
  return { min: value.min ?? 0, max: value.max ?? Number.POSITIVE_INFINITY }
}

/** Whether one of its names is said, each word of it that tells something; "we" is no name. */
export function saysName({ aliases }: Pick<Entry, "aliases">, says: (concept: string) => boolean): boolean {
  return aliases.some(({ concepts, isUs }) => !isUs && concepts.every(says))
}

/** The same without names of which one word is left of several. */
export function saysWholeName({ aliases }: Entry, says: (concept: string) => boolean): boolean {
  return saysName({ aliases: aliases.filter(({ isPartial }) => !isPartial) }, says)
}

/** "day passes" is said of a "day pass". */
export function singular(word: string): string {
  return word.length > 3 ? word.replace(/(?<=s|x|ch|sh)es$|(?<!s)s$/, "") : word
}

/** "personalised items": what matters is "personalised". */
const VAGUE = new Set(["item", "product", "articl", "good", "piec", "option", "servic"])

function aliasOf(name: string, { names, company }: Making): Alias {
  const { tokens, concepts: found } = read(name, names)
  const all = [...found]
  const telling = all.filter((concept) => !VAGUE.has(concept))
  // "full" alone names no "full service": other things are full, too.
  const concepts = telling.some((concept) => !SLIGHT.has(concept)) ? telling : all
  const isUs = name.toLowerCase() === company.toLowerCase() || /^(?:we|us|our (?:company|shop|store|team))$/i.test(name)
  return {
    concepts,
    isUs,
    isProper: /^\p{Lu}/u.test(name),
    words: tokens.flatMap(({ kind, text }) => (kind === "word" ? [singular(text)] : [])),
    isPartial:
      concepts.length === 1 &&
      concepts[0]?.startsWith("#") === false && // "the 500"
      tokens.length > 1 &&
      telling.length === all.length,
  }
}
