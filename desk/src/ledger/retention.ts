/** What a retention rule erases: the texts of conversations, or customers with whom nothing is left. */
export const RETENTION_KINDS = ["texts", "customers"] as const
export type RetentionKind = (typeof RETENTION_KINDS)[number]

/** Before when something must lie to be that many months old, by the calendar of a zone. */
export function before(now: Temporal.Instant, months: number, zone: string): string {
  return now.toZonedDateTimeISO(zone).subtract({ months }).toInstant().toString()
}
