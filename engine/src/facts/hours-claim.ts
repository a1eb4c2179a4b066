import type { Unit } from "./context.ts"
import type { Entry } from "./entry.ts"
import type { Judged, Place } from "./find-claims.ts"
import { hoursIn } from "./hours.ts"
import type { Opening, Schedule, ToldHours } from "./hours.ts"
import { isInForce } from "./in-force.ts"
import { matchesOf } from "./match.ts"
import type { Match } from "./match.ts"
import { isDenied } from "./polarity.ts"
import { inScope } from "./scope.ts"

/** What hours say to a clause: "we are open until 6 on Saturdays", "closed on Mondays", "check-in is from three". */
export function hoursClaim(place: Place): Judged | null {
  const { clause, units, reading, stance } = place
  if (stance === "own" || stance === "past" || !reading.facts.hasSchedule) return null
  const told = withDays(toldIn(place), units)
  if (told.length === 0 || FOR_ME.test(clause.words)) return null
  const isHere = HERE.test(clause.words)
  const outcomes = matchesOf(units, reading.facts, ({ schedule }) => schedule !== null)
    .map((match) =>
      (isHere && isOurs(match, place)) || isByDeed(match, place)
        ? { ...match, subject: Math.max(match.subject, OURS) }
        : match,
    )
    .sort((one, other) => other.subject - one.subject)
    .filter((match) => mayBeMeant(match, place))
    .flatMap((match) => outcomeOf(match, place, told))
  const isExact = told.some(({ opening }) => opening !== undefined && opening !== null)
  const agreed = outcomes.find(({ agrees }) => agrees)
  const first = outcomes[0]
  if (agreed !== undefined && (agreed === first || isExact) && (isExact || agreed.match.subject >= 0.4))
    return judged(agreed, "supported")
  if (agreed === undefined && first === undefined) return onlyWithThese(place, told)
  if (first === undefined || first.agrees || first.match.subject < 0.4 || isElsewhere(clause, first.entry)) return null
  if (isExact && !isSaid(first.match, units) && isAnothers(place, told, first.entry)) return null
  const isSure = isSaid(first.match, units) || SURELY_OPEN.test(clause.words) || isByDeed(first.match, place)
  return isSure ? judged(first, "contradicted") : null
}

/** The hours of a clause; "we're closed then", of the day that was told before. */
function toldIn({ clause, units }: Place): readonly ToldHours[] {
  const told = hoursIn(clause.tokens)
  if (told.length > 0 || !THEN.test(clause.words)) return told
  const before = units.slice(1).flatMap(({ tokens, nearness }) => (nearness >= BEFORE ? hoursIn(tokens) : []))
  const days = before.find((part) => part.days.length > 0)?.days
  return days === undefined ? told : [{ days, opening: /\bopen\b/.test(clause.words) ? undefined : null }]
}

const THEN = /\b(?:open|closed|shut) (?:then|that day)\b/
const BEFORE = 0.4

/** "Come any time after noon", of when one may arrive; "be gone by noon", of when one must have left: where only one fact tells of it. */
function isByDeed({ entry }: Match, { clause, reading }: Place): boolean {
  return DEEDS.some(
    ([said, meant]) =>
      said.test(clause.words) &&
      meant.test(entry.fact.subject) &&
      reading.facts.schedules.every(({ fact, group }) => group === entry.group || !meant.test(fact.subject)),
  )
}

const DEEDS = [
  [
    /\b(?:come|arrive|get here|get there|turn up|check in|(?:in|up|on)to (?:your|our|the) (?:room|cabin|pitch|flat))\b/,
    /^(?:the )?(?:arrival|arriving|check-?in)/i,
  ],
  [/\b(?:leave|be gone|be out|out by|vacate|check out|stay)\b/, /^(?:the )?(?:departure|leaving|check-?out)/i],
] as const

/** "Come by on Saturday morning, we open at nine": the day is told beside the hours. */
function withDays(told: readonly ToldHours[], [own, ...around]: readonly Unit[]): readonly ToldHours[] {
  if (own === undefined || told.some(({ days }) => days.length > 0) || told.length !== 1) return told
  const beside = around.filter(({ nearness }) => nearness >= SAME_SENTENCE).map(({ tokens }) => hoursIn(tokens))
  const days = beside.find((parts) => parts.length === 1 && parts[0]?.opening === undefined)?.[0]?.days ?? []
  return days.length === 0 ? told : told.map((part) => ({ ...part, days }))
}

const SAME_SENTENCE = 0.85

/** When the writer is there says nothing of when we are open. */
const FOR_ME = /\b(?:ring|call|phone|text|reach|catch|ping|mail|email|write to) me\b/

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

/** Where somebody is to come, or we are there: it is about our own opening hours. */
const HERE =
  /\b(?:we're (?:here|there|in|around)|we are (?:here|there|in)|we (?:open|close|shut)|(?:we're|we are) on the phone|(?:somebody|someone|anybody|nobody|no one)(?:'s| is)? (?:here|there|in)|they're there|(?:come|drop|pop|swing|stop|call) (?:by|in|round|over|along|past)|visit us|see us|find us|reach us)\b/
const OURS = 0.6

function isOurs({ entry }: Match, { reading }: Place): boolean {
  const isOpening = (each: Entry): boolean =>
    each.schedule !== null && /^(?:opening|business|shop|office)? ?(?:hours|times)$/i.test(each.fact.attribute)
  if (!isOpening(entry)) return false
  const all = reading.facts.schedules.filter(isOpening)
  const ours = all.filter(
    (each) =>
      each.aliases.some(({ isUs }) => isUs) || WE.test([each.fact.subject, ...(each.fact.aliases ?? [])].join("|")),
  )
  return all.length === 1 || (ours.length === 1 && ours[0]?.group === entry.group)
}

const WE = /(?:^|\|)(?:we|shop|store|office|showroom|branch|practice)\b/i

/** From and until, both just as one fact of the book has them and no other: it need not be named. */
function onlyWithThese(place: Place, told: readonly ToldHours[]): Judged | null {
  const [only] = told
  if (only?.opening === undefined || only.opening === null || told.length > 1 || place.stance !== "says") return null
  if (only.isPoint === true) return null
  const isEdge = only.isEnd === true || only.isStart === true
  const fitting = place.reading.facts.schedules.filter(
    ({ schedule, fact }) =>
      schedule !== null &&
      (!isEdge || (isPointed(schedule) && !isOtherEdge(only, fact.attribute))) &&
      isInForce(fact, place.reading.day) &&
      fits(only, schedule, false) === true,
  )
  const [entry] = fitting
  return entry === undefined || fitting.length > 1 ? null : { verdict: "supported", kind: "date", entry, score: 1.5 }
}

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

function mayBeMeant(match: Match, { clause, units }: Place): boolean {
  const { subject, unexplained, entry } = match
  const isNamed = isSaid(match, units) && SURELY_OPEN.test(clause.words)
  if (subject < 0.3 || unexplained > (isNamed ? NAMED_UNEXPLAINED_MAX : 1.6)) return false
  return OPEN.test(clause.words) || isSaid(match, units) || (isPointed(entry.schedule) && subject >= 0.6)
}

const NAMED_UNEXPLAINED_MAX = 6

/** A time of day rather than hours: "from 15:00". */
function isPointed(schedule: Schedule | null): boolean {
  return [...(schedule?.values() ?? [])].flat().some((each) => each !== null && each.from === each.until)
}

function outcomeOf(match: Match, { clause, units, reading }: Place, told: readonly ToldHours[]): readonly Outcome[] {
  const group = reading.facts.groups.get(match.entry.group) ?? []
  const scoped = inScope(group, units, reading.known, reading.facts)
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
  return entry.aliases.some(({ concepts, isUs }) => !isUs && concepts.every((each) => units[0]?.concepts.has(each)))
}

/** Goes against opening hours only what speaks of being open or of coming. */
const SURELY_OPEN =
  /\b(?:open|opens|opened|opening|accessible|starts?|begins?|kicks in|closed|closes?|closing|shut|hours|reach|available|staffed|manned|here|come|drop|pop|visit|call|ring|(?:a?round) the clock)\b/

const OPEN =
  /\b(?:open|opens|opened|opening|accessible|leave|gone|stay|closed|closes?|closing|shut|hours|reach|available|staffed|manned|there|here|in|come|drop|pop|visit|call|ring|phone|runs|served|every day|(?:a?round) the clock)\b/

/** Whether the hours are as told; null where that cannot be said. */
function fits(part: ToldHours, schedule: Schedule, denied: boolean): boolean | null {
  const { days, opening, isPoint } = part
  if (days.some((day) => !schedule.has(day))) return null
  const told = days.length > 0 ? days : [...schedule.keys()].filter((day) => isOpen(schedule, day))
  if (opening === undefined) return told.every((day) => isOpen(schedule, day) !== denied)
  if (opening === null) return told.every((day) => !isOpen(schedule, day)) !== denied
  if (denied) return null
  const agreed = told.map((day) => (schedule.get(day) ?? []).some((each) => agrees(each, opening, part)))
  if (isPoint === true && !isPointed(schedule)) return days.every((day) => isOpen(schedule, day)) ? null : false
  if (days.length > 0) return agreed.every(Boolean)
  const isVaried = new Set(told.map((day) => JSON.stringify(schedule.get(day)))).size > 1
  return agreed.some(Boolean) ? true : isVaried ? null : false
}

function isOpen(schedule: Schedule, day: number): boolean {
  return (schedule.get(day) ?? []).some((each) => each !== null)
}

function agrees(own: Opening, told: NonNullable<Opening>, { isEnd, isStart, isPoint, isBare }: ToldHours): boolean {
  if (own === null) return false
  const same = (one: number, other: number): boolean =>
    one === other || (isBare === true && (one - other) % HALF_A_DAY === 0)
  if (own.from === own.until) return same(own.from, isEnd === true ? told.until : told.from)
  if (isPoint === true) return same(own.from, told.from) || same(own.until, told.from)
  return (isEnd === true || same(own.from, told.from)) && (isStart === true || same(own.until, told.until))
}

const HALF_A_DAY = 720 // minutes
