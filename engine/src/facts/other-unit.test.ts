import { expect, test } from "vitest"
import { review, standardCalendar } from "../index.ts"
import { comparableFacts } from "./comparable.ts"
import { factsOf } from "./test-books.ts"

const hall = comparableFacts({
  currency: "EUR",
  name: "Overhang",
  facts: factsOf([
    [
      "pass",
      "climbing pass",
      "price",
      "money",
      45,
      "EUR/person/month",
      "A climbing pass costs EUR 45 per person and month.",
      { aliases: ["pass"] },
    ],
    ["locker", "locker", "rent", "money", 6, "EUR/week", "A locker costs EUR 6 a week."],
    ["box", "vegetable box", "price", "money", 19, "EUR/box", "The weekly vegetable box costs EUR 19 a box."],
    ["rope", "rope", "length", "quantity", 70, "m", "The rope is 70 m long."],
    ["bag", "bag", "weight limit", "quantity", 30, "kg", "A bag in the cloakroom may weigh up to 30 kg."],
    [
      "api",
      "booking API",
      "rate limit",
      "quantity",
      60,
      "requests/minute",
      "The booking API takes up to 60 requests a minute.",
    ],
    ["guests", "guest visits", "included", "quantity", 2, "visits/month", "The pass includes 2 guest visits a month."],
  ]),
})

function holds(text: string): readonly string[] {
  const { claims } = review(
    { text, now: "2026-11-20T12:00:00Z", zone: "UTC" },
    { calendar: standardCalendar("UTC"), facts: hall },
  )
  return claims.flatMap(({ verdict, factId }) => (verdict === "contradicted" ? [factId ?? ""] : []))
}

test.each([
  ["A locker costs €6 a month.", "locker"],
  ["The vegetable box is €19 a month.", "box"],
  ["The pass is €45 a month and covers the whole family.", "pass"],
  ["The rope is 70 feet long.", "rope"],
  ["The booking API takes 60 requests an hour.", "api"],
  ["The limit for a bag in the cloakroom is 30 pounds.", "bag"],
])("the same figure in another unit is held: %s", (text, id) => {
  expect(holds(text)).toStrictEqual([id])
})

test.each([
  "A locker costs €6 a week, which is about €26 a month.",
  "The vegetable box is €19.",
  "The pass is €45 a month for each of you.",
  "The rope is 230 feet long.",
  "The rope is about 76 yards long.",
  "The booking API takes 3,600 requests an hour.",
  "A bag may weigh up to 66 pounds.",
  "Two guest visits a month are included, so 24 a year.",
  "Two pounds of apples are in the bag.",
])("what comes to the same, or is told of something else, is not: %s", (text) => {
  expect(holds(text)).toStrictEqual([])
})
