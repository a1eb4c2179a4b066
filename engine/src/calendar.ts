import { dayOf } from "./calendar/days.ts"
import { zoneOf } from "./calendar/working-month.ts"
import { instantAfterWorking, lastWorkingEndOn, workingMilliseconds, workingSpanFrom } from "./calendar/working-time.ts"
import { dayAt, startOfDay } from "./calendar/zone.ts"

/** A span of one working day, wall-clock "HH:MM", end exclusive; `until` may be "24:00". */
export type WorkingHours = { readonly from: string; readonly until: string }

/** ISO weekday, Monday = 1. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/**
 * When a team works. Pure data: holidays are given, not looked up.
 * `meanings` says what vague words are taken to mean, in working minutes: { "right back": 60 }.
 * Hours that cannot be read ("9", "17:00" to "09:00") count as none; a shift over midnight is two entries.
 */
export type Calendar = {
  /** IANA name. */
  readonly zone: string
  readonly hours: Readonly<Partial<Record<Weekday, readonly WorkingHours[]>>>
  /** ISO dates, "2026-12-25". */
  readonly daysOff: readonly string[]
  readonly meanings: Readonly<Record<string, number>>
  /**
   * When what is said outside working hours counts as said, where working days are counted: on that day ("same-day", also
   * when left out), or when the team next opens. The day itself is never counted: said on a Saturday, one working day ends
   * with Monday, or with Tuesday.
   */
  readonly closedSays?: "same-day" | "next-opening"
}

const MINUTE = 60_000 // milliseconds

export function standardCalendar(zone: string): Calendar {
  const day = [{ from: "09:00", until: "17:00" }]
  return { zone, hours: { 1: day, 2: day, 3: day, 4: day, 5: day }, daysOff: [], meanings: {} }
}

/**
 * The first instant at which `minutes` of working time after `from` have passed; negative minutes count back.
 * Null when the calendar has no working time, or not that much within 50 years.
 * The team works whenever the clock on its wall shows working hours: an hour that a change of clocks repeats is
 * worked twice, one that it skips is not worked.
 */
export function addWorkingTime(calendar: Calendar, from: Temporal.Instant, minutes: number): Temporal.Instant | null {
  if (minutes === 0) return from
  // Half of an odd number of milliseconds is no instant: the nearest is taken.
  return instantOf(instantAfterWorking(calendar, from.epochMilliseconds, Math.round(minutes * MINUTE)))
}

/** Working minutes between two instants; negative when `until` is before `from`. Counts 50 years at most. */
export function workingMinutesBetween(calendar: Calendar, from: Temporal.Instant, until: Temporal.Instant): number {
  const [start, end] = [from.epochMilliseconds, until.epochMilliseconds]
  if (end < start) return -workingMilliseconds(calendar, end, start) / MINUTE
  return workingMilliseconds(calendar, start, end) / MINUTE
}

/** The end of the working time of the day that `at` falls on, or of the next working day when there is none (left). */
export function endOfWorkingDay(calendar: Calendar, at: Temporal.Instant): Temporal.Instant | null {
  const next = workingSpanFrom(calendar, at.epochMilliseconds)
  if (next === null) return null
  return instantOf(lastWorkingEndOn(calendar, dayAt(zoneOf(calendar), next.start)))
}

/** When the working time of a calendar day ends; null on a day without any. */
export function endOfWorkOn(calendar: Calendar, date: Temporal.PlainDate): Temporal.Instant | null {
  return instantOf(lastWorkingEndOn(calendar, dayOf(date.year, date.month, date.day)))
}

/** The next instant, `at` itself included, at which the team works. */
export function nextWorkingInstant(calendar: Calendar, at: Temporal.Instant): Temporal.Instant | null {
  const milliseconds = at.epochMilliseconds
  const next = workingSpanFrom(calendar, milliseconds)
  if (next === null) return null
  return next.start <= milliseconds ? at : Temporal.Instant.fromEpochMilliseconds(next.start)
}

export function isWorking(calendar: Calendar, at: Temporal.Instant): boolean {
  const next = workingSpanFrom(calendar, at.epochMilliseconds)
  return next !== null && next.start <= at.epochMilliseconds
}

/** Working minutes from `at` to the end of its calendar day. */
export function workingTimeLeftToday(calendar: Calendar, at: Temporal.Instant): number {
  const zone = zoneOf(calendar)
  const tomorrow = startOfDay(zone, dayAt(zone, at.epochMilliseconds) + 1)
  return workingMinutesBetween(calendar, at, Temporal.Instant.fromEpochMilliseconds(tomorrow))
}

function instantOf(milliseconds: number | null): Temporal.Instant | null {
  return milliseconds === null ? null : Temporal.Instant.fromEpochMilliseconds(milliseconds)
}
