import { type Calendar, endOfWorkOn } from "aboveboard-engine"

/**
 * `at` rounded up to a time that a person would say: today a quarter of an hour, within the next six days a full hour
 * ("by Monday 15:00"), later the end of that working day. Never past the end of the day's working time where `at` is
 * not past it. Days are those of the calendar's zone.
 */
export function sayableTime(calendar: Calendar, now: Temporal.Instant, at: Temporal.Instant): Temporal.Instant {
  const local = at.toZonedDateTimeISO(calendar.zone)
  const end = endOfWorkOn(calendar, local.toPlainDate())
  const days = now.toZonedDateTimeISO(calendar.zone).toPlainDate().until(local.toPlainDate()).days
  const isWithinWork = end !== null && end.epochMilliseconds >= at.epochMilliseconds
  if (days > DAYS_BY_HOUR && isWithinWork) return end
  const rounded = roundedUp(local, days === 0 ? QUARTER : HOUR)
  return isWithinWork && rounded.epochMilliseconds > end.epochMilliseconds ? end : rounded
}

const DAYS_BY_HOUR = 6
const QUARTER = 15 // minutes
const HOUR = 60 // minutes

function roundedUp(local: Temporal.ZonedDateTime, minutes: number): Temporal.Instant {
  return local
    .round({ smallestUnit: "minute", roundingMode: "ceil" })
    .round(
      minutes === HOUR
        ? { smallestUnit: "hour", roundingMode: "ceil" }
        : { smallestUnit: "minute", roundingIncrement: minutes, roundingMode: "ceil" },
    )
    .toInstant()
}
