import { standardCalendar, undertakings } from "aboveboard-engine"
import { expect, test } from "vitest"
import { EMPTY, readAgain } from "./use-promise-draft.ts"

const reading = {
  now: Temporal.Instant.from("2026-03-04T10:00:00Z"),
  zone: "UTC",
  calendar: standardCalendar("UTC"),
}
const WORDS = "Told Mrs Lamb we'd lag her outside tap b4 the frost."
const deeds = ["repair", "other"]

test("words typed before the model was fetched are read again with it", () => {
  const before = readAgain({ ...EMPTY, words: WORDS }, reading, { model: {}, deeds })
  const after = readAgain(before, reading, { model: { undertakings }, deeds })
  expect(JSON.stringify(after.due)).not.toBe(JSON.stringify(before.due))
  expect(JSON.stringify(after.due)).toContain("b4 the frost")
})

test("what Ada set by hand stays when the words are read again", () => {
  const touched = { ...EMPTY, words: WORDS, dueTouched: true, deed: "other", deedTouched: true }
  expect(readAgain(touched, reading, { model: { undertakings }, deeds }).due).toBe(EMPTY.due)
})
