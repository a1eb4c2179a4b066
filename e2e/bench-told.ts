// `node e2e/bench-told.ts`: how long it takes to say who was told a fact, and what a customer was told, among a million
// assertions on a PostgreSQL server of its own. Milliseconds, median and 95th percentile, over the verbs that the API calls.
import { join } from "node:path"
import { openTestDesk, openTestWorkspace } from "../desk/test/desk.ts"
import { startPostgresServer } from "../desk/test/postgres-server.ts"
import { migrate } from "../desk/src/server/database/migrate.ts"
import type { Queries } from "../desk/src/server/database/database.ts"
import { openDatabase } from "../desk/src/server/database/open.ts"
import { importFacts } from "../desk/src/server/verbs/fact-files.ts"
import { listFactViews, readFactView } from "../desk/src/server/verbs/fact-list.ts"
import { listToldOfFact, listToldToCustomer } from "../desk/src/server/verbs/told.ts"

const ASSERTIONS = 1_000_000
const CUSTOMERS = 20_000
const FACTS = 2_000
const ROUNDS = 200
/** Every fifth assertion is about the first fact: what a shop says most. */
const OFTEN = 5

const server = await startPostgresServer()
const database = await openDatabase({ kind: "server", url: server.url })
try {
  await migrate(database, join(import.meta.dirname, "../desk/migrations"))
  const desk = openTestDesk(database)
  const { workspaceId, lead } = await openTestWorkspace(desk)
  const rows = Array.from({ length: FACTS }, (_, index) => `Product ${index},€${index + 1}`)
  await importFacts(desk, lead, { format: "csv", text: `product,price\n${rows.join("\n")}\n` })
  await database.transaction(async (queries) => {
    // A million rows at once take their time, and each refers to what was written just before.
    await queries.query("set local statement_timeout = 0; set local session_replication_role = replica")
    await fill(queries, workspaceId)
  })
  await database.query("analyze assertions; analyze messages; analyze conversations; analyze customers")
  const ids = await database.query<{ id: string }>(`select fact_id as "id" from facts order by created_at, fact_id`)
  const customers = await database.query<{ id: string }>(
    `select customer_id as "id" from customers order by customer_id limit ${ROUNDS}`,
  )
  const factOf = (round: number) => ids[(round * 7) % ids.length]?.id ?? ""
  const often = ids[0]?.id ?? ""
  const say = async (what: string, work: (round: number) => Promise<unknown>, count = ROUNDS) =>
    console.log(`${what}: ${inWords(await rounds(work, count))}`)
  await say("who was told a fact (about 400)", (round) => listToldOfFact(desk, lead, factOf(round + 1), {}))
  await say("who was told the fact that is told most (200,000)", () => listToldOfFact(desk, lead, often, {}))
  await say("what a customer was told (50)", (round) =>
    listToldToCustomer(desk, lead, customers[round % customers.length]?.id ?? "", {}),
  )
  let cursor: string | undefined
  await say("the next page, and the next", async () => {
    const page = await listToldOfFact(desk, lead, often, cursor === undefined ? {} : { cursor })
    cursor = page.next ?? undefined
  })
  await say("a fact opened, with how many were told", (round) => readFactView(desk, lead, factOf(round + 1)), 30)
  await say("the Fact Book's first page", () => listFactViews(desk, lead, {}), 10)
} finally {
  await database.close()
  await server.stop()
}

async function fill(queries: Queries, workspaceId: string): Promise<void> {
  await queries.query(
    `insert into customers (workspace_id, customer_id, name, created_at)
     select $1, gen_random_uuid(), 'Customer ' || n, now() from generate_series(1, ${CUSTOMERS}) n`,
    [workspaceId],
  )
  await queries.query(
    `insert into conversations (workspace_id, conversation_id, customer_id, channel, created_at, last_message_at)
     select workspace_id, gen_random_uuid(), customer_id, 'mail', now(), now() from customers where workspace_id = $1`,
    [workspaceId],
  )
  await queries.query(
    `insert into messages (workspace_id, message_id, conversation_id, kind, channel, by_kind, at, recorded_at, delivery)
     select c.workspace_id, gen_random_uuid(), c.conversation_id, 'outbound', 'mail', 'desk', t.at, t.at, 'accepted'
     from conversations c cross join generate_series(1, ${ASSERTIONS / CUSTOMERS}) n
     cross join lateral (select now() - random() * interval '3 years' as at where n > 0) t where c.workspace_id = $1`,
    [workspaceId],
  )
  await queries.query(
    `with f as (select array_agg(fact_id order by created_at, fact_id) as ids from facts where workspace_id = $1),
     m as (select m.*, v.customer_id, row_number() over () as n from messages m
       join conversations v on v.workspace_id = m.workspace_id and v.conversation_id = m.conversation_id where m.workspace_id = $1)
     insert into assertions (workspace_id, message_id, position, customer_id, fact_id, version, verdict, kind, words,
       start_at, end_at, said_at, by_kind)
     select m.workspace_id, m.message_id, 0, m.customer_id,
       f.ids[case when m.n % ${OFTEN} = 0 then 1 else 1 + (m.n * 7919 % ${FACTS}) end], 1, 'supported', 'price',
       'product ' || m.n || ' costs what it costs', 0, 20, m.at, 'desk' from m, f`,
    [workspaceId],
  )
}

async function rounds(work: (round: number) => Promise<unknown>, count: number): Promise<readonly number[]> {
  const times: number[] = []
  for (let round = 0; round < count; round += 1) {
    const began = performance.now()
    await work(round)
    times.push(performance.now() - began)
  }
  return times.toSorted((one, other) => one - other)
}

function inWords(times: readonly number[]): string {
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0
  return `median ${at(0.5).toFixed(1)} ms, 95th percentile ${at(0.95).toFixed(1)} ms, ${times.length} rounds`
}
