import { compileFacts } from "../src/index.ts"
import type { CompiledFacts, Fact } from "../src/index.ts"

/** A book of `count` facts: 400 products with a price, a delivery time, a weight, a warranty and whether they can be returned. */
export function bookOf(count: number): CompiledFacts {
  const facts: Fact[] = []
  for (let index = 0; index < count; index++) facts.push(factOf(index))
  return compileFacts({ currency: "EUR", facts })
}

const KINDS =
  "blue red classic city trail north south royal swift silver golden green grand urban alpine coastal prime robust light nova".split(
    " ",
  )
const THINGS =
  "pan bike lamp tent chair router kettle account ticket jacket boot desk shelf drone camera sofa mixer pump helmet bag".split(
    " ",
  )

function factOf(index: number): Fact {
  const subject = `${KINDS[index % 20]} ${THINGS[Math.floor(index / 20) % 20]}`
  const base = { id: `f${index}`, subject, aliases: [`${subject} set`] }
  const amount = 10 + (index % 90)
  const properties: readonly Omit<Fact, "id" | "subject">[] = [
    { attribute: "price", type: "money", value: amount, unit: "EUR", statement: `The ${subject} costs EUR ${amount}.` },
    {
      attribute: "delivery time",
      type: "range",
      value: { min: 3, max: 5 },
      unit: "business days",
      statement: `Delivery of the ${subject} takes 3 to 5 business days.`,
    },
    {
      attribute: "weight",
      type: "quantity",
      value: amount,
      unit: "kg",
      statement: `The ${subject} weighs ${amount} kg.`,
    },
    {
      attribute: "warranty",
      type: "duration",
      value: 2,
      unit: "years",
      statement: `The ${subject} has a 2-year warranty.`,
    },
    { attribute: "can be returned", type: "boolean", value: true, statement: `The ${subject} can be returned.` },
  ]
  const property = properties[Math.floor(index / 400) % properties.length]
  return { ...base, attribute: "price", type: "money", value: 1, statement: subject, ...property }
}
