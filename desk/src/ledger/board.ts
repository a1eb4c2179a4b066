import { type Calendar, workingMinutesBetween } from "aboveboard-engine"
import type { PromiseState } from "./customer-promise.ts"

/** What the board reads of a promise; `dueUntil` is empty only while a condition is unmet. */
export type Owed = { readonly state: PromiseState; readonly dueUntil: string | null }

export type BoardGroupName = "broken" | "overdue" | "soon" | "today" | "tomorrow" | "later" | "condition"

export type BoardLine<T extends Owed> = {
  readonly promise: T
  readonly due: Temporal.Instant | null
  /** Whole working minutes until due, negative when it is past; null without a due time. */
  readonly left: number | null
}

export type BoardGroup<T extends Owed> = { readonly name: BoardGroupName; readonly lines: readonly BoardLine<T>[] }

export type BoardTime = {
  readonly now: Temporal.Instant
  readonly calendar: Calendar
  /** Whose today and tomorrow it is: IANA name. */
  readonly zone: string
}

/** Due within this much working time counts as soon. */
export const SOON_MINUTES = 120

/** What is owed in the order it was promised, in groups by the clock; groups without lines are left out. */
export function boardOf<T extends Owed>(owed: readonly T[], time: BoardTime): readonly BoardGroup<T>[] {
  const lines = owed.map((promise) => lineOf(promise, time)).toSorted(byDue)
  const days = daysAfter(time)
  const groups = new Map<BoardGroupName, BoardLine<T>[]>(ORDER.map((name) => [name, []]))
  for (const line of lines) groups.get(groupOf(line, time.now, days))?.push(line)
  return ORDER.map((name) => ({ name, lines: groups.get(name) ?? [] })).filter(({ lines: inIt }) => inIt.length > 0)
}

/** Broken and not settled, or past due. */
export function isLate({ state, dueUntil }: Owed, now: Temporal.Instant): boolean {
  return (
    state === "broken" ||
    (dueUntil !== null && Temporal.Instant.from(dueUntil).epochMilliseconds < now.epochMilliseconds)
  )
}

const ORDER: readonly BoardGroupName[] = ["broken", "overdue", "soon", "today", "tomorrow", "later", "condition"]

function lineOf<T extends Owed>(promise: T, { now, calendar }: BoardTime): BoardLine<T> {
  if (promise.dueUntil === null) return { promise, due: null, left: null }
  const due = Temporal.Instant.from(promise.dueUntil)
  return { promise, due, left: Math.trunc(workingMinutesBetween(calendar, now, due)) }
}

/** By due time and nothing else; what has none comes last, in the order given. */
function byDue<T extends Owed>(a: BoardLine<T>, b: BoardLine<T>): number {
  return (a.due?.epochMilliseconds ?? Infinity) - (b.due?.epochMilliseconds ?? Infinity) || 0
}

type Days = { readonly tomorrow: number; readonly dayAfter: number }

function daysAfter({ now, zone }: BoardTime): Days {
  const today = now.toZonedDateTimeISO(zone).startOfDay()
  return {
    tomorrow: today.add({ days: 1 }).startOfDay().epochMilliseconds,
    dayAfter: today.add({ days: 2 }).startOfDay().epochMilliseconds,
  }
}

function groupOf<T extends Owed>(
  { promise, due, left }: BoardLine<T>,
  now: Temporal.Instant,
  days: Days,
): BoardGroupName {
  if (promise.state === "broken") return "broken"
  if (due === null || left === null) return "condition"
  if (due.epochMilliseconds < now.epochMilliseconds) return "overdue"
  if (left <= SOON_MINUTES) return "soon"
  if (due.epochMilliseconds < days.tomorrow) return "today"
  return due.epochMilliseconds < days.dayAfter ? "tomorrow" : "later"
}
