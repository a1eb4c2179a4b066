import { expect, test } from "vitest"
import { compileFacts, review, standardCalendar } from "../index.ts"
import type { Fact } from "../index.ts"

const listed: readonly Fact[] = [
  {
    id: "yards",
    subject: "boatyards",
    aliases: ["yards"],
    attribute: "places",
    type: "list",
    value: ["Tolvern", "Pellin", "St Brannock"],
    statement: "We have three boatyards: Tolvern, Pellin and St Brannock.",
  },
  {
    id: "runs",
    subject: "bus tours",
    aliases: ["tours"],
    attribute: "villages we go to",
    type: "list",
    value: ["Arden", "Bellow", "Cotterby", "Dunmere"],
    statement: "The bus tours go to Arden, Bellow, Cotterby and Dunmere, and nowhere else.",
  },
  {
    id: "care",
    subject: "Harbour Plan",
    attribute: "what is included",
    type: "list",
    value: ["a lift-out in spring", "hull washing", "antifouling"],
    statement: "The Harbour Plan includes a lift-out in spring, hull washing and antifouling.",
  },
]
const facts = compileFacts({ name: "Quay & Sons", currency: "GBP", facts: listed })

function verdicts(text: string): readonly string[] {
  const input = { text, now: "2027-03-10T12:00:00Z", zone: "UTC" }
  return review(input, { calendar: standardCalendar("UTC"), facts }).claims.map(({ verdict, factId }) =>
    `${verdict} ${factId ?? ""}`.trim(),
  )
}

test.each([
  ["There's a boatyard of ours in Pellin.", "supported yards"],
  ["You can leave her at our yard in Morvane.", "contradicted yards"],
  ["The Morvane yard has a crane.", "contradicted yards"],
  ["We have three boatyards.", "supported yards"],
  ["That's one of our five boatyards.", "contradicted yards"],
  ["Our tours go to Arden, Bellow, Cotterby and Dunmere, that's the lot.", "supported runs"],
  ["You can choose between Arden, Bellow, Cotterby, Dunmere and Eskwick.", "contradicted runs"],
  ["The Harbour Plan includes hull washing.", "supported care"],
])("what is named of a list, and what it does not have: %s", (text, expected) => {
  expect(verdicts(text)).toEqual([expected])
})

test.each([
  "I'll send the mast to the yard in Morvane tomorrow.", // what the writer does
  "A lift-out at Pellin costs £90.", // no list of prices
  "How kind of you to write from Arden.",
])("a list says nothing to %s", (text) => {
  expect(verdicts(text).filter((each) => /^(?:supported|contradicted)/.test(each))).toEqual([])
})
