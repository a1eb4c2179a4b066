import { endOfWorkingDay, nextWorkingInstant, type Calendar, type FoundPromise } from "aboveboard-engine"
import { dueWords } from "./due-words.ts"

/** A capture card, filled in before anybody touches it. */
export type Card = {
  readonly found: FoundPromise
  readonly ownerId: string
  readonly deed: string
  readonly condition: string | null
  /** Null only while a condition is unmet. */
  readonly until: string | null
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

/** The due time in the customer's words: theirs when they fix it, else ours. Null without a due time. */
export function wordsOfDue(card: Card, desk: Desk): string | null {
  if (card.until === null) return null
  if (card.from.kind === "said") return card.from.words
  return dueWords(Temporal.Instant.from(card.until), desk.now, desk.calendar.zone)
}

/** What is written into the draft: the person where one is missing, and the time unless it was said. */
export function rewriteWishes(card: Card, desk: Desk): { who: string; due?: string } {
  const due = card.from.kind === "said" ? null : wordsOfDue(card, desk)
  return { who: whoIn(card, desk), ...(due === null ? {} : { due }) }
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

function dueOf(found: FoundPromise, desk: Desk, conditional: boolean): Pick<Card, "until" | "from"> {
  const { kind, until, text } = found.due
  const words = text ?? null
  if (until !== undefined && words !== null && kind !== "vague" && kind !== "none") {
    return { until: instantText(until), from: { kind: "said", words } }
  }
  if (until !== undefined && words !== null) {
    return { until: roundedUp(Temporal.Instant.from(until)).toString(), from: { kind: "meaning", words } }
  }
  if (conditional) return { until: null, from: { kind: "condition" } }
  return { until: standardDue(desk).toString(), from: { kind: "standard", words } }
}

function instantText(until: string): string {
  return Temporal.Instant.from(until).toString()
}

const STEP = 5 * 60_000 // milliseconds; nobody tells a customer "by 15:12"

function roundedUp(at: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Math.ceil(at.epochMilliseconds / STEP) * STEP)
}
