import { endOfWorkOn } from "../calendar.ts"
import type { Calendar } from "../calendar.ts"

/** What resolving needs to know: the instant of writing, the author's zone, the team's working hours. */
export type Frame = { readonly now: Temporal.Instant; readonly zone: string; readonly calendar: Calendar }

/** From the first moment of a time to the last one that is still in time. */
export type Bounds = { readonly from?: Temporal.Instant; readonly until?: Temporal.Instant }

export function todayIn({ now, zone }: Frame): Temporal.PlainDate {
  return now.toZonedDateTimeISO(zone).toPlainDate()
}

/** A time of the wall clock; 24:00 is the next midnight, a time that the clocks skip comes an hour later. */
export function wallTime(date: Temporal.PlainDate, minutes: number, zone: string): Temporal.Instant {
  const day = minutes >= 1440 ? date.add({ days: 1 }) : date
  const time = Temporal.PlainTime.from({ hour: Math.floor((minutes % 1440) / 60), minute: minutes % 60 })
  return day.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant()
}

/** The end of the day's working time; 23:59 on a day without any, or when that end has passed. */
export function endOfDay(frame: Frame, date: Temporal.PlainDate): Temporal.Instant {
  const work = endOfWorkOn(frame.calendar, date)
  const passed = work !== null && Temporal.Instant.compare(work, frame.now) <= 0 && date.equals(todayIn(frame))
  return work === null || passed ? wallTime(date, 1439, frame.zone) : work
}

export function startOfDay({ zone }: Frame, date: Temporal.PlainDate): Temporal.Instant {
  return date.toZonedDateTime(zone).toInstant()
}

/** The end of the last working day before `date`, or of the day before it where nobody works for two weeks. */
export function endOfDayBefore(frame: Frame, date: Temporal.PlainDate): Temporal.Instant {
  for (let days = 1; days <= 14; days += 1) {
    const work = endOfWorkOn(frame.calendar, date.subtract({ days }))
    if (work !== null && Temporal.Instant.compare(work, frame.now) > 0) return work
  }
  return wallTime(date.subtract({ days: 1 }), 1439, frame.zone)
}

/** The nth working day after `date`; null where nobody works. */
export function workingDayAfter(
  { calendar }: Frame,
  date: Temporal.PlainDate,
  count: number,
): Temporal.PlainDate | null {
  let left = count
  let day = date
  for (let tried = 0; left > 0; tried += 1) {
    if (tried > count * 7 + 60) return null
    day = day.add({ days: 1 })
    if (endOfWorkOn(calendar, day) !== null) left -= 1
  }
  return day
}
