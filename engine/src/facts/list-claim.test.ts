import { expect, test } from "vitest"
import { review, standardCalendar } from "../index.ts"
import { comparableFacts } from "./comparable.ts"

const calendar = standardCalendar("UTC")
const facts = comparableFacts({
  currency: "EUR",
  facts: [
    {
      id: "pay",
      subject: "payment",
      aliases: ["pay"],
      attribute: "accepted",
      type: "list",
      value: ["Visa", "Mastercard", "PayPal"],
      statement: "We accept Visa, Mastercard and PayPal.",
    },
    {
      id: "ship",
      subject: "shipping",
      attribute: "countries we ship to",
      type: "list",
      value: ["Ireland", "France"],
      statement: "We ship to Ireland and France.",
    },
  ],
})

test.each([
  ["You can pay by Visa.", "supported"],
  ["Visa or Mastercard is fine.", "supported"],
  ["You can pay with Visa, Amex or PayPal.", "contradicted"],
  ["We accept Bitcoin.", "contradicted"],
  ["We don't accept PayPal.", "contradicted"],
])("a list is complete: %s", (text, verdict) => {
  const { claims } = review({ text, now: "2026-03-04T12:00:00Z", zone: "UTC" }, { calendar, facts })
  expect(claims.map((claim) => claim.verdict)).toEqual([verdict])
})

test.each(["We can discover what happened if it works.", "The van is ideal if it works for you."])(
  "a word that is a name elsewhere is no way of paying: %s",
  (text) => {
    const { claims } = review({ text, now: "2026-03-04T12:00:00Z", zone: "UTC" }, { calendar, facts })
    expect(claims.filter(({ verdict }) => verdict === "contradicted")).toEqual([])
  },
)

test("and is one where it is paid by", () => {
  const { claims } = review({ text: "You can pay with iDEAL.", now: "2026-03-04T12:00:00Z" }, { calendar, facts })
  expect(claims).toMatchObject([{ verdict: "contradicted", factId: "pay" }])
})

test.each([
  ["We ship to Ireland, call Us.", "supported"],
  ["We ship to the US.", "contradicted"],
])("Us is no country, the US is: %s", (text, verdict) => {
  const { claims } = review({ text, now: "2026-03-04T12:00:00Z" }, { calendar, facts })
  expect(claims).toMatchObject([{ verdict, factId: "ship" }])
})
