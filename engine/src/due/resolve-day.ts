import { endOfWorkOn } from "../calendar.ts"
import { todayIn, workingDayAfter } from "./frame.ts"
import type { Frame } from "./frame.ts"
import type { DateWords, Day } from "./when.ts"
import { monthComesFirst } from "./zones.ts"

const YEARS_AHEAD_MAX = 30 // February 29th on a Friday comes every 28 years

/**
 * The calendar day that words name, seen from `frame.now`; null when it is over or does not exist.
 * A weekday named on that very day means today while work is going on, and a week later once it is over. "this" is the
 * week we are in (from Monday), "next" the week after it, "Friday week" a week after the coming Friday. A date without
 * a year is the coming one; with a weekday that does not fit, the date counts.
 */
export function resolveDay(day: Day, frame: Frame): Temporal.PlainDate | null {
  const today = todayIn(frame)
  if (day.kind === "offset") return today.add({ days: day.days })
  if (day.kind === "working") return workingDayAfter(frame, today, day.days)
  if (day.kind === "weekday") return weekdayDate(day, frame)
  if (day.kind === "date") return comingDate(day.date, day.weekday, today)
  if (day.kind === "pair") return pairDate(day, frame)
  if (day.kind === "easter") return comingEaster(day.days, today)
  if (day.kind === "shifted") return shiftedDate(day, frame)
  return null
}

function shiftedDate(day: Extract<Day, { kind: "shifted" }>, frame: Frame): Temporal.PlainDate | null {
  const date = resolveDay(day.day, frame)?.add({ months: day.months, days: day.days }) ?? null
  return date === null || day.workingDays <= 0 ? date : workingDayAfter(frame, date, day.workingDays)
}

function weekdayDate(day: Extract<Day, { kind: "weekday" }>, frame: Frame): Temporal.PlainDate | null {
  const today = todayIn(frame)
  const monday = today.subtract({ days: today.dayOfWeek - 1 })
  const thisWeek = monday.add({ days: day.weekday - 1 })
  if (day.week === "next") return thisWeek.add({ days: 7 })
  const ahead = (day.weekday - today.dayOfWeek + 7) % 7
  const over = ahead === 0 && isOver(frame, today)
  const coming = today.add({ days: over ? 7 : ahead })
  if (day.week === "after") return coming.add({ days: 7 })
  return day.week === "this" && ahead + today.dayOfWeek <= 7 && !over ? thisWeek : coming
}

function isOver(frame: Frame, today: Temporal.PlainDate): boolean {
  const end = endOfWorkOn(frame.calendar, today)
  return end !== null && Temporal.Instant.compare(end, frame.now) <= 0
}

function comingDate(
  words: DateWords,
  weekday: number | undefined,
  today: Temporal.PlainDate,
): Temporal.PlainDate | null {
  if (words.year !== undefined) return dateOrNull(words.year, words.month ?? 1, words.day)
  if (words.monthShift !== undefined) {
    const month = today.with({ day: 1 }).add({ months: words.monthShift })
    return dateOrNull(month.year, month.month, words.day)
  }
  const found = candidates(words, today).filter((date) => Temporal.PlainDate.compare(date, today) >= 0)
  return found.find((date) => weekday === undefined || date.dayOfWeek === weekday) ?? found[0] ?? null
}

function candidates(words: DateWords, today: Temporal.PlainDate): readonly Temporal.PlainDate[] {
  const first = today.with({ day: 1 })
  const dates =
    words.month === undefined
      ? Array.from({ length: 15 }, (_, months) => first.add({ months })).map((each) =>
          dateOrNull(each.year, each.month, words.day),
        )
      : Array.from({ length: YEARS_AHEAD_MAX }, (_, years) =>
          dateOrNull(today.year + years, words.month ?? 1, words.day),
        )
  const near = dates.filter((date) => date !== null)
  return words.month === undefined ? near : near.slice(0, 3)
}

/** Day first unless the zone is in the United States; the other way round when only that makes a date or fits the weekday. */
function pairDate(day: Extract<Day, { kind: "pair" }>, frame: Frame): Temporal.PlainDate | null {
  const today = todayIn(frame)
  const dayFirst: DateWords = {
    day: day.first,
    month: day.second,
    ...(day.year === undefined ? {} : { year: day.year }),
  }
  const monthFirst: DateWords = { ...dayFirst, day: day.second, month: day.first }
  const orders = monthComesFirst(frame.zone) ? [monthFirst, dayFirst] : [dayFirst, monthFirst]
  const dates = orders.filter((each) => (each.month ?? 13) <= 12).map((each) => comingDate(each, day.weekday, today))
  const found = dates.filter((date) => date !== null)
  return (
    found.find((date) => date.dayOfWeek === day.weekday && date.since(today, { largestUnit: "days" }).days < 366) ??
    found[0] ??
    null
  )
}

function dateOrNull(year: number, month: number, day: number): Temporal.PlainDate | null {
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  return day >= 1 && day <= first.daysInMonth ? first.with({ day }) : null
}

function comingEaster(days: number, today: Temporal.PlainDate): Temporal.PlainDate {
  const thisYear = easter(today.year).add({ days })
  return Temporal.PlainDate.compare(thisYear, today) >= 0 ? thisYear : easter(today.year + 1).add({ days })
}

/** Gregorian Easter Sunday by the anonymous algorithm (Meeus, Astronomical Algorithms, chapter 8). */
function easter(year: number): Temporal.PlainDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(f / 31), day: (f % 31) + 1 })
}
