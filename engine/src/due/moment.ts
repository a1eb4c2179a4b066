import { wordSet } from "../words.ts"
import { clockWords, readClock, readMinutesTo } from "./clock.ts"
import { readDate } from "./date.ts"
import { dayWords, readDay } from "./day.ts"
import { partWords, readPart, readPartAfterDay, readPartAheadOfDay } from "./part.ts"
import type { PartWords } from "./part.ts"
import { GLUE, HEDGES, LEADS, OPEN_TRAIL, TRAIL } from "./moment-words.ts"
import type { Lead } from "./moment-words.ts"
import { readPhrase } from "./phrase-table.ts"
import { countsHardlyAnything, countsNothing, standsApartAfter } from "./surroundings.ts"
import { beginsWithDigit, tokenAt } from "./tokens.ts"
import type { Read, Tokens } from "./tokens.ts"
import type { Clock, Day, Moment, Part } from "./when.ts"
import { readWindow, windowWords } from "./window.ts"
import { readZone } from "./zones.ts"

const SLOTS_MAX = 5 // day, part, clock, and their echoes ("tomorrow, 13 April, at 7 PM")
const CHANGES =
  /^(?:reduc|increas|decreas|multipl|divid|grew|grow|cut|rais|ris|rose|fell|drop|lower|extend|followed|up|down|upped|short|beat)/

const VISITS = wordSet(
  "us me you back call ring phone visit come over there round him her them deliver arrive collect meet",
)

type Draft = { -readonly [K in keyof Moment]: Moment[K] }

/** Days, parts of days and times of the clock, in any order that people put them: "Tuesday, around half nine", "5pm on Monday". */
export function readMoment(tokens: Tokens, index: number): Read<Moment> | null {
  const window = tokenAt(tokens, index).text === "between" ? readFrom(tokens, index, null, index) : null
  if (window !== null) return window
  const lead = readPhrase(LEADS, tokens, index)
  const before = tokenAt(tokens, index - 1).text
  const asks = before === "how" || before === "what" // "how about Monday"
  const looksAt = tokenAt(tokens, index).text === "at" && tokenAt(tokens, index + 1).text === "in" // "I'll look at in the morning"
  const led = lead === null || asks || looksAt ? null : readFrom(tokens, lead.next, lead.value, index)
  return led ?? readFrom(tokens, index, null, index)
}

function readFrom(tokens: Tokens, index: number, lead: Lead | null, begin: number): Read<Moment> | null {
  const draft: Draft = { shape: "moment", edge: lead?.edge ?? "on" }
  let next = readSlot(tokens, index, { draft, lead, first: begin })
  if (next === null) return null
  for (let slots = 1; slots < SLOTS_MAX; slots += 1) {
    const more = readMore(tokens, next, draft)
    if (more === null) break
    next = more
  }
  if (isTurnOfPhrase(tokens, draft, begin, next)) return { value: { ...draft, day: { kind: "gone" } }, next }
  return finish(tokens, next, draft)
}

/** "At the end of the day, what counts is …" speaks of no day. */
function isTurnOfPhrase(tokens: Tokens, draft: Draft, begin: number, next: number): boolean {
  const comma = tokenAt(tokens, next).text === ","
  return draft.part === "end" && draft.day === undefined && comma && tokenAt(tokens, begin).text === "at"
}

function finish(tokens: Tokens, next: number, draft: Draft): Read<Moment> {
  const closed = readPhrase(TRAIL, tokens, next)
  if (closed !== null && standsApartAfter(tokens, closed.next)) return { value: draft, next: closed.next }
  const open = readPhrase(OPEN_TRAIL, tokens, next)
  if (open === null || tokenAt(tokens, next).text === "on") return { value: draft, next }
  return { value: { ...draft, edge: "from" }, next: open.next }
}

/** One more slot, with or without a joining word; null when nothing fitting follows. */
function readMore(tokens: Tokens, index: number, draft: Draft): number | null {
  if (tokenAt(tokens, index).apart) return null
  const plain = readSlot(tokens, index, { draft, lead: null, first: index })
  if (plain !== null) return plain
  const hedge = readPhrase(HEDGES, tokens, index)
  const start = hedge?.next ?? index
  const glue = readPhrase(GLUE, tokens, start)
  if (glue === null) return hedge === null ? null : readSlot(tokens, start, { draft, lead: null, first: start })
  const next = readSlot(tokens, glue.next, { draft, lead: glue.value, first: start })
  return next !== null && tokenAt(tokens, index).text === "(" && tokenAt(tokens, next).text === ")" ? next + 1 : next
}

/** Without one of these, or a digit, nothing fills a slot. */
let slotWords: ReadonlySet<string> | null = null

/** Words that a moment may begin with, digits aside. */
export function momentWords(): readonly string[] {
  return [...LEADS.keys(), ...wordsOfSlots()]
}

function wordsOfSlots(): readonly string[] {
  return [...windowWords(), ...clockWords, ...partWords(), ...dayWords, ...OWNED.keys(), "pm"]
}

type SlotContext = { readonly draft: Draft; readonly lead: Lead | null; readonly first: number }

/** Fills the first empty slot that the words fit and tells where to go on. */
function readSlot(tokens: Tokens, index: number, context: SlotContext): number | null {
  const first = tokenAt(tokens, index)
  slotWords ??= new Set(wordsOfSlots())
  if (!slotWords.has(first.text) && !beginsWithDigit(first)) return null
  return (
    fillWindow(tokens, index, context) ??
    fillClock(tokens, index, context) ??
    fillPart(tokens, index, context) ??
    fillDay(tokens, index, context)
  )
}

function fillWindow(tokens: Tokens, index: number, { draft, first, lead }: SlotContext): number | null {
  if (draft.clock !== undefined) return null
  const from = lead?.edge === "from" || tokenAt(tokens, first).text === "from"
  if (!from && lead?.clock === true && readMinutesTo(tokens, index) !== null) return null
  const window = readWindow(tokens, index, {
    opened: from,
    led: lead?.clock === true,
    besideDay: draft.day !== undefined || draft.part !== undefined,
  })
  if (window === null) return null
  draft.clock = window.value.from
  draft.clockUntil = window.value.until
  if (draft.edge === "from" && from) draft.edge = "on"
  return withZone(tokens, window.next, draft)
}

function fillClock(tokens: Tokens, index: number, context: SlotContext): number | null {
  const { draft, lead } = context
  if (draft.clock !== undefined) return null
  const to = lead?.clock === true ? readMinutesTo(tokens, index) : null
  const clock = to ?? readClock(tokens, index)
  if (clock === null || !clockStands(tokens, clock, context)) return null
  if (clock.value.bare && readDate(tokens, index) !== null) return null // "at 18 and 19 June"
  draft.clock = clock.value
  if (lead !== null && (lead.edge !== "on" || draft.edge === "on")) draft.clockEdge = lead.edge
  return withZone(tokens, clock.next, draft)
}

/** A bare hour is a time only after "at", "by" and the like, or right beside a day, and only if it counts nothing. */
function clockStands(tokens: Tokens, clock: Read<Clock>, { draft, lead, first }: SlotContext): boolean {
  if (!standsApartAfter(tokens, clock.next) || clock.value.hour > 24 || isCountdown(tokens, first, clock.next))
    return false
  if (!clock.value.bare) return lead?.edge !== "since"
  const zone = readZone(tokens, clock.next)
  const pointed =
    clock.value.minute !== 0 &&
    zone === null &&
    hasDigits(tokens, clock.next - 1) &&
    tokenAt(tokens, clock.next - 1).text.length > 2
  if (pointed)
    return (
      lead?.clock === true &&
      clock.value.half === "none" &&
      countsNothing(tokens, clock.next) &&
      tokenAt(tokens, first).text === "at"
    )
  if (clock.value.minute !== 0 && (readDay(tokens, clock.next) !== null || readPart(tokens, clock.next) !== null))
    return true
  if (tokenAt(tokens, clock.next).text === "in" && readPart(tokens, clock.next) !== null) return true // "seven in the morning"
  const besideDay = draft.day !== undefined && lead?.clock === true
  const closed = besideDay ? countsHardlyAnything(tokens, clock.next) : countsNothing(tokens, clock.next)
  if (!closed && zone === null && readDay(tokens, clock.next) === null) return false
  if (draft.day !== undefined || draft.part !== undefined)
    return lead !== null ? true : clock.value.half !== "none" && !tokenAt(tokens, clock.next - 1).newLine
  if (lead?.clock === true) return !changesBy(tokens, first)
  if (lead !== null && readDay(tokens, clock.next) !== null) return true // "about 5 tomorrow"
  const around = lead !== null && /^(?:around|about)$/.test(tokenAt(tokens, first).text)
  return around && clock.value.hour <= 12 && VISITS.has(tokenAt(tokens, first - 1).text)
}

/** "08:53 minutes", "in 13:22": a length of time. */
function isCountdown(tokens: Tokens, first: number, next: number): boolean {
  const before = tokenAt(tokens, first - 1).text
  if (before === "in" || before === "within") return true
  return AFTER_COUNT.has(tokenAt(tokens, next).text) && tokenAt(tokens, next - 2).text === ":"
}

const AFTER_COUNT = wordSet("min mins minutes hr hours left remaining to minute secs seconds")

function hasDigits(tokens: Tokens, index: number): boolean {
  return tokenAt(tokens, index).kind === "number"
}

/** "cut by 5", "up to 5": an amount, not an hour. */
function changesBy(tokens: Tokens, first: number): boolean {
  if (tokenAt(tokens, first).text === "at") return false
  if (tokenAt(tokens, first).text === "up" || tokenAt(tokens, first).text === "from") return true
  return [1, 2].some((back) => CHANGES.test(tokenAt(tokens, first - back).text))
}

function withZone(tokens: Tokens, index: number, draft: Draft): number {
  const zone = readZone(tokens, index)
  if (zone === null) return index
  if (zone.value !== undefined) draft.zone = zone.value
  return zone.next
}

function fillPart(tokens: Tokens, index: number, { draft, first }: SlotContext): number | null {
  if (draft.part === "first-thing" && tokenAt(tokens, index).text === "morning") return index + 1
  if (draft.part !== undefined && (draft.day === undefined || !REFINED.has(draft.part))) return null
  const beside = draft.day !== undefined
  const part = beside
    ? readPartAfterDay(tokens, index)
    : (aheadOfDay(tokens, index) ?? readPart(tokens, index) ?? halfAlone(tokens, index, first))
  if (part === null || part.value.part === draft.part || !standsApartAfter(tokens, part.next)) return null
  if (part.value.today && beside) return null
  if (draft.part === "morning" && part.value.part !== "first-thing") return null
  draft.part = part.value.part
  if (part.value.today) draft.day = { kind: "offset", days: 0 }
  return part.next
}

/** Parts that the next words may make narrower: "early tomorrow afternoon", "Monday morning first thing". */
const REFINED: ReadonlySet<Part> = new Set(["early-morning", "end", "morning"])

function aheadOfDay(tokens: Tokens, index: number): Read<PartWords> | null {
  const part = readPartAheadOfDay(tokens, index)
  return part !== null && readDay(tokens, part.next) !== null ? part : null
}

/** "Ringing back pm": as it stands in notes. */
function halfAlone(tokens: Tokens, index: number, first: number): Read<PartWords> | null {
  const { text, glued } = tokenAt(tokens, index)
  if (index !== first || glued || text !== "pm" || tokenAt(tokens, index).capital) return null
  return tokenAt(tokens, index - 1).kind === "word"
    ? { value: { part: "afternoon", today: true }, next: index + 1 }
    : null
}

function fillDay(tokens: Tokens, index: number, { draft, lead }: SlotContext): number | null {
  const day = readDay(tokens, index)
  if (day === null) return fillOwnedEnd(tokens, index, draft)
  if (!standsApartAfter(tokens, day.next)) return null
  if (draft.day === undefined) {
    draft.day = day.value
    if (lead !== null && lead.edge !== "on" && draft.clock !== undefined) draft.edge = lead.edge
    return day.next
  }
  if (isEcho(draft.day, day.value)) {
    if (day.value.kind === "offset") draft.day = day.value
    return day.next
  }
  const echo = day.value.kind === "date" && day.value.date.month !== undefined
  if (!echo && day.value.kind !== "pair") return null
  if (draft.day.kind === "date" || draft.day.kind === "pair" || draft.day.kind === "gone") return null
  draft.day = day.value
  return day.next
}

/** "tomorrow (Thursday)", "Thursday (tomorrow)": the same day twice. */
function isEcho(one: Day, other: Day): boolean {
  const kinds = [one.kind, other.kind]
  return kinds.includes("offset") && kinds.includes("weekday")
}

/** "by tomorrow's close of business": a day that owns its end; "tomorrow's price" is no time. */
function fillOwnedEnd(tokens: Tokens, index: number, draft: Draft): number | null {
  const day = OWNED.get(tokenAt(tokens, index).text)
  const part = day === undefined ? null : readPart(tokens, index + 1)
  if (day === undefined || part?.value.part !== "end" || draft.day !== undefined) return null
  draft.day = day
  draft.part = "end"
  return part.next
}

const OWNED: ReadonlyMap<string, Day> = new Map([
  ["today's", { kind: "offset", days: 0 }],
  ["tomorrow's", { kind: "offset", days: 1 }],
])
