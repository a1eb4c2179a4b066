import { endOfWorkOn, workingMinutesBetween } from "aboveboard-engine"
import { expect, test } from "vitest"
import { assertHours, calendarOf, rulesOf, standardSettings } from "./workspace-settings.ts"

test("a new workspace is open on working days from nine to five, in its own time zone", () => {
  const calendar = calendarOf(standardSettings("America/New_York"))
  const minutes = (from: string, until: string) =>
    workingMinutesBetween(calendar, Temporal.Instant.from(from), Temporal.Instant.from(until))
  expect(minutes("2026-11-16T00:00:00-05:00", "2026-11-23T00:00:00-05:00")).toBe(5 * 480)
  expect(endOfWorkOn(calendar, Temporal.PlainDate.from("2026-11-20"))?.toString()).toBe("2026-11-20T22:00:00Z")
})

test("each weekday of the settings is that weekday of the calendar, and a day left out is off", () => {
  const hours = { "7": [{ from: "10:00", until: "12:00" }], "3": [{ from: "00:00", until: "24:00" }] }
  const calendar = calendarOf({ ...standardSettings("UTC"), hours, daysOff: ["2026-11-25"] })
  expect(calendar.hours).toEqual({ 1: [], 2: [], 3: hours["3"], 4: [], 5: [], 6: [], 7: hours["7"] })
  expect(calendar.daysOff).toEqual(["2026-11-25"])
})

test("what vague words mean, and the grace, are those of the workspace", () => {
  const settings = { ...standardSettings("UTC"), meanings: { soon: 30 }, graceMinutes: 5 }
  expect(calendarOf(settings).meanings).toEqual({ soon: 30 })
  expect(rulesOf(settings)).toMatchObject({ graceMinutes: 5, policy: settings.followThrough })
})

test.each([
  [{}],
  [{ "1": [] }],
  [
    {
      "1": [
        { from: "13:00", until: "17:00" },
        { from: "08:00", until: "13:00" },
      ],
    },
  ],
  [{ "5": [{ from: "22:00", until: "24:00" }], "6": [{ from: "00:00", until: "06:00" }] }],
])("hours can be %j", (hours) => {
  expect(() => assertHours(hours)).not.toThrow()
})

test.each([
  [{ "1": [{ from: "17:00", until: "09:00" }] }, "17:00 to 09:00 is no time"],
  [{ "1": [{ from: "09:00", until: "09:00" }] }, "is no time"],
  [
    {
      "7": [
        { from: "09:00", until: "12:00" },
        { from: "11:59", until: "13:00" },
      ],
    },
    "overlap",
  ],
  [
    {
      "2": [
        { from: "09:00", until: "17:00" },
        { from: "10:00", until: "11:00" },
      ],
    },
    "overlap",
  ],
])("hours cannot be %j", (hours, why) => {
  expect(() => assertHours(hours)).toThrow(why)
})
