import type { ClientBase, QueryResult } from "pg"
import { keptName } from "./kept-statements.ts"

/** Sends one statement (or, without parameters, several) and gives the rows of the last one. */
export async function send<Row>(
  client: ClientBase,
  sql: string,
  parameters?: readonly unknown[],
): Promise<readonly Row[]> {
  const { rows, rowCount } = lastResult(await sendForResult(client, sql, parameters))
  touched.set(rows, rowCount ?? 0)
  return rows as Row[]
}

const touched = new WeakMap<readonly unknown[], number>()

/** How many rows the statement that gave `rows` has changed (or found), for those who must count without RETURNING. */
export function rowsTouched(rows: readonly unknown[]): number {
  return touched.get(rows) ?? rows.length
}

/** As `send`, but the whole answer: the command that PostgreSQL says it has run, and how many rows it touched. */
export async function sendForResult(
  client: ClientBase,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<QueryResult | QueryResult[]> {
  if (parameters.length === 0) return client.query(sql)
  return client.query({ text: sql, values: parameters.map(toParameter), name: keptName(client, sql) })
}

export function lastResult(result: QueryResult | QueryResult[]): QueryResult {
  if (!Array.isArray(result)) return result
  const last = result.at(-1)
  if (last === undefined) throw new Error("The database answered a statement with nothing at all.")
  return last
}

/** The driver would write a Temporal value as JSON, in quotes. Everything else it writes as PostgreSQL reads it. */
function toParameter(value: unknown): unknown {
  const temporal = value instanceof Temporal.Instant || value instanceof Temporal.PlainDate
  return temporal ? value.toString() : value
}
