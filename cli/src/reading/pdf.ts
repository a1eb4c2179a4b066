import { Worker } from "node:worker_threads"
import type { Reading } from "./piece.ts"

const SECONDS_MAX = 20 // a manual of 500 pages takes about five
const MEMORY_MAX_MB = 600

/**
 * The text of a PDF as its own order of lines gives it; a picture of text has none. It is read in a thread of its own: a file
 * made to hang or to swell is given up. One file is read after the other.
 */
export async function pdfReading(bytes: Uint8Array): Promise<Reading> {
  const outcome = await inTurn(() => readAside(bytes))
  if ("unread" in outcome) return { unread: `PDF: ${reasonFor(outcome.unread)}` }
  if (outcome.text.trim() === "") return { unread: "PDF without text; a scan has to be turned into text first" }
  return {
    source: outcome.text,
    pieces: [{ text: outcome.text, place: (offset) => offset, channel: "policy", author: "member" }],
  }
}

/** One at a time: several readers at once could take more memory than the machine has. */
let before: Promise<unknown> = Promise.resolve()

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = before.then(work)
  before = mine.catch(() => undefined)
  return mine
}

type Outcome = { readonly text: string } | { readonly unread: string }

function readAside(bytes: Uint8Array): Promise<Outcome> {
  const worker = new Worker(
    new URL(import.meta.url.endsWith(".ts") ? "./pdf-worker.ts" : "./pdf-worker.js", import.meta.url),
    {
      workerData: new Uint8Array(bytes),
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MAX_MB },
      stdout: true,
      stderr: true, // its warnings about odd fonts are nobody's business
    },
  )
  return new Promise<Outcome>((resolve) => {
    const limit = setTimeout(
      () => resolve({ unread: `it took longer than ${SECONDS_MAX} seconds` }),
      SECONDS_MAX * 1_000,
    )
    worker.once("message", (outcome: Outcome) => resolve(outcome))
    worker.once("error", (error) => resolve({ unread: error instanceof Error ? error.message : String(error) }))
    worker.once("exit", () => {
      clearTimeout(limit)
      resolve({ unread: "its reader ended without an answer" })
    })
  }).finally(() => void worker.terminate())
}

function reasonFor(message: string): string {
  if (/password/i.test(message)) return "it is locked with a password"
  return message === "" ? "it is damaged" : message
}
