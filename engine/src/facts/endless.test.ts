import { expect, test } from "vitest"
import { compileFacts, review, standardCalendar } from "../index.ts"
import { factsOf } from "./test-books.ts"

/** A library of tools that was invented for this. */
const facts = compileFacts({
  name: "Toolshed",
  currency: "GBP",
  facts: factsOf([
    [
      "users",
      "team account",
      "maximum number of users",
      "quantity",
      25,
      "users",
      "A team account has at most 25 users.",
    ],
    ["pause", "membership", "maximum pause", "duration", 3, "months", "A membership can be paused for up to 3 months."],
    ["cards", "spare keys", "maximum number", "quantity", 3, "keys", "You can have at most 3 spare keys."],
    ["sat", "Saturday workshop", "surcharge", "money", 8, "GBP", "The Saturday workshop costs £8 extra."],
    ["wash", "washing", "included", "boolean", true, "", "Washing is included."],
    [
      "cork",
      "own wine",
      "corkage fee per bottle",
      "money",
      12,
      "GBP",
      "You can bring your own wine for a corkage fee of £12 a bottle.",
    ],
  ]),
})

function contradicted(text: string): readonly (string | undefined)[] {
  const { claims } = review({ text, now: "2026-11-16T12:00:00Z" }, { calendar: standardCalendar("UTC"), facts })
  return claims.filter(({ verdict }) => verdict === "contradicted").map(({ factId }) => factId)
}

test.each([
  ["There's no upper limit on users in a team account.", "users"],
  ["You can pause the membership for as long as you like.", "pause"],
  ["You can have as many spare keys as you want.", "cards"],
  ["The Saturday workshop is the same price as any other.", "sat"],
  ["The Saturday workshop doesn't cost extra.", "sat"],
  ["Washing is extra.", "wash"],
  ["There's no corkage.", "cork"],
])("what has no end, and what costs extra or nothing, without a figure: %s", (text, id) => {
  expect(contradicted(text)).toEqual([id])
})

test.each([
  "Washing doesn't cost extra.",
  "A workshop on Sunday is the same price as any other.",
  "Stay as long as you like.",
  "There's no limit to what you can learn here.",
])("not held: %s", (text) => {
  expect(contradicted(text)).toEqual([])
})
