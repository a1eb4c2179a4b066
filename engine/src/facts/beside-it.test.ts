import { expect, test } from "vitest"
import { compileFacts, review, standardCalendar } from "../index.ts"
import { factsOf } from "./test-books.ts"

/** A boat club that was invented for this. */
const facts = compileFacts({
  name: "Weir Boat Club",
  currency: "GBP",
  facts: factsOf([
    [
      "break",
      "membership break",
      "fee per month",
      "money",
      5,
      "GBP",
      "A membership break costs £5 a month, unless an injury is shown.",
    ],
    ["check", "hull check", "price", "money", 40, "GBP", "A hull check costs £40, which is taken off the painting."],
    [
      "kayak",
      "kayaks stored outdoors",
      "insured",
      "boolean",
      false,
      "",
      "Kayaks stored outdoors are not insured, unless they are chained.",
    ],
    ["lids", "opened tins", "can be returned", "boolean", false, "", "Opened tins of paint cannot be returned."],
  ]),
})

function isHeld(text: string): boolean {
  const { claims } = review({ text, now: "2026-11-16T12:00:00Z" }, { calendar: standardCalendar("UTC"), facts })
  return claims.some(({ verdict }) => verdict === "contradicted")
}

test.each([
  "With an injury the membership break is free.",
  "You don't pay for the hull check if we do the painting.",
  "A kayak stored outdoors is insured if it's chained.",
  "Unopened tins can be returned.",
  "You haven't returned the opened tins yet.",
])("what stands beside a fact does not go against it: %s", (text) => {
  expect(isHeld(text)).toBe(false)
})

test.each([
  "The membership break is free.",
  "There's no fee for a hull check.",
  "Kayaks stored outdoors are insured.",
  "Opened tins can be returned.",
])("the fact itself is held: %s", (text) => {
  expect(isHeld(text)).toBe(true)
})
