import { expect, test } from "vitest"
import { dueWords } from "./due-words.ts"

const NOW = at("2026-11-19T14:12:00+00:00") // a Thursday

test("a time on the same day is said as today", () => {
  expect(dueWords(at("2026-11-19T15:15:00+00:00"), NOW, "Europe/London")).toBe("today by 15:15")
})

test("the next day is tomorrow, and days within a week have their name", () => {
  expect(dueWords(at("2026-11-20T09:05:00+00:00"), NOW, "Europe/London")).toBe("tomorrow by 09:05")
  expect(dueWords(at("2026-11-24T12:00:00+00:00"), NOW, "Europe/London")).toBe("on Tuesday by 12:00")
})

test("a week or more away has its date, and its year when it is another", () => {
  expect(dueWords(at("2026-11-26T12:00:00+00:00"), NOW, "Europe/London")).toBe("on 26 November by 12:00")
  expect(dueWords(at("2027-01-04T12:00:00+00:00"), NOW, "Europe/London")).toBe("on 4 January 2027 by 12:00")
})

test("the day is the one in the team's zone", () => {
  expect(dueWords(at("2026-11-19T23:30:00+00:00"), NOW, "Europe/Athens")).toBe("tomorrow by 01:30")
})

function at(text: string): Temporal.Instant {
  return Temporal.Instant.from(text)
}
