import { hash } from "node:crypto"
import type { Database } from "./database/database.ts"
import type { DeskKey, RandomBytes } from "./desk-key.ts"
import type { Desk } from "./verbs/desk.ts"
import type { FileStore } from "./verbs/file-store.ts"

const SALT_LENGTH = 16 // bytes: 32 hex digits

/** What a process gives its desk: where things are kept, what time it is, and chance. */
export type DeskParts = {
  readonly database: Database
  readonly files: FileStore
  readonly key: DeskKey
  readonly publicUrl: string
  readonly now: () => Temporal.Instant
  readonly randomBytes: RandomBytes
  readonly committed: () => void
}

export function openDesk({ database, files, key, publicUrl, now, randomBytes, committed }: DeskParts): Desk {
  return {
    database,
    files,
    publicUrl,
    now,
    newId: () => uuidVersion7(now(), randomBytes(16)),
    newSalt: () => Buffer.from(randomBytes(SALT_LENGTH)).toString("hex"),
    digest: (text) => hash("sha256", text, "hex"),
    sign: key.sign,
    secrets: { seal: key.seal, open: key.open },
    committed,
  }
}

/** RFC 9562, section 5.7: 48 bits of milliseconds, then chance. */
export function uuidVersion7(at: Temporal.Instant, chance: Uint8Array): string {
  const bytes = Buffer.from(chance.subarray(0, 16))
  bytes.writeUIntBE(at.epochMilliseconds, 0, 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString("hex")
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-")
}
