import { parentPort, workerData } from "node:worker_threads"
import type { PGlite } from "@electric-sql/pglite"
import { isUnmade, makePostgres, startPostgres } from "./start-postgres.ts"
import type { FromWorker, ToWorker } from "./worker-messages.ts"

await main()

async function main(): Promise<void> {
  const { folder } = workerData
  try {
    if (isUnmade(folder)) {
      await makePostgres(folder)
      say({ kind: "made" }) // nothing keeps the thread now, so it ends
    } else {
      const postgres = await startPostgres(folder)
      parentPort?.on("message", (message: ToWorker) => void answer(postgres, message))
      say({ kind: "ready" })
    }
  } catch (error) {
    say({ kind: "failed", sentence: `The embedded database did not start: ${reason(error)}` })
  }
}

async function answer(postgres: PGlite, message: ToWorker): Promise<void> {
  if (message.kind === "wire") say({ kind: "wire", bytes: await exchange(postgres, message.bytes) })
  if (message.kind === "close") {
    await postgres.close()
    process.exit()
  }
}

/** The raw exchange: the library's own query functions would parse every answer here, and the driver does that. */
async function exchange(postgres: PGlite, bytes: Uint8Array): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  await postgres.execProtocolRawStream(bytes, {
    syncToFs: false, // nothing to do on a real file system
    onRawData: (part) => parts.push(part.slice()), // a view into memory that is used again
  })
  return new Uint8Array(Buffer.concat(parts))
}

function say(message: FromWorker): void {
  parentPort?.postMessage(message, message.kind === "wire" ? [message.bytes.buffer as ArrayBuffer] : [])
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
