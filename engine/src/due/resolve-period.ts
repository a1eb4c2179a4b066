import { addMonths, dayInMonth, partsOf, weekdayOf } from "../calendar/days.ts"
import type { Day } from "../calendar/days.ts"
import { endOfDay, endOfDayBefore, endOfWork, startOf, todayIn, wallTime } from "./frame.ts"
import type { Bounds, Frame } from "./frame.ts"
import { resolveDay } from "./resolve-day.ts"
import type { Period } from "./when.ts"

type Days = { readonly first: Day; readonly last: Day }

/**
 * The bounds of a week, month, quarter, year or weekend. A week ends with the last working time in it; the other
 * periods end with their last day. "by the weekend", "by May" and "by 2027" end before it begins, "by next week" with it.
 * Early, middle and late are thirds of it; of a week Monday-Tuesday, Tuesday-Wednesday, and Thursday on.
 */
export function resolvePeriod(period: Period, frame: Frame): Bounds | null {
  if (period.edge === "since") return null
  const days = daysOf(period, frame)
  if (days === null) return null
  if (endsBeforeIt(period)) return { until: endOfDayBefore(frame, days.first) }
  if (period.edge === "after") return { from: startOf(frame, days.last + 1) }
  const part = stretchOf(period, days)
  const until = lastMoment(period, part, frame)
  if (period.edge === "by" || (period.edge === "before" && period.stretch !== "whole") || period.stretch === "end")
    return { until }
  return { from: startOf(frame, part.first), until }
}

function endsBeforeIt({ edge, stretch, unit, named, year, shift }: Period): boolean {
  if (stretch !== "whole") return false
  if (edge === "before") return true
  return edge === "by" && (unit === "weekend" || named !== undefined || year !== undefined) && shift === 0
}

function daysOf(period: Period, frame: Frame): Days | null {
  const today = todayIn(frame)
  if (period.unit === "week") return weekOf(period, today, frame)
  if (period.unit === "weekend") {
    const saturday = today + 6 - weekdayOf(today) + period.shift * 7
    return { first: saturday, last: saturday + 1 }
  }
  return stretchOfMonths(period, today)
}

function weekOf(period: Period, today: Day, frame: Frame): Days | null {
  const inside = period.holding === undefined ? today + period.shift * 7 : resolveDay(period.holding, frame)
  if (inside === null) return null
  const first = inside - weekdayOf(inside) + 1
  return { first, last: first + 6 }
}

function stretchOfMonths(period: Period, today: Day): Days {
  const length = period.unit === "month" ? 1 : period.unit === "quarter" ? 3 : 12
  const now = partsOf(today)
  const current = Math.floor((now.month - 1) / length) * length
  const begin = period.named === undefined ? current : (period.named - 1) * length
  const shift = period.year === undefined || period.named === undefined ? period.shift * length : 0
  const first = dayInMonth(period.year ?? now.year, 1 + begin + shift, 1)
  const days = { first, last: addMonths(first, length) - 1 }
  const over = period.named !== undefined && period.year === undefined && days.last < today
  return over ? { first: addMonths(first, 12), last: addMonths(first, 12 + length) - 1 } : days
}

function stretchOf({ unit, stretch }: Period, { first, last }: Days): Days {
  if (stretch === "whole" || unit === "weekend") return { first, last }
  if (unit === "week" && stretch === "end") return { first: first + 3, last }
  const length = last - first + 1
  const third = Math.floor(length / 3)
  if (stretch === "start") return { first, last: first + Math.max(1, third - 1) }
  if (stretch === "end") return { first: first + length - third, last }
  return unit === "week" ? { first: first + 1, last: first + 2 } : { first: first + third, last: first + 2 * third - 1 }
}

function lastMoment(period: Period, part: Days, frame: Frame): number {
  if (period.unit !== "week" || period.stretch === "start" || period.stretch === "middle")
    return endOfDay(frame, part.last)
  for (let days = 0; days < 7; days += 1) {
    const end = endOfWork(frame, part.last - days)
    if (end !== null && end > frame.now && part.last - days >= part.first) return end
  }
  return wallTime(part.last, 1439, frame.zone)
}
