import { createHash } from "node:crypto"
import fc from "fast-check"
import { expect, test } from "vitest"
import { rangeProof, rootOfRange } from "./merkle-range.ts"
import { leafHash, merkleTree } from "./merkle.ts"

const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest()

function treeOf(size: number) {
  const leaves = Array.from({ length: size }, (_, index) => leafHash(new TextEncoder().encode(`leaf ${index}`), hash))
  const tree = merkleTree(hash)
  for (const leaf of leaves) tree.addHash(leaf)
  return { leaves, root: tree.root().toHex() }
}

test("Leaves side by side and the hashes beside them give the root of the whole tree, and no other leaves do", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(), fc.nat(), (size, from, wide) => {
      const { leaves, root } = treeOf(size)
      const start = from % size
      const length = 1 + (wide % (size - start))
      const proof = rangeProof(leaves, { start, length }, hash)
      const range = leaves.slice(start, start + length)
      expect(rootOfRange(proof, range, hash)?.toHex()).toBe(root)
      const changed = range.with(wide % length, leafHash(new TextEncoder().encode("another"), hash))
      expect(rootOfRange(proof, changed, hash)?.toHex()).not.toBe(root)
      expect(rootOfRange({ ...proof, beside: [...proof.beside, hash(new Uint8Array())] }, range, hash)).toBeNull()
    }),
  )
})

test("The proof grows with the height of the tree, not with its size", () => {
  const { leaves } = treeOf(5_000)
  expect(rangeProof(leaves, { start: 1_234, length: 10 }, hash).beside.length).toBeLessThan(30)
})
