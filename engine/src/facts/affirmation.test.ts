import { expect, test } from "vitest"
import { compileFacts, review, standardCalendar } from "../index.ts"
import { factsOf } from "./test-books.ts"

/** A library of tools that was invented for this. */
const facts = compileFacts({
  name: "Toolshed",
  currency: "GBP",
  facts: factsOf([
    ["gloves", "gloves", "mandatory in the workshop", "boolean", true, "", "Gloves are mandatory in the workshop."],
    ["ticket", "reader's ticket", "optional", "boolean", true, "", "The reader's ticket is optional."],
    ["courier", "courier", "price", "money", 12, "GBP", "The courier costs £12."],
    [
      "box",
      "tool box",
      "what is in it",
      "list",
      ["a saw", "a hammer", "a file"],
      "",
      "The tool box has a saw, a hammer and a file.",
    ],
    ["age", "chainsaws", "minimum age", "quantity", 21, "years", "Chainsaws are lent to people of 21 and over."],
  ]),
})

function verdicts(text: string): readonly string[] {
  const { claims } = review({ text, now: "2026-11-16T12:00:00Z" }, { calendar: standardCalendar("UTC"), facts })
  return claims.map(({ verdict, factId }) => `${verdict} ${factId ?? ""}`.trim())
}

test.each([
  ["> I don't have to wear gloves in the workshop, right?\n\nRight!", "contradicted gloves"],
  ["> Gloves are optional in the workshop?\n\nSure.", "contradicted gloves"],
  ["> Gloves are optional in the workshop?\n\nNo, sadly not.", "supported gloves"],
  ["> Do I need a reader's ticket?\n\nNot at all.", "supported ticket"],
  ["> Is the courier free?\n\nFor sure, no charge.", "contradicted courier"],
  ["> so the courier is free, is that right?\n\nYes, that's right.", "contradicted courier"],
  ["> She's 19, can she have a chainsaw?\n\nYep, that's fine.", "contradicted age"],
  ["Do you have to wear gloves in the workshop? Yes.", "supported gloves"],
])("what was asked is claimed by whoever says yes to it: %s", (text, expected) => {
  expect(verdicts(text)).toEqual([expected])
})

test.each([
  "> I don't have to wear gloves, do I?\n\nYou do, I'm afraid.",
  "> Could you keep a saw for me?\n\nNo problem!",
])("not held: %s", (text) => {
  expect(verdicts(text).filter((each) => each.startsWith("contradicted"))).toEqual([])
})
