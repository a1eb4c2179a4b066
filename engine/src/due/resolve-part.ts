import { endOfWorkOn, nextWorkingInstant } from "../calendar.ts"
import { endOfDay, startOfDay, wallTime } from "./frame.ts"
import type { Bounds, Frame } from "./frame.ts"
import type { Part } from "./when.ts"

const HOUR = 60 // minutes
const AFTERNOON_LATEST = 18 * HOUR // where the team works later, its afternoon is over all the same
const FIRST_THING_LASTS = 60 // minutes after work begins

/** The bounds of a part of a day; afternoons and whole days end with the working time, "first thing" an hour after it begins. */
export function resolvePart(part: Part, date: Temporal.PlainDate, frame: Frame): Bounds {
  const at = (minutes: number): Temporal.Instant => wallTime(date, minutes, frame.zone)
  if (part === "first-thing") return firstThing(date, frame)
  if (part === "early-morning") return { from: at(6 * HOUR), until: at(10 * HOUR) }
  if (part === "morning") return { from: at(6 * HOUR), until: at(12 * HOUR) }
  if (part === "midday") return { from: at(12 * HOUR), until: at(14 * HOUR) }
  if (part === "early-afternoon") return { from: at(12 * HOUR), until: at(15 * HOUR) }
  if (part === "afternoon") return { from: at(12 * HOUR), until: endOfAfternoon(date, frame) }
  if (part === "evening") return { from: at(17 * HOUR), until: at(22 * HOUR) }
  if (part === "night") return { from: at(18 * HOUR), until: at(24 * HOUR - 1) }
  if (part === "overnight") return { from: at(18 * HOUR), until: firstWork(date.add({ days: 1 }), frame) }
  return { until: endOfDay(frame, date) }
}

function firstThing(date: Temporal.PlainDate, frame: Frame): Bounds {
  const from = firstWork(date, frame)
  return { from, until: from.add({ minutes: FIRST_THING_LASTS }) }
}

/** When work begins on a day; 09:00 where there is none. */
function firstWork(date: Temporal.PlainDate, frame: Frame): Temporal.Instant {
  const begin =
    endOfWorkOn(frame.calendar, date) === null ? null : nextWorkingInstant(frame.calendar, startOfDay(frame, date))
  return begin ?? wallTime(date, 9 * HOUR, frame.zone)
}

function endOfAfternoon(date: Temporal.PlainDate, frame: Frame): Temporal.Instant {
  const [noon, latest] = [wallTime(date, 12 * HOUR, frame.zone), wallTime(date, AFTERNOON_LATEST, frame.zone)]
  const work = endOfWorkOn(frame.calendar, date)
  const usable =
    work !== null && Temporal.Instant.compare(work, noon) > 0 && Temporal.Instant.compare(work, frame.now) > 0
  return usable && Temporal.Instant.compare(work, latest) <= 0 ? work : latest
}
