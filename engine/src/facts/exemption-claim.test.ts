import { expect, test } from "vitest"
import { compileFacts, review, standardCalendar } from "../index.ts"
import { factsOf } from "./test-books.ts"

/** A ferry with a museum and a workshop that was invented for this: prices whose own statement says who need not pay them. */
const facts = compileFacts({
  name: "Holm Line",
  currency: "EUR",
  facts: factsOf([
    ["helmet", "helmet hire", "price", "money", 6, "EUR", "Helmet hire costs €6, unless a bike card is shown."],
    ["survey", "survey", "fee", "money", 80, "EUR", "The survey costs €80, which is deducted from the removal."],
    ["crate", "crate", "deposit", "money", 12, "EUR", "A crate costs €12 deposit, not needed for members."],
    ["wrap", "gift wrapping", "price", "money", 4, "EUR", "Gift wrapping costs €4; it is free for orders over €60."],
    ["trip", "round trip", "price", "money", 9, "EUR", "The round trip costs €9 and is waived for pupils."],
    ["post", "postage", "free from an order of", "money", 50, "EUR", "Postage is free for orders of €50 or more."],
  ]),
})

function verdicts(text: string): readonly string[] {
  const { claims } = review({ text, now: "2026-11-16T12:00:00Z" }, { calendar: standardCalendar("UTC"), facts })
  return claims.map(({ verdict }) => verdict)
}

test.each([
  "If you show us a bike card, helmet hire is free.",
  "There's no charge for helmet hire with a bike card.",
  "You don't pay for the survey when we do the removal.",
  "With a removal, the survey costs nothing.",
  "Members don't pay the deposit for the crate.",
  "With an order of €75 gift wrapping is free.",
  "An order of €90 gets free gift wrapping.",
  "For €40 gift wrapping isn't free.",
  "Gift wrapping isn't free with your order of €55, as that's below €60.",
  "The round trip is free for pupils.",
  "Your order of €30 doesn't ship free.",
])("not held: %s", (text) => {
  expect(verdicts(text)).not.toContain("contradicted")
})

test.each([
  "If you show us a bike card, helmet hire is free.",
  "With a removal, the survey costs nothing.",
  "With an order of €75 gift wrapping is free.",
])("backed: %s", (text) => {
  expect(verdicts(text)).toEqual(["supported"])
})

test.each([
  "Helmet hire is free.",
  "Without a bike card helmet hire is free.",
  "The survey is free.",
  "With an order of €20 gift wrapping is free.",
  "With an order of €75 gift wrapping isn't free.",
  "If you show us a bike card, helmet hire is €3.",
])("held: %s", (text) => {
  expect(verdicts(text)).toContain("contradicted")
})

test.each([
  ["Helmet hire without a bike card is €3.", "Helmet hire costs €6, unless a bike card is shown."],
  ["You save €3 on the round trip.", "The round trip costs €9 and is waived for pupils."],
  ["The round trip costs €7.", "The round trip costs €9"],
])("what is suggested for “%s” is true", (text, suggestion) => {
  const { findings } = review({ text, now: "2026-11-16T12:00:00Z" }, { calendar: standardCalendar("UTC"), facts })
  for (const found of findings.filter(({ rule }) => rule === "claim/contradicted"))
    expect(found.suggestion).toBe(suggestion)
})
