import { expect, test } from "vitest"
import { compileFacts, review, standardCalendar } from "../index.ts"
import { factsOf } from "./test-books.ts"

/** A toy library that was invented for this: what goes against its facts, and what only looks as if it did. */
const facts = compileFacts({
  name: "Bramley Toy Library",
  currency: "EUR",
  facts: factsOf([
    ["bag", "toy bag", "toys per bag", "quantity", 4, "toys", "A toy bag holds 4 toys."],
    ["post", "shipping", "price", "money", 5, "EUR", "Shipping costs €5.", { aliases: ["postage", "shipping cost"] }],
    ["parking", "parking", "distance from the door", "quantity", 200, "m", "Parking is 200 m from the door."],
    ["pay", "payment", "ways to pay", "list", ["cash", "card"], "", "We take cash and cards.", { aliases: ["price"] }],
    ["sides", "branches", "places", "text", "Hove, Lewes, Seaford", "", "We have branches in Hove, Lewes and Seaford."],
    ["visit", "home visit", "batteries included", "boolean", true, "", "Batteries are included in a home visit."],
    ["bikes", "bicycles", "lent", "boolean", false, "", "Bicycles are not lent, except cargo bikes."],
    ["rare", "collection", "open to members only", "boolean", true, "", "The collection is open to members only."],
    ["sorting", "sorting", "time", "range", { min: 5, max: 7 }, "working days", "Sorting takes 5 to 7 working days."],
    [
      "autumn",
      "membership",
      "autumn discount",
      "percent",
      15,
      "%",
      "In October membership was 15% off.",
      { validUntil: "2026-02-28" },
    ],
    ["swap", "swapped toys", "refund window", "duration", 6, "months", "Swapped toys are refunded within 6 months."],
  ]),
})

const SAID: readonly (readonly [text: string, claims: string])[] = [
  ["A toy bag holds six toys.", "contradicted bag"],
  ["So that's six toys, is that right?", "nothing"],
  ["Shipping is €9.", "contradicted post"],
  ["Total: €105", "nothing"],
  ["Parking is 50 m from the door.", "contradicted parking"],
  ["You're 50 m from the door by your own map.", "nothing"],
  ["Cash works too.", "supported pay"],
  ["PayPal works too.", "contradicted pay"],
  ["Your price comes from Certificate 7504069.", "nothing"],
  ["We have branches in Hove, Lewes and Worthing.", "contradicted sides"],
  ["We have branches in Hove or Lewes, whichever is nearer to you in Ringmer.", "supported sides"],
  ["You have to buy the batteries for the home visit separately.", "contradicted visit"],
  ["Cargo bikes are lent.", "nothing"],
  ["Anyone can use the collection.", "contradicted rare"],
  ["Sorting takes about a week.", "nothing"],
  ["Sorting takes about three weeks.", "contradicted sorting"],
  ["The 15% off membership ended in February.", "supported autumn"],
  ["Swapped toys can't be refunded.", "contradicted swap"],
  ["Don't worry about the home visit.", "nothing"],
]

test.each(SAID)("%s → %s", (text, claims) => {
  const read = review({ text, now: "2026-03-04T12:00:00Z", zone: "UTC" }, { calendar: standardCalendar("UTC"), facts })
  const told = read.claims.map(({ verdict, factId }) => `${verdict} ${factId ?? ""}`.trim()).join(", ")
  expect(told === "" ? "nothing" : told).toBe(claims)
})
