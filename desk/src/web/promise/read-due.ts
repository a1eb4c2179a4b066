import { type Calendar, findTimes, workingMinutesBetween } from "aboveboard-engine"
import { instantOf } from "../ui/time.ts"

export type ReadDue = { readonly from: Temporal.Instant | null; readonly until: Temporal.Instant }

export type Reading = { readonly now: Temporal.Instant; readonly zone: string; readonly calendar: Calendar }

/** When typed words such as "by Friday 3pm" are due; null when they name no time that can be resolved. */
export function readDue(words: string, { now, zone, calendar }: Reading): ReadDue | null {
  const times = findTimes(words, { now: now.toString(), zone, calendar })
  for (const time of times) {
    const until = instantOf(time.until)
    if (until !== null) return { from: instantOf(time.from), until }
  }
  return null
}

/** Working minutes until a due time; negative when it is past. */
export function workingMinutesTo(until: Temporal.Instant, { now, calendar }: Reading): number {
  return workingMinutesBetween(calendar, now, until)
}
