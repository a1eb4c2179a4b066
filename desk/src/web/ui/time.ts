/** How times are written. All take the zone that the reader lives by; weekdays for anything within 7 days. */

const LOCALE = "en-GB" // the language of the interface; the catalogue in words.ts is its other half

export type When = { readonly zone: string; readonly now: Temporal.Instant }

/** "17:00" */
export function clockTime(at: Temporal.Instant, zone: string): string {
  const { hour, minute } = at.toZonedDateTimeISO(zone)
  return `${two(hour)}:${two(minute)}`
}

/** "Fri 20" within a week, "1 Dec" beyond, with the year when it is not this one; empty today. */
export function boardDay(at: Temporal.Instant, { zone, now }: When): string {
  const date = dateIn(at, zone)
  const days = daysBetween(dateIn(now, zone), date)
  if (days === 0) return ""
  if (Math.abs(days) < 7) return `${weekday(date)} ${date.day}`
  return dayAndMonth(date, dateIn(now, zone))
}

/** "10:52" today, "Wed 16:40" within a week, else "3 Nov". */
export function moment(at: Temporal.Instant, { zone, now }: When): string {
  const date = dateIn(at, zone)
  const days = daysBetween(dateIn(now, zone), date)
  if (days === 0) return clockTime(at, zone)
  if (Math.abs(days) < 7) return `${weekday(date)} ${clockTime(at, zone)}`
  return dayAndMonth(date, dateIn(now, zone))
}

/** "Fri 27 Nov, 17:00" */
export function fullMoment(at: Temporal.Instant, { zone, now }: When): string {
  const date = dateIn(at, zone)
  return `${weekday(date)} ${dayAndMonth(date, dateIn(now, zone))}, ${clockTime(at, zone)}`
}

/** "today, 17:00" · "tomorrow, 10:00" · "Fri 27 Nov, 17:00" */
export function spokenMoment(at: Temporal.Instant, when: When): string {
  const days = daysBetween(dateIn(when.now, when.zone), dateIn(at, when.zone))
  if (days === 0) return `today, ${clockTime(at, when.zone)}`
  if (days === 1) return `tomorrow, ${clockTime(at, when.zone)}`
  if (days === -1) return `yesterday, ${clockTime(at, when.zone)}`
  return fullMoment(at, when)
}

/** "Thursday 19 November" */
export function longDay(at: Temporal.Instant, zone: string): string {
  const date = dateIn(at, zone)
  const name = date.toLocaleString(LOCALE, { weekday: "long" })
  return `${name} ${date.day} ${date.toLocaleString(LOCALE, { month: "long" })}`
}

/** "Thu 14:12" */
export function weekdayAndTime(at: Temporal.Instant, zone: string): string {
  return `${weekday(dateIn(at, zone))} ${clockTime(at, zone)}`
}

/** Working time as the ledger counts it: "33 min", "2 h", "2 h 12". Over 80 h still in hours: the sum must be checkable. */
export function workingText(minutes: number): string {
  const whole = Math.floor(Math.abs(minutes))
  const hours = Math.floor(whole / 60)
  const rest = whole % 60
  if (hours === 0) return `${rest}\u00a0min`
  return rest === 0 ? `${hours}\u00a0h` : `${hours}\u00a0h\u00a0${two(rest)}`
}

/** The value of a `datetime-local` field, in the reader's zone. */
export function fieldValue(at: Temporal.Instant, zone: string): string {
  return at.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: "minute" })
}

/** Null when the field holds no whole date and time. */
export function fromFieldValue(value: string, zone: string): Temporal.Instant | null {
  try {
    return Temporal.PlainDateTime.from(value).toZonedDateTime(zone).toInstant()
  } catch {
    return null
  }
}

/** Null for what is no instant. */
export function instantOf(text: string | null | undefined): Temporal.Instant | null {
  if (text === null || text === undefined) return null
  try {
    return Temporal.Instant.from(text)
  } catch {
    return null
  }
}

export function dateIn(at: Temporal.Instant, zone: string): Temporal.PlainDate {
  return at.toZonedDateTimeISO(zone).toPlainDate()
}

function daysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return from.until(to, { largestUnit: "day" }).days
}

/** "20 Nov", with the year when it is not this one. */
export function dayAndMonth(date: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const short = `${date.day}\u00a0${MONTHS[date.month - 1] ?? ""}`
  return date.year === today.year ? short : `${short} ${date.year}`
}

function weekday(date: Temporal.PlainDate): string {
  return WEEKDAYS[date.dayOfWeek - 1] ?? ""
}

const WEEKDAYS = namesOf(7, { weekday: "short" }, (index) => Date.UTC(2024, 0, index + 1)) // begins on a Monday
const MONTHS = namesOf(12, { month: "short" }, (index) => Date.UTC(2024, index, 1))

function namesOf(count: number, options: Intl.DateTimeFormatOptions, dateOf: (index: number) => number): string[] {
  const format = new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: "UTC" })
  return Array.from({ length: count }, (_, index) => format.format(dateOf(index)).slice(0, 3))
}

function two(value: number): string {
  return String(value).padStart(2, "0")
}
