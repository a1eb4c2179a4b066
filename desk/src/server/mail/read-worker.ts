// The thread in which a large mail is read: see read-apart.ts. Whatever fails ends it.
import { parentPort, workerData } from "node:worker_threads"
import { readWhole } from "./read-mail.ts"

if (!(workerData instanceof Uint8Array)) throw new Error("a thread without a mail")
const mail = await readWhole(workerData)
const buffers = new Set(
  mail.files.map(({ content }) => content.buffer).filter((buffer) => buffer instanceof ArrayBuffer),
)
parentPort?.postMessage(mail, [...buffers])
