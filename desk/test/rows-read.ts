import type { Database, Queries } from "../src/server/database/database.ts"

type Plan = {
  readonly "Node Type": string
  readonly "Actual Rows"?: number
  readonly "Actual Loops"?: number
  readonly "Rows Removed by Filter"?: number
  readonly "Rows Removed by Index Recheck"?: number
  readonly Plans?: readonly Plan[]
}

/**
 * The store, which has PostgreSQL explain every statement of a transaction before it runs, and counts the rows that their
 * scans read: those that were found and those that were looked at and left.
 */
export function countingRows(database: Database): { readonly database: Database; readonly rowsRead: () => number } {
  let read = 0
  const counted = (queries: Queries): Queries => ({
    async query(sql, parameters) {
      read += await rowsReadBy(queries, sql, parameters)
      return queries.query(sql, parameters)
    },
  })
  return {
    rowsRead: () => read,
    database: { ...database, transaction: (work) => database.transaction((queries) => work(counted(queries))) },
  }
}

async function rowsReadBy(queries: Queries, sql: string, parameters: readonly unknown[] = []): Promise<number> {
  await queries.query("savepoint explained")
  const [row] = await queries.query<{ "QUERY PLAN": readonly { readonly Plan: Plan }[] }>(
    `explain (analyze, format json) ${sql}`,
    parameters,
  )
  await queries.query("rollback to savepoint explained")
  return row?.["QUERY PLAN"].reduce((sum, { Plan: plan }) => sum + scanned(plan), 0) ?? 0
}

function scanned(plan: Plan): number {
  const below = (plan.Plans ?? []).reduce((sum, one) => sum + scanned(one), 0)
  if (!plan["Node Type"].includes("Scan")) return below
  const rows =
    (plan["Actual Rows"] ?? 0) + (plan["Rows Removed by Filter"] ?? 0) + (plan["Rows Removed by Index Recheck"] ?? 0)
  return below + rows * (plan["Actual Loops"] ?? 1)
}
