import type { Fact } from "./fact.ts"
import { readNumbers } from "./numbers.ts"
import type { Token } from "./tokens.ts"
import { isSameCurrency } from "./units.ts"
import type { DateValue, Duration, Said, Value } from "./value.ts"

export type Typed = Pick<Fact, "type" | "value" | "unit">

/** The type, value and unit of a fact with this value; null for what no fact holds, such as a date without a year. */
export function typedOf(value: Value, currency: string): Typed | null {
  if (value.kind === "date") return dated(value)
  if (!Number.isFinite(value.max)) return null
  if (value.kind === "duration") return lengthOf(value)
  const { min, max } = value
  if (value.kind === "percent") return amount("percent", min, max, "%")
  if (value.kind === "count") return amount("quantity", min, max, value.of.replace(/^\+/, ""))
  const code =
    value.currency === "" || (value.currency === "$" && isSameCurrency("$", currency)) ? currency : value.currency
  const per = value.per === "" ? "" : `/${value.per}`
  return amount("money", min, max, `${code === "$" ? "USD" : code}${per}`)
}

function amount(type: "money" | "quantity" | "percent", min: number, max: number, unit: string): Typed {
  const given = unit === "" ? {} : { unit }
  return min === max ? { type, value: min, ...given } : { type: "range", value: { min, max }, ...given }
}

function dated({ year, month, day }: DateValue): Typed | null {
  if (year === undefined || month === undefined || day === undefined) return null
  return { type: "date", value: `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}` }
}

function lengthOf({ min, max, scale }: Duration): Typed | null {
  if (max === 0) return null
  const [unit, size] = sizeOf(max, min, scale)
  const value = { min: min / size, max: max / size }
  return min === max ? { type: "duration", value: value.max, unit } : { type: "range", value, unit }
}

function sizeOf(max: number, min: number, scale: Duration["scale"]): readonly [unit: string, size: number] {
  if (scale === "working days") return ["working days", 1]
  if (scale === "months") return max % 12 === 0 && min % 12 === 0 ? ["years", 12] : ["months", 1]
  if (max % 24 === 0 && min % 24 === 0) return ["days", 24]
  return max < 1 ? ["minutes", 1 / 60] : ["hours", 1]
}

/** What the property is called, by the words around its value. */
export function attributeOf(value: Value, sentence: string): string {
  if (value.kind === "date") return /\b(?:until|by|before|deadline|latest)\b/.test(sentence) ? "deadline" : "date"
  if (value.kind === "duration") return LENGTHS.find(([words]) => words.test(sentence))?.[1] ?? "duration"
  if (value.kind === "percent") return /\b(?:off|discount|reduc\w+|less)\b/.test(sentence) ? "discount" : "rate"
  if (value.kind === "count") return "number"
  if (/\bfree\b.*\b(?:from|for orders|over|above)\b|\b(?:from|orders? (?:of|over|above))\b.*\bfree\b/.test(sentence))
    return "order value from which it is free"
  const named = /\b((?:[a-z-]+ ){0,2}(?:fee|surcharge|deposit|charge|rate))\b/.exec(sentence)?.[1]
  return named === undefined ? "price" : named.replace(/^(?:(?:a|an|the|no|is|of|with|and|our) )+/, "")
}

const LENGTHS: readonly (readonly [RegExp, string])[] = [
  [/\brefund/, "refund time"],
  [/\b(?:return|send back|bring back|sent back)/, "return window"],
  [/\b(?:warrant|guarantee)/, "warranty"],
  [/\bnotice\b/, "notice period"],
  [/\bcancel/, "cancellation window"],
  [/\btrial\b/, "trial length"],
  [/\b(?:deliver|ship|arriv|dispatch)/, "delivery time"],
  [/\b(?:valid|expir)/, "validity"],
  [/\b(?:repair|turnaround|done|ready|process)/, "turnaround"],
]

/** A count in the words and the unit in which it stands: "2.4 kg", "at most five passengers". */
export function countOf(tokens: readonly Token[], said: Said): Typed & Pick<Fact, "attribute"> {
  const number = readNumbers(tokens, said.from)
  const isMost = said.value.kind === "count" && said.value.bound === "most"
  const measure = tokens.slice(number?.next ?? said.to, said.to).findLast(({ kind }) => kind === "word")
  const noun = measure ?? tokens.slice(said.to).find(({ kind }) => kind === "word")
  const unit = noun?.text ?? ""
  const { min, max } = number ?? { min: 1, max: 1 }
  const attribute =
    said.value.kind === "count" && said.value.of === "gram" ? "weight" : `${isMost ? "maximum " : ""}number of ${unit}`
  return { attribute, ...amount("quantity", min, max, unit) }
}
