// The thread in which a large mail is read: see read-apart.ts. Whatever fails ends it.
import { parentPort, workerData } from "node:worker_threads"
import type { ReadAnswer, ReadOrder } from "./read-apart.ts"
import { readLineByLine } from "./read-mail.ts"
import { TooManyParts } from "./stream-mail.ts"

const { raw, folder }: ReadOrder = workerData
try {
  const mail = await readLineByLine(raw, folder)
  const buffers = new Set(
    mail.files
      .map(({ content }) => (content instanceof Uint8Array ? content.buffer : null))
      .filter((buffer) => buffer instanceof ArrayBuffer),
  )
  say({ kind: "read", mail }, [...buffers])
} catch (failure) {
  if (failure instanceof TooManyParts) say({ kind: "too many parts" }, [])
  else if (failure instanceof Error && "syscall" in failure) say({ kind: "disk failed", why: failure.message }, [])
  else throw failure
}

function say(answer: ReadAnswer, buffers: ArrayBuffer[]): void {
  parentPort?.postMessage(answer, buffers)
}
