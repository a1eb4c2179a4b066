import { expect, test } from "vitest"
import { compileFacts, review, standardCalendar } from "../index.ts"
import type { Fact } from "./fact.ts"

const night = (id: string, value: number, season: string): Fact => ({
  id,
  subject: "mooring",
  attribute: "price per night",
  type: "money",
  value,
  unit: "EUR/night",
  scope: { season },
  statement: `A mooring costs EUR ${value} a night, ${season}.`,
})
const dated = [
  night("summer", 24, "summer (16 May to 15 September)"),
  night("winter", 15, "winter (16 September to 15 May)"),
]
const named: readonly Fact[] = [
  night("high", 24, "high"),
  night("low", 15, "low"),
  {
    id: "dates",
    subject: "high season",
    attribute: "dates",
    type: "text",
    value: "16 May to 15 September",
    statement: "The high season is from 16 May to 15 September.",
  },
]

const CASES: readonly [readonly Fact[], string, readonly string[]][] = [
  [dated, "On 3 May a mooring costs €15 a night.", ["supported winter"]],
  [dated, "On 16 May a mooring costs €24 a night.", ["supported summer"]],
  [dated, "On 20 May a mooring costs €15 a night.", ["contradicted summer"]],
  [dated, "On 2 January a mooring costs €24 a night.", ["contradicted winter"]],
  [dated, "In July a mooring costs €15 a night.", ["contradicted summer"]],
  [named, "On 15 September a mooring costs €24 a night.", ["supported high"]],
  [named, "On 20 September a mooring costs €24 a night.", ["contradicted low"]],
]

test.each(CASES)("the season goes by its days (%#)", (facts, text, expected) => {
  expect(verdicts(facts, text)).toEqual(expected)
})

test("of a month that is partly in a season no price is called wrong", () => {
  for (const price of ["€15", "€24"])
    expect(verdicts(dated, `In May a mooring costs ${price} a night.`).filter((each) => each.startsWith("c"))).toEqual(
      [],
    )
})

function verdicts(facts: readonly Fact[], text: string): readonly string[] {
  const input = { text, now: "2027-03-10T12:00:00Z", zone: "UTC" }
  const book = compileFacts({ currency: "EUR", name: "Pier Nine", facts })
  const { claims } = review(input, { calendar: standardCalendar("UTC"), facts: book })
  return claims.map(({ verdict, factId }) => `${verdict} ${factId ?? ""}`.trim())
}
