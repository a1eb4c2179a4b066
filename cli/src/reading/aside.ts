import { Worker } from "node:worker_threads"

const SECONDS_MAX = 20 // a manual of 500 pages takes about five
const MEMORY_MAX_MB = 600

/** What a document holds, without the places of its texts; or why it was not read. */
export type Aside = { readonly source: string; readonly texts: readonly string[] } | { readonly unread: string }

/**
 * Reads a document in a thread of its own, so that nothing else waits for it: one made to hang or to swell is given up. One is
 * read after the other.
 */
export function readAside(ending: string, bytes: Uint8Array): Promise<Aside> {
  return inTurn(() => readOne(ending, bytes))
}

/** One at a time: several readers at once could take more memory than the machine has. */
let before: Promise<unknown> = Promise.resolve()

export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = before.then(work)
  before = mine.catch(() => undefined)
  return mine
}

function readOne(ending: string, bytes: Uint8Array): Promise<Aside> {
  const name = import.meta.url.endsWith(".ts") ? "./aside-worker.ts" : "./aside-worker.js"
  const worker = new Worker(new URL(name, import.meta.url), {
    workerData: { ending, bytes: new Uint8Array(bytes) },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MAX_MB },
    stdout: true,
    stderr: true, // its warnings about odd fonts are nobody's business
  })
  return new Promise<Aside>((resolve) => {
    const limit = setTimeout(
      () => resolve({ unread: `it took longer than ${SECONDS_MAX} seconds` }),
      SECONDS_MAX * 1_000,
    )
    worker.once("message", (read: Aside) => resolve(read))
    worker.once("error", (error) => resolve({ unread: error instanceof Error ? error.message : String(error) }))
    worker.once("exit", () => {
      clearTimeout(limit)
      resolve({ unread: "its reader ended without an answer" })
    })
  }).finally(() => void worker.terminate())
}
