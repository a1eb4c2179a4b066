import { Worker } from "node:worker_threads"
import type { ReceivedMail } from "../verbs/received-mail.ts"

const HEAP_MB_MAX = 48 // a mail of 30 MB with ordinary attachments needs 20, because their bytes are not in the heap
const MILLISECONDS_MAX = 30_000 // 30 MB take one second

let last: Promise<unknown> = Promise.resolve()

/**
 * Reads a mail in a thread of its own, whose memory and time are limited; one mail at a time, so that many large ones need no
 * more than one. Null when it is too much for the limits, or cannot be read.
 */
export function readApart(raw: Uint8Array): Promise<ReceivedMail | null> {
  const reading = last.then(() => readOne(raw))
  last = reading
  return reading
}

function readOne(raw: Uint8Array): Promise<ReceivedMail | null> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL("./read-worker.ts", import.meta.url), {
      workerData: raw,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB_MAX, maxYoungGenerationSizeMb: 16 },
    })
    const timer = setTimeout(() => end(null), MILLISECONDS_MAX)
    const end = (mail: ReceivedMail | null) => {
      clearTimeout(timer)
      resolve(mail)
      void worker.terminate()
    }
    worker.once("message", end)
    worker.once("error", () => end(null))
    worker.once("exit", () => end(null))
  })
}
