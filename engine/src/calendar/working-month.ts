import type { Calendar, WorkingHours } from "../calendar.ts"

/** Months since year 0: year * 12 + month - 1. */
export type MonthKey = number

/** Epoch milliseconds, end exclusive; `before` is the working time of the month that comes before it. */
export type WorkingSpan = { readonly start: number; readonly end: number; readonly before: number }

export type WorkingMonth = {
  readonly start: number
  readonly end: number
  readonly total: number
  readonly spans: readonly WorkingSpan[]
}

type Shift = { readonly from: number; readonly until: number }
type Prepared = {
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
  const month = buildMonth(calendar.zone, known, key)
  known.months.set(key, month)
  return month
}

export function monthOf(calendar: Calendar, at: number): MonthKey {
  const date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(calendar.zone)
  return date.year * 12 + date.month - 1
}

export function monthAfter(key: MonthKey, months: number): MonthKey {
  return key + months
}

function prepare(calendar: Calendar): Prepared {
  const shifts = new Map<number, readonly Shift[]>()
  for (const [weekday, hours] of Object.entries(calendar.hours)) shifts.set(Number(weekday), shiftsOf(hours ?? []))
  const fresh = { shifts, daysOff: new Set(calendar.daysOff), months: new Map<MonthKey, WorkingMonth>() }
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

function buildMonth(zone: string, known: Prepared, key: MonthKey): WorkingMonth {
  const first = Temporal.PlainDate.from({ year: Math.floor(key / 12), month: (((key % 12) + 12) % 12) + 1, day: 1 })
  const spans: WorkingSpan[] = []
  let total = 0
  let date = first
  let dayStart = startOf(date, zone)
  for (let day = 0; day < first.daysInMonth; day += 1) {
    const next = date.add({ days: 1 })
    const dayEnd = startOf(next, zone)
    for (const { start, end } of spansOfDay(known, date, { zone, dayStart, dayEnd })) {
      spans.push({ start, end, before: total })
      total += end - start
    }
    date = next
    dayStart = dayEnd
  }
  return { start: startOf(first, zone), end: dayStart, total, spans }
}

type DayFrame = { readonly zone: string; readonly dayStart: number; readonly dayEnd: number }

function spansOfDay(known: Prepared, date: Temporal.PlainDate, frame: DayFrame): { start: number; end: number }[] {
  const shifts = known.shifts.get(date.dayOfWeek) ?? []
  if (shifts.length === 0 || known.daysOff.has(date.toString())) return []
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
function evenStretches(frame: DayFrame): { start: number; end: number; midnight: number }[] {
  const { dayStart, dayEnd } = frame
  const plain = dayEnd - dayStart === DAY_MINUTES * MINUTE
  if (plain) return [{ start: dayStart, end: dayEnd, midnight: dayStart }]
  const start = Temporal.Instant.fromEpochMilliseconds(dayStart).toZonedDateTimeISO(frame.zone)
  const change = start.getTimeZoneTransition("next")?.epochMilliseconds ?? dayEnd
  const midnight = dayStart - wallMilliseconds(start)
  if (change >= dayEnd) return [{ start: dayStart, end: dayEnd, midnight }]
  const after = Temporal.Instant.fromEpochMilliseconds(change).toZonedDateTimeISO(frame.zone)
  return [
    { start: dayStart, end: change, midnight },
    { start: change, end: dayEnd, midnight: change - wallMilliseconds(after) },
  ]
}

function wallMilliseconds(at: Temporal.ZonedDateTime): number {
  return ((at.hour * 60 + at.minute) * 60 + at.second) * 1000 + at.millisecond
}

function startOf(date: Temporal.PlainDate, zone: string): number {
  return date.toZonedDateTime(zone).epochMilliseconds
}
