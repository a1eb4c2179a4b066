import { createHash } from "node:crypto"
import { describe, expect, test } from "vitest"
import { merkleTree } from "./merkle.ts"

const sha256 = (bytes: Uint8Array): Uint8Array => createHash("sha256").update(bytes).digest()
const leavesOf = (count: number) => Array.from({ length: count }, (_, index) => Uint8Array.of(index, 7))

describe("a Merkle tree", () => {
  test("has the root that the definition of RFC 6962 gives, for every number of leaves up to 40", () => {
    for (let count = 0; count <= 40; count += 1) {
      const tree = merkleTree(sha256)
      for (const leaf of leavesOf(count)) tree.add(leaf)
      expect(hex(tree.root()), `${count} leaves`).toBe(hex(byDefinition(leavesOf(count))))
    }
  })

  test("of no leaves is the hash of nothing", () => {
    expect(hex(merkleTree(sha256).root())).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  })

  test("has another root when two leaves change places", () => {
    const [straight, turned] = [merkleTree(sha256), merkleTree(sha256)]
    for (const leaf of leavesOf(5)) straight.add(leaf)
    for (const leaf of leavesOf(5).toReversed()) turned.add(leaf)
    expect(hex(straight.root())).not.toBe(hex(turned.root()))
  })
})

/** Section 2.1, word for word: split at the largest power of two below the number of leaves. */
function byDefinition(leaves: readonly Uint8Array[]): Uint8Array {
  const [first] = leaves
  if (first === undefined) return sha256(new Uint8Array())
  if (leaves.length === 1) return sha256(Uint8Array.of(0, ...first))
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  return sha256(Uint8Array.of(1, ...byDefinition(leaves.slice(0, split)), ...byDefinition(leaves.slice(split))))
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex")
}
