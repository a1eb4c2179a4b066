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
    ["paint", "toy paint", "lead-free", "boolean", true, "", "Our toy paint is lead-free."],
    ["puzzles", "jigsaws", "number of titles", "quantity", 90, "titles", "We have 90 titles of jigsaws."],
    [
      "repair",
      "repair visit",
      "available",
      "boolean",
      true,
      "",
      "We repair toys at home in Lewes.",
      { scope: { area: "Lewes" } },
    ],
    ["loan", "Gold card", "loan period", "duration", 12, "months", "A loan on the Gold card is 12 months."],
    [
      "late",
      "late toys",
      "can be returned",
      "boolean",
      false,
      "",
      "Late toys cannot be returned.",
      { aliases: ["returns"] },
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
  ["Shipping works out at €1 a toy.", "nothing"],
  ["Shipping is €2 less than at the post office.", "nothing"],
  ["There's no lead in any of our toy paint.", "supported paint"],
  ["There's lead in our toy paint.", "contradicted paint"],
  ["Jigsaws you know. Of marbles we have forty titles.", "nothing"],
  ["A repair visit is available in Lewes, no bother.", "supported repair"],
  ["A repair visit is available in Hastings, no bother.", "nothing"],
  ["Your Gold card loan still has five months to run.", "nothing"],
  ["Shipping: €9", "nothing"],
  ["* Total price: €207", "nothing"],
  ["We take old boxes back.", "nothing"],
  ["Late toys can be returned.", "contradicted late"],
  ["Don't worry about the home visit.", "nothing"],
]

test.each(SAID)("%s → %s", (text, claims) => {
  const read = review({ text, now: "2026-03-04T12:00:00Z", zone: "UTC" }, { calendar: standardCalendar("UTC"), facts })
  const told = read.claims.map(({ verdict, factId }) => `${verdict} ${factId ?? ""}`.trim()).join(", ")
  expect(told === "" ? "nothing" : told).toBe(claims)
})
