import { traitsOf } from "./amount-traits.ts"
import type { Traits } from "./amount-traits.ts"
import { NONE_WEIGHTS, WEIGHTS } from "./amount-weights.ts"
import { candidatesFor } from "./candidates.ts"
import { isOtherUnit, PERIODS } from "./compare.ts"
import { withoutCondition } from "./condition.ts"
import type { Entry } from "./entry.ts"
import type { Place } from "./find-claims.ts"
import { agreement, canCompare, judge } from "./judge.ts"
import type { Verdict } from "./judge.ts"
import { keptOf } from "./last-clause.ts"
import { LIGHT } from "./light-words.ts"
import { inScope } from "./scope.ts"
import type { InScope } from "./scope.ts"
import { SLIGHT } from "./slight-words.ts"
import { tenseOf } from "./tense.ts"
import { saysFree } from "./value.ts"
import type { Said } from "./value.ts"
import { likeliest, weigherOf } from "./likeliest.ts"
import { wordsOf } from "./words-of.ts"

/** A property that the amount of a clause may be about. */
export type Option = {
  readonly entry: Entry
  readonly verdict: Verdict | null
  /** Dimensions of scope of which nothing is known. */
  readonly open: readonly string[]
  readonly traits: Traits
  /** The chance that it is meant, among all options and that none of them is. */
  readonly chance: number
}

/** What speaks for it that a clause's amount is about no fact. */
export type NoneTrait = "constant" | "case" | "personal" | "unknown" | "verbless"
export type NoneTraits = Readonly<Record<NoneTrait, number>>

/** The properties that a clause's amounts may be about, likeliest first: a conditional logit over what speaks for each. */
export function optionsOf(place: Place): readonly Option[] {
  if (place.clause.values.length === 0) return []
  return (keptOf(place.units).options ??= readOptions(place, withoutCondition(place)))
}

function readOptions(place: Place, values: readonly Said[]): readonly Option[] {
  const { reading } = place
  const groups = groupsOf(place, values)
  if (groups.length === 0) return []
  const words = wordsOf(place)
  const crowd = Math.log2(1 + groups.length)
  const named = namedIn(groups, words.own)
  const tense = tenseOf(place)
  const isFree = values.some(({ value }) => saysFree(value))
  const raw = groups.map((entries) => {
    const scoped = inScope(entries[0], place)
    const isKin = entries.some((entry) => agreement(values, entry) === "same")
    const when = isKin ? { ...tense, isTotal: false } : tense
    const verdict = scoped.isElsewhere ? null : judge(values, scoped.entries, when, reading.day)
    const entry = verdict?.entry ?? scoped.entries[0] ?? entries[0]
    const said = traitsOf(entry, values, words)
    const traits = {
      ...said,
      scopeHere: scoped.isMeasured === true ? Math.max(said.scopeHere, MEASURED) : said.scopeHere,
      crowd,
      othersName: named.size > 0 && !named.has(subjectOf(entry)) ? 1 : 0,
      elsewhere: scoped.isElsewhere ? 1 : 0,
      none: verdict === null ? 1 : 0,
      same: verdict?.verdict === "supported" && !isFree ? 1 : 0,
      kin:
        (isKin || values.some(({ value }) => isOtherUnit(value, entry.value))) &&
        verdict?.verdict === "contradicted" &&
        !(isFree && verdict.isEcho === true)
          ? 1
          : 0,
    }
    return { entry, verdict, open: openOf(scoped, verdict, values), traits }
  })
  const agreeing = raw.reduce((sum, { traits }) => sum + traits.same, 0)
  for (const { traits } of raw) traits.sole = traits.same === 1 && agreeing === 1 ? 1 : 0
  return likeliest(raw, weigh, weighNone(amountNoneOf(place)))
}

const MEASURED = 0.5 // "eight square metres" says of which storage unit, though in figures

type Group = readonly [Entry, ...Entry[]]

/** The properties whose values can be laid beside the clause's. */
function groupsOf({ reading, around, units }: Place, values: readonly Said[]): readonly Group[] {
  const { facts } = reading
  const seen = new Set<string>()
  return candidatesFor(units, facts).flatMap(({ group }): readonly Group[] => {
    if (seen.has(group)) return []
    seen.add(group)
    const [first, ...more] = facts.groups.get(group) ?? []
    if (first === undefined || first.isSuperlative) return []
    return [first, ...more].some((entry) => canCompare(values, entry, around)) ? [[first, ...more]] : []
  })
}

/** The subjects of which the clause says a whole name. */
function namedIn(groups: readonly Group[], own: ReadonlySet<string>): ReadonlySet<string> {
  const named = new Set<string>()
  for (const [entry] of groups) {
    const isNamed = entry.aliases.some(
      ({ concepts, isUs, isPartial }) =>
        !isUs &&
        !isPartial &&
        concepts.some((concept) => !LIGHT.has(concept) && !SLIGHT.has(concept)) &&
        concepts.every((concept) => own.has(concept)),
    )
    if (isNamed) named.add(subjectOf(entry))
  }
  return named
}

function subjectOf({ fact }: Entry): string {
  return fact.subject.toLowerCase()
}

function openOf(scoped: InScope, verdict: Verdict | null, values: readonly Said[]): readonly string[] {
  if (verdict === null || verdict.verdict === "contradicted" || scoped.open.length === 0) return []
  const meant = verdict.entry.fact.scope ?? {}
  const open = scoped.open.filter((dimension) => !USUAL.test(meant[dimension] ?? ""))
  return scoped.entries.some((entry) => agreement(values, entry) === "other" && !isOfOtherPeriod(values, entry))
    ? open
    : []
}

/** Whoever says nothing of a child means a grown-up. */
const USUAL = /^adults?\b/i

/** "$15 a month", of what costs $144 a year: the period says which is meant. */
function isOfOtherPeriod(values: readonly Said[], { value }: Entry): boolean {
  const periods = (per: string): readonly string[] => per.split("/").filter((part) => PERIODS.has(part))
  const own = value?.kind === "money" ? periods(value.per) : []
  const told = values.flatMap((said) => (said.value.kind === "money" ? periods(said.value.per) : []))
  return own.length > 0 && told.length > 0 && !own.some((part) => told.includes(part))
}

/** What speaks for it that a clause's amounts are about none of them. */
export function amountNoneOf(place: Place): NoneTraits {
  const { words } = place.clause
  const { own, isKnown } = wordsOf(place)
  return {
    constant: 1,
    case: CASE.test(words) ? 1 : 0,
    personal: PERSONAL.test(words) ? 1 : 0,
    unknown: [...own].some(isKnown) ? 0 : 1,
    verbless: VERB.test(words) ? 0 : 1,
  }
}

/** One affair rather than the rule. */
const CASE =
  /\b(?:your (?:order|refund|payment|bill|invoice|parcel|booking|total|balance|table|appointment|seat)|so far|still have|left)\b/
const PERSONAL = /\b(?:i|i'm|i've|i'll|i'd|me|my)\b/
const VERB =
  /\b(?:is|are|it's|costs?|takes?|pay|pays|get|gets|can|have|has|comes?|you'd|you'll|we|there's|that's|will|would|must|may)\b/

const weigh = weigherOf(WEIGHTS)
const weighNone = weigherOf(NONE_WEIGHTS)
