// `node e2e/bench-desk.ts [--json] [--scale 1] [--only server|embedded] [--keep FOLDER] [--calls PATTERN]`: how long the everyday
// calls take in a desk that has been used for years: 100,000 conversations and 1,000,000 messages on PostgreSQL, a tenth of that on
// the embedded database. Milliseconds, median and 95th percentile, of the whole call in the server, without the network. The data
// are seeded: the same at every run; with --keep they are filled in once (some minutes) and stay in that folder.
// With --pages: how many pages (8 kB) of tables and indexes PostgreSQL reads for each call, which no other work on the machine changes.
import { join } from "node:path"
import { openTestEmbedded } from "../desk/test/database.ts"
import { MIGRATIONS } from "../desk/test/seeds.ts"
import { openTestApp } from "../desk/test/http.ts"
import { startPostgresServer } from "../desk/test/postgres-server.ts"
import type { Database } from "../desk/src/server/database/database.ts"
import { migrate } from "../desk/src/server/database/migrate.ts"
import { openDatabase } from "../desk/src/server/database/open.ts"
import { callsOf } from "./bench/desk-calls.ts"
import { type Calls, type Recording, pagesOf, recording, sayPages } from "./bench/pages.ts"
import { openYears } from "./bench/years.ts"

const CONVERSATIONS = 100_000
const ROUNDS = 60
const parameters = process.argv.slice(2)
const scale = Number(valueOf("--scale")) || 1
const only = valueOf("--only")
const keep = valueOf("--keep")
const wanted = new RegExp(valueOf("--calls") ?? "")

if (parameters.includes("--pages")) sayPages(await onServer(pagesOf))
else {
  const embedded = only === "server" ? {} : await onEmbedded()
  const server = only === "embedded" ? {} : await onServer(times)
  if (parameters.includes("--json"))
    console.log(JSON.stringify({ conversations: CONVERSATIONS * scale, embedded, server }))
  else {
    sayTimes("PostgreSQL", server)
    sayTimes("embedded", embedded)
  }
}

function valueOf(name: string): string | undefined {
  const at = parameters.indexOf(name)
  return at < 0 ? undefined : parameters[at + 1]
}

type Measure<Result> = (database: Recording, calls: Calls) => Promise<Readonly<Record<string, Result>>>

async function onEmbedded(): Promise<Readonly<Record<string, Times>>> {
  const conversations = (CONVERSATIONS * scale) / 10
  if (keep === undefined) {
    const embedded = await openTestEmbedded()
    const result = await measure(embedded.database, conversations, times)
    await embedded.remove()
    return result
  }
  const database = await openDatabase({ kind: "embedded", folder: join(keep, `embedded-${conversations}`) })
  const result = await measure(database, conversations, times)
  await database.close()
  return result
}

async function onServer<Result>(how: Measure<Result>): Promise<Readonly<Record<string, Result>>> {
  const conversations = CONVERSATIONS * scale
  const postgres = await startPostgresServer(keep === undefined ? undefined : join(keep, `server-${conversations}`))
  const server = await openDatabase({ kind: "server", url: postgres.url })
  try {
    return await measure(server, conversations, how)
  } finally {
    await server.close()
    await postgres.stop()
  }
}

type Times = { readonly median: number; readonly p95: number }

async function measure<Result>(
  database: Database,
  conversations: number,
  how: Measure<Result>,
): Promise<Readonly<Record<string, Result>>> {
  await migrate(database, MIGRATIONS)
  const counted = recording(database)
  const test = await openTestApp(counted.database)
  const years = await openYears(test, conversations)
  const calls = Object.entries(await callsOf(test, years)).filter(([name]) => wanted.test(name))
  return how(counted, Object.fromEntries(calls))
}

async function times(_database: Recording, calls: Calls): Promise<Readonly<Record<string, Times>>> {
  const result: Record<string, Times> = {}
  for (const [name, work] of Object.entries(calls)) {
    const taken: number[] = []
    for (let round = -3; round < ROUNDS; round += 1) {
      const began = performance.now()
      await work(Math.abs(round))
      if (round >= 0) taken.push(performance.now() - began)
    }
    const sorted = taken.toSorted((one, other) => one - other)
    const at = (share: number) => Math.round((sorted[Math.floor(share * sorted.length)] ?? 0) * 10) / 10
    result[name] = { median: at(0.5), p95: at(0.95) }
  }
  return result
}

function sayTimes(store: string, results: Readonly<Record<string, Times>>): void {
  for (const [name, { median, p95 }] of Object.entries(results))
    console.log(`${store}, ${name}: median ${median} ms, 95th percentile ${p95} ms`)
}
