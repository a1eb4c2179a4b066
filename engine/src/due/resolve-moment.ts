import { dayInMonth, partsOf } from "../calendar/days.ts"
import type { Day } from "../calendar/days.ts"
import { clockAt, dayAt, zoneNamed } from "../calendar/zone.ts"
import { endOfDay, endOfDayBefore, startOf, todayIn } from "./frame.ts"
import type { Bounds, Frame } from "./frame.ts"
import { resolveClock } from "./resolve-clock.ts"
import { resolveDay } from "./resolve-day.ts"
import { resolvePart } from "./resolve-part.ts"
import type { Clock, Moment, Part } from "./when.ts"

/** Null when the moment cannot be resolved, or is over and no clock or date can move it on. */
export function resolveMoment(moment: Moment, frame: Frame): Bounds | null {
  if (moment.zone === "unknown" || moment.edge === "since") return null
  const date = moment.day === undefined ? dayOfPart(moment.part, frame) : resolveDay(moment.day, frame)
  if (date === null) return null
  if (moment.clock !== undefined) return clockBounds(moment, moment.clock, date, frame)
  if (moment.part !== undefined) return partBounds(moment, moment.part, date, frame)
  return dayBounds(moment, date, frame)
}

/** Without a day it is today, but "in the morning" and "first thing" said in the day are tomorrow's. */
function dayOfPart(part: Part | undefined, frame: Frame): Day {
  const turn = part === undefined ? undefined : TODAY_BEFORE[part]
  return todayIn(frame) + (turn !== undefined && clockAt(frame.zone, frame.now) >= turn * HOUR ? 1 : 0)
}

const HOUR = 3_600_000 // milliseconds

/** The hour from which a part of the day, named without "this", is the next day's. */
const TODAY_BEFORE: Readonly<Partial<Record<Part, number>>> = {
  "first-thing": 8,
  "early-morning": 6,
  morning: 6,
  midday: 13,
  "early-afternoon": 14,
  afternoon: 16,
  evening: 21,
}

function clockBounds(moment: Moment, clock: Clock, date: Day, frame: Frame): Bounds {
  const zone = (moment.zone === undefined ? null : zoneNamed(moment.zone)) ?? frame.zone
  const daySaid = moment.day !== undefined || moment.part !== undefined
  const place = { date, zone, daySaid, ...(moment.part === undefined ? {} : { part: moment.part }) }
  if (moment.clockUntil !== undefined) return windowBounds(clock, moment.clockUntil, place, frame)
  const at = resolveClock(clock, place, frame)
  const edge = moment.clockEdge ?? moment.edge
  if (edge === "just-after") return { from: at, until: at + HOUR }
  if (edge !== "after" && edge !== "from") return { until: at }
  const end =
    moment.part === undefined ? endOfDay(frame, dateOf(at, frame)) : (resolvePart(moment.part, date, frame).until ?? at)
  const late = [end, resolvePart("evening", dateOf(at, frame), frame).until ?? end].find((each) => each > at)
  return { from: at, until: late ?? at + HOUR }
}

type Place = Parameters<typeof resolveClock>[1]

/** In "2-4pm" the second time lends its half of the day to the first, as long as the first then comes first. */
function windowBounds(first: Clock, last: Clock, place: Place, frame: Frame): Bounds {
  const until = resolveClock(last, place, frame)
  const date = dayAt(place.zone, until - HOUR / 60)
  const spot = { ...place, date, daySaid: true }
  const choices =
    first.half === "unknown"
      ? [resolveClock({ ...first, half: "pm" }, spot, frame), resolveClock({ ...first, half: "am" }, spot, frame)]
      : [resolveClock(first, spot, frame)]
  const from = choices.find((each) => each < until)
  if (from !== undefined) return { from, until }
  const begin = choices[0]
  return begin === undefined || last.half !== "unknown" ? { until } : { from: begin, until: until + 12 * HOUR }
}

function dateOf(at: number, { zone }: Frame): Day {
  return dayAt(zone, at)
}

function partBounds(moment: Moment, part: Part, date: Day, frame: Frame): Bounds {
  const bounds = resolvePart(part, date, frame)
  if (moment.edge === "before" && bounds.from !== undefined) return { until: bounds.from }
  return moment.edge === "by" && bounds.until !== undefined ? { until: bounds.until } : bounds
}

function dayBounds(moment: Moment, date: Day, frame: Frame): Bounds {
  if (moment.edge === "before") return { until: endOfDayBefore(frame, date) }
  if (moment.edge === "after") return { from: startOf(frame, date + 1) }
  if (moment.edge === "by") return { until: endOfDay(frame, date) }
  const firstDay = moment.day?.kind === "date" ? moment.day.date.firstDay : undefined
  return {
    from: startOf(frame, firstDay === undefined ? date : sameMonth(date, firstDay)),
    until: endOfDay(frame, date),
  }
}

function sameMonth(date: Day, day: number): Day {
  const { year, month } = partsOf(date)
  return dayInMonth(year, month, day)
}
