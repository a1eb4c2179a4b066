import { expect, test } from "vitest"
import { startsIn } from "./starts.ts"
import { tokenAt, tokensOf } from "./tokens.ts"

function startsOf(text: string): readonly string[] {
  const tokens = tokensOf(text, 0, text.length)
  const next = startsIn(tokens)
  const found: string[] = []
  for (let index = next(0); index < tokens.length; index = next(index + 1)) found.push(tokenAt(tokens, index).text)
  return found
}

test("words that lead on to no word of time are passed over", () => {
  expect(startsOf("Thank you for the photo of the saddle in the box.")).toEqual([])
})

test("a time is tried from every word that may lead it", () => {
  expect(startsOf("It ships on Monday.")).toEqual(["on", "monday"])
})

test("an occasion with a word of any kind in it still leads to the time behind it", () => {
  expect(startsOf("See you at our allotment meeting next week.")).toContain("at")
})

test.each(["constructor", "toString", "__proto__"])(
  "a word that is also part of every object (%s) is a word",
  (word) => {
    expect(startsOf(`The ${word} will call.`)).toEqual([])
  },
)
