import type { Digest } from "../../ledger/chain.ts"
import {
  type IsSigned,
  type SignedCheckpoint,
  checkpointHash,
  firstWrongCheckpoint,
  hasItsSignature,
  leafBytes,
} from "../../ledger/checkpoint.ts"
import { type HashBytes, merkleTree } from "../../ledger/merkle.ts"
import type { StoredPromise } from "../database/verify.ts"

export type Seals = { readonly isSigned: IsSigned; readonly hashBytes: HashBytes }

/** What was compared with a checkpoint: one held elsewhere, else the newest of the desk's own. */
export type Anchored = {
  readonly number: number
  readonly at: string
  readonly isHeldElsewhere: boolean
  /** Entries that the checkpoint covers. */
  readonly entries: number
  /** Entries after it: not yet anchored. */
  readonly newer: number
}

export type CheckpointCheck = {
  /** Called for every promise, in the order of their keys. */
  look(stored: StoredPromise): readonly string[]
  end(): { readonly problems: readonly string[]; readonly anchored: Anchored | null }
}

type Parts = { readonly digest: Digest; readonly seals: Seals | undefined; readonly held: SignedCheckpoint | undefined }

/** Compares the state as of the newest checkpoint, and as of one held elsewhere, with what they sealed. */
export function checkpointCheck(checkpoints: readonly SignedCheckpoint[], parts: Parts): CheckpointCheck {
  const { digest, seals, held } = parts
  const newest = checkpoints.at(-1)
  const own = newest === undefined || newest.number === held?.number ? [] : [newest]
  const states = [...own, ...(held === undefined ? [] : [held])].map((checkpoint) => stateAsOf(checkpoint, seals))
  return {
    look(stored) {
      const problems = leafProblems(stored)
      for (const state of states) problems.push(...state.look(stored))
      return [...new Set(problems)]
    },
    end() {
      const problems = seals === undefined ? [] : chainProblems(checkpoints, digest, seals)
      if (held !== undefined) problems.push(...heldProblems(held, checkpoints, { digest, seals }))
      for (const state of states) problems.push(...state.end())
      const last = states.at(-1)
      return { problems, anchored: last === undefined ? null : last.anchored(held !== undefined) }
    },
  }
}

function chainProblems(checkpoints: readonly SignedCheckpoint[], digest: Digest, { isSigned }: Seals): string[] {
  const wrong = firstWrongCheckpoint(checkpoints, digest, isSigned)
  return wrong === null ? [] : [`Checkpoint ${wrong} is missing, changed, or does not follow from the one before it.`]
}

function heldProblems(
  held: SignedCheckpoint,
  checkpoints: readonly SignedCheckpoint[],
  { digest, seals }: { readonly digest: Digest; readonly seals: Seals | undefined },
): readonly string[] {
  if (seals !== undefined && !hasItsSignature(held, seals.isSigned))
    return ["The checkpoint held elsewhere does not bear the signature of the key that it names: it was changed."]
  const same = checkpoints.find(({ number }) => number === held.number)
  if (same === undefined)
    return [`The desk has no checkpoint ${held.number}: the record was cut back, or an older copy restored.`]
  if (checkpointHash(same, digest) === checkpointHash(held, digest)) return []
  return [`The desk's checkpoint ${held.number} is not the one held elsewhere.`]
}

/** Where the entries are not those whose hashes a checkpoint wrote down. */
function leafProblems({ key, entries, leaves }: StoredPromise): string[] {
  const wrong = leaves.find(({ seq, hash }) => entries[seq - 1]?.hash !== hash)
  if (wrong === undefined) return []
  const { seq, number } = wrong
  return seq > entries.length
    ? [`Promise ${key.promiseId}: entry ${seq} is gone, which checkpoint ${number} has.`]
    : [`Promise ${key.promiseId}: entry ${seq} is not the one that checkpoint ${number} has.`]
}

type State = {
  look(stored: StoredPromise): readonly string[]
  end(): readonly string[]
  anchored(isHeldElsewhere: boolean): Anchored
}

/** The state as of a checkpoint, built again from the entries. */
function stateAsOf(checkpoint: SignedCheckpoint, seals: Seals | undefined): State {
  const { number, at, recordedBefore } = checkpoint
  const tree = seals === undefined ? null : merkleTree(seals.hashBytes)
  let promises = 0
  let covered = 0
  let newer = 0
  return {
    look({ key, entries, leaves }) {
      const seq = leaves.findLast((leaf) => leaf.number <= number)?.seq ?? 0
      if (seq > 0) {
        promises += 1
        covered += seq
        tree?.add(leafBytes({ ...key, seq, hash: entries[seq - 1]?.hash ?? "" }))
      }
      newer += Math.max(0, entries.length - seq)
      const early = entries.slice(seq).find(({ entry }) => entry.recordedAt < recordedBefore)
      if (early === undefined) return []
      return [
        `Promise ${key.promiseId}: entry ${early.entry.seq} bears a time before checkpoint ${number}, which does not have it.`,
      ]
    },
    end() {
      const isSame = promises === checkpoint.promises && covered === checkpoint.entries
      if (isSame && (tree === null || tree.root().toHex() === checkpoint.root)) return []
      const counts = isSame
        ? ""
        : ` It had ${checkpoint.entries} entries of ${checkpoint.promises} promises; ${covered} of ${promises} are found.`
      return [`The record up to checkpoint ${number} is not the one that was sealed.${counts}`]
    },
    anchored: (isHeldElsewhere) => ({ number, at, isHeldElsewhere, entries: covered, newer }),
  }
}
