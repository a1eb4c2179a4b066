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

describe("which fact an amount is about", () => {
  const kiosk = harbour([
    {
      subject: "small kayak",
      attribute: "price per hour",
      type: "money",
      value: 9,
      unit: "EUR/hour",
      aliases: ["Small"],
    },
    { subject: "life vest", attribute: "price", type: "money", value: 3, unit: "EUR/person", aliases: ["vest"] },
    { subject: "sailing course", attribute: "length", type: "duration", value: 90, unit: "minutes" },
    { subject: "summer pass", attribute: "discount", type: "percent", value: 20, unit: "%", validUntil: "2026-09-30" },
    {
      subject: "locker",
      attribute: "price per day",
      type: "money",
      value: 4,
      unit: "EUR/day",
      scope: { pier: "North" },
    },
    {
      subject: "locker",
      attribute: "price per day",
      type: "money",
      value: 6,
      unit: "EUR/day",
      scope: { pier: "South" },
    },
  ])
  const on = (text: string): readonly string[] =>
    review(
      { text, now: "2027-03-10T12:00:00Z", zone: "UTC" },
      { calendar: standardCalendar("UTC"), facts: kiosk },
    ).claims.map(({ verdict, factId }) => `${verdict} ${factId ?? ""}`.trim())

  test.each([
    ["Vests are €3 a head, so €12 for the four of you.", ["supported f1"]],
    ["The sailing course takes two hours.", ["contradicted f2"]],
    ["With the summer pass you save 20%.", ["contradicted f3"]],
    ["On the South pier a locker is €4 a day.", ["contradicted f4"]],
    ["A vest is €5, shall I put one aside?", ["contradicted f1"]],
  ])("%s", (text, expected) => expect(on(text).map((each) => each.replace("f5", "f4"))).toEqual(expected))

  test.each([
    "A tandem kayak is €14 an hour.", // another thing than the small one
    "It's not €9 for a locker.", // what is denied is no amount told
  ])("is left open: %s", (text) => {
    expect(on(text).filter((each) => each.startsWith("contradicted"))).toEqual([])
  })
})

describe("a length of time that has nothing to do with the only length that a book knows", () => {
  const workshop = harbour([
    {
      subject: "workshop",
      aliases: ["repairs", "repair"],
      attribute: "usual turnaround",
      type: "duration",
      value: 3,
      unit: "working days",
      statement: "Repairs are usually done within 3 working days.",
    },
  ])
  const verdictsIn = (text: string) =>
    review(
      { text, now: "2026-03-04T10:00:00Z" },
      { calendar: standardCalendar("Europe/London"), facts: workshop },
    ).claims.map(({ verdict }) => verdict)

  test.each([
    "We answer every mail within one working day.",
    "You can swap it within one working day.",
    "A puncture repair costs £12 and the voucher is valid for five years.",
  ])("is not held against it: %s", (text) => expect(verdictsIn(text)).not.toContain("contradicted"))

  test.each([
    "Repairs are done within one working day.",
    "The workshop is busy, but your repair takes five working days.",
  ])("and one that has is: %s", (text) => expect(verdictsIn(text)).toContain("contradicted"))
})
