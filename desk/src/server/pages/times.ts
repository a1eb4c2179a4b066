const NAMED = { weekday: "long", day: "numeric", month: "long", year: "numeric" } as const
const CLOCK = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const

/** Thursday 19 November 2026, 10:14 */
export function fullTime(instant: string, zone: string): string {
  const at = zoned(instant, zone)
  return `${at.toLocaleString("en-GB", NAMED).replace(",", "")}, ${clock(at)}`
}

/** By when: a moment, or a window. */
export function dueTime(from: string | null, until: string, zone: string): string {
  if (from === null || from === until) return `By ${fullTime(until, zone)}`
  const [start, end] = [zoned(from, zone), zoned(until, zone)]
  if (!start.toPlainDate().equals(end.toPlainDate())) {
    return `Between ${fullTime(from, zone)} and ${fullTime(until, zone)}`
  }
  return `${start.toLocaleString("en-GB", NAMED).replace(",", "")}, between ${clock(start)} and ${clock(end)}`
}

/** 19 February 2027 */
export function dayOf(instant: string, zone: string): string {
  return zoned(instant, zone).toLocaleString("en-GB", { day: "numeric", month: "long", year: "numeric" })
}

/** United Kingdom Time (Europe/London) */
export function zoneName(zone: string, at: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeZoneName: "longGeneric" }).formatToParts(
    Temporal.Instant.from(at).epochMilliseconds,
  )
  const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? zone
  return name === zone || name.startsWith("GMT") ? zone : `${name} (${zone.replaceAll("_", " ")})`
}

export function isAfter(one: string, other: string): boolean {
  return Temporal.Instant.compare(one, other) > 0
}

function zoned(instant: string, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone)
}

function clock(at: Temporal.ZonedDateTime): string {
  return at.toLocaleString("en-GB", CLOCK)
}
