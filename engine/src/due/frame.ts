import type { Calendar } from "../calendar.ts"
import type { Day } from "../calendar/days.ts"
import { nthWorkingDayAfter } from "../calendar/working-days.ts"
import { lastWorkingEndOn, workingSpanFrom } from "../calendar/working-time.ts"
import { dayAt, rfc3339, startOfDay, wallInstant } from "../calendar/zone.ts"
import type { Zone } from "../calendar/zone.ts"

/** What resolving needs to know: the instant of writing in epoch milliseconds, the author's zone, the team's working hours. */
export type Frame = {
  readonly now: number
  readonly zone: Zone
  readonly calendar: Calendar
  /** Instants that were written out already: the ends of the same days come again and again. */
  readonly written: Map<number, string>
}

/** From the first moment of a time to the last one that is still in time, in epoch milliseconds. */
export type Bounds = { readonly from?: number; readonly until?: number }

/** RFC 3339 in the author's zone. */
export function written(frame: Frame, at: number): string {
  const known = frame.written.get(at)
  if (known !== undefined) return known
  const fresh = rfc3339(frame.zone, at)
  frame.written.set(at, fresh)
  return fresh
}

export function todayIn({ now, zone }: Frame): Day {
  return dayAt(zone, now)
}

/** A time of the wall clock; 24:00 is the next midnight, a time that the clocks skip comes an hour later. */
export function wallTime(day: Day, minutes: number, zone: Zone): number {
  return wallInstant(zone, minutes >= 1440 ? day + 1 : day, Math.max(0, minutes) % 1440)
}

/** When the working time of a day ends; null on a day without any. */
export function endOfWork({ calendar }: Frame, day: Day): number | null {
  return lastWorkingEndOn(calendar, day)
}

/** The end of the day's working time; 23:59 on a day without any, or when that end has passed. */
export function endOfDay(frame: Frame, day: Day): number {
  const work = endOfWork(frame, day)
  const passed = work !== null && work <= frame.now && day === todayIn(frame)
  return work === null || passed ? wallTime(day, 1439, frame.zone) : work
}

export function startOf({ zone }: Frame, day: Day): number {
  return startOfDay(zone, day)
}

/** The end of the last working day before `day`, or of the day before it where nobody works for two weeks. */
export function endOfDayBefore(frame: Frame, day: Day): number {
  for (let days = 1; days <= 14; days += 1) {
    const work = endOfWork(frame, day - days)
    if (work !== null && work > frame.now) return work
  }
  return wallTime(day - 1, 1439, frame.zone)
}

/** The nth working day after `day`; null where nobody works. What was said while closed may count from the next opening. */
export function workingDayAfter(frame: Frame, day: Day, count: number): Day | null {
  const from = day === todayIn(frame) && frame.calendar.closedSays === "next-opening" ? openingDay(frame) : day
  return from === null ? null : nthWorkingDayAfter(frame.calendar, from, count)
}

function openingDay({ calendar, now, zone }: Frame): Day | null {
  const open = workingSpanFrom(calendar, now)
  return open === null ? null : dayAt(zone, Math.max(open.start, now))
}
