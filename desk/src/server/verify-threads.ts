import { availableParallelism } from "node:os"
import { Worker } from "node:worker_threads"
import type { SignedCheckpoint } from "../ledger/checkpoint.ts"
import type { InParts, VerifiedPart } from "./verbs/verify.ts"
import type { ThreadWork } from "./verify-thread.ts"

const YOUNG_MEGABYTES = 16 // what a batch needs does not outlive it; more than a processor holds near costs more than clearing it away

/**
 * A thread with a connection of its own for each processor; the embedded database has one connection only. They start at
 * once, while it is still being read what there is to do.
 */
export function inThreads(url: string, held: SignedCheckpoint | undefined): InParts {
  const threads = Array.from({ length: availableParallelism() }, startThread)
  return ({ ranges, checkpoints }) =>
    Promise.all(
      threads.map((thread, number) => {
        const from = Math.floor((ranges.length * number) / threads.length)
        const until = Math.floor((ranges.length * (number + 1)) / threads.length)
        return thread({ url, extent: { ranges: ranges.slice(from, until), checkpoints }, held })
      }),
    )
}

type Thread = (work: ThreadWork) => Promise<VerifiedPart>

function startThread(): Thread {
  const worker = new Worker(new URL("./verify-thread.ts", import.meta.url), {
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  })
  const answered = new Promise<VerifiedPart>((done, failed) => {
    worker.once("message", done)
    worker.once("error", failed)
    worker.once("exit", (code) => failed(new Error(`A part could not be verified (exit code ${code}).`)))
  })
  answered.catch(() => {}) // whoever hands it work hears of it
  worker.unref() // without work it holds up nobody
  return (work) => {
    worker.ref()
    worker.postMessage(work)
    return answered
  }
}
