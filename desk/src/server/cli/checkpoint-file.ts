import { readFile, writeFile } from "node:fs/promises"
import { z } from "zod"
import type { SignedCheckpoint } from "../../ledger/checkpoint.ts"

const HASH = z.string().regex(/^[0-9a-f]{64}$/)
export const CHECKPOINT = z.object({
  number: z.int().positive(),
  at: z.iso.datetime(),
  recordedBefore: z.iso.datetime(),
  promises: z.int().nonnegative(),
  entries: z.int().nonnegative(),
  root: HASH,
  previous: HASH,
  publicKey: HASH,
  signature: z.string().regex(/^[0-9a-f]{128}$/),
})

/** Fails when there is a file of this name already: it may be the only copy of an older checkpoint. */
export async function writeCheckpointFile(path: string, checkpoint: SignedCheckpoint): Promise<void> {
  await writeFile(path, `${JSON.stringify(checkpoint, null, 2)}\n`, { flag: "wx" })
}

/** Fails with a sentence when the file is no checkpoint. */
export async function readCheckpointFile(path: string): Promise<SignedCheckpoint> {
  const text = await readFile(path, "utf8")
  const read = CHECKPOINT.safeParse(parsed(text))
  if (!read.success) throw new Error(`${path} is not a checkpoint that the desk has written.`)
  return read.data
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
