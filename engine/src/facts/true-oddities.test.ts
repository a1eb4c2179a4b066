import { expect, test } from "vitest"
import { compileFacts, review, standardCalendar } from "../index.ts"
import { factsOf } from "./test-books.ts"

/** A sports ground with a school and a shop that was invented for this: true sentences of which one word alone speaks against a fact. */
const facts = compileFacts({
  name: "Fell Park",
  currency: "EUR",
  facts: factsOf([
    ["cure", "catch", "kept by the angler", "boolean", true, "", "The catch is kept by the angler."],
    [
      "post",
      "postage",
      "free from an order of",
      "money",
      70,
      "EUR",
      "Postage is free for orders of €70 or more.",
      { aliases: ["shipping"] },
    ],
    ["post-price", "postage", "price", "money", 5, "EUR", "Postage costs €5.", { aliases: ["shipping"] }],
    ["candle", "candle", "price", "money", 9, "EUR", "A candle costs €9."],
    [
      "menu",
      "menu",
      "possible to change after cooking has started",
      "boolean",
      false,
      "",
      "The menu can be changed only until cooking starts.",
    ],
    ["term", "allotment lease", "minimum term", "duration", 3, "months", "The minimum term is three months."],
    ["track", "track", "length", "quantity", 400, "metres", "The track is 400 metres long."],
    [
      "towns",
      "guided walks",
      "valleys",
      "list",
      ["Langdale", "Eskdale", "Wasdale"],
      "",
      "Guided walks are given in Langdale, Eskdale and Wasdale.",
    ],
    [
      "small",
      "staff ratio",
      "children per trainer",
      "quantity",
      4,
      "children/trainer",
      "There is one trainer for every 4 children under 6.",
      { scope: { group: "under 6" }, aliases: ["trainers"] },
    ],
    [
      "big",
      "staff ratio",
      "children per trainer",
      "quantity",
      10,
      "children/trainer",
      "There is one trainer for every 10 children of 6 and over.",
      { scope: { group: "6 and over" }, aliases: ["trainers"] },
    ],
  ]),
})

function verdicts(text: string): readonly string[] {
  const { claims } = review({ text, now: "2026-11-16T12:00:00Z" }, { calendar: standardCalendar("UTC"), facts })
  return claims.map(({ verdict }) => verdict)
}

test.each([
  "No catch, no fee.",
  "Add something for €12 and postage is free.",
  "If you order one more candle, postage is free.",
  "You can still change the menu, cooking hasn't started.",
  "The allotment lease isn't tied to a year.",
  "Five rounds of the track are 2,000 metres.",
  "Only three of our 12 valleys have guided walks.",
  "For the over-sixes it's one trainer for every ten.",
  "There's one trainer for every four little ones and one for every ten in the big group.",
])("not held: %s", (text) => {
  expect(verdicts(text)).not.toContain("contradicted")
})

test.each([
  "The catch isn't kept by the angler.",
  "Postage is free.",
  "A candle is free.",
  "You can still change the menu once cooking has started.",
  "The minimum term of the allotment lease is a year.",
  "The track is 300 metres long.",
  "Five rounds of the track are 1,500 metres.",
  "For the under-sixes it's one trainer for every ten.",
])("held: %s", (text) => {
  expect(verdicts(text)).toContain("contradicted")
})
