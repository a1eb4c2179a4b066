import { expect, test } from "vitest"
import { compileFacts, review, standardCalendar } from "../index.ts"
import { factsOf } from "./test-books.ts"

/** A kennel with a shop that was invented for this. */
const facts = compileFacts({
  name: "Paws & Post",
  currency: "EUR",
  facts: factsOf([
    [
      "m",
      "grooming",
      "price",
      "money",
      30,
      "EUR",
      "Grooming a male cat costs EUR 30.",
      { scope: { animal: "male cat" } },
    ],
    [
      "f",
      "grooming",
      "price",
      "money",
      35,
      "EUR",
      "Grooming a female cat costs EUR 35.",
      { scope: { animal: "female cat" } },
    ],
    [
      "dog",
      "vaccination",
      "price",
      "money",
      70,
      "EUR",
      "A dog's vaccination costs EUR 70.",
      { scope: { animal: "dog" } },
    ],
    [
      "cat",
      "vaccination",
      "price",
      "money",
      60,
      "EUR",
      "A cat's vaccination costs EUR 60.",
      { scope: { animal: "cat" } },
    ],
    [
      "box",
      "treat box",
      "price per box",
      "money",
      12,
      "EUR",
      "A weekly treat box costs EUR 12.",
      { scope: { rhythm: "weekly" } },
    ],
    [
      "first",
      "support",
      "first reply",
      "duration",
      4,
      "hours",
      "Firms get a first reply from support within 4 hours.",
      { scope: { plan: "Firm" } },
    ],
    [
      "team",
      "support",
      "first reply",
      "duration",
      24,
      "hours",
      "Teams get a first reply from support within 24 hours.",
      { scope: { plan: "Team" } },
    ],
    [
      "pass",
      "museum of dogs",
      "supplement",
      "money",
      5,
      "EUR",
      "Without a year pass the museum of dogs costs EUR 5.",
      { scope: { visitor: "without year pass" } },
    ],
    [
      "inv",
      "payment by invoice",
      "available",
      "boolean",
      true,
      "",
      "Payment by invoice is available to customers in Germany only.",
      { scope: { country: "DE" }, aliases: ["invoice"] },
    ],
  ]),
})

function contradicted(text: string): readonly (string | undefined)[] {
  const { claims } = review({ text, now: "2026-11-16T12:00:00Z" }, { calendar: standardCalendar("UTC"), facts })
  return claims.filter(({ verdict }) => verdict === "contradicted").map(({ factId }) => factId)
}

test.each([
  ["Tiger's a boy cat so he'll be €35 for the grooming.", "m"],
  ["> I live in Paris. Can I pay by invoice?\n\nYes, just choose invoice at the checkout.", "inv"],
  ["Your cat's vaccination is €70.", "cat"],
])("for whom it holds is read from what was told: %s", (text, id) => {
  expect(contradicted(text)).toEqual([id])
})

test.each([
  "Grooming a male dog starts at €50.",
  "For a rabbit the vaccination is €40.",
  "A treat box once a month would be €15 a box.",
  "With your year pass you don't pay a supplement in the museum of dogs.",
  "> I live in Berlin. Can I pay by invoice?\n\nYes, just choose invoice at the checkout.",
])("of another kind no fact speaks: %s", (text) => {
  expect(contradicted(text)).toEqual([])
})
