import { expect, test } from "vitest"
import { compileFacts, review, standardCalendar } from "../index.ts"
import { factsOf } from "./test-books.ts"

/** Businesses that were invented for this: what is true, or speaks of the same things without going against a fact, is not held. */
const mill = compileFacts({
  name: "Old Mill Weddings",
  currency: "GBP",
  facts: factsOf([
    [
      "cater",
      "outside caterers",
      "allowed",
      "boolean",
      false,
      "",
      "Outside caterers are not allowed; our own kitchen does the catering.",
    ],
    [
      "conf",
      "confetti",
      "allowed outdoors",
      "boolean",
      true,
      "",
      "Paper confetti is allowed outdoors, not in the hall.",
    ],
    ["fire", "fireworks", "allowed", "boolean", false, "", "Fireworks are not allowed."],
    [
      "cork",
      "own wine",
      "corkage fee per bottle",
      "money",
      12,
      "GBP/bottle",
      "You can bring your own wine for a corkage fee of £12 a bottle.",
    ],
    ["kids", "children under 4", "eat free", "boolean", true, "", "Children under 4 eat free."],
    ["max", "hall", "maximum number of guests", "quantity", 120, "guests", "The hall holds at most 120 guests."],
    ["dep", "deposit", "refundable", "boolean", false, "", "The deposit is not refundable."],
    ["music", "music", "latest time", "text", "01:00", "", "Music has to stop at 1 a.m."],
    ["rooms", "bridal suite", "included", "boolean", true, "", "The bridal suite is included in the Saturday price."],
    ["taste", "tasting", "free for two", "boolean", true, "", "A menu tasting is free for two people."],
    ["park", "car park", "spaces", "quantity", 50, "spaces", "The car park has 50 spaces."],
    [
      "dog",
      "dogs",
      "allowed at the ceremony",
      "boolean",
      true,
      "",
      "Dogs are allowed at the ceremony, but not at dinner.",
    ],
    [
      "candle",
      "candles",
      "allowed in the barn",
      "boolean",
      false,
      "",
      "Naked flames and candles are not allowed in the barn.",
    ],
    [
      "deco",
      "decoration",
      "set up the evening before",
      "boolean",
      true,
      "",
      "You can decorate the hall the evening before, free of charge.",
    ],
  ]),
})

const coffee = compileFacts({
  name: "Ember Box",
  currency: "EUR",
  facts: factsOf([
    [
      "skip",
      "subscription",
      "months can be skipped",
      "boolean",
      true,
      "",
      "You can skip a month whenever you like.",
      { aliases: ["box"] },
    ],
    [
      "skipmax",
      "subscription",
      "deadline to skip before the 20th",
      "boolean",
      true,
      "",
      "A month has to be skipped before the 20th.",
    ],
    ["grind", "coffee", "ground to order", "boolean", true, "", "We grind the coffee to order, or send whole beans."],
    [
      "decaf",
      "decaf",
      "in the box",
      "boolean",
      false,
      "",
      "There is no decaf in the box; it can be ordered separately.",
    ],
    [
      "gift",
      "gift subscription",
      "renews automatically",
      "boolean",
      false,
      "",
      "A gift subscription does not renew automatically.",
    ],
    [
      "ship",
      "shipping",
      "included",
      "boolean",
      true,
      "",
      "Shipping is included within Germany.",
      { scope: { country: "DE" } },
    ],
    [
      "ship-at",
      "shipping",
      "price",
      "money",
      4.9,
      "EUR",
      "Shipping to Austria costs EUR 4.90.",
      { scope: { country: "AT" } },
    ],
    ["pods", "capsules", "sold", "boolean", false, "", "We do not sell capsules."],
    ["ret", "opened bags", "can be returned", "boolean", false, "", "Opened bags cannot be returned."],
    ["comp", "bags", "compostable", "boolean", true, "", "The bags are compostable."],
    ["org", "coffee", "certified organic", "boolean", true, "", "All our coffees are certified organic."],
    ["mug", "mug", "dishwasher-safe", "boolean", false, "", "The mug is not dishwasher-safe."],
    [
      "pause",
      "subscription",
      "maximum pause",
      "duration",
      3,
      "months",
      "A subscription can be paused for up to 3 months.",
    ],
    ["sizes", "box", "sizes", "list", ["250 g", "500 g", "1 kg"], "", "The box comes in 250 g, 500 g and 1 kg."],
  ]),
})

function isHeld(text: string, facts: ReturnType<typeof compileFacts>): boolean {
  const { claims } = review({ text, now: "2026-11-16T12:00:00Z" }, { calendar: standardCalendar("UTC"), facts })
  return claims.some(({ verdict }) => verdict === "contradicted")
}

test.each([
  "You can throw confetti outdoors.",
  "Confetti in the hall isn't allowed.",
  "Fireworks are not allowed, I'm afraid.",
  "You can bring your own wine, corkage is £12 a bottle.",
  "Under-fours eat free.",
  "The hall holds 120.",
  "100 guests is fine.",
  "The deposit isn't paid back.",
  "The bridal suite comes with it on Saturdays.",
  "You can taste the menu for free.",
  "Dogs can come to the ceremony.",
  "Dogs can't come to dinner.",
  "Candles in the garden are fine.",
  "You may decorate the evening before.",
  "Our kitchen does the catering.",
  "No need to bring your own caterer.",
  "There's no charge for decorating.",
  "The band can't play after one.",
  "You don't need to pay the deposit today.",
  "I can't hear the fireworks from here.",
])("not held, mill: %s", (text) => {
  expect(isHeld(text, mill)).toBe(false)
})

test.each([
  "Sparklers and fireworks are fine.",
  "The deposit is refundable.",
  "There's no corkage.",
  "150 guests is no problem.",
  "Your dog is welcome at dinner.",
  "The bridal suite is extra.",
  "Candles are fine in the barn.",
  "Any caterer is fine by us.",
])("held, mill: %s", (text) => {
  expect(isHeld(text, mill)).toBe(true)
})

test.each([
  "You can skip a month.",
  "We send whole beans or ground coffee.",
  "There's no decaf in the box.",
  "Decaf can be ordered separately.",
  "A gift subscription ends by itself.",
  "Shipping to Vienna is EUR 4.90.",
  "Shipping within Germany costs nothing.",
  "The bags go on the compost.",
  "You can't return an opened bag.",
  "Unopened bags can be returned.",
  "We don't have capsules.",
  "Our coffees are organic.",
  "Don't put the mug in the dishwasher.",
  "You can pause for up to three months.",
  "You haven't skipped a month yet.",
  "No coffee this month, you've skipped it.",
  "The mug keeps coffee hot for an hour.",
])("not held, coffee: %s", (text) => {
  expect(isHeld(text, coffee)).toBe(false)
})

test.each([
  "You can't skip a month.",
  "There's a bag of decaf in the box.",
  "The gift subscription renews by itself.",
  "Shipping to Austria is free.",
  "> I live in Graz. Is shipping included?\n\nYes, it is.",
  "We have capsules, too.",
  "Opened bags can be sent back.",
  "The bags don't belong on the compost.",
  "The mug can go in the dishwasher.",
  "You can pause for as long as you like.",
  "> so i can put the mug in the dishwasher?\n\nFor sure.",
  "The bags aren't compostable.",
])("held, coffee: %s", (text) => {
  expect(isHeld(text, coffee)).toBe(true)
})
