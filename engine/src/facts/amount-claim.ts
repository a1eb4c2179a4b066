import type { ClaimKind } from "../review-format.ts"
import type { Judged, Place } from "./find-claims.ts"
import { PERIODS } from "./compare.ts"
import { agreement, canCompare, isAlike, isBare, judge } from "./judge.ts"
import type { Tense, Verdict } from "./judge.ts"
import { LIGHT, matchesOf } from "./match.ts"
import type { Match } from "./match.ts"
import type { Entry } from "./entry.ts"
import { inScope } from "./scope.ts"
import { smooth } from "./smooth.ts"
import { isMeasured } from "./units.ts"
import type { Said, Value } from "./value.ts"

type Outcome = Verdict & { readonly open?: readonly string[]; readonly match: Match }

/**
 * What the facts say to the amounts, lengths and dates of a clause; null where it speaks of none of them. The same figure in
 * a fact that fits is agreement; another figure is a contradiction only where it is certain which fact is meant.
 */
export function amountClaim(place: Place): Judged | null {
  if (place.clause.values.length === 0 || place.stance === "own") return null
  const values = withoutCondition(place)
  const isThreshold = values.length < place.clause.values.length && values.some(({ value }) => value.kind !== "count")
  const matches = matchesOf(
    place.units,
    place.reading.facts,
    (entry) => {
      return canCompare(values, entry) && (!isThreshold || entry.all.has("+free"))
    },
    (entry) => (sharesPeriod(values, entry) ? SHARED_PERIOD : 0),
  )
  const outcomes = outcomesOf(place, matches, values)
  const against = outcomes.find(
    ({ verdict, match, isEcho }) => verdict === "contradicted" && (isEcho === true || match === matches[0]),
  )
  const firm =
    against !== undefined &&
    ((isCertain(against.match) &&
      isAlone(against.match, matches) &&
      (against.match.subject >= 0.5 || place.clause.values.length === 1) &&
      !isOneOfTwo(values, against.match.entry) &&
      (against.match.isHere || place.clause.concepts.size === 0 || ANSWER.test(wordsOf(place)))) ||
      against.isEcho === true)
      ? against
      : undefined
  const agreed = outcomes.find(({ verdict }) => verdict === "supported")
  // Another product's figure: this one's fact says otherwise, if not for certain. "It" is what was spoken of before.
  const isOthers =
    agreed !== undefined &&
    against !== undefined &&
    against.match.subject > agreed.match.subject + 0.25 &&
    !(agreed.match.subject >= NAMED_BEFORE && PRONOUN.test(wordsOf(place)))
  if (agreed !== undefined && !isOthers && (firm === undefined || agreed.match.score > firm.match.score - MARGIN))
    return told(agreed)
  return firm === undefined ? null : told(firm)
}

const SHARED_PERIOD = 1

/** "€52 an hour", "€80 for five days": told by the time for which the fact's price is. */
function sharesPeriod(values: readonly Said[], { value }: Entry): boolean {
  if (value?.kind !== "money" || value.per === "") return false
  return values.some((said) => {
    if (said.value.kind === "money") return said.value.per !== "" && said.value.per === value.per
    return (
      said.value.kind === "duration" &&
      LENGTHS.some(
        ({ per, scale, size }) =>
          value.per.split("/").includes(per) &&
          said.value.kind === "duration" &&
          said.value.scale === scale &&
          said.value.max % size === 0,
      )
    )
  })
}

const LENGTHS = [
  { per: "hour", scale: "hours", size: 0.25 },
  { per: "day", scale: "hours", size: 24 },
  { per: "night", scale: "hours", size: 24 },
  { per: "week", scale: "hours", size: 168 },
  { per: "month", scale: "months", size: 1 },
] as const

/** "It's €5", "Two terabytes!", "five days at most": what it speaks of stands before it. */
const ANSWER =
  /^(?:(?:and|but|so|yes|no|sorry|then)[, ]+)*(?:it's|it is|it costs|it takes|it comes|they're|they are|they cost|that's|that is|that costs|that takes|you pay|you'll pay|you get|costs|takes|is|at|for|never|not a|nothing|none|within|about|only|just|up to|[$€£]|\d|[a-z]+[^a-z]*$)/

function wordsOf({ clause }: Place): string {
  return clause.words
}

const NAMED_BEFORE = 0.4
const PRONOUN = /^(?:(?:and|but|so|then)[, ]+)*(?:it|they|that|this|those|these)\b/

/** A litre's price is not compared with a day's; a sum for once only where the clause itself names what is paid by the day. */
function isOtherPeriod(value: Value, { entry, isNamed, subject }: Match): boolean {
  if (value.kind !== "money" || entry.value?.kind !== "money") return false
  if (entry.value.per === "") return value.per.split("/").some((per) => PERIODS.has(per))
  if (value.per === "") return !isNamed && subject < NAMED_BEFORE && value.max > 0
  return !entry.value.per.split("/").some((per) => value.per.split("/").includes(per))
}

/** Whether what differs is of another kind after all: a price of another period, a deadline against how long something takes. */
export function isNoOther({ clause }: Place, values: readonly Said[], match: Match): boolean {
  const { entry } = match
  if (values.every(({ value }) => isOtherPeriod(value, match))) return true
  const isPrice = clause.values.some(({ value }) => value.kind === "money" && value.isFree !== true)
  if (entry.value?.kind === "count" && entry.value.of === "year of age" && isPrice) return true // "under 25 you pay €10 more"
  if (entry.value?.kind !== "duration") return false
  if (LEAD.test(clause.words)) return !LEAD.test(`${entry.fact.attribute} ${entry.fact.statement}`)
  return LEAD.test(entry.fact.attribute) && !LIMITS.test(clause.words)
}

const LEAD = /\b(?:before|beforehand|until|till|ahead|in advance|notice|prior)\b/
const LIMITS = /\b(?:within|at least|no later|latest|enough|after|for)\b/

const ECHO_MIN = 2
const MARGIN = 0.7
const BARE_MIN = 3.2 // a bare number may be a number of anything
const GROUPS_MAX = 8 // beyond them nothing fits

function outcomesOf(place: Place, matches: readonly Match[], values: readonly Said[]): readonly Outcome[] {
  const outcomes: Outcome[] = []
  const tried = new Set<string>()
  for (const match of matches) {
    if (match.score < ECHO_MIN || tried.size >= GROUPS_MAX) break
    if (tried.has(match.entry.group)) continue
    tried.add(match.entry.group)
    const known = match.score >= BARE_MIN && match.isHere ? values : values.filter(({ value }) => !isBare(value))
    const verdict = judgeGroup(place, match, known)
    const isBareOnly = known.every((said) => isUncounted(said) || !isAlike(said.value, match.entry))
    if (verdict?.verdict === "contradicted" && isBareOnly && !saysWhat(match, place)) continue
    if (verdict?.verdict === "contradicted" && isNoOther(place, known, match)) continue
    if (verdict !== null) outcomes.push({ ...verdict, match })
  }
  return outcomes
}

function isUncounted({ value }: Said): boolean {
  return isBare(value) || value.kind === "date"
}

/** A bare number goes against a measure only where the clause says what is measured. */
function saysWhat({ entry }: Match, { units }: Place): boolean {
  if (entry.value?.kind !== "count" || !isMeasured(entry.value.of)) return true
  return entry.attribute.some((concept) => !LIGHT.has(concept) && units[0]?.concepts.has(concept))
}

function told({ match, ...verdict }: Outcome): Judged {
  return { ...verdict, kind: kindOf(verdict.entry.value), score: match.score }
}

/** What the facts of one property say, for those whom the clause speaks of. */
export function judgeGroup(
  place: Place,
  match: Match,
  values: readonly Said[],
): (Verdict & { readonly open?: readonly string[] }) | null {
  const { facts, known, day } = place.reading
  const group = facts.groups.get(match.entry.group) ?? []
  const scoped = inScope(group, place.units, known, facts)
  if (scoped.isElsewhere) return null
  const verdict = judge(values, scoped.entries, tenseOf(place), day)
  if (verdict === null || verdict.verdict === "contradicted" || scoped.open.length === 0) return verdict
  const matters = scoped.entries.some((entry) => agreement(values, entry) === "other")
  return matters ? { ...verdict, open: scoped.open } : verdict
}

/** "Free if you keep $500 in it": the price of nought stands under a condition, so the condition is what is compared. */
function withoutCondition({ clause }: Place): readonly Said[] {
  if (!clause.values.some(({ value }) => isFree(value)) || clause.values.length < 2) return clause.values
  const isSome = clause.values.some(({ value }) => value.kind === "count" && value.max > 1)
  if (!isSome && !clause.tokens.some(({ text }) => CONDITION.test(text))) return clause.values
  return clause.values.filter(({ value }) => !isFree(value))
}

const CONDITION =
  /^(?:if|once|when|from|over|above|keep|spend|reaches|orders?|long|least|until|within|drops?|exceeds?)$/

function isFree(value: Value): boolean {
  return value.kind === "money" && value.isFree === true
}

function isCertain({ score, subject, cover, unexplained, isUnnamed }: Match): boolean {
  if (isUnnamed && unexplained > 0.15) return false
  return score >= 3.0 && subject >= 0.3 && cover >= 0.5 && unexplained <= (subject < 0.5 ? 0.25 : 1.3)
}

/** "It can be brought down to £150 for £9 a day": of two sums, neither is known to be the fact's. */
function isOneOfTwo(values: readonly Said[], { value }: Entry): boolean {
  return value?.kind === "money" && values.filter((said) => said.value.kind === "money").length > 1
}

/** Half a name ("car" of "small car" and of "family car") is certain only where it is half of no other. */
function isAlone(match: Match, matches: readonly Match[]): boolean {
  if (match.subject >= 0.5) return true
  return matches.every(({ entry, score }) => entry.group === match.entry.group || score < match.score - AHEAD)
}

const AHEAD = 0.3

export function kindOf(value: Value | null): ClaimKind {
  if (value === null) return "other"
  if (value.kind === "money" || value.kind === "percent") return "price"
  return value.kind === "count" ? "quantity" : value.kind
}

export function tenseOf({ clause, reading, stance }: Place): Tense {
  const { words } = clause
  const sentence = smooth(reading.text.slice(clause.sentence.start, clause.sentence.end))
  return {
    isPast: stance === "past" || PAST.test(words),
    isFuture: FUTURE.test(sentence) && !NOW.test(sentence),
    isTotal: TOTAL.test(words),
  }
}

const PAST =
  /\bused to\b|\b(?:was|were) (?:still|then)\b|\b(?:back in|back then|at the time|in those days|formerly)\b.*\b(?:was|were|cost|had)\b/
const FUTURE =
  /\b(?:will|starts?|starting|begins?|beginning|from (?:next|\d|[a-z]+ \d)|next|coming|soon|upcoming|until|during|as of)\b/
const TOTAL =
  /\b(?:comes? to|(?:would|will|you'd|that) (?:be|make)s?|makes?|made|total|altogether|all together|you'd be at|adds? up|in all|all in|for the (?:two|three|four|five|six|lot))\b/
const NOW = /\b(?:now|already|today|currently|at the moment|running|these days|right away)\b/
