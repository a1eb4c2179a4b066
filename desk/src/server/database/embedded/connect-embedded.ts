import { Worker } from "node:worker_threads"
import pg from "pg"
import { keepStatements } from "../kept-statements.ts"
import { columnTypes } from "../open-types.ts"
import type { FromWorker, ToWorker } from "./worker-messages.ts"
import { WorkerStream } from "./worker-stream.ts"

export type Connection = {
  readonly client: pg.Client
  /** Whether the thread has died; its connection cannot be used again. */
  hasFailed(): boolean
  close(): Promise<void>
}

/**
 * Starts the thread and connects to it: we speak PostgreSQL's wire protocol with the same driver as to a server, so
 * values, parameters and errors cannot differ.
 */
export async function connectEmbedded(folder: string): Promise<Connection> {
  const worker = await startWorker(folder)
  const client = new pg.Client({
    user: "postgres",
    database: "postgres",
    ssl: false,
    stream: () => new WorkerStream(worker),
    types: columnTypes,
  })
  let failed = false
  const fail = () => {
    failed = true
  }
  client.on("error", fail)
  client.on("end", fail)
  await client.connect()
  keepStatements(client)
  return {
    client,
    hasFailed: () => failed,
    async close() {
      if (!failed) await client.query("checkpoint") // so that the next start has nothing to recover
      await client.end().catch(() => {}) // the thread may be gone, and then there is nothing to say goodbye to
      await closeWorker(worker)
    },
  }
}

/** The first start makes the database, in a thread that ends with it: making it needs 300 MB that serving does not. */
async function startWorker(folder: string): Promise<Worker> {
  const worker = newWorker(folder)
  if ((await firstWord(worker)) === "ready") return worker
  const second = newWorker(folder)
  if ((await firstWord(second)) === "ready") return second
  throw new Error(`The embedded database in ${folder} could not be made.`)
}

function newWorker(folder: string): Worker {
  // No flags: those that this process was started with (`--input-type`, `--test`…) are not meant for the thread.
  return new Worker(new URL("./worker.ts", import.meta.url), { workerData: { folder }, execArgv: [] })
}

function firstWord(worker: Worker): Promise<"made" | "ready"> {
  return new Promise((heard, failed) => {
    let isMade = false
    worker.once("message", (message: FromWorker) => {
      if (message.kind === "made") isMade = true
      if (message.kind === "ready") heard("ready")
      if (message.kind === "failed") failed(new Error(message.sentence))
    })
    worker.once("error", failed)
    worker.once("exit", (code) => {
      if (isMade) heard("made")
      else failed(new Error(`The embedded database did not start (exit code ${code}).`))
    })
  })
}

async function closeWorker(worker: Worker): Promise<void> {
  if (worker.threadId === -1) return // it has ended already
  const exited = new Promise((done) => worker.once("exit", done))
  const closing: ToWorker = { kind: "close" }
  worker.postMessage(closing)
  await exited
}
