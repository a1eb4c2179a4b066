import { type Reading, workingMinutesTo } from "./read-due.ts"

/** Whether a due time that was found can still be confirmed: it has not passed and leaves at least a minute of working time. */
export function canBeMet(until: Temporal.Instant, reading: Reading): boolean {
  return Temporal.Instant.compare(until, reading.now) > 0 && workingMinutesTo(until, reading) >= 1
}
