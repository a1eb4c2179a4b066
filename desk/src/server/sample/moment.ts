import { type Calendar, type Weekday, type WorkingHours, addWorkingTime } from "aboveboard-engine"
import type { When } from "./story.ts"

/** The instant that `when` names. Throws when it is written in another way: then the story is wrong. */
export function momentOf(calendar: Calendar, now: Temporal.Instant, when: When): Temporal.Instant {
  const [, sign = "+", days, clock = "00:00"] = /^([+-])(\d+)d (\d\d:\d\d)$/.exec(when) ?? []
  if (days !== undefined) {
    const date = workingDayAfter(calendar, now, Number(days), sign === "-" ? -1 : 1)
    return clockOn(calendar, date, clock)
  }
  const [, side, hours = "0", minutes = "0"] = /^([+-])(?:(\d+)h)?(?:(\d+)m)?$/.exec(when) ?? []
  if (side === undefined) throw new Error(`no time of a story: ${when}`)
  const amount = Number(hours) * 60 + Number(minutes)
  const at = addWorkingTime(calendar, now, side === "-" ? -amount : amount)
  if (at === null) throw new Error("the sample shop has no working time")
  return at
}

const ROUND_MINUTES = 5 // people say ten to four, not 15:48
const ROUND_MINUTES_AHEAD = 30 // and half past four, when it is days away

/** As `momentOf`, on a clock time that people would say: the past rounded down, what is to come rounded up. */
export function dueOf(calendar: Calendar, now: Temporal.Instant, when: When): Temporal.Instant {
  const at = momentOf(calendar, now, when).toZonedDateTimeISO(calendar.zone)
  const options = when.includes(":")
    ? ({ roundingIncrement: ROUND_MINUTES_AHEAD, roundingMode: "halfExpand" } as const)
    : ({ roundingIncrement: ROUND_MINUTES, roundingMode: when.startsWith("-") ? "floor" : "ceil" } as const)
  return at.round({ smallestUnit: "minute", ...options }).toInstant()
}

/** The date `days` working days before or after the day of `now`, which itself is not counted. */
function workingDayAfter(calendar: Calendar, now: Temporal.Instant, days: number, step: 1 | -1): Temporal.PlainDate {
  let date = now.toZonedDateTimeISO(calendar.zone).toPlainDate()
  for (let left = days; left > 0;) {
    date = date.add({ days: step })
    if (hoursOn(calendar, date) !== null) left -= 1
  }
  return date
}

/** Stories are written for Monday's hours. On a shorter day a time within them lies as far into the day. */
function clockOn(calendar: Calendar, date: Temporal.PlainDate, clock: string): Temporal.Instant {
  const usual = minutesOf(calendar.hours[1]?.[0] ?? null)
  const here = minutesOf(hoursOn(calendar, date))
  const written = minuteOf(clock)
  const within = usual !== null && here !== null && written >= usual.from && written <= usual.until
  const minute = within
    ? here.from + ((written - usual.from) * (here.until - here.from)) / (usual.until - usual.from)
    : written
  const rounded = Math.round(minute / ROUND_MINUTES) * ROUND_MINUTES
  return date
    .toZonedDateTime({ timeZone: calendar.zone, plainTime: Temporal.PlainTime.from("00:00").add({ minutes: rounded }) })
    .toInstant()
}

function hoursOn(calendar: Calendar, date: Temporal.PlainDate): WorkingHours | null {
  return calendar.hours[weekdayOf(date)]?.[0] ?? null
}

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

function weekdayOf(date: Temporal.PlainDate): Weekday {
  return WEEKDAYS[date.dayOfWeek - 1] ?? 1
}

function minutesOf(hours: WorkingHours | null): { from: number; until: number } | null {
  return hours === null ? null : { from: minuteOf(hours.from), until: minuteOf(hours.until) }
}

function minuteOf(clock: string): number {
  const { hour, minute } = Temporal.PlainTime.from(clock)
  return hour * 60 + minute
}
