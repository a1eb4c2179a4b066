import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from "node:crypto"
import { mkdir, open, readFile } from "node:fs/promises"
import { join } from "node:path"
import type { Signer } from "../ledger/checkpoint.ts"
import { signerOf } from "./checkpoint-key.ts"
import { isMissing } from "./file-errors.ts"

export type RandomBytes = (length: number) => Uint8Array

const KEY_LENGTH = 32 // bytes
const NONCE_LENGTH = 12 // bytes, as AES-GCM wants it
const TAG_LENGTH = 16 // bytes

/** What the desk's one key is used for; each use has a key of its own, derived from it (RFC 5869). */
export type DeskKey = {
  readonly seal: (text: string) => Uint8Array
  /** Fails when the key is another, or when the bytes were changed. */
  readonly open: (sealed: Uint8Array) => string
  /** HMAC-SHA-256, hex. */
  readonly sign: (text: string) => string
  /** What sign-in cookies are signed with. */
  readonly cookieSecret: string
  /** What checkpoints are signed with. */
  readonly checkpoints: Signer
}

/** The key from the environment, else from the file `key` in the data folder, which is made (mode 600) when missing. */
export async function readDeskKey(
  given: Uint8Array | null,
  dataFolder: string,
  randomBytes: RandomBytes,
): Promise<DeskKey> {
  return deskKey(given ?? (await keyFromFile(dataFolder, randomBytes)), randomBytes)
}

export function deskKey(key: Uint8Array, randomBytes: RandomBytes): DeskKey {
  const sealing = derived(key, "seal")
  const signing = derived(key, "sign")
  return {
    seal(text) {
      const nonce = randomBytes(NONCE_LENGTH)
      const cipher = createCipheriv("aes-256-gcm", sealing, nonce)
      return Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()])
    },
    open(sealed) {
      const decipher = createDecipheriv("aes-256-gcm", sealing, sealed.subarray(0, NONCE_LENGTH))
      decipher.setAuthTag(sealed.subarray(-TAG_LENGTH))
      const text = decipher.update(sealed.subarray(NONCE_LENGTH, -TAG_LENGTH))
      return Buffer.concat([text, decipher.final()]).toString("utf8")
    },
    sign: (text) => createHmac("sha256", signing).update(text).digest("hex"),
    cookieSecret: derived(key, "cookies").toString("hex"),
    checkpoints: signerOf(derived(key, "checkpoints")),
  }
}

function derived(key: Uint8Array, use: string): Buffer {
  return Buffer.from(hkdfSync("sha256", key, "", `aboveboard ${use}`, KEY_LENGTH))
}

async function keyFromFile(dataFolder: string, randomBytes: RandomBytes): Promise<Uint8Array> {
  const path = join(dataFolder, "key")
  const text = await textOf(path)
  if (text === null) return newKeyFile(dataFolder, path, randomBytes)
  if (!/^[0-9a-f]{64}$/.test(text)) throw new Error(`${path} does not hold 64 hex digits. Restore it from a backup.`)
  return Uint8Array.fromHex(text)
}

async function textOf(path: string): Promise<string | null> {
  try {
    return (await readFile(path, "utf8")).trim()
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** Synced before it is used: what is sealed with it must never outlive it. */
async function newKeyFile(folder: string, path: string, randomBytes: RandomBytes): Promise<Uint8Array> {
  const key = randomBytes(KEY_LENGTH)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = await open(path, "wx", 0o600)
  try {
    await file.writeFile(`${Buffer.from(key).toString("hex")}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  return key
}
