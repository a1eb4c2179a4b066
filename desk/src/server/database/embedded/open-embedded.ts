import { resolve } from "node:path"
import type { Database } from "../database.ts"
import { oneAtATime } from "../open-one-at-a-time.ts"
import { send } from "../open-send.ts"
import { runTransaction, transactionScope } from "../open-transaction.ts"
import { type Connection, connectEmbedded } from "./connect-embedded.ts"
import { lockFolder } from "./folder-lock.ts"
import { withIdleLimit } from "./idle-limit.ts"

/**
 * PostgreSQL in WebAssembly, in a thread of its own because it blocks the one it runs in. It has one connection, so
 * there is one queue: a transaction holds it from begin to end. Should the thread die (the disk fails, memory runs
 * out), what was under way fails, and the next query starts another, which recovers as PostgreSQL does after a crash.
 */
export async function openEmbedded(folder: string): Promise<Database> {
  const release = lockFolder(resolve(folder))
  try {
    return embeddedDatabase(await connectEmbedded(resolve(folder)), resolve(folder), release)
  } catch (error) {
    release()
    throw error
  }
}

function embeddedDatabase(first: Connection, folder: string, release: () => void): Database {
  const inTurn = oneAtATime()
  const scope = transactionScope()
  let connection = first
  let closing: Promise<void> | undefined
  const refuse = () => {
    scope.refuseInside()
    if (closing !== undefined) throw new Error("The database is closed.")
  }
  const working = async () => {
    if (connection.hasFailed()) connection = await connectEmbedded(folder)
    return connection.client
  }
  return {
    kind: "embedded",
    async query(sql, parameters) {
      refuse()
      return inTurn(async () => send(await working(), sql, parameters))
    },
    async transaction(work) {
      refuse()
      return inTurn(async () => runTransaction(await working(), scope, (queries) => withIdleLimit(queries, work)))
    },
    close() {
      closing ??= inTurn(() => connection.close()).finally(release)
      return closing
    },
  }
}
