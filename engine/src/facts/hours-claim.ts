import type { Unit } from "./context.ts"
import { saysName } from "./entry.ts"
import type { Entry } from "./entry.ts"
import type { Judged, Place } from "./find-claims.ts"
import { fits, isDaysOnly, isPointed, isTimetable } from "./hours-fit.ts"
import { isForMe, isOfAnother, isOurs, speaksOfUs } from "./hours-subject.ts"
import { IS_OVER, toldHours } from "./hours-told.ts"
import type { Schedule, ToldHours } from "./hours.ts"
import { isInForce } from "./in-force.ts"
import { matchesOf } from "./match.ts"
import type { Match } from "./match.ts"
import { isDenied } from "./polarity.ts"
import { inScope } from "./scope.ts"

/** What hours say to a clause: "we are open until 6 on Saturdays", "closed on Mondays", "check-in is from three". */
export function hoursClaim(place: Place): Judged | null {
  const { clause, units, reading, stance } = place
  if (stance === "own" || stance === "past" || reading.facts.schedules.length === 0) return null
  const told = toldHours(place)
  if (told.length === 0 || isForMe(clause.words) || isOfAnother(place)) return null
  const isHere = speaksOfUs(place)
  const outcomes = matchesOf(units, reading.facts, ({ schedule }) => schedule !== null)
    .map((match) =>
      (isHere && isOurs(match, place)) || isByDeed(match, place) || isOnTimetable(match, place)
        ? { ...match, subject: Math.max(match.subject, OURS) }
        : match,
    )
    .sort((one, other) => other.subject - one.subject)
    .filter((match) => mayBeMeant(match, place, told, isHere && isOurs(match, place)))
    .flatMap((match) => outcomeOf(match, place, told))
  const isExact = told.some(({ opening }) => opening !== undefined && opening !== null)
  const agreed = outcomes.find(({ agrees }) => agrees)
  const first = outcomes[0]
  const isMeant = isExact || (agreed !== undefined && (agreed.match.subject >= 0.4 || agreed.match.cover >= 0.6))
  if (agreed !== undefined && (agreed === first || isExact) && isMeant) return judged(agreed, "supported")
  if (agreed === undefined && first === undefined) return onlyWithThese(place, told)
  if (first === undefined || first.agrees || first.match.subject < 0.4 || IS_OVER.test(clause.words)) return null
  if (ON_TIME.test(clause.words) || CLOSED_FROM.test(clause.words)) return null
  if (!isHere && isElsewhere(clause, first.entry)) return null
  if (isDaysOnly(first.entry.schedule)) return isAboutDays(first, place) ? judged(first, "contradicted") : null
  if (isExact && !isSaid(first.match, units) && isAnothers(place, told, first.entry)) return null
  const isSure =
    isSaid(first.match, units) ||
    isHere ||
    SURELY_OPEN.test(clause.words) ||
    isByDeed(first.match, place) ||
    isAtEdge(first.match, told) ||
    (isTimetable(first.entry.schedule) && LEAVES.test(clause.words))
  return isSure ? judged(first, "contradicted") : null
}

/** "If you come after six, …": what is said of that time stands behind it. "Shut from five" says when it is open until. */
const ON_TIME =
  /^(?:(?:and|but|so) )?(?:if|when|should|once|in case)\b[^,]*\b(?:after|before|later than|earlier than|past|at)\b/
const CLOSED_FROM = /\b(?:shut|closed)\b.*\bfrom (?!mon|tue|wed|thu|fri|sat|sun|the\b)/

/** Goes against the days on which something leaves or is given what speaks of that, not of when it arrives or of when to write. */
function isAboutDays({ match }: Outcome, { clause, units, stance, reading }: Place): boolean {
  if (stance !== "says" || ELSE.test(clause.words)) return false
  const before = reading.text.slice(clause.sentence.start, clause.start).toLowerCase()
  return (
    !(SUITS.test(clause.words) && ELSE.test(before)) &&
    (isSaid(match, units) || (match.subject >= 0.5 && SUITS.test(clause.words)))
  )
}

const ELSE =
  /\b(?:arriv\w+|land\w*|deliver\w*|receiv\w+|reach\w*|gets? (?:to|there)|got|with you|doorstep|call|ring|phone|e?mail|write|reply|order\w*|book\w*|pay\w*|ask\w*|tell|told|let (?:me|us)|us(?:e|es|ing)|keep|return\w*|by)\b/
const SUITS = /\b(?:fine|works?|okay?|possible|no (?:problem|bother|trouble)|free|available)\b/

/** "next-day orders go through until midnight", of the time by which they must be placed. */
function isAtEdge({ entry, isHere, cover }: Match, told: readonly ToldHours[]): boolean {
  return isHere && cover >= 0.3 && isPointed(entry.schedule) && told.every(({ isEnd }) => isEnd === true)
}

/** "Come any time after noon", of when one may arrive; "be gone by noon", of when one must have left: where only one fact tells of it. */
function isByDeed({ entry }: Match, { clause, reading }: Place): boolean {
  const { schedules } = reading.facts
  if (ORDERING.test(clause.words) && isCutOff(entry) && schedules.every((one) => one === entry || !isCutOff(one)))
    return clause.tokens.some(({ text }) => text.length > 3 && nameWords(entry).includes(text) && text !== "delivery")
  return DEEDS.some(
    ([said, meant]) =>
      said.test(clause.words) &&
      meant.test(entry.fact.subject) &&
      schedules.every(({ fact, group }) => group === entry.group || !meant.test(fact.subject)),
  )
}

/** By when something must be ordered. */
const ORDERING = /\b(?:orders?|ordered|ordering|placed?|book|booked|booking|send|press)\b/

function isCutOff({ fact, schedule }: Entry): boolean {
  return isPointed(schedule) && /\bcut-?off|\bdeadline|\blatest|\blast order/i.test(fact.attribute)
}

/** "next" of "next-day delivery", which is read as a length of time elsewhere. */
function nameWords({ fact: { subject, aliases } }: Entry): readonly string[] {
  return [subject, ...(aliases ?? [])].flatMap((name) => name.toLowerCase().split(/[^\p{L}]+/u))
}

const DEEDS = [
  [
    /\b(?:come|arrive|get here|get there|turn up|check in|(?:in|up|on)to (?:your|our|the) (?:room|cabin|pitch|flat))\b/,
    /^(?:the )?(?:arrival|arriving|check-?in)/i,
  ],
  [/\b(?:leave|be gone|be out|out by|vacate|check out|stay)\b/, /^(?:the )?(?:departure|leaving|check-?out)/i],
] as const

/** "The canyon road is closed": another's than the fact's. */
function isElsewhere({ tokens }: Place["clause"], { all, names }: Entry): boolean {
  const the = tokens.findIndex(({ text }) => text === "the")
  return tokens.some(({ text }, at) => {
    const { kind, concept = "" } = tokens[at - 1] ?? {}
    if (!/^(?:is|are|opens?|closes?|shuts?)$/.test(text) || kind !== "word" || concept === "" || concept === "+site")
      return false
    return !all.has(concept) && !names.has(concept) && the >= 0 && the < at
  })
}

const OURS = 0.6

/** From and until, both just as one fact of the book has them and no other: it need not be named. */
function onlyWithThese(place: Place, told: readonly ToldHours[]): Judged | null {
  const [only] = told
  if (only?.opening === undefined || only.opening === null || told.length > 1) return null
  if (place.stance !== "says" && place.stance !== "orders") return null
  if (only.isPoint === true) return null
  const isEdge = only.isEnd === true || only.isStart === true
  const fitting = place.reading.facts.schedules.filter(
    ({ schedule, fact }) =>
      schedule !== null &&
      (!isEdge || ((isPointed(schedule) || BEGINS.test(place.clause.words)) && !isOtherEdge(only, fact.attribute))) &&
      isInForce(fact, place.reading.day) &&
      fits(only, schedule, false) === true,
  )
  const [entry] = fitting
  return entry === undefined || fitting.length > 1 ? null : { verdict: "supported", kind: "date", entry, score: 1.5 }
}

const BEGINS = /^(?:it|they|that|the class|the course) (?:starts?|begins?|kicks? off)\b/

/** Just what another fact says: that one may be meant. */
function isAnothers({ reading }: Place, told: readonly ToldHours[], { group }: Entry): boolean {
  return reading.facts.schedules.some(
    ({ schedule, ...other }) =>
      other.group !== group && schedule !== null && told.every((part) => fits(part, schedule, false) === true),
  )
}

type Outcome = { readonly match: Match; readonly entry: Entry; readonly agrees: boolean }

function judged({ match, entry }: Outcome, verdict: "supported" | "contradicted"): Judged {
  return { verdict, kind: "date", entry, score: match.score }
}

function mayBeMeant(match: Match, { clause, units }: Place, told: readonly ToldHours[], isHere: boolean): boolean {
  const { subject, unexplained, entry, cover } = match
  const isNamed = isSaid(match, units)
  const isOpening = isHere || SURELY_OPEN.test(clause.words)
  if (isTimetable(entry.schedule)) return subject >= OURS && !ARRIVES.test(clause.words)
  const isOfDays = isDaysOnly(entry.schedule)
  const isSurely = isHere || (isNamed && (isOpening || isOfDays))
  if (subject < 0.3 || unexplained > (isSurely ? NAMED_UNEXPLAINED_MAX : 1.6)) return false
  if (isHere || isNamed || OPEN.test(clause.words)) return true
  if (isOfDays || told.every(({ opening }) => opening === undefined))
    return cover >= 0.5 || (isOfDays && subject >= 0.6)
  return isPointed(entry.schedule) && (subject >= 0.6 || isAtEdge(match, told))
}

function isOnTimetable({ entry, subject, cover }: Match, { clause }: Place): boolean {
  return isTimetable(entry.schedule) && subject >= 0.3 && cover >= 0.5 && LEAVES.test(clause.words)
}

/** Of a timetable only when something leaves is told, not when it is there. */
const LEAVES = /\b(?:leav\w+|depart\w*|sail\w*|sets? off|boats?|trains?|bus(?:es)?|flights?|ferry|tours?|starts?)\b/
const ARRIVES =
  /\b(?:arriv\w+|gets? (?:you |us |to |in|there)|reach\w*|lands?|there (?:by|at)|back (?:by|at)|puts you)\b/

const NAMED_UNEXPLAINED_MAX = 6

function outcomeOf(match: Match, { clause, units, reading }: Place, told: readonly ToldHours[]): readonly Outcome[] {
  const scoped = inScope(match.entry, { units, reading })
  const holding = scoped.entries.filter(({ fact, schedule }) => schedule !== null && isInForce(fact, reading.day))
  const days = told.flatMap((part) => part.days)
  const entry = holding.find(({ schedule }) => days.some((day) => schedule?.has(day))) ?? holding[0]
  if (entry === undefined || scoped.open.length > 0) return []
  const schedule: Schedule = new Map(holding.flatMap((each) => [...(each.schedule ?? [])]))
  const denied = isDenied(clause.words.replace(/\bclosed\b/g, ""))
  const answers = told
    .filter((part) => !isOtherEdge(part, entry.fact.attribute))
    .map((part) => (denied && told.length > 1 && part.opening === undefined ? null : fits(part, schedule, denied))) // which of them is denied?
    .filter((answer) => answer !== null)
  return answers.length === 0 ? [] : [{ match, entry, agrees: answers.every(Boolean) }]
}

/** The end of something was told, and the fact says when it begins, or the other way round. */
function isOtherEdge({ isEnd, isStart }: ToldHours, attribute: string): boolean {
  if (isEnd === true) return /\b(?:earliest|from|starts?|begins?|opens?)\b/i.test(attribute)
  return isStart === true && /\b(?:latest|until|deadline|closes?|ends?|by)\b/i.test(attribute)
}

function isSaid({ entry }: Match, units: readonly Unit[]): boolean {
  return saysName(entry, (each) => units[0]?.concepts.has(each) === true)
}

/** Goes against opening hours only what speaks of being open or of coming. */
const SURELY_OPEN =
  /\b(?:open|opens|opened|opening|accessible|starts?|begins?|kicks in|closed|closes?|closing|shut|hours|reach|available|staffed|manned|here|come|drop|pop|visit|call|ring|(?:a?round) the clock)\b/

const OPEN =
  /\b(?:open|opens|opened|opening|accessible|leave|gone|stay|closed|closes?|closing|shut|hours|reach|available|staffed|manned|there|here|in|come|drop|pop|visit|call|ring|phone|runs|served|every day|(?:a?round) the clock)\b/
