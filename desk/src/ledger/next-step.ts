import { type Calendar, addWorkingTime } from "aboveboard-engine"
import type { CustomerPromise } from "./customer-promise.ts"

/**
 * When an open promise must be looked at again: the moment at which, still open, it is marked broken, which is the grace
 * in working minutes after its due. Null when nothing is to come: it is settled, was marked broken, or its condition is unmet.
 */
export function nextLook(promise: CustomerPromise, calendar: Calendar, graceMinutes: number): Temporal.Instant | null {
  if (promise.state !== "open" || promise.dueUntil === null) return null
  return breaksAt(promise.dueUntil, calendar, graceMinutes)
}

/** The end of the grace after `dueUntil`. A calendar without any working time counts every minute. */
export function breaksAt(dueUntil: string, calendar: Calendar, graceMinutes: number): Temporal.Instant {
  const due = Temporal.Instant.from(dueUntil)
  return addWorkingTime(calendar, due, graceMinutes) ?? due.add({ minutes: graceMinutes })
}
