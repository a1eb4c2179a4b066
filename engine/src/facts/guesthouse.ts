import { comparableFacts } from "./comparable.ts"
import type { Fact } from "./fact.ts"

/** The fact book of an invented guesthouse, for tests: one of every kind of fact. */

type Row = readonly [
  id: string,
  subject: string,
  attribute: string,
  type: Fact["type"],
  value: Fact["value"],
  unit: string,
  statement: string,
  more?: Partial<Fact>,
]

const ROWS: readonly Row[] = [
  [
    "double-low",
    "double room",
    "price per night",
    "money",
    90,
    "EUR/night",
    "A double room is €90 a night in low season.",
    { scope: { season: "low season" } },
  ],
  [
    "double-high",
    "double room",
    "price per night",
    "money",
    120,
    "EUR/night",
    "A double room is €120 a night in high season.",
    { scope: { season: "high season" } },
  ],
  ["suite", "suite", "price per night", "money", 180, "EUR/night", "A suite is €180 a night."],
  ["single", "single room", "price per night", "money", 60, "EUR/night", "A single room is €60 a night."],
  ["canoe", "canoe", "price per hour", "money", 12, "EUR/hour", "A canoe is €12 an hour."],
  ["rowing-boat", "rowing boat", "price per hour", "money", 24, "EUR/hour", "A rowing boat is €24 an hour."],
  ["breakfast", "breakfast", "included", "boolean", true, "", "Breakfast is included."],
  [
    "breakfast-hours",
    "breakfast",
    "served",
    "text",
    "Mon-Sat 07:00-10:00, Sun 08:00-11:00",
    "",
    "Breakfast is served from 7 to 10, on Sundays from 8 to 11.",
  ],
  ["in", "check-in", "earliest time", "text", "from 15:00", "", "Check-in is from 15:00."],
  ["out", "check-out", "latest time", "text", "until 11:00", "", "Check-out is until 11:00."],
  ["pool", "pool", "opening hours", "text", "Daily 08:00-20:00", "", "The pool is open daily from 8 to 20."],
  ["dogs", "dogs", "allowed", "boolean", true, "", "Dogs are allowed.", { aliases: ["dog"] }],
  ["dogs-fee", "dogs", "fee", "money", 10, "EUR/night", "A dog costs €10 a night.", { aliases: ["dog"] }],
  [
    "pay",
    "payment",
    "accepted methods",
    "list",
    ["card", "cash", "bank transfer"],
    "",
    "You can pay by card, in cash or by bank transfer.",
  ],
  ["garage", "garage", "height limit", "quantity", 1.9, "metres", "The garage takes cars up to 1.9 metres high."],
  ["parking", "parking", "price per day", "money", 8, "EUR/day", "Parking is €8 a day."],
  [
    "cancel",
    "cancellation",
    "free until before arrival",
    "duration",
    48,
    "hours",
    "You can cancel free of charge up to 48 hours before arrival.",
    { aliases: ["cancelling", "cancel"] },
  ],
  [
    "spring",
    "spring offer",
    "discount",
    "percent",
    20,
    "%",
    "The spring offer gives 20% off.",
    { validFrom: "2026-03-01", validUntil: "2026-04-30" },
  ],
  [
    "winter",
    "winter offer",
    "discount",
    "percent",
    15,
    "%",
    "The winter offer gives 15% off.",
    { validFrom: "2025-12-01", validUntil: "2026-01-31" },
  ],
  [
    "children",
    "children",
    "age under which they stay free",
    "quantity",
    6,
    "years",
    "Children under 6 stay for free.",
    { aliases: ["kids"] },
  ],
  ["keys", "room", "number of keys", "quantity", 2, "keys", "Each room has two keys."],
  ["lake", "lake", "distance", "quantity", 300, "metres", "The lake is 300 metres away."],
  [
    "oldest",
    "we",
    "superlative: oldest guesthouse on the lake",
    "boolean",
    true,
    "",
    "We are the oldest guesthouse on the lake (chronicle of 1871).",
    { evidence: "chronicle of 1871" },
  ],
  ["late", "late arrival", "fee", "money", 15, "EUR", "Late arrival costs €15."],
  ["extra", "extra nights", "discount", "percent", 10, "%", "Extra nights get 10% off.", { aliases: ["extra night"] }],
  ["deposit", "deposit", "share of the price", "percent", 20, "%", "The deposit is 20% of the price."],
  ["refund", "refund", "duration", "range", { min: 3, max: 5 }, "working days", "A refund takes 3 to 5 working days."],
  ["voucher", "voucher", "validity", "duration", 3, "years", "A voucher is valid for 3 years."],
  ["wifi", "Wi-Fi", "price", "money", 0, "EUR", "Wi-Fi is free.", { aliases: ["wifi"] }],
  ["lift", "lift", "available", "boolean", false, "", "There is no lift."],
  ["sauna", "sauna", "visits included per day", "quantity", 1, "visits", "The sauna can be used once a day."],
  [
    "tax-at",
    "tourist tax",
    "amount",
    "money",
    2,
    "EUR",
    "Guests from Austria pay €2 of tourist tax.",
    { aliases: ["tax"], scope: { country: "AT" } },
  ],
  [
    "tax-de",
    "tourist tax",
    "amount",
    "money",
    3,
    "EUR",
    "Guests from Germany pay €3 of tourist tax.",
    { aliases: ["tax"], scope: { country: "DE" } },
  ],
]

function factOf([id, subject, attribute, type, value, unit, statement, more]: Row): Fact {
  return { id, subject, attribute, type, value, statement, ...(unit === "" ? {} : { unit }), ...more }
}

const facts = ROWS.map(factOf)

export const guesthouse = comparableFacts({ currency: "EUR", name: "Seehaus", facts })

/** The same among facts of a house with eighty rooms, so that not each fact is tried on each clause. */
export const wide = comparableFacts({
  currency: "EUR",
  name: "Seehaus",
  facts: [
    ...facts,
    ...Array.from({ length: 80 }, (_, at) =>
      factOf([
        `size-${at}`,
        `chamber number ${at + 100}`,
        "floor area",
        "quantity",
        20 + at,
        "square metres",
        `Chamber ${at + 100} has ${20 + at} square metres.`,
      ]),
    ),
  ],
})
