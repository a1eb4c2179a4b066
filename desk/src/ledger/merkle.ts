/** SHA-256 of bytes; passed in, because the ledger has no crypto. */
export type HashBytes = (bytes: Uint8Array) => Uint8Array

/** Takes leaves one after the other and keeps as many hashes as the tree is high. */
export type MerkleTree = {
  add(leaf: Uint8Array): void
  /** A leaf that was hashed elsewhere, by `leafHash`. */
  addHash(hash: Uint8Array): void
  root(): Uint8Array
}

export function leafHash(leaf: Uint8Array, hash: HashBytes): Uint8Array {
  return hash(behind(LEAF, leaf))
}

/** The Merkle tree hash of RFC 6962, section 2.1: a leaf is hashed behind 0x00, a node behind 0x01. */
export function merkleTree(hash: HashBytes): MerkleTree {
  const complete: Subtree[] = [] // each larger than the one after it
  function addHash(leaf: Uint8Array): void {
    let subtree: Subtree = { size: 1, hash: leaf }
    for (let left = complete.at(-1); left?.size === subtree.size; left = complete.at(-1)) {
      complete.pop()
      subtree = joined(left, subtree, hash)
    }
    complete.push(subtree)
  }
  return {
    add: (leaf) => addHash(leafHash(leaf, hash)),
    addHash,
    root() {
      if (complete.length === 0) return hash(new Uint8Array())
      return complete.reduceRight((right, left) => joined(left, right, hash)).hash
    },
  }
}

/** The hash of a node over those of its two halves. */
export function nodeHash(left: Uint8Array, right: Uint8Array, hash: HashBytes): Uint8Array {
  return hash(behind(NODE, left, right))
}

type Subtree = { readonly size: number; readonly hash: Uint8Array }

const LEAF = 0
const NODE = 1

function joined(left: Subtree, right: Subtree, hash: HashBytes): Subtree {
  return { size: left.size + right.size, hash: hash(behind(NODE, left.hash, right.hash)) }
}

function behind(prefix: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(1 + parts.reduce((length, part) => length + part.length, 0))
  bytes[0] = prefix
  let offset = 1
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  return bytes
}
