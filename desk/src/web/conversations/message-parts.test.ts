import { expect, test } from "vitest"
import { partsOf } from "./message-parts.ts"

test("what was quoted is set apart from what was newly written", () => {
  const text = "Yes please.\n\n> Shall I send it?\n\nThanks"
  const own = [
    { start: 0, end: 11 },
    { start: 33, end: 39 },
  ]
  expect(partsOf(text, own)).toEqual([
    { isOwn: true, text: "Yes please." },
    { isOwn: false, text: "> Shall I send it?" },
    { isOwn: true, text: "Thanks" },
  ])
})

test("own words with nothing but space between them are one part, and the space stays", () => {
  const own = [
    { start: 0, end: 4 },
    { start: 6, end: 10 },
  ]
  expect(partsOf("One.\n\nTwo.", own)).toEqual([{ isOwn: true, text: "One.\n\nTwo." }])
})

test("a message without spans is shown whole", () => {
  expect(partsOf("> only a quote\n", [])).toEqual([{ isOwn: true, text: "> only a quote" }])
})
