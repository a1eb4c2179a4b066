import { availableParallelism } from "node:os"
import { Worker } from "node:worker_threads"
import type { SignedCheckpoint } from "../ledger/checkpoint.ts"
import type { InParts, VerifiedPart } from "./verbs/verify.ts"
import type { ThreadWork } from "./verify-thread.ts"

const YOUNG_MEGABYTES = 64 // what a batch needs does not outlive it, and is cheapest to clear away while it is young

/** A thread with a connection of its own for each processor; the embedded database has one connection only. */
export function inThreads(url: string, held: SignedCheckpoint | undefined): InParts {
  return ({ ranges, checkpoints }) => {
    const count = Math.min(availableParallelism(), ranges.length)
    const parts = Array.from({ length: count }, (_, number) => {
      const from = Math.floor((ranges.length * number) / count)
      const until = Math.floor((ranges.length * (number + 1)) / count)
      return inThread({ url, extent: { ranges: ranges.slice(from, until), checkpoints }, held })
    })
    return Promise.all(parts)
  }
}

function inThread(work: ThreadWork): Promise<VerifiedPart> {
  return new Promise((done, failed) => {
    const worker = new Worker(new URL("./verify-thread.ts", import.meta.url), {
      workerData: work,
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    })
    worker.once("message", done)
    worker.once("error", failed)
    worker.once("exit", (code) => failed(new Error(`A part could not be verified (exit code ${code}).`)))
  })
}
