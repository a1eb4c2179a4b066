import { expect, test } from "vitest"
import { readFacts } from "./read-facts.ts"

/** A line of a page about loans, and the fact that is proposed of it. */
const LINES: readonly (readonly [
  line: string,
  subject: string,
  attribute: string,
  type: string,
  value: unknown,
  unit: string,
])[] = [
  ["Interest on loans is 5%.", "Interest on loans", "rate", "percent", 5, "%"],
  ["Students get 10% off.", "Students", "discount", "percent", 10, "%"],
  ["Late returns cost 50 cents.", "Late returns", "price", "money", 0.5, "EUR"],
  ["Loans have a cancellation fee of €10.", "Loans", "cancellation fee", "money", 10, "EUR"],
  ["The notice period is 3 months.", "notice period", "notice period", "duration", 3, "months"],
  ["The warranty lasts 2 years.", "warranty", "warranty", "duration", 2, "years"],
  ["The trial lasts 14 days.", "trial", "trial length", "duration", 14, "days"],
  ["Refunds take 5 to 10 working days.", "Refunds", "refund time", "range", { min: 5, max: 10 }, "working days"],
  ["Vouchers are valid for 18 months.", "Vouchers", "validity", "duration", 18, "months"],
  ["Repairs take 90 minutes.", "Repairs", "turnaround", "duration", 1.5, "hours"],
  ["Delivery takes 36 hours.", "Delivery", "delivery time", "duration", 36, "hours"],
  ["You can cancel up to 48 hours before arrival.", "Loans", "cancellation window", "duration", 2, "days"],
  ["Applications are open until 31 March 2026.", "Applications", "deadline", "date", "2026-03-31", ""],
  ["The fair is on 4 May 2026.", "fair", "date", "date", "2026-05-04", ""],
  ["The bike weighs 12 kg.", "bike", "weight", "quantity", 12, "kg"],
  ["Each loan includes 3 books.", "loan", "number of books", "quantity", 3, "books"],
  ["Up to five guests may share a room.", "Up to five guests", "maximum number of guests", "quantity", 5, "guests"],
  ["Membership is free.", "Membership", "price", "money", 0, "EUR"],
  ["It is free.", "Loans", "price", "money", 0, "EUR"],
  ["Parking is free of charge.", "Parking", "free of charge", "money", 0, "EUR"],
  ["Breakfast is included.", "Breakfast", "included", "boolean", true, ""],
  ["They are available.", "Loans", "available", "boolean", true, ""],
  ["We do not repair skates.", "Loans", "repair skates", "boolean", false, ""],
  ["- Dogs can stay in the room.", "Dogs", "can stay in the room", "boolean", true, ""],
  ["Check-in takes 20 minutes.", "Check-in", "duration", "duration", 20, "minutes"],
  ["Hiring costs €5 to €9.", "Hiring", "price", "range", { min: 5, max: 9 }, "EUR"],
  ["Orders over €50 ship for free.", "Loans", "order value from which it is free", "money", 50, "EUR"],
  ["Interest is 3 to 5%.", "Interest", "rate", "range", { min: 3, max: 5 }, "%"],
  ["Our hours are Mon-Fri 9-5.", "hours", "opening hours", "text", "Mon-Fri 9-5", ""],
]

test.each(LINES)("%s → %s, %s, %s %j %s", (line, ...fact) => {
  const [found] = readFacts(`# Loans\n${line}`, { currency: "EUR" })
  const { subject, attribute, type, value, unit = "" } = found?.fact ?? {}
  expect([subject, attribute, type, value, unit]).toEqual(fact)
})

test.each([
  "Applications close on 31 March.",
  "What is your name?",
  "The guarantee never expires.",
  "We deliver on Sundays.",
  "**Loans**",
  "The warranty lasts 0 days.",
  "No refunds.",
])("no fact can be made of it: %s", (line) => expect(readFacts(line)).toEqual([]))

test.each(["It is included.", "They are glad to help.", "You pay €5."])(
  "without a heading nobody is spoken of, and no fact can be made of it: %s",
  (line) => expect(readFacts(line, { currency: "EUR" })).toEqual([]),
)

test("a table gives a fact for each cell that says one value under a heading", () => {
  const page = "| Plan | Price | Weight | |\n|---|---|---|---|\n| Solo | €9 | 2 kg | 4 |\n| Duo | | 3 kg or 4 kg | |"
  expect(readFacts(page).map(({ fact }) => [fact.subject, fact.attribute, fact.value])).toEqual([
    ["Solo", "price", 9],
    ["Solo", "weight", 2000],
  ])
})
