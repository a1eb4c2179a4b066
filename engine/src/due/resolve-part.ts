import type { Day } from "../calendar/days.ts"
import { workingSpanFrom } from "../calendar/working-time.ts"
import { endOfDay, endOfWork, startOf, wallTime } from "./frame.ts"
import type { Bounds, Frame } from "./frame.ts"
import type { Part } from "./when.ts"

const HOUR = 60 // minutes
const AFTERNOON_LATEST = 18 * HOUR // where the team works later, its afternoon is over all the same
const FIRST_THING_LASTS = 3_600_000 // milliseconds after work begins

/** The bounds of a part of a day; afternoons and whole days end with the working time, "first thing" an hour after it begins. */
export function resolvePart(part: Part, date: Day, frame: Frame): Bounds {
  const at = (minutes: number): number => wallTime(date, minutes, frame.zone)
  if (part === "first-thing") return firstThing(date, frame)
  if (part === "early-morning") return { from: at(6 * HOUR), until: at(10 * HOUR) }
  if (part === "morning") return { from: at(6 * HOUR), until: at(12 * HOUR) }
  if (part === "midday") return { from: at(12 * HOUR), until: at(14 * HOUR) }
  if (part === "early-afternoon") return { from: at(12 * HOUR), until: at(15 * HOUR) }
  if (part === "afternoon") return { from: at(12 * HOUR), until: endOfAfternoon(date, frame) }
  if (part === "evening") return { from: at(17 * HOUR), until: at(22 * HOUR) }
  if (part === "night") return { from: at(18 * HOUR), until: at(24 * HOUR - 1) }
  if (part === "overnight") return { from: at(18 * HOUR), until: firstWork(date + 1, frame) }
  return { until: endOfDay(frame, date) }
}

function firstThing(date: Day, frame: Frame): Bounds {
  const from = firstWork(date, frame)
  return { from, until: from + FIRST_THING_LASTS }
}

/** When work begins on a day; 09:00 where there is none. */
function firstWork(date: Day, frame: Frame): number {
  if (endOfWork(frame, date) === null) return wallTime(date, 9 * HOUR, frame.zone)
  const start = startOf(frame, date)
  const work = workingSpanFrom(frame.calendar, start)
  return work === null ? wallTime(date, 9 * HOUR, frame.zone) : Math.max(work.start, start)
}

function endOfAfternoon(date: Day, frame: Frame): number {
  const [noon, latest] = [wallTime(date, 12 * HOUR, frame.zone), wallTime(date, AFTERNOON_LATEST, frame.zone)]
  const work = endOfWork(frame, date)
  return work !== null && work > noon && work > frame.now && work <= latest ? work : latest
}
