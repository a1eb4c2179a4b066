import { standardCalendar } from "aboveboard-engine"
import { expect, test } from "vitest"
import { standsAsSaid } from "./stands-as-said.ts"

const zone = "Europe/London"
const saturday = { now: Temporal.Instant.from("2026-06-06T10:00:00Z"), zone, calendar: standardCalendar(zone) }

test("a due time with working time left stands", () => {
  expect(standsAsSaid(Temporal.Instant.from("2026-06-08T10:00:00Z"), saturday)).toBe(true)
})

test("one that has passed stands: it is what the customer was told", () => {
  expect(standsAsSaid(Temporal.Instant.from("2026-06-05T14:00:00Z"), saturday)).toBe(true)
})

test("one that falls before anybody works again asks for another", () => {
  expect(standsAsSaid(Temporal.Instant.from("2026-06-07T22:59:00Z"), saturday)).toBe(false)
})
