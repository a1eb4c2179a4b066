import { expect, test } from "vitest"
import { compileFacts, review, standardCalendar } from "../index.ts"
import { factsOf } from "./test-books.ts"

/** A holiday park with a workshop and a shop that was invented for this: what is paid, kept or asked has its own yes and no. */
const facts = compileFacts({
  name: "Alder Lake",
  currency: "EUR",
  facts: factsOf([
    [
      "sheets",
      "bed linen",
      "included",
      "boolean",
      true,
      "",
      "Bed linen is included in the lodge.",
      { scope: { stay: "lodge" } },
    ],
    [
      "spa",
      "spa",
      "included",
      "boolean",
      true,
      "",
      "The spa is for Comfort guests only.",
      { scope: { rate: "Comfort" } },
    ],
    ["firewood", "firewood", "included", "boolean", true, "", "Firewood is included."],
    ["kayak", "kayaks", "included", "boolean", false, "", "Kayaks are not included."],
    [
      "supper",
      "supper",
      "included in the price",
      "boolean",
      true,
      "",
      "Supper is included in a whole-day pass.",
      { scope: { pass: "whole day" } },
    ],
    ["half", "half day", "price", "money", 30, "EUR", "A half-day pass costs €30.", { scope: { pass: "half day" } }],
    ["points", "points", "kept after a year", "boolean", true, "", "Points are kept after a year."],
    ["settings", "settings", "kept during an update", "boolean", false, "", "Settings are not kept during an update."],
    [
      "cards",
      "fuel cards",
      "accepted cards",
      "list",
      ["DKV", "UTA", "Shell"],
      "",
      "We accept the fuel cards DKV, UTA and Shell.",
    ],
    [
      "back",
      "refund",
      "possible",
      "boolean",
      false,
      "",
      "Saver bookings are not refunded.",
      { scope: { booking: "Saver" }, aliases: ["money back"] },
    ],
    [
      "days",
      "refund",
      "period",
      "duration",
      14,
      "days",
      "Flex bookings are refunded within 14 days.",
      { scope: { booking: "Flex" } },
    ],
  ]),
})

function against(text: string, previous = ""): readonly string[] {
  const { claims } = review(
    { text, previous, now: "2026-11-16T12:00:00Z" },
    { calendar: standardCalendar("UTC"), facts },
  )
  return claims.flatMap(({ verdict, quote }) => (verdict === "contradicted" ? [quote] : []))
}

test.each([
  "You don't pay for bed linen in the lodge.",
  "There's no charge for bed linen if you stay in the lodge.",
  "There's nothing extra to pay for firewood.",
  "Comfort guests don't pay for the spa.",
  "Unless you have Comfort, you can't use the spa.",
  "The spa isn't included in Basic, only with Comfort.",
  "With a half day, supper isn't included.",
  "The half day comes without supper.",
  "Supper isn't included if you only come for the evening.",
  "You won't lose your points after a year.",
  "Settings are lost during an update.",
])("not held: %s", (text) => {
  expect(against(text)).toEqual([])
})

test.each([
  ["Do I have to pay for firewood?", "No."],
  ["Is firewood extra?", "No, it isn't."],
  ["Is there a charge for the spa with Comfort?", "No, it's in the price."],
  ["Will I lose my points after a year?", "No, you won't."],
  ["Are my settings gone after an update?", "Yes."],
  ["Do you take Aral?", "No, DKV, UTA or Shell please."],
  ["Can I get my money back? I have a Flex booking.", "Yes, you can."],
])("not held, asked “%s”: %s", (asked, text) => {
  expect(against(text, asked)).toEqual([])
})

test.each([
  "Bed linen isn't included in the lodge.",
  "You have to pay for firewood.",
  "The spa isn't included with Comfort.",
  "Kayaks are included.",
])("held: %s", (text) => {
  expect(against(text)).not.toEqual([])
})

test.each([
  ["Do I have to pay for firewood?", "Yes."],
  ["Can I get my money back? I have a Saver booking.", "Yes, you can."],
])("held, asked “%s”: %s", (asked, text) => {
  expect(against(text, asked)).not.toEqual([])
})
