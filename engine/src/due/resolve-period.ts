import { endOfWorkOn } from "../calendar.ts"
import { endOfDay, endOfDayBefore, startOfDay, todayIn, wallTime } from "./frame.ts"
import type { Bounds, Frame } from "./frame.ts"
import { resolveDay } from "./resolve-day.ts"
import type { Period } from "./when.ts"

type Days = { readonly first: Temporal.PlainDate; readonly last: Temporal.PlainDate }

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
  if (period.edge === "after") return { from: startOfDay(frame, days.last.add({ days: 1 })) }
  const part = stretchOf(period, days)
  const until = lastMoment(period, part, frame)
  if (period.edge === "by" || (period.edge === "before" && period.stretch !== "whole") || period.stretch === "end")
    return { until }
  return { from: startOfDay(frame, part.first), until }
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
    const saturday = today.add({ days: 6 - today.dayOfWeek + period.shift * 7 })
    return { first: saturday, last: saturday.add({ days: 1 }) }
  }
  return stretchOfMonths(period, today)
}

function weekOf(period: Period, today: Temporal.PlainDate, frame: Frame): Days | null {
  const inside =
    period.holding === undefined ? today.add({ days: period.shift * 7 }) : resolveDay(period.holding, frame)
  if (inside === null) return null
  const first = inside.subtract({ days: inside.dayOfWeek - 1 })
  return { first, last: first.add({ days: 6 }) }
}

function stretchOfMonths(period: Period, today: Temporal.PlainDate): Days {
  const length = period.unit === "month" ? 1 : period.unit === "quarter" ? 3 : 12
  const current = Math.floor((today.month - 1) / length) * length
  const begin = period.named === undefined ? current : (period.named - 1) * length
  const year = period.year ?? today.year
  const january = Temporal.PlainDate.from({ year, month: 1, day: 1 })
  const first = january.add({
    months: begin + (period.year === undefined || period.named === undefined ? period.shift * length : 0),
  })
  const days = { first, last: first.add({ months: length }).subtract({ days: 1 }) }
  const over =
    period.named !== undefined && period.year === undefined && Temporal.PlainDate.compare(days.last, today) < 0
  return over
    ? { first: first.add({ years: 1 }), last: first.add({ years: 1, months: length }).subtract({ days: 1 }) }
    : days
}

function stretchOf({ unit, stretch }: Period, { first, last }: Days): Days {
  if (stretch === "whole" || unit === "weekend") return { first, last }
  if (unit === "week" && stretch === "end") return { first: first.add({ days: 3 }), last }
  const length = first.until(last, { largestUnit: "days" }).days + 1
  const third = Math.floor(length / 3)
  if (stretch === "start") return { first, last: first.add({ days: Math.max(1, third - 1) }) }
  if (stretch === "end") return { first: first.add({ days: length - third }), last }
  return unit === "week"
    ? { first: first.add({ days: 1 }), last: first.add({ days: 2 }) }
    : { first: first.add({ days: third }), last: first.add({ days: 2 * third - 1 }) }
}

function lastMoment(period: Period, part: Days, frame: Frame): Temporal.Instant {
  if (period.unit !== "week" || period.stretch === "start" || period.stretch === "middle")
    return endOfDay(frame, part.last)
  for (let days = 0; days < 7; days += 1) {
    const end = endOfWorkOn(frame.calendar, part.last.subtract({ days }))
    if (
      end !== null &&
      Temporal.Instant.compare(end, frame.now) > 0 &&
      Temporal.PlainDate.compare(part.last.subtract({ days }), part.first) >= 0
    )
      return end
  }
  return wallTime(part.last, 1439, frame.zone)
}
