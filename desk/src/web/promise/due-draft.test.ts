import { standardCalendar } from "aboveboard-engine"
import { expect, test } from "vitest"
import { NO_DUE, draftFrom, dueBody, dueOf } from "./due-draft.ts"

const zone = "Europe/London"
const reading = { now: Temporal.Instant.from("2026-06-04T13:12:00Z"), zone, calendar: standardCalendar(zone) }

test("typed words are read as a due time", () => {
  const due = dueOf({ words: "by Friday 3pm", picked: null }, reading)
  expect(due?.until.toString()).toBe("2026-06-05T14:00:00Z")
})

test("a picked time counts, and the words that said it are kept beside it", () => {
  const body = dueBody(draftFrom("right back", "2026-06-04T15:00:00Z"), reading)
  expect(body).toEqual({ from: null, until: "2026-06-04T15:00:00Z", words: "right back" })
})

test("words that name no time, and no words, are no due time", () => {
  expect(dueBody({ words: "when it suits", picked: null }, reading)).toBeNull()
  expect(dueBody(NO_DUE, reading)).toBeNull()
})
