import type { Digest } from "../../ledger/chain.ts"
import {
  type IsSigned,
  type SignedCheckpoint,
  checkpointHash,
  firstWrongCheckpoint,
  hasItsSignature,
  leafBytes,
} from "../../ledger/checkpoint.ts"
import { type HashBytes, leafHash, merkleTree } from "../../ledger/merkle.ts"
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

/** What was found of the state as of one checkpoint, in a part of the record. */
export type StatePart = {
  readonly promises: number
  readonly covered: number
  readonly newer: number
  /** Of each promise that the checkpoint covers, in the order of their keys; 32 bytes each. */
  readonly leafHashes: Uint8Array
}

export type CheckpointCheck = {
  /** Called for every promise of a part, in the order of their keys. */
  look(stored: StoredPromise): readonly string[]
  /** Of each state that is compared, what this part holds. */
  parts(): readonly StatePart[]
}

type Parts = { readonly digest: Digest; readonly seals: Seals | undefined; readonly held: SignedCheckpoint | undefined }

/** Gathers, from a part of the record, the state as of the newest checkpoint and of one held elsewhere. */
export function checkpointCheck(checkpoints: readonly SignedCheckpoint[], { seals, held }: Parts): CheckpointCheck {
  const states = comparedWith(checkpoints, held).map((checkpoint) => stateAsOf(checkpoint, seals))
  return {
    look(stored) {
      const problems = leafProblems(stored)
      for (const state of states) problems.push(...state.look(stored))
      return problems.length > 1 ? [...new Set(problems)] : problems
    },
    parts: () => states.map((state) => state.part()),
  }
}

/** Compares the states, of all parts in order, with what the checkpoints sealed. */
export function checkpointProblems(
  checkpoints: readonly SignedCheckpoint[],
  { digest, seals, held }: Parts,
  parts: readonly (readonly StatePart[])[],
): { readonly problems: readonly string[]; readonly anchored: Anchored | null } {
  const problems = seals === undefined ? [] : chainProblems(checkpoints, digest, seals)
  if (held !== undefined) problems.push(...heldProblems(held, checkpoints, { digest, seals }))
  let anchored: Anchored | null = null
  for (const [place, checkpoint] of comparedWith(checkpoints, held).entries()) {
    const found = parts.map((part) => part[place]).filter((part) => part !== undefined)
    problems.push(...stateProblems(checkpoint, seals, found))
    const { number, at } = checkpoint
    const sum = (of: (part: StatePart) => number) => found.reduce((total, part) => total + of(part), 0)
    const isHeldElsewhere = held !== undefined
    anchored = { number, at, isHeldElsewhere, entries: sum((one) => one.covered), newer: sum((one) => one.newer) }
  }
  return { problems, anchored }
}

/** The newest of the desk's own, and the one held elsewhere. */
export function comparedWith(
  checkpoints: readonly SignedCheckpoint[],
  held: SignedCheckpoint | undefined,
): readonly SignedCheckpoint[] {
  const newest = checkpoints.at(-1)
  const own = newest === undefined || newest.number === held?.number ? [] : [newest]
  return [...own, ...(held === undefined ? [] : [held])]
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

type State = { look(stored: StoredPromise): readonly string[]; part(): StatePart }

/** The state as of a checkpoint, built again from the entries. */
function stateAsOf({ number, recordedBefore }: SignedCheckpoint, seals: Seals | undefined): State {
  const hashes: Uint8Array[] = []
  let promises = 0
  let covered = 0
  let newer = 0
  return {
    look({ key, entries, leaves }) {
      const seq = leaves.findLast((leaf) => leaf.number <= number)?.seq ?? 0
      if (seq > 0) {
        promises += 1
        covered += seq
        const leaf = { workspaceId: key.workspaceId, promiseId: key.promiseId, seq, hash: entries[seq - 1]?.hash ?? "" }
        if (seals !== undefined) hashes.push(leafHash(leafBytes(leaf), seals.hashBytes))
      }
      newer += Math.max(0, entries.length - seq)
      const early = entries.slice(seq).find(({ entry }) => entry.recordedAt < recordedBefore)
      if (early === undefined) return []
      return [
        `Promise ${key.promiseId}: entry ${early.entry.seq} bears a time before checkpoint ${number}, which does not have it.`,
      ]
    },
    part: () => ({ promises, covered, newer, leafHashes: joinedBytes(hashes) }),
  }
}

function stateProblems(
  { number, promises, entries, root }: SignedCheckpoint,
  seals: Seals | undefined,
  parts: readonly StatePart[],
): readonly string[] {
  const found = parts.reduce((sum, part) => sum + part.promises, 0)
  const covered = parts.reduce((sum, part) => sum + part.covered, 0)
  const isSame = found === promises && covered === entries
  if (isSame && (seals === undefined || rootOf(parts, seals) === root)) return []
  const counts = isSame ? "" : ` It had ${entries} entries of ${promises} promises; ${covered} of ${found} are found.`
  return [`The record up to checkpoint ${number} is not the one that was sealed.${counts}`]
}

function rootOf(parts: readonly StatePart[], { hashBytes }: Seals): string {
  const tree = merkleTree(hashBytes)
  for (const { leafHashes } of parts) {
    for (let at = 0; at < leafHashes.length; at += HASH_LENGTH) tree.addHash(leafHashes.subarray(at, at + HASH_LENGTH))
  }
  return tree.root().toHex()
}

const HASH_LENGTH = 32 // bytes of SHA-256

export function joinedBytes(hashes: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(hashes.length * HASH_LENGTH)
  for (const [index, hash] of hashes.entries()) bytes.set(hash, index * HASH_LENGTH)
  return bytes
}
