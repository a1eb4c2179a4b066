import { findTimes, isWorking } from "aboveboard-engine"
import { type WorkspaceSettings, calendarOf } from "./workspace-settings.ts"

/** The end of "within 1 working day", said at an hour when the team is closed. */
export type ClosedExample = { readonly said: Temporal.Instant; readonly until: Temporal.Instant }

const HOURS_LOOKED_AT = 24 * 14 // who works at every hour of two weeks is never closed

/** What the policy means at the next closed noon, or at the next closed hour where there is none; null when there is neither. */
export function closedExample(settings: WorkspaceSettings, now: Temporal.Instant): ClosedExample | null {
  const calendar = calendarOf(settings)
  const noon = now
    .toZonedDateTimeISO(settings.zone)
    .with({ hour: 12, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 })
  const hours = Array.from({ length: HOURS_LOOKED_AT }, (_, index) => noon.add({ hours: index }).toInstant())
  const closed = hours.filter((at) => !isWorking(calendar, at))
  const said = closed.find((at) => at.toZonedDateTimeISO(settings.zone).hour === 12) ?? closed[0]
  if (said === undefined) return null
  const [time] = findTimes("within 1 working day", { zone: settings.zone, calendar, now: said.toString() })
  return time?.until === undefined ? null : { said, until: Temporal.Instant.from(time.until) }
}
