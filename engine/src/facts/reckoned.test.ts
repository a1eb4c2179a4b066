import { expect, test } from "vitest"
import { compileFacts, review, standardCalendar } from "../index.ts"
import type { Fact } from "./fact.ts"

type Told = Partial<Fact> & Pick<Fact, "subject" | "attribute" | "type" | "value" | "statement">

const BOOK: readonly Told[] = [
  {
    subject: "guitar lesson",
    attribute: "price",
    type: "money",
    value: 40,
    unit: "AUD/lesson",
    statement: "A guitar lesson costs AUD 40.",
  },
  {
    subject: "block of 10 guitar lessons",
    attribute: "price",
    type: "money",
    value: 350,
    unit: "AUD",
    statement: "A block of 10 guitar lessons costs AUD 350.",
  },
  {
    subject: "kayak tour",
    attribute: "price",
    type: "money",
    value: 55,
    unit: "AUD/person",
    statement: "The kayak tour costs AUD 55 per person.",
  },
  {
    subject: "wetsuit",
    attribute: "rental price",
    type: "money",
    value: 12,
    unit: "AUD",
    statement: "Renting a wetsuit costs AUD 12.",
  },
  {
    subject: "gym plan",
    attribute: "price per month",
    type: "money",
    value: 32,
    unit: "AUD/month",
    statement: "The gym plan costs AUD 32 a month.",
  },
  {
    subject: "delivery",
    attribute: "free from order value",
    type: "money",
    value: 60,
    unit: "AUD",
    statement: "Delivery is free for orders of AUD 60 or more.",
  },
  {
    subject: "watch repair",
    attribute: "turnaround",
    type: "range",
    value: { min: 3, max: 5 },
    unit: "working days",
    statement: "A watch repair takes 3 to 5 working days.",
  },
  {
    subject: "ferry trailer",
    attribute: "maximum length",
    type: "quantity",
    value: 6,
    unit: "m",
    statement: "A ferry trailer may be up to 6 m long.",
  },
  {
    subject: "engraving",
    attribute: "price",
    type: "money",
    value: 0,
    unit: "AUD",
    statement: "Engraving is free of charge.",
  },
  {
    subject: "screen calibration",
    attribute: "duration",
    type: "duration",
    value: 3,
    unit: "hours",
    statement: "A screen calibration takes 3 hours.",
  },
]

const facts = compileFacts({
  currency: "AUD",
  name: "Inlet",
  facts: BOOK.map((fact, at) => ({ ...fact, id: `f${at}` })),
})

function verdicts(text: string): string {
  const { claims } = review(
    { text, now: "2026-11-16T12:00:00Z", zone: "UTC" },
    { calendar: standardCalendar("UTC"), facts },
  )
  return claims.map(({ verdict, factId }) => `${verdict} ${factId ?? ""}`.trim()).join(", ")
}

test.each([
  ["The kayak tour with a wetsuit is $67.", "supported f2"],
  ["The kayak tour is $55, so it's $110 for the two of you.", "supported f2"],
  ["A year of the gym plan works out at $384.", "supported f4"],
  ["The block of 10 guitar lessons is $350, which saves you $50 on 10 guitar lessons.", "supported f1"],
  ["With the block of guitar lessons each comes to $35.", "supported f1"],
  ["Delivery is free from $60, and your basket is at $48, so another $12 would do.", "supported f5, supported f5"],
  ["Engraving is $15 a year on top.", "contradicted f8"],
  ["Watch repairs are easy: they never take longer than a day.", "contradicted f6"],
  ["A ferry trailer of yours will go on, we can take up to 7.", "contradicted f7"],
  ["For a second screen we have the right cable.", ""],
  ["You see more in an hour here than anywhere.", "needs-evidence"],
])("%s → %s", (text, found) => expect(verdicts(text)).toBe(found))
