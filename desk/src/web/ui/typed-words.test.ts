import { expect, test } from "vitest"
import { isWorthAsking } from "./typed-words.ts"

const NOTE = "She will come by on Friday with the old wheel."

test("a sentence is asked about before it goes, wherever in the text it was written", () => {
  expect(isWorthAsking([{ before: "", now: NOTE }])).toBe(true)
  expect(
    isWorthAsking([{ before: "Asked about the price. Thanks.", now: `Asked about the price. ${NOTE} Thanks.` }]),
  ).toBe(true)
  expect(isWorthAsking(["the workshop", "on Monday at ten"].map((now) => ({ before: "", now })))).toBe(true)
})

test("a word, a slip mended in a long text, and what was there before are not", () => {
  expect(isWorthAsking([])).toBe(false)
  expect(isWorthAsking([{ before: "", now: "Friday" }])).toBe(false)
  expect(isWorthAsking([{ before: NOTE, now: NOTE }])).toBe(false)
  expect(isWorthAsking([{ before: NOTE, now: NOTE.replace("Friday", "Saturday") }])).toBe(false)
  expect(isWorthAsking([{ before: NOTE, now: "" }])).toBe(false)
  expect(isWorthAsking([{ before: "aa", now: "a" }])).toBe(false)
})
