import { expect, test } from "vitest"
import { fillReply } from "./saved-reply.ts"

const delivery = (value: number, scope: Record<string, string> = {}) => ({
  id: `d${value}`,
  subject: "Standard delivery",
  aliases: ["shipping"],
  attribute: "duration",
  type: "duration" as const,
  value,
  unit: "working days",
  scope,
})
const price = {
  ...delivery(59),
  id: "p",
  subject: "Basic service",
  aliases: [],
  attribute: "price",
  type: "money" as const,
  unit: "EUR",
}
const FILLING = {
  customer: "Rosa",
  member: "Ines",
  facts: [delivery(3), delivery(6, { country: "AT" }), price],
  scope: {},
}

test("names and facts stand in their places, as one writes them in a sentence", () => {
  const text =
    "Hello {{customer.name}}, it takes {{fact:standard delivery/duration}} and costs {{ fact:Basic service/price }}. {{member.name}}"
  expect(fillReply(text, FILLING)).toEqual({
    text: "Hello Rosa, it takes 3 working days and costs €59. Ines",
    factIds: ["d3", "p"],
    open: [],
  })
})

test("what is known of the customer picks the fact that holds for them", () => {
  const text = "{{fact:shipping/duration}}"
  expect(fillReply(text, { ...FILLING, scope: { country: "AT" } }).text).toBe("6 working days")
  expect(fillReply(text, { ...FILLING, facts: [delivery(6, { country: "AT" })] }).open).toEqual([
    "fact:shipping/duration",
  ])
})

test("a place that nothing is known for stays as it is, so that nobody sends a gap", () => {
  expect(fillReply("Hello {{customer.name}}, {{fact:bell/price}} {{x}}", { ...FILLING, customer: null })).toMatchObject(
    {
      text: "Hello {{customer.name}}, {{fact:bell/price}} {{x}}",
      open: ["customer.name", "fact:bell/price", "x"],
    },
  )
})
