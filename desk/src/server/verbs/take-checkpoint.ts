import { GENESIS } from "../../ledger/chain.ts"
import {
  type Signer,
  type SignedCheckpoint,
  checkpointHash,
  leafBytes,
  logLeafBytes,
  recordedBefore,
  signed,
} from "../../ledger/checkpoint.ts"
import { type HashBytes, merkleTree } from "../../ledger/merkle.ts"
import {
  hasEntries,
  insertCheckpoint,
  insertNewLeaves,
  insertNewLogLeaves,
  listNewestLogLeaves,
  lockCheckpoints,
  readNewestCheckpoint,
  walkNewestLeaves,
} from "../database/checkpoints.ts"
import type { Queries } from "../database/database.ts"
import { milliseconds } from "../database/entries.ts"
import { longTransaction } from "../database/verify.ts"
import type { Desk } from "./desk.ts"

export type Sealing = { readonly signer: Signer; readonly hashBytes: HashBytes }

/**
 * Takes today's checkpoint (days in UTC) when there is none yet. Null when there is one, and for a desk in which nothing was written down, neither of promises nor of settings.
 * Any number of processes may call it at once.
 */
export function takeDailyCheckpoint(desk: Desk, sealing: Sealing): Promise<SignedCheckpoint | null> {
  return longTransaction(desk.database, async (queries) => {
    await lockCheckpoints(queries) // before the first look, so that the look sees what another process has just taken
    const newest = await readNewestCheckpoint(queries)
    const today = desk.now().toString().slice(0, DATE_LENGTH)
    if (newest !== null && newest.at.slice(0, DATE_LENGTH) >= today) return null
    if (newest === null && !(await hasEntries(queries))) return null
    return take(queries, desk, sealing, newest)
  })
}

/** Takes a checkpoint now. */
export function takeCheckpoint(desk: Desk, sealing: Sealing): Promise<SignedCheckpoint> {
  return longTransaction(desk.database, async (queries) => {
    await lockCheckpoints(queries)
    return take(queries, desk, sealing, await readNewestCheckpoint(queries))
  })
}

const DATE_LENGTH = "2026-11-22".length

async function take(
  queries: Queries,
  desk: Desk,
  { signer, hashBytes }: Sealing,
  newest: SignedCheckpoint | null,
): Promise<SignedCheckpoint> {
  const number = (newest?.number ?? 0) + 1
  const at = desk.now()
  const tree = merkleTree(hashBytes)
  const leaves = []
  let promises = 0
  let entries = 0
  for await (const batch of walkNewestLeaves(queries)) {
    for (const leaf of batch) {
      tree.add(leafBytes(leaf))
      promises += 1
      entries += leaf.seq
    }
    leaves.push(batch)
  }
  const logs = await listNewestLogLeaves(queries)
  for (const log of logs) tree.add(logLeafBytes(log))
  const checkpoint = signed(
    {
      number,
      at: milliseconds(at.toString()),
      recordedBefore: milliseconds(recordedBefore(at).toString()),
      promises,
      entries,
      root: tree.root().toHex(),
      previous: newest === null ? GENESIS : checkpointHash(newest, desk.digest),
    },
    signer,
  )
  await insertCheckpoint(queries, checkpoint)
  for (const batch of leaves) await insertNewLeaves(queries, number, batch)
  await insertNewLogLeaves(queries, number, logs)
  return checkpoint
}
