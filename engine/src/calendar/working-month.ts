import type { Calendar, WorkingHours } from "../calendar.ts"
import { DAY_LENGTH, dayInMonth, isoDate, partsOf, weekdayOf } from "./days.ts"
import type { Day } from "./days.ts"
import { clockAt, dayAt, startOfDay, stretchAt, zoneNamed } from "./zone.ts"
import type { Zone } from "./zone.ts"

/** Months since year 0: year * 12 + month - 1. */
export type MonthKey = number

/** Epoch milliseconds, end exclusive; `before` is the working time of the month that comes before it. */
export type WorkingSpan = { readonly start: number; readonly end: number; readonly before: number }

export type WorkingMonth = {
  readonly start: number
  readonly end: number
  readonly total: number
  readonly spans: readonly WorkingSpan[]
  /** Of each day of the month when its work ends, or null. */
  readonly ends: readonly (number | null)[]
  /** The days of the month that have working time. */
  readonly workingDays: readonly number[]
}

type Shift = { readonly from: number; readonly until: number }
type Prepared = {
  readonly zone: Zone
  readonly shifts: ReadonlyMap<number, readonly Shift[]>
  readonly daysOff: ReadonlySet<string>
  readonly months: Map<MonthKey, WorkingMonth>
}

const MINUTE = 60_000 // milliseconds
const DAY_MINUTES = 1440
const MONTHS_KEPT_MAX = 1300 // a calendar in use touches a few dozen

const prepared = new WeakMap<Calendar, Prepared>()

/** The working spans of one calendar month in the calendar's zone; worked out once for each calendar object. */
export function workingMonth(calendar: Calendar, key: MonthKey): WorkingMonth {
  const known = prepared.get(calendar) ?? prepare(calendar)
  const found = known.months.get(key)
  if (found !== undefined) return found
  if (known.months.size >= MONTHS_KEPT_MAX) known.months.clear()
  const month = buildMonth(known.zone, known, key)
  known.months.set(key, month)
  return month
}

export function monthOf(calendar: Calendar, at: number): MonthKey {
  return monthOfDay(dayAt(zoneOf(calendar), at))
}

export function monthOfDay(day: Day): MonthKey {
  const { year, month } = partsOf(day)
  return year * 12 + month - 1
}

/** Whether there are working hours on any weekday. */
export function worksEver(calendar: Calendar): boolean {
  const { shifts } = prepared.get(calendar) ?? prepare(calendar)
  return [...shifts.values()].some((each) => each.length > 0)
}

/** Fails where the calendar names no zone that there is. */
export function zoneOf(calendar: Calendar): Zone {
  return (prepared.get(calendar) ?? prepare(calendar)).zone
}

export function monthAfter(key: MonthKey, months: number): MonthKey {
  return key + months
}

function prepare(calendar: Calendar): Prepared {
  const zone = zoneNamed(calendar.zone)
  if (zone === null) throw new RangeError(`No time zone is called ${calendar.zone}`)
  const shifts = new Map<number, readonly Shift[]>()
  for (const [weekday, hours] of Object.entries(calendar.hours)) shifts.set(Number(weekday), shiftsOf(hours ?? []))
  const fresh = { zone, shifts, daysOff: new Set(calendar.daysOff), months: new Map<MonthKey, WorkingMonth>() }
  prepared.set(calendar, fresh)
  return fresh
}

/** In order, overlaps joined, unreadable ones left out. */
function shiftsOf(hours: readonly WorkingHours[]): readonly Shift[] {
  const read = hours.map((each) => ({ from: minuteOfDay(each.from), until: minuteOfDay(each.until) }))
  const sorted = read.filter((each) => each.from < each.until).toSorted((a, b) => a.from - b.from)
  const joined: Shift[] = []
  for (const shift of sorted) {
    const last = joined.at(-1)
    if (last === undefined || shift.from > last.until) joined.push(shift)
    else joined[joined.length - 1] = { from: last.from, until: Math.max(last.until, shift.until) }
  }
  return joined
}

/** Not a number for what is no time of day; comparisons with it fail, which leaves the shift out. */
function minuteOfDay(text: string): number {
  const parts = /^(\d{1,2}):(\d{2})$/.exec(text)
  if (parts === null) return Number.NaN
  const [hour, minute] = [Number(parts[1]), Number(parts[2])]
  return minute > 59 || hour * 60 + minute > DAY_MINUTES ? Number.NaN : hour * 60 + minute
}

function buildMonth(zone: Zone, known: Prepared, key: MonthKey): WorkingMonth {
  const first = dayInMonth(0, key + 1, 1)
  const last = dayInMonth(0, key + 2, 1)
  const spans: WorkingSpan[] = []
  const ends: (number | null)[] = []
  let total = 0
  let dayStart = startOfDay(zone, first)
  const start = dayStart
  for (let day = first; day < last; day += 1) {
    const dayEnd = startOfDay(zone, day + 1)
    const own = spansOfDay(known, day, { zone, dayStart, dayEnd })
    ends.push(own.at(-1)?.end ?? null)
    for (const span of own) {
      spans.push({ start: span.start, end: span.end, before: total })
      total += span.end - span.start
    }
    dayStart = dayEnd
  }
  const workingDays = ends.flatMap((end, index) => (end === null ? [] : [index + 1]))
  return { start, end: dayStart, total, spans, ends, workingDays }
}

type DayFrame = { readonly zone: Zone; readonly dayStart: number; readonly dayEnd: number }

function spansOfDay(known: Prepared, day: Day, frame: DayFrame): { start: number; end: number }[] {
  const shifts = known.shifts.get(weekdayOf(day)) ?? []
  if (shifts.length === 0 || known.daysOff.has(isoDate(day))) return []
  return evenStretches(frame).flatMap((stretch) =>
    shifts
      .map((shift) => ({
        start: Math.max(stretch.start, stretch.midnight + shift.from * MINUTE),
        end: Math.min(stretch.end, stretch.midnight + shift.until * MINUTE),
      }))
      .filter((span) => span.start < span.end),
  )
}

/** The parts of a day with one offset each; `midnight` is where its 00:00 would lie by that offset. */
function evenStretches({ zone, dayStart, dayEnd }: DayFrame): { start: number; end: number; midnight: number }[] {
  if (dayEnd - dayStart === DAY_LENGTH) return [{ start: dayStart, end: dayEnd, midnight: dayStart }]
  const change = stretchAt(zone, dayStart).until
  const midnight = dayStart - clockAt(zone, dayStart)
  if (change >= dayEnd) return [{ start: dayStart, end: dayEnd, midnight }]
  return [
    { start: dayStart, end: change, midnight },
    { start: change, end: dayEnd, midnight: change - clockAt(zone, change) },
  ]
}
