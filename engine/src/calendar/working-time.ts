import type { Calendar } from "../calendar.ts"
import { firstEndingAfter } from "../spans.ts"
import { partsOf } from "./days.ts"
import type { Day } from "./days.ts"
import { monthAfter, monthOf, monthOfDay, workingMonth } from "./working-month.ts"
import type { WorkingMonth, WorkingSpan } from "./working-month.ts"

const MONTHS_MAX = 600 // 50 years: nobody plans working time further, and a typed year 9999 must not stop a page

/** Working milliseconds in [start, end); 0 when `end` is not after `start`. */
export function workingMilliseconds(calendar: Calendar, start: number, end: number): number {
  if (end <= start) return 0
  let key = monthOf(calendar, start)
  let sum = 0
  for (let n = 0; n < MONTHS_MAX; n += 1) {
    const month = workingMonth(calendar, key)
    sum += workedBefore(month, end) - workedBefore(month, start)
    if (end <= month.end) break
    key = monthAfter(key, 1)
  }
  return sum
}

/** Where working time has run for `milliseconds` since `from`; before it when negative. */
export function instantAfterWorking(calendar: Calendar, from: number, milliseconds: number): number | null {
  if (!Number.isFinite(milliseconds)) return null
  const step = milliseconds < 0 ? -1 : 1
  let left = Math.abs(milliseconds)
  let key = monthOf(calendar, from)
  for (let n = 0; n < MONTHS_MAX; n += 1) {
    const month = workingMonth(calendar, key)
    const before = workedBefore(month, from)
    const here = step > 0 ? month.total - before : before
    if (here >= left) return step > 0 ? placeAfter(month, before + left) : placeBefore(month, before - left)
    left -= here
    key = monthAfter(key, step)
  }
  return null
}

/** The working span that holds `at`, or else the first one after it. */
export function workingSpanFrom(calendar: Calendar, at: number): WorkingSpan | null {
  let key = monthOf(calendar, at)
  for (let n = 0; n < MONTHS_MAX; n += 1) {
    const month = workingMonth(calendar, key)
    const span = month.spans[firstEndingAfter(month.spans, at)]
    if (span !== undefined) return span
    key = monthAfter(key, 1)
  }
  return null
}

/** When the working time of a day ends; null on a day without any. */
export function lastWorkingEndOn(calendar: Calendar, day: Day): number | null {
  const month = workingMonth(calendar, monthOfDay(day))
  return month.ends[partsOf(day).day - 1] ?? null
}

/** Working milliseconds of the month that lie before `at`. */
function workedBefore(month: WorkingMonth, at: number): number {
  const index = firstEndingAfter(month.spans, at)
  const span = month.spans[index]
  if (span === undefined) return month.total
  return span.before + Math.max(0, at - span.start)
}

/** The earliest instant with `worked` milliseconds behind it: the end of a shift rather than the start of the next. */
function placeAfter(month: WorkingMonth, worked: number): number {
  const span = month.spans.find((each) => each.before + each.end - each.start >= worked)
  return span === undefined ? month.end : span.start + worked - span.before
}

/** The latest instant with `worked` milliseconds behind it: the start of a shift rather than the end of the last. */
function placeBefore(month: WorkingMonth, worked: number): number {
  const span = month.spans.findLast((each) => each.before <= worked)
  return span === undefined ? month.start : span.start + worked - span.before
}
