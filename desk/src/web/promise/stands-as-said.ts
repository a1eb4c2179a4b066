import { type Reading, workingMinutesTo } from "./read-due.ts"

/**
 * Whether a due time that was found is confirmed as it was said. One that has passed is: it is what the customer was told, and
 * we are late. One that is still to come but leaves no working time was hardly meant: whoever confirms it is asked.
 */
export function standsAsSaid(until: Temporal.Instant, reading: Reading): boolean {
  return Temporal.Instant.compare(until, reading.now) <= 0 || workingMinutesTo(until, reading) >= 1
}
