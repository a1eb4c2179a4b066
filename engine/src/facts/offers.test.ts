import { expect, test } from "vitest"
import { compileFacts, review, standardCalendar } from "../index.ts"
import { factsOf } from "./test-books.ts"

/** A farm shop with a cinema that was invented for this: prices on the days of an offer, which no word need name. */
const facts = compileFacts({
  name: "Quill Farm",
  currency: "EUR",
  facts: factsOf([
    ["box", "vegetable box", "price", "money", 20, "EUR/box", "A vegetable box costs €20."],
    ["seat", "balcony seat", "price", "money", 12, "EUR/seat", "A balcony seat costs €12."],
    ["honey", "honey", "price per jar", "money", 8, "EUR/jar", "Honey costs €8 a jar."],
    [
      "harvest",
      "harvest offer",
      "discount on vegetable boxes",
      "percent",
      25,
      "%",
      "From 1 to 14 September 2026 vegetable boxes are 25% cheaper.",
      { validFrom: "2026-09-01", validUntil: "2026-09-14" },
    ],
    [
      "advent",
      "Advent sale",
      "discount on honey",
      "percent",
      10,
      "%",
      "From 1 to 24 December 2026 honey is 10% cheaper.",
      { validFrom: "2026-12-01", validUntil: "2026-12-24" },
    ],
  ]),
})

function verdicts(text: string, day: string): readonly string[] {
  const { claims } = review({ text, now: `${day}T12:00:00Z` }, { calendar: standardCalendar("UTC"), facts })
  return claims.map(({ verdict }) => verdict)
}

test.each([
  ["A vegetable box is €15 today.", "2026-09-05"],
  ["Right now you pay €15 for a vegetable box.", "2026-09-05"],
  ["From 1 December a jar of honey will be €7.20.", "2026-11-16"],
  ["In Advent a jar of honey is €7.20.", "2026-11-16"],
  ["With the December sale a jar of honey is €7.20.", "2026-11-16"],
])("backed: %s on %s", (text, day) => {
  expect(verdicts(text, day)).toEqual(["supported"])
})

test.each([
  ["A vegetable box is €15.", "2026-10-05"], // the offer is over
  ["A vegetable box is €15.", "2026-08-20"], // and has not begun
  ["A jar of honey is €7.20 now.", "2026-11-16"],
  ["In October a vegetable box is €15.", "2026-09-05"],
  ["A balcony seat is €9 today.", "2026-09-05"], // of the box
])("held: %s on %s", (text, day) => {
  expect(verdicts(text, day)).toContain("contradicted")
})
