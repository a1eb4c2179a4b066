import pg from "pg"
import type { Database } from "./database.ts"
import { send } from "./open-send.ts"
import { runTransaction, transactionScope } from "./open-transaction.ts"
import { columnTypes } from "./open-types.ts"

const CONNECTIONS_MAX = 10 // per process; PostgreSQL allows 100 by default, and several processes may share it
const CONNECT_MS_MAX = 10_000
const STATEMENT_MS_MAX = 60_000 // migrations, backup and restore lift it for themselves
const IDLE_IN_TRANSACTION_MS_MAX = 60_000 // a hung transaction must not hold its locks for ever

export async function openServer(url: string): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: "aboveboard-desk",
    max: CONNECTIONS_MAX,
    connectionTimeoutMillis: CONNECT_MS_MAX,
    statement_timeout: STATEMENT_MS_MAX,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS_MAX,
    keepAlive: true,
    // Compiling a statement (jit) takes seconds where PostgreSQL guesses that it is long; ours take milliseconds.
    options: "-c TimeZone=UTC -c DateStyle=ISO -c jit=off",
    types: columnTypes,
  })
  // A connection that breaks while nobody uses it (the server restarts) is dropped by the pool, and the next query
  // opens another. Without a listener the event would end the process.
  pool.on("error", () => {})
  await pool.query("select 1").catch(async (error: unknown) => {
    await pool.end()
    throw error
  })
  return serverDatabase(pool)
}

function serverDatabase(pool: pg.Pool): Database {
  const scope = transactionScope()
  return {
    kind: "server",
    async query(sql, parameters) {
      scope.refuseInside()
      return withClient(pool, (client) => send(client, sql, parameters))
    },
    async transaction(work) {
      scope.refuseInside()
      return unlessDeadlocked(() => withClient(pool, (client) => runTransaction(client, scope, work)))
    },
    close: () => pool.end(),
  }
}

const TRIES_MAX = 5

/**
 * Of transactions that wait for one another PostgreSQL ends one, after a second. Nothing of it has happened, and run
 * again it finds the others done.
 */
async function unlessDeadlocked<T>(run: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await run()
    } catch (error) {
      const isDeadlock = error instanceof Error && "code" in error && error.code === "40P01"
      if (!isDeadlock || tries === TRIES_MAX) throw error
    }
  }
}

async function withClient<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  // While a client is lent out the pool does not listen to it; a connection lost between two statements would
  // otherwise end the process.
  const onError = (error: Error) => {
    broken = error
  }
  client.on("error", onError)
  try {
    return await work(client)
  } finally {
    client.off("error", onError)
    client.release(broken)
  }
}
