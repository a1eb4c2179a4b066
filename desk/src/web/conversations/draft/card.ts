import { endOfWorkingDay, findTimes, nextWorkingInstant, type Calendar, type FoundPromise } from "aboveboard-engine"
import { dueWords } from "./due-words.ts"

/** A capture card, filled in before anybody touches it. */
export type Card = {
  readonly found: FoundPromise
  readonly ownerId: string
  readonly deed: string
  readonly condition: string | null
  /** Null only while a condition is unmet. */
  readonly until: string | null
  /** The due time in the words that the customer reads. */
  readonly words: string
  /** Where the due time comes from, so that the card can say it. */
  readonly from: DueSource
}

export type DueSource =
  | { readonly kind: "said"; readonly words: string }
  /** The workspace says what these words mean. */
  | { readonly kind: "meaning"; readonly words: string }
  /** Nothing said, or words without a meaning: the end of the next working day. */
  | { readonly kind: "standard"; readonly words: string | null }
  | { readonly kind: "condition" }
  | { readonly kind: "member" }

export type Desk = {
  readonly now: Temporal.Instant
  readonly calendar: Calendar
  readonly me: { readonly id: string; readonly name: string }
  readonly members: readonly { readonly id: string; readonly name: string }[]
}

/** Who and when, filled in: the person named, else the sender; the time said, else what the words mean here, else the standard. */
export function filledIn(found: FoundPromise, desk: Desk): Card {
  const condition = found.kind === "conditional" ? (found.condition ?? null) : null
  return {
    found,
    ownerId: ownerOf(found, desk),
    deed: found.deed,
    condition,
    ...dueOf(found, desk, condition !== null),
  }
}

/** The card with other words for its due time: read again as the review reads them; none where no time is in them. */
export function withDueWords(card: Card, words: string, desk: Desk): Card {
  const { calendar, now } = desk
  const read = findTimes(words, { now: now.toString(), zone: calendar.zone, calendar })
  const until = read.find((each) => each.until !== undefined)?.until ?? null
  const from: DueSource = words.trim() === "" && card.condition !== null ? { kind: "condition" } : { kind: "member" }
  return { ...card, words, until: until === null ? null : instantText(until), from }
}

/** The card with another due time, in our words. */
export function withDue(card: Card, until: Temporal.Instant, desk: Desk): Card {
  return {
    ...card,
    until: until.toString(),
    words: dueWords(until, desk.now, desk.calendar.zone),
    from: { kind: "member" },
  }
}

/** What is written into the draft: the person where one is missing, and the time unless it was said. */
export function rewriteWishes(card: Card, desk: Desk): { who: string; due?: string } {
  const due = card.from.kind === "said" ? "" : card.words.trim()
  return { who: whoIn(card, desk), ...(due === "" ? {} : { due }) }
}

function whoIn(card: Card, desk: Desk): string {
  if (card.ownerId === desk.me.id) return "I"
  return desk.members.find((each) => each.id === card.ownerId)?.name.split(" ")[0] ?? "I"
}

/** End of the working day after today, or a day from now where the calendar has no working time. */
export function standardDue(desk: Desk): Temporal.Instant {
  const tomorrow = desk.now.toZonedDateTimeISO(desk.calendar.zone).startOfDay().add({ days: 1 }).toInstant()
  const first = nextWorkingInstant(desk.calendar, tomorrow)
  const end = first === null ? null : endOfWorkingDay(desk.calendar, first)
  return end ?? desk.now.add({ hours: 24 })
}

function ownerOf(found: FoundPromise, desk: Desk): string {
  const name = found.actor.kind === "named" ? found.actor.name?.toLowerCase() : undefined
  if (name === undefined) return desk.me.id
  const named = desk.members.filter((each) => sameName(each.name.toLowerCase(), name))
  return named.length === 1 && named[0] !== undefined ? named[0].id : desk.me.id
}

function sameName(full: string, said: string): boolean {
  return full === said || full.split(/\s+/)[0] === said
}

function dueOf(found: FoundPromise, desk: Desk, conditional: boolean): Pick<Card, "until" | "words" | "from"> {
  const { kind, until, text } = found.due
  const said = text ?? null
  const inOurs = (at: Temporal.Instant, from: DueSource) => ({
    until: at.toString(),
    words: dueWords(at, desk.now, desk.calendar.zone),
    from,
  })
  if (until !== undefined && said !== null && kind !== "vague" && kind !== "none") {
    return { until: instantText(until), words: said, from: { kind: "said", words: said } }
  }
  if (until !== undefined && said !== null) {
    return inOurs(roundedUp(Temporal.Instant.from(until)), { kind: "meaning", words: said })
  }
  if (conditional) return { until: null, words: "", from: { kind: "condition" } }
  return inOurs(standardDue(desk), { kind: "standard", words: said })
}

function instantText(until: string): string {
  return Temporal.Instant.from(until).toString()
}

const STEP = 5 * 60_000 // milliseconds; nobody tells a customer "by 15:12"

function roundedUp(at: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Math.ceil(at.epochMilliseconds / STEP) * STEP)
}
