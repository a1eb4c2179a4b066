import type { Database, Queries } from "../../desk/src/server/database/database.ts"

/** Named calls of the desk; the number says which of their inputs. */
export type Calls = Readonly<Record<string, (round: number) => Promise<void>>>

type Asked = { readonly sql: string; readonly parameters: readonly unknown[] }
/** A database, and what it was asked since it was last listened to. */
export type Recording = { readonly database: Database; readonly heard: () => readonly Asked[] }

export function recording(database: Database): Recording {
  let asked: Asked[] = []
  const query = <Row>(queries: Queries, sql: string, parameters: readonly unknown[] = []) => {
    asked.push({ sql, parameters })
    return queries.query<Row>(sql, parameters)
  }
  const heard = () => {
    const before = asked
    asked = []
    return before
  }
  return {
    heard,
    database: {
      ...database,
      query: (sql, parameters) => query(database, sql, parameters),
      transaction: (work) =>
        database.transaction((queries) => work({ query: (sql, parameters) => query(queries, sql, parameters) })),
    },
  }
}

export type Pages = { readonly all: number; readonly worst: { readonly pages: number; readonly sql: string } }

const ROUNDS = 4
const READS = /^\s*(\/\*.*?\*\/\s*)?(select|with)\b/i

/** How many pages PostgreSQL reads for each call: of some rounds the one that reads most. */
export async function pagesOf({ database, heard }: Recording, calls: Calls): Promise<Readonly<Record<string, Pages>>> {
  const result: Record<string, Pages> = {}
  for (const [name, work] of Object.entries(calls)) {
    let most: Pages = { all: 0, worst: { pages: 0, sql: "" } }
    for (let round = 0; round < ROUNDS; round += 1) {
      heard()
      await work(round)
      const read = []
      for (const asked of heard().filter(({ sql }) => READS.test(sql)))
        read.push({ pages: await pagesRead(database, asked), sql: asked.sql })
      const all = read.reduce((sum, { pages }) => sum + pages, 0)
      const [worst] = read.toSorted((one, other) => other.pages - one.pages)
      if (worst !== undefined && all > most.all) most = { all, worst }
    }
    result[name] = most
  }
  return result
}

async function pagesRead(database: Database, { sql, parameters }: Asked): Promise<number> {
  const [row] = await database.query<{ "QUERY PLAN": readonly { Plan: Record<string, number> }[] }>(
    `explain (analyze, buffers, format json) ${sql}`,
    parameters,
  )
  const plan = row?.["QUERY PLAN"][0]?.Plan ?? {}
  return (plan["Shared Hit Blocks"] ?? 0) + (plan["Shared Read Blocks"] ?? 0)
}

export function sayPages(result: Readonly<Record<string, Pages>>): void {
  for (const [name, { all, worst }] of Object.entries(result)) {
    const sql = worst.sql.replaceAll(/\s+/g, " ").trim().slice(0, 160)
    console.log(`${name}: ${all} pages, of which ${worst.pages} for: ${sql}`)
  }
}
