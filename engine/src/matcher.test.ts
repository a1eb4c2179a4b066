import { expect, test } from "vitest"
import { leastTime } from "../bench/measure.ts"
import { matcherOf } from "./matcher.ts"
import { rules } from "./rules/index.ts"

test("a cue is the beginning of a word, whatever its case, marks and blanks", () => {
  expect(listsOf([["act now"], ["limit"], ["ate"]], "Later: ACT,\n  now! Limited.")).toEqual([0, 1])
})

test("a digit sign stands for one digit, and a curly apostrophe for a straight one", () => {
  expect(listsOf([["# left"], ["## left"], ["don't"], ["100%"]], "We don’t have 12 left")).toEqual([1, 2])
})

test("a cue that ends within another one is found too", () => {
  expect(listsOf([["in stock soon"], ["stock"], ["in stock"]], "Back in stock.")).toEqual([1, 2])
})

test("the time grows with the text, not with the number of cues", () => {
  const text = "An ordinary sentence about a parcel that has arrived. ".repeat(2_000)
  const few = timeOf([["parcel"]], text)
  const most = few * 20 + 20
  const many = timeOf(
    rules.map((rule) => rule.cues ?? []),
    text,
    most,
  )
  expect(many).toBeLessThan(most)
})

function listsOf(cueLists: readonly (readonly string[])[], text: string): readonly number[] {
  const found = matcherOf(cueLists)(text, [{ start: 0, end: text.length }])
  return found.flatMap((sentences, list) => (sentences.length > 0 ? [list] : []))
}

function timeOf(cueLists: readonly (readonly string[])[], text: string, enough?: number): number {
  const matcher = matcherOf(cueLists)
  const spans = [{ start: 0, end: text.length }]
  return leastTime(() => {
    for (let round = 0; round < 5; round++) matcher(text, spans)
  }, enough)
}
