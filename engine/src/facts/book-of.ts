import type { Fact, FactBook, FactRange, FactType, FactValue } from "./fact.ts"

export type ReadBook = { readonly book: FactBook; readonly problems: readonly string[] }

/**
 * A fact book out of JSON from outside. What cannot be read is left out, and each problem says which fact and what to do.
 * Fields that are not ours are dropped.
 */
export function factBookOf(value: unknown): ReadBook {
  if (!isObject(value)) return { book: { facts: [] }, problems: ["A fact book is a JSON object with a list “facts”."] }
  const listed = value["facts"]
  const rows: readonly unknown[] = Array.isArray(listed) ? listed : []
  const problems: string[] = Array.isArray(listed) ? [] : ['"facts" is missing or not a list.']
  const facts: Fact[] = []
  const seen = new Set<string>()
  for (const [index, row] of rows.entries()) {
    const fact = factOf(row)
    const where = `Fact ${index + 1}${isObject(row) && typeof row["id"] === "string" ? ` (${row["id"]})` : ""}`
    if (typeof fact === "string") problems.push(`${where}: ${fact}`)
    else if (seen.has(fact.id)) problems.push(`${where}: the id is already taken; give each fact its own.`)
    else facts.push(fact)
    if (typeof fact !== "string") seen.add(fact.id)
  }
  return { book: { ...textsOf(value, ["currency", "name"]), facts }, problems }
}

/** One fact, or a sentence that says what is wrong with it. */
export function factOf(row: unknown): Fact | string {
  if (!isObject(row)) return "not a JSON object."
  const { id, subject, attribute, statement, scope, aliases, evidence, isStale } = row
  if (typeof id !== "string" || id === "") return '"id" is missing.'
  if (typeof subject !== "string" || subject.trim() === "") return '"subject" is missing: what is it about?'
  if (typeof attribute !== "string" || attribute.trim() === "") return '"attribute" is missing: which property is it?'
  if (typeof statement !== "string" || statement.trim() === "") return '"statement" is missing: say it in a sentence.'
  const type = TYPES.find((known) => known === row["type"])
  if (type === undefined) return `"type" is one of ${TYPES.join(", ")}.`
  const value = valueOf(type, row["value"])
  if (value === null) return `"value" is not a ${type}: ${WANTED[type]}.`
  for (const field of ["validFrom", "validUntil"]) {
    const day = row[field]
    if (isGiven(day) && !isDay(day)) return `"${field}" is not a day, YYYY-MM-DD.`
  }
  if (isGiven(scope) && !isObject(scope)) return '"scope" is an object such as {"country": "DE"}.'
  return {
    id,
    subject,
    attribute,
    type,
    value,
    statement,
    ...(Array.isArray(aliases) ? { aliases: aliases.filter((alias) => typeof alias === "string") } : {}),
    ...(isObject(scope) ? { scope: stringsOf(scope) } : {}),
    ...textsOf(row, ["unit", "validFrom", "validUntil"]),
    ...(evidence === null || typeof evidence === "string" ? { evidence } : {}),
    ...(isStale === true ? { isStale: true } : {}),
  }
}

const TYPES: readonly FactType[] = [
  "money",
  "quantity",
  "duration",
  "percent",
  "date",
  "boolean",
  "list",
  "range",
  "text",
]

const WANTED: Readonly<Record<FactType, string>> = {
  money: "a number, with the currency in unit",
  quantity: "a number, with the unit in unit",
  duration: "a number, with days, hours, … in unit",
  percent: "a number",
  date: "YYYY-MM-DD",
  boolean: "true or false",
  list: "a list of texts",
  range: '{"min": 3, "max": 5}',
  text: "a text",
}

function valueOf(type: FactType, value: unknown): FactValue | null {
  if (type === "boolean") return typeof value === "boolean" ? value : null
  if (type === "text") return typeof value === "string" ? value : typeof value === "boolean" ? value : null
  if (type === "date") return isDay(value) ? value : null
  if (type === "list") return Array.isArray(value) ? value.filter((part) => typeof part === "string") : null
  if (typeof value === "number") return Number.isFinite(value) && type !== "range" ? value : null
  return isObject(value) ? rangeOf(value["min"], value["max"]) : null
}

function rangeOf(min: unknown, max: unknown): FactRange | null {
  const low = typeof min === "number" && Number.isFinite(min) ? { min } : {}
  const high = typeof max === "number" && Number.isFinite(max) ? { max } : {}
  if (!("min" in low) && !("max" in high)) return null
  return "min" in low && "max" in high && low.min > high.max ? null : { ...low, ...high }
}

function isDay(value: unknown): value is string {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  try {
    return Temporal.PlainDate.from(value).toString() === value
  } catch {
    return false
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null
}

function textsOf<Name extends string>(
  row: Readonly<Record<string, unknown>>,
  names: readonly Name[],
): { readonly [name in Name]?: string } {
  const texts: { [name in Name]?: string } = {}
  for (const name of names) {
    const value = row[name]
    if (typeof value === "string" && value !== "") texts[name] = value
  }
  return texts
}

function stringsOf(row: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]): readonly [string, string][] => {
      const parts = (Array.isArray(value) ? value : [value]).filter((part) => typeof part === "string")
      return parts.length === 0 ? [] : [[name, parts.join(", ")]]
    }),
  )
}
