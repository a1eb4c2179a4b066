import { AsyncLocalStorage } from "node:async_hooks"
import type { ClientBase } from "pg"
import type { Queries } from "./database.ts"
import { oneAtATime } from "./open-one-at-a-time.ts"
import { lastResult, send, sendForResult } from "./open-send.ts"

/** Knows which code runs inside a transaction of one database. */
export type TransactionScope = {
  refuseInside(): void
  run<T>(work: () => Promise<T>): Promise<T>
}

export function transactionScope(): TransactionScope {
  const current = new AsyncLocalStorage<{ running: boolean }>()
  return {
    refuseInside() {
      // Only while it runs: a timer set inside a transaction may use the database afterwards.
      if (current.getStore()?.running !== true) return
      throw new Error(
        "The database was used inside its own transaction. Use the queries that the transaction hands to its callback.",
      )
    },
    async run(work) {
      const state = { running: true }
      try {
        return await current.run(state, work)
      } finally {
        state.running = false
      }
    },
  }
}

/** Runs `work` between BEGIN and COMMIT on a connection that nobody else uses meanwhile; rolls back when it throws. */
export async function runTransaction<T>(
  client: ClientBase,
  scope: TransactionScope,
  work: (queries: Queries) => Promise<T>,
): Promise<T> {
  const inOrder = oneAtATime()
  let ended = false
  const queries: Queries = {
    async query(sql, parameters) {
      if (ended) throw new Error("This transaction has ended; its queries can no longer be used.")
      return inOrder(() => send(client, sql, parameters))
    },
  }
  await send(client, "begin isolation level read committed")
  try {
    const result = await scope.run(() => work(queries))
    ended = true
    await inOrder(() => commit(client))
    return result
  } catch (error) {
    ended = true
    await inOrder(() => rollBack(client))
    throw error
  }
}

/** PostgreSQL answers COMMIT with ROLLBACK, and no error, when a statement failed and the callback hid it. */
async function commit(client: ClientBase): Promise<void> {
  const result = lastResult(await sendForResult(client, "commit"))
  if (result.command === "COMMIT") return
  throw new Error(
    "The transaction was rolled back: one of its statements had failed, and the failure was not passed on.",
  )
}

async function rollBack(client: ClientBase): Promise<void> {
  // When the connection is gone the server has rolled back already, and the first error says more than this one.
  await client.query("rollback").catch(() => {})
}
