import { standardCalendar } from "aboveboard-engine"
import { expect, test } from "vitest"
import { canBeMet } from "./can-be-met.ts"

const zone = "Europe/London"
const saturday = { now: Temporal.Instant.from("2026-06-06T10:00:00Z"), zone, calendar: standardCalendar(zone) }

test("a due time with working time left can be confirmed", () => {
  expect(canBeMet(Temporal.Instant.from("2026-06-08T10:00:00Z"), saturday)).toBe(true)
})

test("one that has passed, or falls before anybody works again, asks for another", () => {
  expect(canBeMet(Temporal.Instant.from("2026-06-05T14:00:00Z"), saturday)).toBe(false)
  expect(canBeMet(Temporal.Instant.from("2026-06-07T22:59:00Z"), saturday)).toBe(false)
})
