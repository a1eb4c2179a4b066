import { addMonths, dayInMonth, daysInMonth, dayOf, partsOf, weekdayOf } from "../calendar/days.ts"
import type { Day as CalendarDay } from "../calendar/days.ts"
import { endOfWork, todayIn, workingDayAfter } from "./frame.ts"
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
export function resolveDay(day: Day, frame: Frame): CalendarDay | null {
  const today = todayIn(frame)
  if (day.kind === "offset") return today + day.days
  if (day.kind === "working") return workingDayAfter(frame, today, day.days)
  if (day.kind === "weekday") return weekdayDate(day, frame)
  if (day.kind === "date") return comingDate(day.date, day.weekday, today)
  if (day.kind === "pair") return pairDate(day, frame)
  if (day.kind === "easter") return comingEaster(day.days, today)
  if (day.kind === "shifted") return shiftedDate(day, frame)
  return null
}

function shiftedDate(day: Extract<Day, { kind: "shifted" }>, frame: Frame): CalendarDay | null {
  const base = resolveDay(day.day, frame)
  if (base === null) return null
  const date = addMonths(base, day.months) + day.days
  if (day.workingDays < 0) return workingDayBefore(frame, date, -day.workingDays)
  return day.workingDays === 0 ? date : workingDayAfter(frame, date, day.workingDays)
}

const DAYS_BACK_MAX = 400 // a team that has not worked for that long has no working day before

/** The nth working day before `day`; null where nobody works. */
function workingDayBefore(frame: Frame, day: CalendarDay, count: number): CalendarDay | null {
  let left = count
  for (let back = 1; back <= DAYS_BACK_MAX; back += 1) {
    if (endOfWork(frame, day - back) !== null) left -= 1
    if (left === 0) return day - back
  }
  return null
}

function weekdayDate(day: Extract<Day, { kind: "weekday" }>, frame: Frame): CalendarDay | null {
  const today = todayIn(frame)
  const weekday = weekdayOf(today)
  const thisWeek = today + day.weekday - weekday
  if (day.week === "next") return thisWeek + 7
  const ahead = (day.weekday - weekday + 7) % 7
  const over = ahead === 0 && isOver(frame, today)
  const coming = today + (over ? 7 : ahead)
  if (day.week === "after") return coming + 7
  return day.week === "this" && ahead + weekday <= 7 && !over ? thisWeek : coming
}

function isOver(frame: Frame, today: CalendarDay): boolean {
  const end = endOfWork(frame, today)
  return end !== null && end <= frame.now
}

function comingDate(words: DateWords, weekday: number | undefined, today: CalendarDay): CalendarDay | null {
  if (words.year !== undefined) return dateOrNull(words.year, words.month ?? 1, words.day)
  const { year, month } = partsOf(today)
  if (words.monthShift !== undefined) return dateOrNull(year, month + words.monthShift, words.day)
  return words.month === undefined
    ? firstDate(today, weekday, MONTHS_AHEAD_MAX, MONTHS_AHEAD_MAX, (ahead) =>
        dateOrNull(year, month + ahead, words.day),
      )
    : firstDate(today, weekday, YEARS_AHEAD_MAX, YEARS_FOUND_MAX, (ahead) =>
        dateOrNull(year + ahead, words.month ?? 1, words.day),
      )
}

const MONTHS_AHEAD_MAX = 15
const YEARS_FOUND_MAX = 3

/** The first date that is not over and fits the weekday, else the first that is not over. */
function firstDate(
  today: CalendarDay,
  weekday: number | undefined,
  tries: number,
  datesMax: number,
  dateAhead: (ahead: number) => CalendarDay | null,
): CalendarDay | null {
  let first: CalendarDay | null = null
  let dates = 0
  for (let ahead = 0; ahead < tries && dates < datesMax; ahead += 1) {
    const date = dateAhead(ahead)
    if (date !== null) dates += 1
    if (date === null || date < today) continue
    if (weekday === undefined || weekdayOf(date) === weekday) return date
    first ??= date
  }
  return first
}

/** Day first unless the zone is in the United States; the other way round when only that makes a date or fits the weekday. */
function pairDate(day: Extract<Day, { kind: "pair" }>, frame: Frame): CalendarDay | null {
  const today = todayIn(frame)
  const dayFirst: DateWords = {
    day: day.first,
    month: day.second,
    ...(day.year === undefined ? {} : { year: day.year }),
  }
  const monthFirst: DateWords = { ...dayFirst, day: day.second, month: day.first }
  const orders = monthComesFirst(frame.zone.name) ? [monthFirst, dayFirst] : [dayFirst, monthFirst]
  const dates = orders.filter((each) => (each.month ?? 13) <= 12).map((each) => comingDate(each, day.weekday, today))
  const found = dates.filter((date) => date !== null)
  return found.find((date) => weekdayOf(date) === day.weekday && date - today < 366) ?? found[0] ?? null
}

/** `month` may lie outside the year. */
function dateOrNull(year: number, month: number, day: number): CalendarDay | null {
  const first = dayInMonth(year, month, 1)
  if (day >= 1 && day <= 28) return first + day - 1
  return day >= 1 && day <= lengthOfMonth(first) ? first + day - 1 : null
}

function lengthOfMonth(first: CalendarDay): number {
  const { year, month } = partsOf(first)
  return daysInMonth(year, month)
}

function comingEaster(days: number, today: CalendarDay): CalendarDay {
  const { year } = partsOf(today)
  const thisYear = easter(year) + days
  return thisYear >= today ? thisYear : easter(year + 1) + days
}

/** Gregorian Easter Sunday by the anonymous algorithm (Meeus, Astronomical Algorithms, chapter 8). */
function easter(year: number): CalendarDay {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return dayOf(year, Math.floor(f / 31), (f % 31) + 1)
}
