/** A span of one working day, wall-clock "HH:MM", end exclusive; `until` may be "24:00". */
export type WorkingHours = { readonly from: string; readonly until: string }

/** ISO weekday, Monday = 1. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/**
 * When a team works. Pure data: holidays are given, not looked up.
 * `meanings` says what vague words are taken to mean, in working minutes: { "right back": 60 }.
 */
export type Calendar = {
  /** IANA name. */
  readonly zone: string
  readonly hours: Readonly<Partial<Record<Weekday, readonly WorkingHours[]>>>
  /** ISO dates, "2026-12-25". */
  readonly daysOff: readonly string[]
  readonly meanings: Readonly<Record<string, number>>
}

export function standardCalendar(zone: string): Calendar {
  const day = [{ from: "09:00", until: "17:00" }]
  return { zone, hours: { 1: day, 2: day, 3: day, 4: day, 5: day }, daysOff: [], meanings: {} }
}

/** The instant at which `minutes` of working time after `from` have passed. Null when the calendar has no working time. */
export declare function addWorkingTime(calendar: Calendar, from: Temporal.Instant, minutes: number): Temporal.Instant | null

/** Working minutes between two instants; negative when `until` is before `from`. */
export declare function workingMinutesBetween(calendar: Calendar, from: Temporal.Instant, until: Temporal.Instant): number

/** The end of the working time of the day that `at` falls on, or of the next working day when there is none (left). */
export declare function endOfWorkingDay(calendar: Calendar, at: Temporal.Instant): Temporal.Instant | null

/** The next instant, `at` itself included, at which the team works. */
export declare function nextWorkingInstant(calendar: Calendar, at: Temporal.Instant): Temporal.Instant | null
