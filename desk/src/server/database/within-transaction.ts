import type { Database, Queries } from "./database.ts"
import { oneAtATime } from "./open-one-at-a-time.ts"
import { transactionScope } from "./open-transaction.ts"

/**
 * A transaction that is under way, as a store of its own: what runs its own transaction on it becomes part of the outer
 * one, and undoes only itself when it throws.
 */
export function withinTransaction(outer: Database, queries: Queries): Database {
  const inTurn = oneAtATime()
  const scope = transactionScope()
  return {
    kind: outer.kind,
    async query(sql, parameters) {
      scope.refuseInside()
      return queries.query(sql, parameters)
    },
    async transaction(work) {
      scope.refuseInside()
      return inTurn(() => atSavepoint(queries, () => scope.run(() => work(queries))))
    },
    async close() {
      throw new Error("A store within a transaction is closed by the end of that transaction.")
    },
  }
}

async function atSavepoint<T>(queries: Queries, work: () => Promise<T>): Promise<T> {
  await queries.query("savepoint within")
  try {
    const result = await work()
    await queries.query("release savepoint within")
    return result
  } catch (error) {
    // When the connection is gone the first error says more than this one.
    await queries.query("rollback to savepoint within; release savepoint within").catch(() => {})
    throw error
  }
}
