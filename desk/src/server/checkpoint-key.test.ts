import { describe, expect, test } from "vitest"
import { isSigned, signerOf } from "./checkpoint-key.ts"

describe("the key of checkpoints", () => {
  // RFC 8032, section 7.1, test 1
  const seed = Uint8Array.fromHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
  const publicKey = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"

  test("is the one that Ed25519 gives for its seed", () => {
    expect(signerOf(seed).publicKey).toBe(publicKey)
    expect(signerOf(seed).sign("")).toBe(
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    )
  })

  test("signs what others can check, and nothing else passes", () => {
    const signature = signerOf(seed).sign("twelve")
    expect(isSigned(publicKey, "twelve", signature)).toBe(true)
    expect(isSigned(publicKey, "thirteen", signature)).toBe(false)
    expect(isSigned(publicKey, "twelve", "no signature")).toBe(false)
    expect(isSigned("no key", "twelve", signature)).toBe(false)
  })
})
