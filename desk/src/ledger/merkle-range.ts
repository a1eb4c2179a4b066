import { type HashBytes, nodeHash } from "./merkle.ts"

/** That these leaves stand side by side in a tree: its size, where they begin, and the hashes of what lies beside them. */
export type RangeProof = {
  readonly size: number
  readonly start: number
  /** Roots of the subtrees outside of the range, in the order in which the tree is walked. */
  readonly beside: readonly Uint8Array[]
}

/** The proof for `length` leaves from `start`, in the tree of RFC 6962 over these leaf hashes. Takes every leaf once. */
export function rangeProof(
  leaves: readonly Uint8Array[],
  { start, length }: { readonly start: number; readonly length: number },
  hash: HashBytes,
): RangeProof {
  const beside: Uint8Array[] = []
  const rootOf = (from: number, until: number): Uint8Array =>
    until - from === 1 ? leafAt(leaves, from) : joinedAt(from, until, hash, rootOf)
  const walk = (from: number, until: number): void => {
    if (until <= start || from >= start + length) beside.push(rootOf(from, until))
    else if (from < start || until > start + length) {
      const middle = middleOf(from, until)
      walk(from, middle)
      walk(middle, until)
    }
  }
  if (leaves.length > 0) walk(0, leaves.length)
  return { size: leaves.length, start, beside }
}

/** The root that the proof and the leaves give; null when they do not fit together at all. */
export function rootOfRange(
  { size, start, beside }: RangeProof,
  leaves: readonly Uint8Array[],
  hash: HashBytes,
): Uint8Array | null {
  const end = start + leaves.length
  if (!Number.isSafeInteger(size) || !Number.isSafeInteger(start) || start < 0 || leaves.length === 0 || end > size) {
    return null
  }
  let taken = 0
  const rootOf = (from: number, until: number): Uint8Array | null => {
    if (until <= start || from >= end) {
      taken += 1
      return beside[taken - 1] ?? null
    }
    if (until - from === 1) return leaves[from - start] ?? null
    const middle = middleOf(from, until)
    const left = rootOf(from, middle)
    const right = left === null ? null : rootOf(middle, until)
    return left === null || right === null ? null : nodeHash(left, right, hash)
  }
  const root = rootOf(0, size)
  return taken === beside.length ? root : null
}

function joinedAt(
  from: number,
  until: number,
  hash: HashBytes,
  rootOf: (from: number, until: number) => Uint8Array,
): Uint8Array {
  const middle = middleOf(from, until)
  return nodeHash(rootOf(from, middle), rootOf(middle, until), hash)
}

/** The left part is the largest power of two that is smaller than the whole (RFC 6962, section 2.1). */
function middleOf(from: number, until: number): number {
  let width = 1
  while (width * 2 < until - from) width *= 2
  return from + width
}

function leafAt(leaves: readonly Uint8Array[], at: number): Uint8Array {
  const leaf = leaves[at]
  if (leaf === undefined) throw new Error("a range outside of its tree")
  return leaf
}
