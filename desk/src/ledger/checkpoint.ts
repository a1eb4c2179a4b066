import { type Digest, GENESIS, canonical } from "./chain.ts"

/** The state of every promise and of the logs of settings at one moment, in one hash. Samples are not in it. */
export type Checkpoint = {
  /** 1, 2, 3 and so on. */
  readonly number: number
  readonly at: string
  /** Every entry recorded before this moment is in it; of those recorded between it and `at`, those that were committed. */
  readonly recordedBefore: string
  readonly promises: number
  readonly entries: number
  /** Merkle root over the leaves of all promises, and of the logs after them; hex. */
  readonly root: string
  /** The hash of the checkpoint before it. */
  readonly previous: string
  /** Ed25519, 32 bytes as hex. */
  readonly publicKey: string
}

export type SignedCheckpoint = Checkpoint & { readonly signature: string }

/** Ed25519 with the desk's key; passed in, because the ledger has no crypto. */
export type Signer = { readonly publicKey: string; readonly sign: (text: string) => string }
export type IsSigned = (publicKey: string, text: string, signature: string) => boolean

/** Entries are recorded in transactions, which live no longer than this: see docs/decisions/0007. */
const TRANSACTION_MINUTES_MAX = 2

export function recordedBefore(at: Temporal.Instant): Temporal.Instant {
  return at.subtract({ minutes: TRANSACTION_MINUTES_MAX })
}

/** One promise as of a checkpoint: its last entry, whose hash covers those before it. */
export type Leaf = {
  readonly workspaceId: string
  readonly promiseId: string
  readonly seq: number
  readonly hash: string
}

/** The log of settings of one workspace as of a checkpoint: its last entry, whose hash covers those before it. */
export type LogLeaf = Omit<Leaf, "promiseId">

/** What is hashed for a promise. */
export function leafBytes({ workspaceId, promiseId, seq, hash }: Leaf): Uint8Array {
  return bytesOf(`${workspaceId} ${promiseId} ${seq} ${hash}`)
}

/** What is hashed for a log: it cannot be taken for a promise. */
export function logLeafBytes({ workspaceId, seq, hash }: LogLeaf): Uint8Array {
  return bytesOf(`${workspaceId} log ${seq} ${hash}`)
}

/** Ids and hashes are ASCII, so characters are bytes. */
function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index)
  return bytes
}

export function signed(checkpoint: Omit<Checkpoint, "publicKey">, signer: Signer): SignedCheckpoint {
  const whole = { ...checkpoint, publicKey: signer.publicKey }
  return { ...whole, signature: signer.sign(signedText(whole)) }
}

export function hasItsSignature(checkpoint: SignedCheckpoint, isSigned: IsSigned): boolean {
  return isSigned(checkpoint.publicKey, signedText(checkpoint), checkpoint.signature)
}

export function checkpointHash(checkpoint: Checkpoint, digest: Digest): string {
  return digest(signedText(checkpoint))
}

/** The number of the first checkpoint that does not follow from those before it; null when they all do. */
export function firstWrongCheckpoint(
  checkpoints: readonly SignedCheckpoint[],
  digest: Digest,
  isSigned: IsSigned,
): number | null {
  let previous = GENESIS
  for (const [index, checkpoint] of checkpoints.entries()) {
    const follows = checkpoint.number === index + 1 && checkpoint.previous === previous
    if (!follows || !hasItsSignature(checkpoint, isSigned)) return index + 1
    previous = checkpointHash(checkpoint, digest)
  }
  return null
}

function signedText({ number, at, promises, entries, root, previous, publicKey, ...rest }: Checkpoint): string {
  const { recordedBefore: before } = rest
  return canonical({ number, at, recordedBefore: before, promises, entries, root, previous, publicKey })
}
