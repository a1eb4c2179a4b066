import { expect, test } from "vitest"
import { isoDate } from "./days.ts"
import { dayAt, rfc3339, startOfDay, wallInstant, zoneNamed } from "./zone.ts"

const ZONES = [
  "Europe/London",
  "America/New_York",
  "Australia/Lord_Howe",
  "Asia/Kolkata",
  "Pacific/Apia",
  "Africa/Casablanca",
  "+05:30",
]

test.each(ZONES)("%s: days, wall times and written instants agree with Temporal, also where clocks change", (name) => {
  const zone = zoneNamed(name)
  if (zone === null) throw new Error(`${name} is a zone`)
  for (let hour = 0; hour < 24 * 400; hour += 5) {
    const at = Date.UTC(2026, 0, 1) + hour * 3_600_000
    const shown = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(name)
    const date = shown.toPlainDate()
    const day = dayAt(zone, at)
    expect(isoDate(day)).toBe(date.toString())
    expect(rfc3339(zone, at)).toBe(shown.toString({ timeZoneName: "never", smallestUnit: "second" }))
    expect(startOfDay(zone, day)).toBe(date.toZonedDateTime(name).epochMilliseconds)
    const plainTime = Temporal.PlainTime.from({ hour: 2, minute: 30 })
    expect(wallInstant(zone, day, 150)).toBe(date.toZonedDateTime({ timeZone: name, plainTime }).epochMilliseconds)
  }
})

test("what is no zone is none", () => {
  expect(zoneNamed("Nowhere/Land")).toBe(null)
})
