import { expect, test } from "vitest"
import { wordsOf } from "./words.ts"

test("a contraction is two words, and what only looks like one is one", () => {
  expect(read("Don’t say you'll come, it's I'D CAN'T.")).toEqual(
    ["Do", "n't", "say", "you", "'ll", "come", ",", "it", "'s", "I", "'d", "CA", "n't", "."].map((word) =>
      word.toLowerCase(),
    ),
  )
  expect(read("o'clock n't it't rock'n'roll we'll-be it's7")).toEqual([
    "o'clock",
    "n't",
    "it't",
    "rock'n'roll",
    "we'll-be",
    "it's7",
  ])
})

test("its words know where they stand and whether they open with a capital", () => {
  expect(wordsOf("He said Won't", 0, 13).map(({ text, start, end, capital }) => [text, start, end, capital])).toEqual([
    ["he", 0, 2, true],
    ["said", 3, 7, false],
    ["wo", 8, 10, true],
    ["n't", 10, 13, false],
  ])
  expect(wordsOf("we'll", 0, 4).map(({ text }) => text)).toEqual(["we'l"])
})

function read(text: string): readonly string[] {
  return wordsOf(text, 0, text.length).map((word) => word.text)
}
