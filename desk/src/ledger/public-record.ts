import { type IsSigned, type SignedCheckpoint, hasItsSignature, leafBytes } from "./checkpoint.ts"
import { type RangeProof, rootOfRange } from "./merkle-range.ts"
import { type HashBytes, leafHash } from "./merkle.ts"

/** A closed promise without words and names: its outcome, and the last hash of its chain. */
export type PublicPromise = {
  readonly promise: string
  readonly outcome: string
  readonly deed: string
  /** As of the checkpoint; null where it began after it. */
  readonly sealed: { readonly entries: number; readonly hash: string } | null
}

/** What is published of a year's promises, to be verified without the desk. Hashes are hex. */
export type PublicRecord = {
  readonly promises: readonly PublicPromise[]
  /** The newest; null before the first day's. */
  readonly checkpoint: SignedCheckpoint | null
  /** That the workspace's promises stand in the checkpoint: a hash for each of them, also for those that are not listed. */
  readonly proof: {
    readonly workspaceId: string
    readonly size: number
    readonly start: number
    readonly leaves: readonly string[]
    readonly beside: readonly string[]
  } | null
}

export type Verified = {
  /** A sentence each; empty when everything fits together. */
  readonly problems: readonly string[]
  readonly sealed: number
  readonly unsealed: number
}

/**
 * Whether a published report fits together: its figures are what its lines count, each sealed line stands in the checkpoint
 * as it was sealed, and the checkpoint has its signature. `held`: the same checkpoint as somebody else has kept it.
 */
export function verifyRecord(
  { promises, checkpoint, proof }: PublicRecord,
  outcomes: Readonly<Record<string, number>>,
  { hash, isSigned, held }: { hash: HashBytes; isSigned: IsSigned; held: SignedCheckpoint | null },
): Verified {
  const problems = [...wrongCounts(promises, outcomes)]
  const sealed = promises.flatMap(({ promise, sealed: last }) => (last === null ? [] : [{ promise, ...last }]))
  if (checkpoint === null || proof === null) {
    if (sealed.length > 0) problems.push("Lines are said to be sealed, but there is no checkpoint.")
    return { problems, sealed: 0, unsealed: promises.length }
  }
  if (!hasItsSignature(checkpoint, isSigned)) problems.push("The checkpoint does not have its signature.")
  if (held !== null && (held.signature !== checkpoint.signature || held.number !== checkpoint.number))
    problems.push(`This is not the checkpoint that you hold (number ${held.number}).`)
  if (rootIn(proof, hash) !== checkpoint.root) problems.push("The hashes do not lead to the root of the checkpoint.")
  const leaves = new Set(proof.leaves)
  for (const { promise, entries, hash: last } of sealed) {
    const leaf = { workspaceId: proof.workspaceId, promiseId: promise, seq: entries, hash: last }
    if (!leaves.has(leafHash(leafBytes(leaf), hash).toHex()))
      problems.push(`Promise ${promise} does not stand in the checkpoint as it is listed.`)
  }
  return { problems, sealed: sealed.length, unsealed: promises.length - sealed.length }
}

function* wrongCounts(
  promises: readonly PublicPromise[],
  outcomes: Readonly<Record<string, number>>,
): Generator<string> {
  for (const outcome of ["in-time", "late", "new-date", "new-date-late", "broken", "released"]) {
    const listed = promises.filter((each) => each.outcome === outcome).length
    const told = outcomes[outcome] ?? 0
    if (listed !== told) yield `The report tells ${told} of “${outcome}”, and lists ${listed}.`
  }
}

function rootIn(proof: NonNullable<PublicRecord["proof"]>, hash: HashBytes): string | null {
  const bytes = (hex: readonly string[]) => hex.map((each) => Uint8Array.fromHex(each))
  const range: RangeProof = { size: proof.size, start: proof.start, beside: bytes(proof.beside) }
  return rootOfRange(range, bytes(proof.leaves), hash)?.toHex() ?? null
}
