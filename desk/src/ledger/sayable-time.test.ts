import { standardCalendar } from "aboveboard-engine"
import { describe, expect, it } from "vitest"
import { sayableTime } from "./sayable-time.ts"

const CALENDAR = standardCalendar("Europe/London")
const THURSDAY = "2026-11-19T14:12:00Z"

describe("A time that a person would say", () => {
  it.each([
    ["today the next quarter of an hour", "2026-11-19T14:31:00Z", "2026-11-19T14:45:00Z"],
    ["a quarter as it is", "2026-11-19T14:45:00Z", "2026-11-19T14:45:00Z"],
    ["a second over as the quarter after", "2026-11-19T14:45:01Z", "2026-11-19T15:00:00Z"],
    ["tomorrow a full hour", "2026-11-20T10:05:00Z", "2026-11-20T11:00:00Z"],
    ["on Monday a full hour", "2026-11-23T14:20:00Z", "2026-11-23T15:00:00Z"],
    ["a week away the end of the day", "2026-11-26T09:10:00Z", "2026-11-26T17:00:00Z"],
    ["the end of work, not past it", "2026-11-19T16:52:00Z", "2026-11-19T17:00:00Z"],
    ["outside working hours too", "2026-11-21T11:20:00Z", "2026-11-21T12:00:00Z"],
  ])("is %s", (_what, at, said) => {
    expect(sayable(at)).toBe(said)
  })

  it("ends with the work where that ends at an odd time", () => {
    const odd = { ...CALENDAR, hours: { 4: [{ from: "09:00", until: "16:50" }] } }
    expect(sayable("2026-11-19T16:47:00Z", odd)).toBe("2026-11-19T16:50:00Z")
  })

  it("is rounded by the clock on the wall where that is not a full hour from Greenwich", () => {
    const kathmandu = standardCalendar("Asia/Kathmandu")
    expect(sayable("2026-11-20T05:00:00Z", kathmandu)).toBe("2026-11-20T05:15:00Z")
  })
})

function sayable(at: string, calendar = CALENDAR): string {
  return sayableTime(calendar, Temporal.Instant.from(THURSDAY), Temporal.Instant.from(at)).toString()
}
