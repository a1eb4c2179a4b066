import { expect, test } from "vitest"
import { sentences } from "./sentences.ts"

function cut(text: string): readonly string[] {
  return sentences(text, [{ start: 0, end: text.length }]).map(({ start, end }) => text.slice(start, end))
}

test("full stops, questions and exclamations end sentences; abbreviations and amounts do not", () => {
  expect(cut("Dr. Patel rang. It costs 3.50 today! Is that ok? Yes")).toEqual([
    "Dr. Patel rang.",
    "It costs 3.50 today!",
    "Is that ok?",
    "Yes",
  ])
  expect(cut("We open at 9 a.m. on Monday.")).toEqual(["We open at 9 a.m. on Monday."])
})

test("a line wrapped by a mail program stays one sentence", () => {
  expect(cut("I will send the spare part for your coffee machine\ntomorrow morning.")).toHaveLength(1)
})

test("greetings, list items and paragraphs are their own", () => {
  expect(cut("Hi Ann,\nThanks.\n\n- one lamp\n- two bulbs\nBye")).toEqual([
    "Hi Ann,",
    "Thanks.",
    "- one lamp",
    "- two bulbs",
    "Bye",
  ])
})

test("an endless run of words is cut", () => {
  expect(cut("word ".repeat(1_000)).every((sentence) => sentence.length <= 1_010)).toBe(true)
})
