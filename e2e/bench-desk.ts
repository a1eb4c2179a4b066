// `node e2e/bench-desk.ts [--json] [--scale 1]`: how long the everyday calls take in a desk that has been used for years:
// 100,000 conversations and 1,000,000 messages on PostgreSQL, a tenth of that on the embedded database. Milliseconds, median and
// 95th percentile, of the whole call in the server, without the network. The data are seeded: the same at every run.
// With --pages: how many pages (8 kB) of tables and indexes PostgreSQL reads for each call, which no other work on the machine changes.
import { openTestEmbedded } from "../desk/test/database.ts"
import { MIGRATIONS } from "../desk/test/seeds.ts"
import { type Shop, type TestApp, openShop, openTestApp } from "../desk/test/http.ts"
import { startPostgresServer } from "../desk/test/postgres-server.ts"
import { listConversations, readConversation } from "../desk/src/contract/conversations.ts"
import { readToday, searchEverything as search } from "../desk/src/contract/today.ts"
import type { Route } from "../desk/src/contract/route.ts"
import type { Database } from "../desk/src/server/database/database.ts"
import { fill } from "./bench/years.ts"
import { type Calls, type Recording, pagesOf, recording, sayPages } from "./bench/pages.ts"
import { migrate } from "../desk/src/server/database/migrate.ts"
import { openDatabase } from "../desk/src/server/database/open.ts"

const CONVERSATIONS = 100_000
const ROUNDS = 60
const parameters = process.argv.slice(2)
const scale = Number(parameters[parameters.indexOf("--scale") + 1]) || 1

if (parameters.includes("--pages")) sayPages(await onServer(pagesOf))
else {
  const results = { conversations: CONVERSATIONS * scale, embedded: await onEmbedded(), server: await onServer(times) }
  if (parameters.includes("--json")) console.log(JSON.stringify(results))
  else sayTimes(results)
}

type Measure<Result> = (database: Recording, calls: Calls) => Promise<Readonly<Record<string, Result>>>

async function onEmbedded(): Promise<Readonly<Record<string, Times>>> {
  const embedded = await openTestEmbedded()
  const result = await measure(embedded.database, (CONVERSATIONS * scale) / 10, times)
  await embedded.remove()
  return result
}

async function onServer<Result>(how: Measure<Result>): Promise<Readonly<Record<string, Result>>> {
  const postgres = await startPostgresServer()
  const server = await openDatabase({ kind: "server", url: postgres.url })
  const result = await measure(server, CONVERSATIONS * scale, how)
  await server.close()
  await postgres.stop()
  return result
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
  const shop = await openShop(test, "years")
  await database.transaction(async (queries) => {
    await queries.query("set local statement_timeout = 0")
    await queries.query("set local session_replication_role = replica")
    await fill(queries, shop, conversations)
  })
  await database.query("vacuum analyze")
  const [open] = await database.query<{ ids: string[] }>(
    `select array_agg(conversation_id) as ids from (select conversation_id from conversations order by md5(conversation_id::text) limit 200) c`,
  )
  return how(counted, callsOf(test, shop, open?.ids ?? []))
}

function callsOf(test: TestApp, shop: Shop, ids: readonly string[]): Calls {
  const call = (route: Route, parts: object) => answered(test, shop, route, parts)
  const asked = (words: readonly string[]) => async (round: number) =>
    call(search, { query: { q: words[round % words.length] ?? "" } })
  return {
    "the list of open conversations": () => call(listConversations, { query: {} }),
    "the list of all": () => call(listConversations, { query: { filter: "all" } }),
    "the list of closed": () => call(listConversations, { query: { filter: "closed" } }),
    "a conversation": (round) =>
      call(readConversation, { params: { conversationId: ids[round % ids.length] ?? "" }, query: {} }),
    Today: () => call(readToday, { query: {} }),
    "search for a rare word": asked(["zanzi7", "zanzi21", "zanzi35", "zanzi42"]),
    "search for a usual word": asked(["saddle", "invoice", "refund", "bell"]),
    "search for a word in every tenth message": asked(["delivery", "order"]),
    "search for two words": asked(["delivery saddle", "order refund", "bell inv"]),
    "search for a customer": asked(["Customer 77", "customer-123@", "Customer 1999"]),
    "search for nothing that is there": asked(["qwertzuiop", "no such thing"]),
  }
}

async function answered(test: TestApp, shop: Shop, route: Route, parts: object): Promise<void> {
  const answer = await test.send(route, { as: shop.as, ...parts })
  if (answer.statusCode !== 200) throw new Error(`${route.path}: ${answer.body}`)
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

function sayTimes({ server, embedded }: Record<"server" | "embedded", Readonly<Record<string, Times>>>): void {
  for (const [name, taken] of Object.entries(server))
    console.log(`${name}: PostgreSQL ${inWords(taken)}; embedded ${inWords(embedded[name] ?? taken)}`)
}

function inWords({ median, p95 }: Times): string {
  return `median ${median} ms, 95th percentile ${p95} ms`
}
