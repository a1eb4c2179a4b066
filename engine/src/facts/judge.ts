import { compare, isOtherUnit } from "./compare.ts"
import type { Agreement } from "./compare.ts"
import { isInForce } from "./in-force.ts"
import type { Entry } from "./entry.ts"
import { isSamePer } from "./payers.ts"
import { fromOthers, totalOf } from "./reckon.ts"
import { isMeasured, unitsIn } from "./units.ts"
import { saysFree } from "./value.ts"
import type { Count, DateValue, Said, Value } from "./value.ts"

export type Verdict = {
  readonly verdict: "supported" | "contradicted"
  readonly entry: Entry
  /** The figure of a fact that does not hold now. */ readonly isEcho?: true
}

/** When a clause says that it holds. */
export type Tense = {
  readonly isPast: boolean
  readonly isFuture: boolean
  /** "comes to", "in total": what is told is reckoned from a price, and not always from what stands in the clause. */
  readonly isTotal: boolean
  /** Amounts told close by, of which a total may be reckoned. */
  readonly around: readonly Value[]
  /** Days told: what holds on them is meant, though it does not hold yet. */
  readonly dates: readonly DateValue[]
}

/**
 * What the facts of one property, all in scope, say to the amounts of a clause: supported where one that holds agrees,
 * contradicted where each that holds says otherwise. An expired fact backs only what is told as past, a future one only
 * what is told as to come. Null where nothing is certain.
 */
export function judge(values: readonly Said[], entries: readonly Entry[], tense: Tense, day: string): Verdict | null {
  const holding = entries.filter(({ fact }) => isInForce(fact, day))
  const over = entries.filter(({ fact }) => fact.validUntil !== undefined && fact.validUntil < day)
  const coming = entries.filter(({ fact }) => fact.validFrom !== undefined && fact.validFrom > day)
  const agrees = (entry: Entry): boolean => agreement(values, entry, tense) === "same"
  if (tense.isPast) {
    const past = over.find(agrees)
    if (past !== undefined) return { verdict: "supported", entry: past }
    if (holding.length === 0 || over.length > 0) return supportedBy(holding.find(agrees))
  }
  const meant = coming.filter((entry) => tense.isFuture || tense.dates.some((date) => isWithin(date, entry, day)))
  if (meant.length > 0) {
    const future = meant.find(agrees)
    if (future !== undefined) return { verdict: "supported", entry: future }
  }
  const answers = holding.map((entry) => agreement(values, entry, tense))
  const same = holding[answers.indexOf("same")]
  if (same !== undefined) return { verdict: "supported", entry: same }
  const [other] = holding
  if (other !== undefined)
    return answers.every((answer) => answer === "other") ? { verdict: "contradicted", entry: other } : null
  const stale = (tense.isFuture ? [] : coming).find(agrees) ?? over.find(agrees)
  return stale === undefined ? null : { verdict: "contradicted", entry: stale, isEcho: true }
}

function supportedBy(entry: Entry | undefined): Verdict | null {
  return entry === undefined ? null : { verdict: "supported", entry }
}

/** Whether a day or month told falls into the time for which the fact holds. */
export function isWithin({ year, month: named, day }: DateValue, { fact }: Entry, today: string): boolean {
  const month = named ?? (day === undefined ? undefined : nextWith(day, today))
  if (month === undefined) return false
  const { validFrom = "", validUntil = "9999" } = fact
  const years = year === undefined ? [Number(today.slice(0, 4)), Number(today.slice(0, 4)) + 1] : [year]
  return years.some((each) => {
    const told = `${each}-${String(month).padStart(2, "0")}`
    if (day !== undefined) {
      const whole = `${told}-${String(day).padStart(2, "0")}`
      return whole >= validFrom && whole <= validUntil && whole >= today
    }
    return told >= validFrom.slice(0, 7) && told <= validUntil.slice(0, 7) && told >= today.slice(0, 7)
  })
}

/** The month of the next such day: "the 28th". */
function nextWith(day: number, today: string): number {
  const month = Number(today.slice(5, 7))
  return day >= Number(today.slice(8, 10)) ? month : (month % 12) + 1
}

/** Whether one of the amounts told is the fact's, as it stands or reckoned from the others of the clause. */
export function agreement(
  values: readonly Said[],
  entry: Entry,
  { isTotal, around }: Pick<Tense, "isTotal" | "around"> = { isTotal: false, around: [] },
): Agreement {
  const { value } = entry
  if (value === null) return null
  let found: Agreement = null
  for (const said of values) {
    if (isBare(said.value) && entry.bare !== null && value.kind !== "percent" && isBareSame(said.value, entry.bare))
      return "same"
    if (!isAlike(said.value, entry)) continue
    if (isConsistent(said.value, entry)) continue
    const one = compare(asThreshold(asAge(said.value, value), entry), value, entry.takesTime)
    if (one === "same") return hasOtherTerms(values, entry) ? "other" : "same"
    if (one === "other" && isWithinLimit(said.value, entry) && !isOtherUnit(said.value, value)) continue
    if (one === "other" && !entry.others.some((other) => compare(said.value, other, false) === "same")) found = "other"
  }
  const [only] = values
  const [term] = entry.others.filter((other) => other.kind === only?.value.kind)
  if (values.length === 1 && only !== undefined && term !== undefined && isTerm(only, entry))
    return compare(only.value, term, false)
  if (fromOthers(values, around, value)) return "same"
  if (found === "other" && isOtherTotal(values, entry)) return "other"
  if (found === "other" && isToldToo(values, entry)) return null
  const isSame = values.some(
    (said) =>
      said.value.kind === "money" &&
      said.value.per !== "" &&
      value.kind === "money" &&
      isSamePer(said.value.per, value.per),
  )
  return found === "other" && isTotal && value.kind === "money" && value.per !== "" && !isSame ? null : found
}

/** "One for every three babies and one for every eight in the big group": the fact's figure is told as well, of those whom it calls otherwise. */
function isToldToo(values: readonly Said[], { value, bare }: Entry): boolean {
  if (value?.kind !== "count" || bare === null || isMeasured(value.of) || values.length < 2) return false
  return values.some(
    (said) => said.value.kind === "count" && !isMeasured(said.value.of) && isBareSame(said.value, bare),
  )
}

/** A sum told beside how often a price is paid, that does not come to it. */
export function isOtherTotal(values: readonly Said[], { value, names, isFee }: Entry): boolean {
  if (value?.kind !== "money" || !isFee) return false
  const total = totalOf(values, { fact: value, names })
  const sums = values.filter((said) => said.value.kind === "money")
  const [sum] = sums
  if (
    total === null ||
    sums.length !== 1 ||
    sum?.value.kind !== "money" ||
    values.some((said) => said.value.kind === "percent")
  )
    return false
  return (
    sum.value.per === "" && sum.value.max > 0 && sum.value.bound === "exact" && Math.abs(sum.value.max - total) > 0.01
  )
}

/** "3 at the most" of two to three; "24 is the least" of 24 to 120. */
function isBareSame({ min, max, bound }: Count, bare: NonNullable<Entry["bare"]>): boolean {
  if (bare.min === bare.max) return min === bare.min && max === bare.max
  if (bound === "most") return max === bare.max
  return bound === "least" ? min === bare.min : min === bare.min && max === bare.max
}

/** "Over $100 it is free" says where it begins. */
function asThreshold(told: Value, { attribute }: Entry): Value {
  const isEdge = attribute.includes("+free") || attribute.includes("+least")
  if (!isEdge || told.kind === "date" || (told.bound !== "over" && told.bound !== "under")) return told
  return { ...told, bound: "exact" }
}

/** Ages agree by their figure: "under four", "up to 4 years", "until they are four". */
function asAge(told: Value, fact: Value): Value {
  if (fact.kind !== "count" || fact.of !== "year of age" || (told.kind !== "count" && told.kind !== "duration"))
    return told
  const size = told.kind === "duration" ? 12 : 1
  return { kind: "count", min: told.min / size, max: told.max / size, of: "", bound: "exact" }
}

export function isBare(value: Value): value is Count {
  return value.kind === "count" && (value.of === "" || value.of === "time") && Number.isFinite(value.max)
}

/** One length of time told, of a fact that has one among its terms and is itself of another kind. */
function isTerm(said: Said | undefined, { value, others }: Entry): boolean {
  if (said?.value.kind !== "duration" || value?.kind === "duration") return false
  return others.filter((other) => other.kind === "duration").length === 1
}

/** The right figure under other terms: "80% back up to 24 hours before" where it is 48. */
function hasOtherTerms(values: readonly Said[], { value, others }: Entry): boolean {
  return TERMS.some((kind) => {
    if (kind === value?.kind) return false
    const own = others.filter((other) => other.kind === kind)
    const told = values.filter((said) => said.value.kind === kind)
    const [term] = own
    const [said] = told
    if (term === undefined || said === undefined || own.length > 1 || told.length > 1) return false
    return compare(said.value, term, false) === "other" && !saysFree(said.value)
  })
}

const TERMS = ["duration", "percent"] as const

/** "A three-year-old travels free" where that ends at four, "an order of €75" where it begins at 60: no figure of the rule. */
function isConsistent(told: Value, { attribute, value }: Entry): boolean {
  if (told.kind === "date" || value === null || value.kind === "date") return false
  if (value.kind === "count" && value.of === "year of age" && told.bound === "most" && ageOf(told) === value.max - 1)
    return true // "up to three" of under four
  if (told.bound !== "exact") return false
  if (value.kind === "count" && value.of === "year of age")
    return asAge(told, value).kind === "count" && ageOf(told) < value.max
  const isFrom = attribute.includes("+free") || attribute.includes("+least")
  return (
    isFrom &&
    value.max > 0 &&
    value.kind !== "percent" &&
    value.kind !== "duration" &&
    told.kind === value.kind &&
    told.min > value.max
  )
}

function ageOf(told: Value): number {
  return told.kind === "duration" ? told.max / 12 : told.kind === "date" ? Number.NaN : told.max
}

/** Less than a limit, said without a word of limits, says nothing against it. */
function isWithinLimit(told: Value, { attribute, value }: Entry): boolean {
  if (!attribute.includes("+limit") || told.kind === "date" || value === null || value.kind === "date") return false
  return told.bound === "exact" && told.max < value.max && told.max > 0
}

/** Whether what was told is an amount of the fact's kind. */
export function isAlike(told: Value, entry: Entry): boolean {
  const fact = entry.value
  if (fact === null) return false
  if (saysFree(told)) {
    if (entry.attribute.includes("+free")) return false // from which amount on it is free
    return fact.kind === "money" || (fact.kind === "percent" && entry.isFee)
  }
  if (fact.kind === "count" && fact.of === "year of age")
    return told.kind === "duration"
      ? told.scale === "months"
      : told.kind === "count" && !isMeasured(told.of) && !HEADS.has(told.of)
  if (told.kind !== fact.kind) return false
  return (
    told.kind !== "count" ||
    fact.kind !== "count" ||
    told.of === "" ||
    fact.of === "" ||
    unitsIn(told.of, fact.of) !== null ||
    sameNoun(told.of, fact.of) ||
    (!isMeasured(fact.of) && entry.all.has(told.of))
  )
}

/** "One adult to eight children": so many, and not so old. */
const HEADS: ReadonlySet<string> = new Set(["+child", "+adult", "+baby", "+user", "+staff"])

/** Whether the amounts of a clause can be laid beside the fact at all. */
export function canCompare(values: readonly Said[], entry: Entry, around: readonly Value[] = []): boolean {
  if (entry.value === null) return false
  if (values.some((said) => isAlike(said.value, entry) || isBare(said.value))) return true
  if (values.length === 1 && isTerm(values[0], entry)) return true
  if (entry.value.kind !== "percent") return false
  const told = values.filter(({ value }) => value.kind === "money").length
  return told >= 2 || (told === 1 && around.some(({ kind }) => kind === "money"))
}

function sameNoun(one: string, other: string): boolean {
  return one === other || one.startsWith(other) || other.startsWith(one)
}
