import { Worker } from "node:worker_threads"
import { inTurn } from "../reading/aside.ts"
import type { Checked, Manner, Voice } from "./check-file.ts"

/** A text as a file with this ending would hold it, and how it is to be read: nothing that another thread could not be handed. */
export type AsideCheck = {
  readonly ending: string
  readonly text: string
  readonly voice: Voice
  readonly manner: Omit<Manner, "rules" | "facts">
  /** Those of a team, beside the program's own. */
  readonly ownRules: readonly unknown[]
}

/**
 * As `readFile` and `checkFile`, for a server: in a thread of its own, so that nothing else waits for a long text, and one text
 * after the other. Null where the text cannot be read as such a file.
 */
export function checkAside(asked: AsideCheck): Promise<Checked | null> {
  return inTurn(() => checkOne(asked))
}

function checkOne(asked: AsideCheck): Promise<Checked | null> {
  const name = import.meta.url.endsWith(".ts") ? "./check-worker.ts" : "./check-worker.js"
  const worker = new Worker(new URL(name, import.meta.url))
  return new Promise<Checked | null>((resolve, reject) => {
    worker.once("message", resolve)
    worker.once("error", reject)
    worker.once("exit", () => reject(new Error("A text could not be checked: its thread ended without an answer.")))
    worker.postMessage(asked)
  }).finally(() => void worker.terminate())
}
