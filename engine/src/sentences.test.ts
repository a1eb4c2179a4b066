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
  expect(cut("I will call by 4 p.m. Friday.")).toEqual(["I will call by 4 p.m. Friday."])
  expect(cut("I will call by 4 p.m. EST on Mon. March 9.")).toEqual(["I will call by 4 p.m. EST on Mon. March 9."])
  expect(cut("I will call by 4 p.m. That is certain. See you on Mon. Thanks.")).toHaveLength(4)
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

test("a text without blanks is read in pieces that no pair of surrogates is cut by", () => {
  const text = "a" + "😀".repeat(5_000)
  const found = sentences(text, [{ start: 0, end: text.length }])
  expect(found.map(({ end, start }) => end - start)).toEqual([4_001, 4_002, 1_998])
  expect(found.every(({ start, end }) => text.slice(start, end).isWellFormed())).toBe(true)
})
