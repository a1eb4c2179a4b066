import { isWorking } from "../calendar.ts"
import { wallTime } from "./frame.ts"
import type { Frame } from "./frame.ts"
import type { Clock, Part } from "./when.ts"

/** Where a time of the clock falls: on which day, perhaps in which part of it, and whether the day was said. */
export type ClockPlace = {
  readonly date: Temporal.PlainDate
  readonly part?: Part
  readonly zone: string
  readonly daySaid: boolean
}

/**
 * The instant of a time of the clock on a day. Where neither "am" nor "pm" nor a part of the day is said, the half of
 * the day in which the team works counts; if it works in both or neither, 1 to 7 is in the afternoon and the rest in the
 * morning, unless that is over today. A time without a day that is over today is tomorrow's.
 */
export function resolveClock(clock: Clock, place: ClockPlace, frame: Frame): Temporal.Instant {
  const dates = place.daySaid ? [place.date] : [place.date, place.date.add({ days: 1 })]
  const found = dates.flatMap((date) => halves(clock, place.part).map((minutes) => wallTime(date, minutes, place.zone)))
  const ahead = found.filter((instant) => Temporal.Instant.compare(instant, frame.now) > 0)
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

function preferred(clock: Clock, instants: readonly Temporal.Instant[], frame: Frame): Temporal.Instant {
  const first = instants[0] ?? frame.now
  if (clock.half !== "unknown" || instants.length < 2) return first
  const working = instants.filter(
    (instant) => isWorking(frame.calendar, instant) || isWorking(frame.calendar, instant.subtract({ minutes: 1 })),
  )
  return working[0] ?? first
}
