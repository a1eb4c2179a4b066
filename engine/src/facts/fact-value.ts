import type { Fact } from "./fact.ts"
import { readPer } from "./moneys.ts"
import { tokensOf } from "./tokens.ts"
import type { DateValue, Value } from "./value.ts"
import { valuesIn } from "./values.ts"

/** The typed value of a fact; null where it is none that can be compared as an amount. */
export function valueOfFact(fact: Fact, currency: string): Value | null {
  const { type, value, unit = "" } = fact
  if (type === "date") return typeof value === "string" ? dateOf(value) : null
  if (type === "boolean" && value === true && FREE.test(fact.attribute)) return freeOf(currency)
  if (type === "boolean" && value === true && INCLUDED.test(fact.attribute) && !/\bonly\b/i.test(fact.statement))
    return freeOf(currency)
  if (type === "text") return typeof value === "string" ? lone(value) : null
  if (typeof value === "number") return scaled(oneOf(fact, unit, currency), value, value)
  if (typeof value !== "object" || !("min" in value || "max" in value)) return null
  return scaled(oneOf(fact, unit, currency), value.min ?? 0, value.max ?? Number.POSITIVE_INFINITY)
}

/** "the visit is free: yes" is a price of nought. */
const FREE = /^(?:is |are |it is )?(?:free|free of charge|no charge|complimentary|(?:[a-z]+ )?(?:is|are) free)$/i

/** What is included costs nothing more. */
const INCLUDED = /^(?:is |are )?(?:always )?included(?: (?:in|with|for) .*)?$/i

function freeOf(currency: string): Value {
  return { kind: "money", min: 0, max: 0, currency, per: "", bound: "exact" }
}

/** One of the unit, read with the same words as messages are. */
function oneOf({ type, attribute }: Fact, unit: string, currency: string): Value | null {
  const words = type === "money" && !hasCurrency(unit) ? `${currency} ${unit}`.trim() : type === "percent" ? "%" : unit
  const tokens = tokensOf(`1 ${words}`, 0, words.length + 2)
  const said = valuesIn(tokens)[0]?.value
  if (said === undefined) return { kind: "count", min: 1, max: 1, of: "", bound: "exact" }
  if (said.kind !== "money" || said.per !== "") return said
  const words2 = tokensOf(attribute, 0, attribute.length)
  const at = words2.findIndex(
    ({ text }, index) => text === "per" || (PERIOD.test(text) && PRICE.test(words2[index + 1]?.text ?? "")),
  )
  return at < 0 ? said : { ...said, per: readPer(words2, at).per || (words2[at]?.text === "annual" ? "year" : "") }
}

const PERIOD = /^(?:hourly|daily|nightly|weekly|monthly|yearly|annual)$/
const PRICE = /^(?:fee|price|cost|charge|rate|rent|payment|subscription|premium)s?$/

function hasCurrency(unit: string): boolean {
  return (
    /^(?:[A-Za-z]{3}\b|[$€£])/.test(unit) &&
    valuesIn(tokensOf(`1 ${unit}`, 0, unit.length + 2))[0]?.value.kind === "money"
  )
}

function scaled(one: Value | null, min: number, max: number): Value | null {
  if (one === null || one.kind === "date") return null
  return { ...one, min: one.min * min, max: one.max * max, bound: "exact" }
}

/** The value that a short text says, when it says one: "immediately", "EUR 5 per night". */
function lone(text: string): Value | null {
  if (text.length > LONE_LENGTH_MAX) return null
  const values = valuesIn(tokensOf(text, 0, text.length))
  return values.length === 1 ? (values[0]?.value ?? null) : null
}

const LONE_LENGTH_MAX = 60 // characters; a longer text says more than a value

function dateOf(day: string): DateValue {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number)
  return { kind: "date", year, month, day: date, edge: "on" }
}
