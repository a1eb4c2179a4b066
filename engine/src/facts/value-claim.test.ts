import { describe, expect, test } from "vitest"
import { compileFacts, review, standardCalendar } from "../index.ts"
import type { Fact } from "./fact.ts"

const harbour = (facts: readonly (Partial<Fact> & Pick<Fact, "subject" | "attribute" | "type" | "value">)[]) =>
  compileFacts({
    currency: "EUR",
    name: "Pier Nine",
    facts: facts.map((fact, at) => ({ id: `f${at}`, statement: `${fact.subject}: ${fact.attribute}`, ...fact })),
  })

const facts = harbour([
  { subject: "small boat", attribute: "price per day", type: "money", value: 60, unit: "EUR/day" },
  {
    subject: "mooring",
    attribute: "price per night",
    type: "money",
    value: 24,
    unit: "EUR/night",
    scope: { season: "summer (1 May to 30 September)" },
  },
  {
    subject: "mooring",
    attribute: "price per night",
    type: "money",
    value: 15,
    unit: "EUR/night",
    scope: { season: "winter (1 October to 30 April)" },
  },
  {
    subject: "check-in",
    attribute: "closes before departure",
    type: "duration",
    value: 40,
    unit: "minutes",
    scope: { traveller: "with vehicle" },
  },
  {
    subject: "check-in",
    attribute: "closes before departure",
    type: "duration",
    value: 15,
    unit: "minutes",
    scope: { traveller: "on foot" },
  },
  { subject: "rebooking", attribute: "fee", type: "money", value: 8, unit: "EUR", statement: "Rebooking costs EUR 8." },
  { subject: "refund", attribute: "processing time", type: "duration", value: 4, unit: "working days" },
  { subject: "skipper", attribute: "minimum age", type: "quantity", value: 21, unit: "years" },
  { subject: "Line 200", attribute: "price", type: "money", value: 39, unit: "EUR/month", aliases: ["the 200"] },
  { subject: "Line 500", attribute: "price", type: "money", value: 49, unit: "EUR/month", aliases: ["the 500"] },
])

function verdicts(text: string): readonly string[] {
  const input = { text, now: "2027-03-10T12:00:00Z", zone: "UTC" }
  return review(input, { calendar: standardCalendar("UTC"), facts }).claims.map(({ verdict, factId }) =>
    `${verdict} ${factId ?? ""}`.trim(),
  )
}

describe("an amount whose subject is named in other words", () => {
  test.each([
    ["With the van twenty minutes before departure is plenty.", ["contradicted f3"]],
    ["Moving your booking to another day costs €12.", ["contradicted f5"]],
    ["A new date is eight euros.", ["supported f5"]],
    ["In July the mooring is €15 a night.", ["contradicted f1"]],
    ["In July the mooring is €24 a night.", ["supported f1"]],
    ["The 500 sets you back €39 a month.", ["contradicted f9"]],
    ["The 200 is €39 a month.", ["supported f8"]],
  ])("%s", (text, expected) => {
    expect(verdicts(text)).toEqual(expected)
  })

  test.each([
    "You can cancel up to two hours before it starts.", // a deadline, not how long a refund takes
    "Your last payment of €58 went through on 1 March.",
    "We also have an electric boat for €75 a day.",
    "Congrats on the house!",
    "Skippers under 25 pay another €10 a day.",
  ])("says nothing against a fact of something else: %s", (text) => {
    expect(verdicts(text).filter((each) => each.startsWith("contradicted"))).toEqual([])
  })
})
