import { dirname } from "node:path"
import { Worker } from "node:worker_threads"
import type { Content } from "../verbs/file-store.ts"
import type { ReceivedMail } from "../verbs/received-mail.ts"

const HEAP_MB_MAX = 48 // a mail of 30 MB with ordinary attachments needs 20, because their bytes are not in the heap
const MILLISECONDS_MAX = 30_000 // 30 MB take one second

/** What the thread is handed, and what it says. It says nothing when the mail is too much for it. */
export type ReadOrder = { readonly raw: Content; readonly folder: string | null }
export type ReadAnswer =
  | { readonly kind: "read"; readonly mail: ReceivedMail }
  | { readonly kind: "too many parts" }
  | { readonly kind: "disk failed"; readonly why: string }

let last: Promise<unknown> = Promise.resolve()

/**
 * Reads a mail in a thread of its own, whose memory and time are limited; one mail at a time, so that many large ones need no
 * more than one. A sentence where it is too much for the limits, or cannot be read. Fails where the disk or the machine does.
 */
export function readApart(raw: Content): Promise<ReceivedMail | string> {
  const reading = last.then(() => readOne(raw))
  last = reading.catch(() => {}) // one that fails holds up none of those behind it
  return reading
}

function readOne(raw: Content): Promise<ReceivedMail | string> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./read-worker.ts", import.meta.url), {
      workerData: orderFor(raw),
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB_MAX, maxYoungGenerationSizeMb: 16 },
    })
    const timer = setTimeout(() => end(TOO_MUCH), MILLISECONDS_MAX)
    const end = (read: ReceivedMail | string) => {
      clearTimeout(timer)
      resolve(read)
      void worker.terminate()
    }
    worker.once("message", (answer: ReadAnswer) => {
      if (answer.kind === "disk failed") reject(new Error(answer.why))
      end(answer.kind === "read" ? answer.mail : TOO_MANY_PARTS)
    })
    worker.once("error", () => end(TOO_MUCH))
    worker.once("exit", () => end(TOO_MUCH))
  })
}

const TOO_MUCH = "This mail is too large or too intricate to be read in full."
const TOO_MANY_PARTS = "This mail has too many parts to be read in full."

/** Bytes in memory that both threads can see are handed over without the two further copies that a message makes. */
function orderFor(raw: Content): ReadOrder {
  if (!(raw instanceof Uint8Array)) return { raw, folder: dirname(raw.path) }
  const shared = new Uint8Array(new SharedArrayBuffer(raw.length))
  shared.set(raw)
  return { raw: shared, folder: null }
}
