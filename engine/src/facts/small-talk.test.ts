import { describe, expect, test } from "vitest"
import { review, standardCalendar } from "../index.ts"
import { guesthouse } from "./guesthouse.ts"

/** What people also write in answers, and which states nothing of how things are with us: neither marked nor taken for a fact. */
const SAYS_NOTHING = [
  "We made a mess of your dates, and I am sorry.",
  "We do not agree with the review on that site.",
  "We are over the moon about the card from your children.",
  "We aren't the cheapest house on the lake.",
  "We're not going to take the €40 off the bill in this instance.",
  "You can get that at any chemist, too.",
  "You could also buy it at a good bike shop in Bregenz.",
  "There's an opening on Friday at 10.20.",
  "There's always somebody cheaper in town.",
  "It hangs on how the weather turns out.",
  "Refunded the €8 while I was at it.",
  "Voucher bought on 14 August for €150, one night of it used.",
  "If the sofa at your sister's is long enough I wouldn't pay for a room.",
  "You're paying about nine euros a night at the moment, aren't you.",
  // What stands two sentences before was not asked by a customer.
  "I looked at the pictures of the roof again. My neighbour sold the ladder. It's €48.",
]

describe("small talk of a guesthouse", () => {
  test.each(SAYS_NOTHING)("%s", (text) => {
    const { claims, findings } = review(
      { text, now: "2026-03-04T12:00:00Z" },
      { calendar: standardCalendar("UTC"), facts: guesthouse },
    )
    const marks = findings.filter(({ rule }) => rule.startsWith("claim/")).map(({ rule }) => rule)
    expect([claims.map(({ verdict, quote }) => `${verdict}: ${quote}`), marks]).toEqual([[], []])
  })
})
