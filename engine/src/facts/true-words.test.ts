import { expect, test } from "vitest"
import { compileFacts, review, standardCalendar } from "../index.ts"
import { factsOf } from "./test-books.ts"

/** A shop that was invented for this: what is true, and speaks of the same things as a fact without saying the same, is not held. */
const facts = compileFacts({
  name: "Tin & Thread",
  currency: "GBP",
  facts: factsOf([
    ["shops", "shops", "towns", "list", ["Leeds", "York", "Hull"], "", "We have three shops: Leeds, York and Hull."],
    ["helmets", "helmets", "provided", "boolean", true, "", "Helmets are provided."],
    ["ladders", "ladders", "provided", "boolean", false, "", "Ladders are not provided."],
    ["deposit", "deposit", "amount", "money", 100, "GBP", "The deposit is £100, not needed for members."],
    ["box", "gift box", "price", "money", 18, "GBP", "A gift box costs £18, ribbon not included."],
    [
      "hours",
      "shop",
      "opening hours",
      "text",
      "Mon-Fri 08:00-17:00, Sat-Sun closed",
      "",
      "We are open Monday to Friday from 8 to 17.",
    ],
  ]),
})

test.each([
  "Our Leeds shop is near Briggate.",
  "Our Christmas shop opens in December.",
  "Our branch in Round Rock closed last year.",
  "We have two shops with a café.",
  "Helmets can't be worn over caps.",
  "You need a ladder to get up there.",
  "The deposit is £100 if you're not a member.",
  "A gift box without a ribbon is still £18.",
  "I'm away on Saturday. We close at five.",
  "Just drop it in the box on Sunday.",
])("not held: %s", (text) => {
  const { claims } = review({ text, now: "2026-11-16T12:00:00Z" }, { calendar: standardCalendar("UTC"), facts })
  expect(claims.filter(({ verdict }) => verdict === "contradicted")).toEqual([])
})

test.each(["You can visit our shop in Halifax.", "Helmets are not provided.", "We are open until seven on Mondays."])(
  "held: %s",
  (text) => {
    const { claims } = review({ text, now: "2026-11-16T12:00:00Z" }, { calendar: standardCalendar("UTC"), facts })
    expect(claims.map(({ verdict }) => verdict)).toContain("contradicted")
  },
)
