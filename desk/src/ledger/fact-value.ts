import type { FactType, FactValue } from "aboveboard-engine"

/** A value as it was typed: what kind it is, and in which unit. */
export type TypedValue = { readonly type: FactType; readonly value: FactValue; readonly unit: string | null }

const SYMBOLS: Readonly<Record<string, string>> = { "€": "EUR", $: "USD", "£": "GBP", "¥": "JPY" }
const CURRENCY = "[€$£¥]|EUR|USD|GBP|CHF|JPY|SEK|NOK|DKK|PLN|CZK|CAD|AUD|NZD"
const NUMBER = String.raw`-?\d{1,3}(?:[ ,.\u00a0\u202f']\d{3})+(?:[.,]\d{1,2})?|-?\d+(?:[.,]\d+)?`
const PER = String.raw`(?:\s*(?:\/|per|an?|each)\s*(?<per>[\p{L} ]{1,30}))?`
const MONEY = new RegExp(
  String.raw`^(?<before>${CURRENCY})?\s*(?<amount>${NUMBER})\s*(?<after>${CURRENCY})?${PER}$`,
  "iu",
)
const PERCENT = new RegExp(String.raw`^(?<amount>${NUMBER})\s*(?:%|percent)(?<rest>.{0,60})$`, "iu")
const RANGE = new RegExp(
  String.raw`^(?<min>${NUMBER})\s*(?:-|–|—|to)\s*(?<max>${NUMBER})\s*(?<unit>\p{L}.{0,40})?$`,
  "iu",
)
const MONEY_RANGE = new RegExp(
  String.raw`^(?<before>${CURRENCY})\s*(?<min>${NUMBER})\s*(?:-|–|—|to)\s*(?:${CURRENCY})?\s*(?<max>${NUMBER})${PER}$`,
  "iu",
)
const AMOUNT = new RegExp(String.raw`^(?<amount>${NUMBER})\s*(?<unit>\p{L}.{0,40})$`, "iu")
const DURATION = /\b(?:minutes?|hours?|days?|weeks?|months?|years?)\b/i

/**
 * What a person typed, as what it is: "€59", "3 working days", "7-10 business days", "2.5 %", "yes", "2026-12-18". Commas
 * make a list, everything else is a text. Empty gives null.
 */
export function readTyped(typed: string, currency: string | null = null): TypedValue | null {
  const text = typed.trim().replace(/\s+/g, " ")
  if (text === "") return null
  if (/^(?:yes|true)$/i.test(text)) return { type: "boolean", value: true, unit: null }
  if (/^(?:no|false)$/i.test(text)) return { type: "boolean", value: false, unit: null }
  const day = isDay(text) ? text : writtenDay(text)
  if (day !== null) return { type: "date", value: day, unit: null }
  return (
    percentIn(text) ??
    moneyRangeIn(text) ??
    rangeIn(text) ??
    moneyIn(text, currency) ??
    amountIn(text) ??
    listOrText(text)
  )
}

/** As `readTyped`, where somebody has said what it is. A sentence when it is not that; any type when none is said. */
export function readTypedAs(type: string, typed: string, currency: string | null = null): TypedValue | string {
  const text = typed.trim()
  if (text === "") return "it has no value."
  if (type === "text") return { type, value: text, unit: null }
  if (type === "list") return { type, value: text.split(/\s*[,;|]\s*/).filter((part) => part !== ""), unit: null }
  const read = readTyped(text, currency)
  if (read === null || (type !== "" && read.type !== type)) return `“${text}” is no ${type}: ${WANTED}`
  return read
}

const WANTED = "write “€59”, “3 working days”, “7-10 days”, “2.5 %”, “yes”, “2026-12-18”, or a text."

function percentIn(text: string): TypedValue | null {
  const { amount, rest = "" } = PERCENT.exec(text)?.groups ?? {}
  const value = numberOf(amount)
  return value === null ? null : { type: "percent", value, unit: `%${rest.trimEnd()}` }
}

function rangeIn(text: string): TypedValue | null {
  const { min, max, unit } = RANGE.exec(text)?.groups ?? {}
  const [low, high] = [numberOf(min), numberOf(max)]
  if (low === null || high === null || low > high || unit === undefined) return null
  return { type: "range", value: { min: low, max: high }, unit: unit.trim() }
}

/** "€180-260", "$15 to $20 per hour" */
function moneyRangeIn(text: string): TypedValue | null {
  const { before = "", min, max, per } = MONEY_RANGE.exec(text)?.groups ?? {}
  const [low, high] = [numberOf(min), numberOf(max)]
  if (low === null || high === null || low > high) return null
  const code = SYMBOLS[before] ?? before.toUpperCase()
  return { type: "range", value: { min: low, max: high }, unit: per === undefined ? code : `${code}/${per.trim()}` }
}

function moneyIn(text: string, currency: string | null): TypedValue | null {
  const { before, amount, after, per } = MONEY.exec(text)?.groups ?? {}
  const value = numberOf(amount)
  const sign = before ?? after ?? currency
  if (value === null || sign === null) return null
  const code = SYMBOLS[sign] ?? sign.toUpperCase()
  return { type: "money", value, unit: per === undefined ? code : `${code}/${per.trim()}` }
}

function amountIn(text: string): TypedValue | null {
  const { amount, unit } = AMOUNT.exec(text)?.groups ?? {}
  const value = numberOf(amount)
  if (value === null || unit === undefined) return null
  return { type: DURATION.test(unit) ? "duration" : "quantity", value, unit: unit.trim() }
}

function listOrText(text: string): TypedValue {
  const parts = text.split(/\s*[,;]\s*/).filter((part) => part !== "")
  const isList = parts.length > 1 && parts.every((part) => part.split(" ").length <= 4)
  return isList ? { type: "list", value: parts, unit: null } : { type: "text", value: text, unit: null }
}

/** "1,250.00", "1.250,00" and "12,5" as people write them. A single separator before three digits groups thousands. */
function numberOf(written: string | undefined): number | null {
  if (written === undefined) return null
  const bare = written.replace(/[ '\u00a0\u202f]/g, "")
  const last = Math.max(bare.lastIndexOf(","), bare.lastIndexOf("."))
  const decimals = last < 0 ? 0 : bare.length - last - 1
  const isGrouped = last >= 0 && decimals === 3 && !/^-?0[.,]/.test(bare)
  const digits = (part: string) => part.replace(/[.,]/g, "")
  const text = last < 0 || isGrouped ? digits(bare) : `${digits(bare.slice(0, last))}.${bare.slice(last + 1)}`
  const value = Number(text)
  return Number.isFinite(value) ? value : null
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ")
const WRITTEN_DAY =
  /^(?:(?<day>\d{1,2})(?:st|nd|rd|th)?\.? (?:of )?(?<month>[a-z]{3,9})|(?<monthFirst>[a-z]{3,9}) (?<dayLast>\d{1,2})(?:st|nd|rd|th)?),? (?<year>\d{4})$/i

/** "8 December 2026", "Dec 8, 2026" as YYYY-MM-DD; null where it is no day. */
function writtenDay(text: string): string | null {
  const { day, month, monthFirst, dayLast, year } = WRITTEN_DAY.exec(text)?.groups ?? {}
  const at = MONTHS.indexOf((month ?? monthFirst ?? "").slice(0, 3).toLowerCase()) + 1
  const iso = `${year}-${String(at).padStart(2, "0")}-${(day ?? dayLast ?? "").padStart(2, "0")}`
  return isDay(iso) ? iso : null
}

/** As it is shown: "€49.00 per hour", "3 working days", "7–10 business days", "30 %", "Yes", "18 Dec 2026". */
export function showValue({ type, value, unit }: TypedValue): string {
  if (typeof value === "boolean") return value ? "Yes" : "No"
  if (type === "date" && typeof value === "string") return showDay(value)
  if (typeof value === "string") return value
  if (typeof value === "number") return showAmount(type, value, unit)
  if ("min" in value || "max" in value) return showRange(value, unit)
  return Array.isArray(value) ? value.join(", ") : ""
}

function showAmount(type: FactType, value: number, unit: string | null): string {
  if (type === "money") return showMoney(value, unit)
  if (type === "percent") return `${plain(value)}\u00a0${unit ?? "%"}`
  return unit === null ? plain(value) : `${plain(value)}\u00a0${unit}`
}

function showRange({ min, max }: { readonly min?: number; readonly max?: number }, unit: string | null): string {
  const [code = "", per] = (unit ?? "").split("/")
  if (/^[A-Z]{3}$/.test(code) && min !== undefined && max !== undefined)
    return `${amountOfMoney(min, code)}–${amountOfMoney(max, code)}${per === undefined ? "" : ` per ${per}`}`
  const behind = unit === null ? "" : `\u00a0${unit}`
  if (min === undefined) return `at most ${plain(max ?? 0)}${behind}`
  return max === undefined ? `at least ${plain(min)}${behind}` : `${plain(min)}–${plain(max)}${behind}`
}

function showMoney(value: number, unit: string | null): string {
  const [code = "", per] = (unit ?? "").split("/")
  const told = amountOfMoney(value, code)
  return per === undefined ? told : `${told} per ${per}`
}

function amountOfMoney(value: number, code: string): string {
  try {
    return new Intl.NumberFormat("en-GB", { style: "currency", currency: code }).format(value)
  } catch {
    return code === "" ? plain(value) : `${code} ${plain(value)}`
  }
}

function plain(value: number): string {
  return new Intl.NumberFormat("en-GB", { maximumFractionDigits: 4 }).format(value)
}

function showDay(day: string): string {
  try {
    const date = Temporal.PlainDate.from(day)
    return `${date.day} ${date.toLocaleString("en-GB", { month: "short" })} ${date.year}`
  } catch {
    return day
  }
}

/** The sentence that a fact is told in when nobody has written one. */
export function statementOf(subject: string, attribute: string, value: TypedValue): string {
  return `${upperFirst(subject)}, ${attribute}: ${showValue(value)}.`
}

function upperFirst(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
