import { isNoOther, judgeGroup, kindOf } from "./amount-claim.ts"
import { compare } from "./compare.ts"
import type { Entry } from "./entry.ts"
import type { Judged, Place } from "./find-claims.ts"
import { canCompare, isBare } from "./judge.ts"
import { LIGHT, matchesOf, nearnessOf } from "./match.ts"
import type { Match } from "./match.ts"
import { SLIGHT } from "./slight-words.ts"
import type { Said } from "./value.ts"

/**
 * What a clause says of an amount whose subject it names in other words than the book: an amount of this kind and unit is
 * evidence by itself. Of the facts that can be laid beside it, the one that shares most with the clause and what is around it is
 * meant, if it stands clearly before the others.
 */
export function valueClaim(place: Place): Judged | null {
  const { clause, units, reading, stance } = place
  const isOffer = stance === "orders" && /\band (?:you|we|it)\b/.test(clause.words)
  if ((stance !== "says" && !isOffer) || CASE.test(clause.words)) return null
  const values = clause.values.filter(
    ({ value }) => !isBare(value) && !(value.kind === "money" && value.isFree === true),
  )
  if (values.length === 0) return null
  const matches = matchesOf(units, reading.facts, (entry) => canCompare(values, entry))
  if (matches.length === 0) return null
  const near = nearnessOf(units)
  const ties = strongest(matches.map((match) => tieOf(match, place, { values, near })))
  const agreed = ties.find((tie) => isTied(tie) && isEqual(told(place, tie, values)))
  const [first, second] = ties
  if (agreed !== undefined && first !== undefined && agreed.sum > first.sum - AHEAD)
    return judged(place, agreed, values)
  if (first === undefined || agreed !== undefined || clause.values.length > 1 || !isFirm(first)) return null
  if (second !== undefined && first.sum < second.sum + AHEAD) return null
  const isAnothers = ties.some(
    (tie) => tie !== first && tie.sum > 0 && told(place, tie, values)?.verdict === "supported",
  )
  return isAnothers ? null : judged(place, first, values)
}

/** The figure of a fact, whether it holds or does no longer. */
function isEqual(verdict: ReturnType<typeof told>): boolean {
  return verdict?.verdict === "supported" || verdict?.isEcho === true
}

/** One affair rather than the rule. */
const CASE = /\b(?:your (?:order|refund|payment|bill|invoice|parcel|booking|total|balance)|so far|still have|left)\b/

const AHEAD = 0.5

type Tie = {
  readonly match: Match
  /** Weight of the words that it shares with the clause. */
  readonly own: number
  /** The same with what stands around the clause. */
  readonly sum: number
  /** Whether the clause or the sentence before says a word of the name or the scope, and the clause another of the property. */
  readonly isFull: boolean
}

type Around = { readonly values: readonly Said[]; readonly near: ReadonlyMap<string, number> }

function tieOf(match: Match, { units, reading }: Place, { values, near }: Around): Tie {
  const { entry } = match
  const { weights } = reading.facts
  const names = namesOf(entry)
  const clause = units[0]?.own ?? units[0]?.concepts ?? new Set<string>()
  const said = { names: new Set<string>(), property: new Set<string>() }
  let own = 0
  let around = 0
  for (const concept of entry.all) {
    if (isLight(concept)) continue
    const weight = weights.of(concept)
    const nearness = clause.has(concept) ? 1 : (near.get(concept) ?? 0)
    if (nearness >= BEFORE && names.has(concept)) said.names.add(concept)
    if (nearness === 1 && (!names.has(concept) || entry.attribute.includes(concept))) said.property.add(concept)
    if (nearness === 1) own += weight
    else if (names.has(concept)) around += weight * nearness * AROUND
  }
  if (isAge(entry, values)) {
    own += AGE
    said.property.add("unit")
  }
  if (entry.others.some((other) => values.some((each) => compare(each.value, other, false) === "same"))) {
    own += UNIT
    said.property.add("term")
  }
  if (sharesPer(entry, values) || reading.facts.onlyUnits.has(entry.group)) {
    own += UNIT
    said.property.add("unit")
  }
  const isWhole = entry.aliases.some(
    ({ concepts, isPartial }) => !isPartial && concepts.some((each) => said.names.has(each)),
  )
  const isKind = isWhole && entry.attribute.length === 0 && said.names.size > 0 && own > 0 && match.unexplained <= CLEAR
  const isByUnit = [...said.property].every((each) => each === "unit")
  const isClear = !isByUnit || (match.subject >= 0.5 && match.unexplained <= CLEAR) // "an electric boat" is no small one
  const words = new Set([...said.names, ...said.property])
  const isFull = isKind || (isClear && words.size >= 2 && said.property.size > 0)
  return {
    match,
    own,
    sum: own + around + (isKind ? KIND : 0),
    isFull: isFull && (said.names.size > 0 || entry.aliases.some(({ isUs }) => isUs)),
  }
}

const CLEAR = 0.25
const KIND = 0.4 // "express takes two days": the kind of value tells the property

const AROUND = 0.7
const BEFORE = 0.7

const AGE = 0.7
const UNIT = 0.4

/** "£3.20 a person" of a price per person: what it is paid for each time is part of the property. */
function sharesPer({ value }: Entry, values: readonly Said[]): boolean {
  if (value?.kind !== "money" || value.per === "") return false
  return values.some((said) => said.value.kind === "money" && said.value.per !== "" && said.value.per === value.per)
}

function isAge({ value }: Entry, values: readonly Said[]): boolean {
  if (value?.kind !== "count" || value.of !== "year of age") return false
  return values.some((said) => said.value.kind === "count" && said.value.of === "year of age")
}

/** Words of prices and limits tell no fact from another of the same kind. */
function isLight(concept: string): boolean {
  return SLIGHT.has(concept) || LIGHT.has(concept)
}

/** The words that name what the fact is of: its subject, and for whom it holds. */
function namesOf({ aliases, scoped }: Entry): ReadonlySet<string> {
  return new Set([...aliases.flatMap(({ concepts }) => concepts), ...scoped])
}

/** The strongest of each property, strongest first. */
function strongest(ties: readonly Tie[]): readonly Tie[] {
  const found = new Map<string, Tie>()
  for (const tie of ties.toSorted((one, other) => other.sum - one.sum)) {
    if (!found.has(tie.match.entry.group)) found.set(tie.match.entry.group, tie)
  }
  return [...found.values()]
}

function isTied({ own, sum, match }: Tie): boolean {
  return own >= 0.35 && sum >= 0.6 && match.unexplained <= 3
}

function isFirm({ own, sum, isFull, match }: Tie): boolean {
  return isFull && own >= 0.4 && sum >= 1 && match.unexplained <= 0.75
}

function told(place: Place, { match }: Tie, values: readonly Said[]): ReturnType<typeof judgeGroup> {
  const verdict = judgeGroup(place, match, values)
  return verdict?.verdict === "contradicted" && isNoOther(place, values, match) ? null : verdict
}

function judged(place: Place, tie: Tie, values: readonly Said[]): Judged | null {
  const verdict = told(place, tie, values)
  if (verdict === null || verdict.open !== undefined) return null
  return { ...verdict, kind: kindOf(verdict.entry.value), score: tie.sum }
}
