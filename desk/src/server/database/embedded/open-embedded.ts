import { resolve } from "node:path"
import { Worker } from "node:worker_threads"
import pg from "pg"
import type { Database } from "../database.ts"
import { oneAtATime } from "../open-one-at-a-time.ts"
import { send } from "../open-send.ts"
import { runTransaction, transactionScope } from "../open-transaction.ts"
import { columnTypes } from "../open-types.ts"
import { lockFolder } from "./folder-lock.ts"
import type { FromWorker, ToWorker } from "./worker-messages.ts"
import { WorkerStream } from "./worker-stream.ts"

/**
 * PostgreSQL in WebAssembly, in a thread of its own because it blocks the one it runs in. We speak PostgreSQL's wire
 * protocol to it with the same driver as to a server, so that values, parameters and errors cannot differ.
 */
export async function openEmbedded(folder: string): Promise<Database> {
  const release = lockFolder(resolve(folder))
  try {
    const worker = startWorker(resolve(folder))
    await heard(worker, "ready")
    const client = await connect(worker)
    return embeddedDatabase(client, async () => {
      await closeWorker(worker)
      release()
    })
  } catch (error) {
    release()
    throw error
  }
}

function startWorker(folder: string): Worker {
  // No flags: those that this process was started with (`--input-type`, `--test`…) are not meant for the thread.
  return new Worker(new URL("./worker.ts", import.meta.url), { workerData: { folder }, execArgv: [] })
}

async function connect(worker: Worker): Promise<pg.Client> {
  const client = new pg.Client({
    user: "postgres",
    database: "postgres",
    ssl: false,
    stream: () => new WorkerStream(worker),
    types: columnTypes,
  })
  // Should the thread die, every later query fails and says so; the event itself must not end the process.
  client.on("error", () => {})
  await client.connect()
  return client
}

function embeddedDatabase(client: pg.Client, closed: () => Promise<void>): Database {
  const inTurn = oneAtATime()
  const scope = transactionScope()
  let closing: Promise<void> | undefined
  return {
    kind: "embedded",
    async query(sql, parameters) {
      scope.refuseInside()
      return inTurn(() => send(client, sql, parameters))
    },
    async transaction(work) {
      scope.refuseInside()
      return inTurn(() => runTransaction(client, scope, work))
    },
    close() {
      closing ??= inTurn(async () => {
        await send(client, "checkpoint") // so that the next start has nothing to recover
        await client.end()
        await closed()
      })
      return closing
    },
  }
}

async function closeWorker(worker: Worker): Promise<void> {
  const exited = new Promise((done) => worker.once("exit", done))
  const closing: ToWorker = { kind: "close" }
  worker.postMessage(closing)
  await exited
}

function heard(worker: Worker, kind: FromWorker["kind"]): Promise<void> {
  return new Promise((done, failed) => {
    const onMessage = (message: FromWorker) => {
      if (message.kind === "failed") failed(new Error(message.sentence))
      if (message.kind === kind) done()
      worker.off("message", onMessage)
    }
    worker.on("message", onMessage)
    worker.once("error", failed)
    worker.once("exit", (code) => failed(new Error(`The embedded database did not start (exit code ${code}).`)))
  })
}
