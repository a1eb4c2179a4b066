import type { Day } from "../calendar/days.ts"
import { workingSpanFrom } from "../calendar/working-time.ts"
import type { Zone } from "../calendar/zone.ts"
import { wallTime } from "./frame.ts"
import type { Frame } from "./frame.ts"
import type { Clock, Part } from "./when.ts"

/** Where a time of the clock falls: on which day, perhaps in which part of it, and whether the day was said. */
export type ClockPlace = {
  readonly date: Day
  readonly part?: Part
  readonly zone: Zone
  readonly daySaid: boolean
}

/**
 * The instant of a time of the clock on a day. Where neither "am" nor "pm" nor a part of the day is said, the half of
 * the day in which the team works counts; if it works in both or neither, 1 to 7 is in the afternoon and the rest in the
 * morning, unless that is over today. A time without a day that is over today is tomorrow's.
 */
export function resolveClock(clock: Clock, place: ClockPlace, frame: Frame): number {
  const days = place.daySaid ? [place.date] : [place.date, place.date + 1]
  const found = days.flatMap((day) => halves(clock, place.part).map((minutes) => wallTime(day, minutes, place.zone)))
  const ahead = found.filter((instant) => instant > frame.now)
  return preferred(clock, ahead.length > 0 ? ahead : found, frame)
}

/** Minutes since midnight that the words can mean, the likelier first. */
function halves({ hour, minute, half }: Clock, part: Part | undefined): readonly number[] {
  const early = (hour % 12) * 60 + minute
  const late = early + 720
  if (half === "none") return [hour * 60 + minute]
  if (half === "am") return [early]
  if (half === "pm") return [late]
  if (part === "morning" || part === "early-morning" || part === "first-thing") return [hour === 12 ? late : early]
  if (part === "afternoon" || part === "early-afternoon" || part === "evening" || part === "midday") return [late]
  if (part === "night") return hour >= 5 && hour < 12 ? [late] : [early]
  return hour >= 8 && hour < 12 ? [early, late] : [late, early]
}

function preferred(clock: Clock, instants: readonly number[], frame: Frame): number {
  const first = instants[0] ?? frame.now
  if (clock.half !== "unknown" || instants.length < 2) return first
  return instants.find((instant) => isWorking(frame, instant) || isWorking(frame, instant - MINUTE)) ?? first
}

const MINUTE = 60_000 // milliseconds

function isWorking({ calendar }: Frame, at: number): boolean {
  const milliseconds = Math.floor(at)
  const next = workingSpanFrom(calendar, milliseconds)
  return next !== null && next.start <= milliseconds
}
