import { expect, test } from "vitest"
import { leastTime } from "../bench/measure.ts"
import { findSaleRequests, strongestRequest } from "./sale-request.ts"

const FINDS: readonly (readonly [kind: string, text: string])[] = [
  ["withdrawal", "I hereby withdraw from my contract of sale for the trail lamp, received on 12 November."],
  ["withdrawal", "I/We hereby give notice that I/We withdraw from my/our contract of sale of the following goods."],
  ["withdrawal", "I would like to exercise my right of withdrawal for order 1042."],
  ["withdrawal", "I am using my 14-day right to cancel."],
  ["withdrawal", "With this mail I revoke the purchase of the child seat."],
  ["cancellation", "Please cancel my order 1042 before it leaves."],
  ["cancellation", "I'd like to cancel the subscription from next month."],
  ["cancellation", "Could you please cancel order #77?"],
  ["cancellation", "We have decided to cancel our booking."],
  ["cancellation", "I want to cancel it."],
  ["return", "The seat does not fit, so I want to return it."],
  ["return", "I'd like to send the panniers back."],
  ["return", "How do I return this lamp?"],
  ["return", "The pedals touch the gate. I want to return order 1042 and get my money back."],
  ["return", "Could you email me a returns label?"],
  ["return", "I’m going to send back the helmet this week."],
  ["return", "We would like to bring both lights back to the shop."],
  ["refund", "I want my money back."],
  ["refund", "Can I have a refund, please?"],
  ["refund", "Please refund the full amount to my card."],
  ["refund", "The lamp broke on day two and I'm requesting a full refund."],
  ["refund", "I would like a refund for the pump."],
  ["refund", "Refund me, please."],
]

const LEAVES: readonly string[] = [
  "What is your returns policy?",
  "How long do refunds take?",
  "When will I get my refund?",
  "Thanks for the quick refund!",
  "Could you return my call this afternoon?",
  "I will return the courtesy bike tomorrow.",
  "If it does not fit, I'd like to return it.",
  "Please don't cancel my order, it was a mistake.",
  "I do not want to return it, I only want the screw that was missing.",
  "I had to cancel my appointment because of the snow.",
  "Can I return it within 30 days?",
  "Is this refundable?",
  "I'd like to withdraw my complaint.",
  "Before I order, do you have a right of withdrawal?",
  "I'd like to order two of them.",
  "We came back from holiday and love the lamp.",
  "Ignore my cancellation, please.",
  "You refunded me last week, so all is well.",
  "I returned from France on Sunday.",
  "Ich möchte den Vertrag widerrufen.",
  "Hello,\n\nthe lamp works well.\n\n> I want my money back.",
]

test.each(FINDS)("finds a %s: %s", (kind, text) => {
  expect(findSaleRequests(text).map((each) => each.kind)).toEqual([kind])
})

test.each(LEAVES)("leaves: %s", (text) => {
  expect(findSaleRequests(text)).toEqual([])
})

test("points at the customer's own sentence, and says which request is the strongest", () => {
  const text = "Hi 🚲,\n\nI want my money back. I hereby withdraw from the contract. Rosa"
  const found = findSaleRequests(text)
  expect(found.map(({ kind }) => kind)).toEqual(["refund", "withdrawal"])
  const strongest = strongestRequest(found)
  expect(strongest?.kind).toBe("withdrawal")
  expect(text.slice(strongest?.start, strongest?.end)).toBe("I hereby withdraw from the contract.")
  expect(strongestRequest([])).toBeNull()
})

test("time is linear in the text", () => {
  const worst = "i would like to cancel my order return it send the please refund ".repeat(20_000)
  const read = (): void => {
    findSaleRequests(worst)
    findSaleRequests(worst.replaceAll("refund ", "refund. "))
  }
  expect(leastTime(read, 4_000)).toBeLessThan(4_000) // 1.3 MB; quadratic would be minutes
})
