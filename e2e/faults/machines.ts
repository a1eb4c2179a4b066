import { setTimeout as wait } from "node:timers/promises"
import pg from "pg"
import { createPromise } from "../../desk/src/contract/promises.ts"
import { readMe } from "../../desk/src/contract/session.ts"
import { listCustomers } from "../../desk/src/contract/customers.ts"
import { type PostgresServer, startPostgresServer } from "../../desk/test/postgres-server.ts"
import { type Desk, startDesk } from "../servers/desk.ts"
import { temporaryFolder } from "../servers/folder.ts"
import { type MemberCalls, setUpDesk, signIn } from "../servers/member.ts"

const KEY = "f0".repeat(32) // of desks that live for minutes

/** Server processes that share one PostgreSQL, and a member who asks any of them. */
export type Machines = {
  readonly postgres: PostgresServer
  readonly member: MemberCalls
  readonly desks: readonly Desk[]
  smtpPort(): number
  /** Ends a desk as SIGKILL does, and starts another in its place. */
  replace(place: number): Promise<void>
  /** Asks the database, beside the desks. */
  query<Row extends pg.QueryResultRow>(sql: string): Promise<readonly Row[]>
  stop(): Promise<void>
}

export async function startMachines(
  count: number,
  postgresOf: () => Promise<PostgresServer> = startPostgresServer,
): Promise<Machines> {
  const postgres = await postgresOf()
  const folder = await temporaryFolder()
  const env = { DATABASE_URL: postgres.url, ABOVEBOARD_KEY: KEY }
  const desks = [await startDesk({ folder: folder.path, env })]
  const first = await setUpDesk(desks[0]?.url ?? "")
  for (let number = 1; number < count; number += 1) desks.push(await startDesk({ folder: folder.path, env }))
  const members = [first]
  for (const desk of desks.slice(1)) members.push(await signIn(desk.url, first.slug))
  let turn = 0
  return {
    postgres,
    desks,
    member: { ...first, call: (route, parts) => (members[(turn += 1) % count] ?? first).call(route, parts) },
    smtpPort: () => desks[turn % count]?.smtpPort ?? 0,
    async replace(place) {
      const desk = desks[place]
      if (desk === undefined) return
      await desk.kill9()
      desks[place] = await startDesk({ folder: folder.path, env, port: desk.port, smtpPort: desk.smtpPort })
    },
    query: (sql) => asked(postgres.url, sql),
    async stop() {
      for (const desk of desks) await desk.stop()
      await postgres.stop()
      await folder.remove()
    },
  }
}

async function asked<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<readonly Row[]> {
  const client = new pg.Client(url)
  client.on("error", () => {})
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

const AT_ONCE_MS = 20 // a step that has waited less is not late

/**
 * Milliseconds until the desk does its work again: a promise that is due at once is acknowledged, and the loop has taken
 * every step that was due.
 */
export async function recoveryOf({ member, query }: Machines, name: string): Promise<number> {
  const start = performance.now()
  const insist = async <T>(ask: () => Promise<T>): Promise<T> => {
    for (;;) {
      try {
        return await ask()
      } catch (error) {
        if (performance.now() - start > 60_000) throw error
        await wait(10)
      }
    }
  }
  const [customer] = await insist(async () => (await member.call(listCustomers, { query: { q: "Rosa" } })).items)
  const me = await insist(() => member.call(readMe))
  const body = {
    customerId: customer?.id ?? "",
    channel: "call" as const,
    words: `I'll ring you at once, ${name}.`,
    deed: "call-back",
    ownerId: me.current?.member.id ?? "",
    due: { until: new Date(Date.now() - 1000).toISOString() },
  }
  await insist(() => member.call(createPromise, { body, key: name }))
  await insist(async () => {
    const late = await query(`select 1 from promise_rows where next_at < now() - interval '${AT_ONCE_MS} ms' limit 1`)
    if (late.length > 0) throw new Error("Steps still wait.")
  })
  return performance.now() - start
}
