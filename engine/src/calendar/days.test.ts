import { expect, test } from "vitest"
import { addMonths, dayOf, daysInMonth, isoDate, partsOf, weekdayOf } from "./days.ts"

const DAYS = Array.from({ length: 3_000 }, (_, index) => -40_000 + index * 97)

test("days, their parts, weekdays and months agree with Temporal", () => {
  for (const day of DAYS) {
    const date = Temporal.PlainDate.from("1970-01-01").add({ days: day })
    expect(partsOf(day)).toEqual({ year: date.year, month: date.month, day: date.day })
    expect(dayOf(date.year, date.month, date.day)).toBe(day)
    expect(weekdayOf(day)).toBe(date.dayOfWeek)
    expect(daysInMonth(date.year, date.month)).toBe(date.daysInMonth)
    expect(isoDate(day)).toBe(date.toString())
  }
})

test("months later is the same day, or the last one of a shorter month", () => {
  for (const day of DAYS) {
    const date = Temporal.PlainDate.from("1970-01-01").add({ days: day })
    for (const months of [-13, -1, 1, 11, 25])
      expect(isoDate(addMonths(day, months))).toBe(date.add({ months }).toString())
  }
})
