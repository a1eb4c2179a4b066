import { canonical } from "../../src/ledger/chain.ts"
import type { Rows } from "./statements/statement.ts"

/** What differs between the answers of the two stores to one statement; null when they are the same. */
export function differenceOf(sql: string, ours: Rows, theirs: Rows): string | null {
  if (/^\s*(insert|update|delete|with told)/.test(sql)) {
    if (ours.length === theirs.length)
      return sql.includes("returning x.workspace_id") ? compared(sql, ours, theirs) : null
    return `${ours.length} rows in memory, ${theirs.length} in the real store, written by: ${sql}`
  }
  if (sql.includes("select 1 from")) return ours.length === theirs.length ? null : `Found or not differs: ${sql}`
  return compared(sql, ours, theirs)
}

function compared(sql: string, ours: Rows, theirs: Rows): string | null {
  // Without an order, or among equals, SQL leaves it open which row comes first.
  const isOrdered = /order by (?!d\.next_at)[^()]*$/.test(sql)
  const [one, other] = [ours, theirs].map((rows) => {
    const texts = rows.map((row) => canonical(inOneForm(row)))
    return (isOrdered ? texts : texts.toSorted()).join("\n")
  })
  return one === other ? null : `In memory:\n${one}\nIn the real store:\n${other}\nanswered to: ${sql}`
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/

/** Instants within JSON are printed otherwise than columns; lists of a promise's steps have no order. */
function inOneForm(value: unknown): unknown {
  if (typeof value === "string") return INSTANT.test(value) ? new Date(value).toISOString() : value
  if (Array.isArray(value)) return value.map(inOneForm).toSorted((a, b) => (canonical(a) < canonical(b) ? -1 : 1))
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, inOneForm(member)]))
}
