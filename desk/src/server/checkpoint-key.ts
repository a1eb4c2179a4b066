import { createPrivateKey, createPublicKey, hash, sign, verify } from "node:crypto"
import type { Signer } from "../ledger/checkpoint.ts"

// A key of 32 bytes in the form that node:crypto reads: RFC 8410, sections 4 and 7.
const PRIVATE_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex")
const PUBLIC_PREFIX = Buffer.from("302a300506032b6570032100", "hex")

/** An Ed25519 key pair (RFC 8032) of a seed of 32 bytes. The same seed gives the same pair. */
export function signerOf(seed: Uint8Array): Signer {
  const key = createPrivateKey({ key: Buffer.concat([PRIVATE_PREFIX, seed]), format: "der", type: "pkcs8" })
  const publicKey = createPublicKey(key).export({ format: "der", type: "spki" }).subarray(PUBLIC_PREFIX.length)
  return {
    publicKey: publicKey.toString("hex"),
    sign: (text) => sign(null, Buffer.from(text), key).toString("hex"),
  }
}

/** False also when key or signature are no such thing at all. */
export function isSigned(publicKey: string, text: string, signature: string): boolean {
  if (!/^[0-9a-f]{64}$/.test(publicKey) || !/^[0-9a-f]{128}$/.test(signature)) return false
  const bytes = Buffer.concat([PUBLIC_PREFIX, Buffer.from(publicKey, "hex")])
  const key = createPublicKey({ key: bytes, format: "der", type: "spki" })
  return verify(null, Buffer.from(text), key, Buffer.from(signature, "hex"))
}

/** SHA-256. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return hash("sha256", bytes, "buffer")
}
