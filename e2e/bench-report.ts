// `node e2e/bench-report.ts [--json] [--only embedded | server]`: how long the screens of saying no, needs, sales, practice and
// the trust report take on a desk of twelve months and 20,000 conversations. Milliseconds of the whole call in the server,
// median and 95th percentile, and the rows that PostgreSQL touched for one call.
import { openTestEmbedded } from "../desk/test/database.ts"
import { MIGRATIONS } from "../desk/test/seeds.ts"
import { startPostgresServer } from "../desk/test/postgres-server.ts"
import type { Database } from "../desk/src/server/database/database.ts"
import { migrate } from "../desk/src/server/database/migrate.ts"
import { openDatabase } from "../desk/src/server/database/open.ts"
import { CONVERSATIONS, openReportYear, screensOf } from "./report-year.ts"

const ROUNDS = 40
const P95_MAX = 300 // ms, on a quiet machine
const parameters = process.argv.slice(2)
const only = parameters[parameters.indexOf("--only") + 1]

type Times = { readonly median: number; readonly p95: number; readonly rows: number }
const results: Record<string, Readonly<Record<string, Times>>> = {}
if (only !== "server") {
  const embedded = await openTestEmbedded()
  await migrate(embedded.database, MIGRATIONS)
  results["embedded"] = await measure(embedded.database)
  await embedded.remove()
}
if (only !== "embedded") {
  const postgres = await startPostgresServer()
  const server = await openDatabase({ kind: "server", url: postgres.url })
  await migrate(server, MIGRATIONS)
  results["server"] = await measure(server)
  await server.close()
  await postgres.stop()
}
if (parameters.includes("--json")) console.log(JSON.stringify({ conversations: CONVERSATIONS, ...results }))
else {
  for (const [store, screens] of Object.entries(results)) {
    for (const [name, { median, p95, rows }] of Object.entries(screens)) {
      const slow = p95 > P95_MAX ? ", too slow" : ""
      if (slow !== "") process.exitCode = 1
      console.log(`${store}, ${name}: median ${median} ms, 95th percentile ${p95} ms, ${rows} rows${slow}`)
    }
  }
}

async function measure(database: Database): Promise<Readonly<Record<string, Times>>> {
  const screens = await screensOf(await openReportYear(database))
  const told: Record<string, Times> = {}
  for (const [name, call] of Object.entries(screens)) {
    for (let warm = 0; warm < 3; warm += 1) await call()
    const before = await rowsTouched(database)
    await call()
    const rows = (await rowsTouched(database)) - before
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const began = performance.now()
      await call()
      times.push(performance.now() - began)
    }
    const sorted = times.toSorted((one, other) => one - other)
    const at = (share: number) => Math.round(sorted[Math.floor(share * sorted.length)] ?? 0)
    told[name] = { median: at(0.5), p95: at(0.95), rows }
  }
  return told
}

/** Rows that were read by scans and by indexes, as the statistics of all tables count them. */
async function rowsTouched(database: Database): Promise<number> {
  await database.query("select pg_stat_force_next_flush()")
  const [row] = await database.query<{ n: number }>(
    "select coalesce(sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)), 0)::float8 as n from pg_stat_user_tables",
  )
  return row?.n ?? 0
}
