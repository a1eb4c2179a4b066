import { hash } from "node:crypto"
import { parentPort } from "node:worker_threads"
import type { SignedCheckpoint } from "../ledger/checkpoint.ts"
import { isSigned, sha256 } from "./checkpoint-key.ts"
import { openDatabase } from "./database/open.ts"
import { type Extent, verifyPart } from "./verbs/verify.ts"

/** What a thread is told: its part of the record, and where the record is. */
export type ThreadWork = { readonly url: string; readonly extent: Extent; readonly held: SignedCheckpoint | undefined }

parentPort?.once("message", (work: ThreadWork) => void verifyOne(work))

async function verifyOne({ url, extent, held }: ThreadWork): Promise<void> {
  const database = await openDatabase({ kind: "server", url })
  try {
    const desk = { database, digest: (text: string) => hash("sha256", text, "hex") }
    const seals = { isSigned, hashBytes: sha256 }
    parentPort?.postMessage(await verifyPart(desk, held === undefined ? { seals } : { seals, held }, extent))
  } finally {
    await database.close()
  }
}
