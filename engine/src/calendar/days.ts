/** A calendar day as the number of days since 1970-01-01. Plain numbers, as a review counts with many days. */
export type Day = number

export type DateParts = { readonly year: number; readonly month: number; readonly day: number }

export const DAY_LENGTH = 86_400_000 // milliseconds

/** The day of a Gregorian date; `day` may lie outside the month. Hinnant, "chrono-compatible low-level date algorithms". */
export function dayOf(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

export function partsOf(at: Day): DateParts {
  const shifted = at + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

/** Monday = 1. */
export function weekdayOf(at: Day): number {
  return ((((at + 3) % 7) + 7) % 7) + 1
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** The same day of the month so many months later, or that month's last one. */
export function addMonths(at: Day, months: number): Day {
  const { year, month, day } = partsOf(at)
  return dayInMonth(year, month + months, day)
}

/** A day of a month, or the month's last one; `month` may lie outside the year. */
export function dayInMonth(year: number, month: number, day: number): Day {
  const months = year * 12 + month - 1
  const realYear = Math.floor(months / 12)
  const realMonth = months - realYear * 12 + 1
  return dayOf(realYear, realMonth, Math.min(day, daysInMonth(realYear, realMonth)))
}

/** "2026-03-04". */
export function isoDate(at: Day): string {
  const { year, month, day } = partsOf(at)
  const four = year >= 0 && year <= 9999
  const years = four
    ? String(year).padStart(4, "0")
    : `${year < 0 ? "-" : "+"}${String(Math.abs(year)).padStart(6, "0")}`
  return `${years}-${twoDigits(month)}-${twoDigits(day)}`
}

export function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number)
}
