import { type Fact, type FactValue, factBookOf } from "aboveboard-engine"
import { readCsv, writeCsv } from "./csv.ts"
import { type FactContent, type FactSource, bookFact } from "./fact.ts"
import { readTypedAs, showValue, statementOf } from "./fact-value.ts"

/** A fact as a file brings it. What a file does not say is null, and stays as it is. */
export type FiledFact = FactContent & {
  readonly name: string
  readonly source: FactSource | null
  /** The mail address of its owner. */
  readonly owner: string | null
  readonly confirmDays: number | null
}

/** What a file holds, and what in it cannot be read, a sentence each. */
export type ReadFile = { readonly facts: readonly FiledFact[]; readonly problems: readonly string[] }

export const FILED_FACTS_MAX = 5_000 // rows; a large shop's price list has under 2,000

export function readFactFile(format: "json" | "csv", text: string, currency: string | null): ReadFile {
  const read = format === "json" ? readJson(text) : readTable(text, currency)
  if (read.facts.length <= FILED_FACTS_MAX) return read
  return { facts: [], problems: [`The file holds ${read.facts.length} facts; at most ${FILED_FACTS_MAX} at a time.`] }
}

function readJson(text: string): ReadFile {
  const value = parsed(text)
  if (value === undefined) return { facts: [], problems: ["This is not JSON. Export a fact book to see the form."] }
  const { book, problems } = factBookOf(Array.isArray(value) ? { facts: value } : value)
  return { facts: book.facts.map(filedFact), problems }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function filedFact(fact: Fact): FiledFact {
  return {
    name: fact.id,
    subject: fact.subject,
    aliases: fact.aliases ?? [],
    attribute: fact.attribute,
    type: fact.type,
    value: fact.value,
    unit: fact.unit ?? null,
    scope: fact.scope ?? {},
    validFrom: fact.validFrom ?? null,
    validUntil: fact.validUntil ?? null,
    statement: fact.statement,
    evidence: fact.evidence ?? null,
    source: null,
    owner: null,
    confirmDays: null,
  }
}

const COLUMNS = {
  name: ["id", "fact", "key", "sku"],
  subject: [
    "subject",
    "product",
    "product name",
    "item",
    "item name",
    "service",
    "name",
    "article",
    "title",
    "description",
  ],
  aliases: ["aliases", "other names", "also called", "synonyms"],
  attribute: ["attribute", "property", "what"],
  type: ["type", "kind"],
  value: ["value", "price", "unit price", "retail price", "sales price", "amount", "cost", "fee"],
  unit: ["unit", "currency"],
  scope: ["scope", "for", "applies to"],
  validFrom: ["valid from", "validfrom", "from"],
  validUntil: ["valid until", "validuntil", "until", "valid to"],
  statement: ["statement", "sentence", "text"],
  evidence: ["evidence"],
  source: ["source", "where from"],
  line: ["line", "quoted line"],
  owner: ["owner", "owner mail"],
  confirmDays: ["confirm every days", "confirm days", "confirm every"],
} as const

const KNOWN_HEADS: ReadonlySet<string> = new Set(Object.values(COLUMNS).flat())

type Column = keyof typeof COLUMNS
const HEADS: readonly Column[] = [
  "name",
  "subject",
  "aliases",
  "attribute",
  "type",
  "value",
  "unit",
  "scope",
  "validFrom",
  "validUntil",
  "statement",
  "evidence",
  "source",
  "line",
  "owner",
  "confirmDays",
]

function readTable(text: string, currency: string | null): ReadFile {
  const [head, ...rows] = readCsv(text)
  if (head === undefined) return { facts: [], problems: ["The file is empty."] }
  const places = placesOf(head)
  if (places.get("subject") === undefined || places.get("value") === undefined) {
    const missing = places.get("subject") === undefined ? "product (or subject)" : "price (or value)"
    const problem = `The first row must name the columns, and names no ${missing}. It says: ${head.join(", ").slice(0, 200)}.`
    return { facts: [], problems: [problem] }
  }
  const valueHead = headOf(head[places.get("value") ?? 0] ?? "")
  const headed = /price/.test(valueHead.name) ? "price" : valueHead.name
  const facts: FiledFact[] = []
  const problems: string[] = []
  const taken = new Set<string>()
  for (const [index, row] of rows.entries()) {
    const cell = (column: Column) => row[places.get(column) ?? -1] || (column === "unit" ? valueHead.unit : "")
    const fact = rowFact(cell, { headed, currency })
    if (typeof fact === "string") problems.push(`Row ${index + 2}: ${fact}`)
    else if (taken.has(fact.name)) problems.push(`Row ${index + 2}: “${fact.name}” stands in another row, too.`)
    else facts.push(fact)
    if (typeof fact !== "string") taken.add(fact.name)
  }
  return { facts, problems }
}

const TAX = /[\s,]*[([]?\s*\b(?:incl?\.?|including|inclusive)(?: of)? (?:vat|tax(?:es)?|gst)\b\s*[)\]]?/

/**
 * "Price (GBP)", "price in EUR", "Price incl. VAT £" are a price; the currency holds for the rows that name none. One
 * without tax is not what a customer pays, and is no price here.
 */
function headOf(written: string): { readonly name: string; readonly unit: string } {
  // A run of spaces as one: what follows tries each place of it.
  const name = written
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, " ")
    .replace(TAX, "")
  const [, plain = name, unit = ""] =
    /^(.+?)\s*(?:\(|\[|,|\bin\b)?\s*(eur|gbp|usd|chf|sek|nok|dkk|pln|czk|huf|aud|cad|nzd|jpy|[£€$])[)\]]?$/.exec(
      name,
    ) ?? []
  return KNOWN_HEADS.has(name) || !KNOWN_HEADS.has(plain)
    ? { name, unit: "" }
    : { name: plain, unit: unit.toUpperCase() }
}

function placesOf(head: readonly string[]): ReadonlyMap<Column, number> {
  const names = head.map((each) => headOf(each).name)
  const places = new Map<Column, number>()
  for (const column of HEADS) {
    const place = COLUMNS[column].map((each) => names.indexOf(each)).find((at) => at >= 0)
    if (place !== undefined) places.set(column, place)
  }
  return places
}

type Cells = (column: Column) => string

function rowFact(
  cell: Cells,
  { headed, currency }: { readonly headed: string; readonly currency: string | null },
): FiledFact | string {
  const subject = cell("subject")
  if (subject === "") return "it has no subject."
  const attribute = cell("attribute") || (/^value$/i.test(headed.trim()) ? "" : headed.trim().toLowerCase())
  if (attribute === "") return "it has no attribute: which property is it, “price” or “delivery time”?"
  const typed = readTypedAs(cell("type"), withUnit(cell("value"), cell("unit")), currency)
  if (typeof typed === "string") return typed
  // "64,5" would be a list of 64 and 5.
  if (attribute === "price" && !hasSum(typed) && cell("type") === "" && /^[\d\s.,'-]+$/.test(cell("value"))) {
    return `“${cell("value")}” names no currency. Write it in the head, as “Price (EUR)”, or at the price.`
  }
  const days = ["validFrom", "validUntil"] as const
  const wrong = days.find((each) => cell(each) !== "" && !/^\d{4}-\d{2}-\d{2}$/.test(cell(each)))
  if (wrong !== undefined) return `“${cell(wrong)}” is no day. Write it as 2026-12-31.`
  const confirmDays = cell("confirmDays") === "" ? null : Number(cell("confirmDays"))
  if (confirmDays !== null && !(Number.isInteger(confirmDays) && confirmDays >= 1 && confirmDays <= 3660)) {
    return `“${cell("confirmDays")}” is no number of days from 1 to 3660.`
  }
  const scope = scopeIn(cell("scope"))
  return {
    name: cell("name") || nameOf(subject, attribute, scope),
    subject,
    aliases: partsOf(cell("aliases")),
    attribute,
    ...typed,
    scope,
    validFrom: cell("validFrom") || null,
    validUntil: cell("validUntil") || null,
    statement: cell("statement") || statementOf(subject, attribute, typed),
    evidence: cell("evidence") || null,
    source: sourceIn(cell("source"), cell("line")),
    owner: cell("owner") || null,
    confirmDays,
  }
}

function hasSum({ type }: { readonly type: string }): boolean {
  return type !== "text" && type !== "list"
}

/** "59" in a column of prices, with "EUR" in the next. An empty cell stays empty. */
function withUnit(value: string, unit: string): string {
  if (value === "" || unit === "" || /[^\d.,\s'-]/.test(value)) return value
  const [money, per] = unit.split("/")
  return per === undefined ? `${value} ${unit}` : `${value} ${money}/${per}`
}

/** "country=DE; plan=Gold" */
export function scopeIn(text: string): Readonly<Record<string, string>> {
  const pairs = text.split(/[;,]/).map((part) => part.split(/[=:](.*)/s).map((each) => each.trim()))
  return Object.fromEntries(
    pairs.flatMap(([name = "", value = ""]) => (name === "" || value === "" ? [] : [[name, value]])),
  )
}

export function scopeText(scope: Readonly<Record<string, string>>): string {
  return Object.entries(scope)
    .map(([name, value]) => `${name}=${value}`)
    .join("; ")
}

function sourceIn(name: string, line: string): FactSource | null {
  if (name === "") return null
  return { kind: /^https?:\/\//i.test(name) ? "url" : "document", name, ...(line === "" ? {} : { line }) }
}

/** The same words give the same name, so that a price list that is imported again changes what it changed. */
export function nameOf(subject: string, attribute: string, scope: Readonly<Record<string, string>>): string {
  const scoped = Object.values(scope).toSorted()
  return [subject, attribute, ...scoped]
    .join(" ")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 120)
}

function partsOf(text: string): readonly string[] {
  return text
    .split(/[;,|]/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
}

/** A fact as a file tells it. */
export type TellingFact = FiledFact & { readonly isStale: boolean }

export function jsonOfFacts(facts: readonly TellingFact[], asOf: string): string {
  return JSON.stringify({ asOf, facts: facts.map((each) => bookFact(each.name, each, each.isStale)) }, null, 1)
}

export function csvOfFacts(facts: readonly TellingFact[]): string {
  const head = HEADS.map((column) => COLUMNS[column][0])
  return writeCsv([head, ...facts.map((each) => HEADS.map((column) => cellsOf(each)[column]))])
}

function cellsOf(fact: TellingFact): Readonly<Record<Column, string>> {
  const { type, value, unit } = fact
  return {
    name: fact.name,
    subject: fact.subject,
    aliases: fact.aliases.join("; "),
    attribute: fact.attribute,
    type: fact.type,
    value: bareValue(value) ?? showValue({ type, value, unit }),
    unit: bareValue(value) === null ? "" : (unit ?? ""),
    scope: scopeText(fact.scope),
    validFrom: fact.validFrom ?? "",
    validUntil: fact.validUntil ?? "",
    statement: fact.statement,
    evidence: fact.evidence ?? "",
    source: fact.source?.name ?? "",
    line: fact.source?.line ?? "",
    owner: fact.owner ?? "",
    confirmDays: fact.confirmDays === null ? "" : String(fact.confirmDays),
  }
}

function bareValue(value: FactValue): string | null {
  return typeof value === "number" ? String(value) : null
}
