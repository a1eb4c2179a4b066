import { type Hash, createHash } from "node:crypto"
import { closeSync, openSync, readSync, writeFileSync } from "node:fs"
import { open } from "node:fs/promises"
import type { Content, Spooled } from "../verbs/file-store.ts"

/** A file that is written piece by piece. `close` says what it became. */
export type SpoolWriter = {
  readonly write: (piece: Uint8Array) => Promise<void>
  readonly close: () => Promise<Spooled>
}

export async function writeSpooled(path: string): Promise<SpoolWriter> {
  const file = await open(path, "wx", 0o600)
  const seen = openSeen()
  return {
    write: async (piece) => {
      seen.add(piece)
      await file.writeFile(piece)
    },
    close: async () => {
      await file.close()
      return { path, ...seen.end() }
    },
  }
}

/** The same for a thread that has nothing else to do meanwhile. */
export function writeSpooledNow(path: string): { write: (piece: Uint8Array) => void; close: () => Spooled } {
  const file = openSync(path, "wx", 0o600)
  const seen = openSeen()
  return {
    write: (piece) => {
      seen.add(piece)
      writeFileSync(file, piece)
    },
    close: () => {
      closeSync(file)
      return { path, ...seen.end() }
    },
  }
}

function openSeen() {
  const hash: Hash = createHash("sha256")
  let size = 0
  return {
    add: (piece: Uint8Array) => {
      hash.update(piece)
      size += piece.length
    },
    end: () => ({ digest: hash.digest("hex"), size }),
  }
}

/** The first `length` bytes, or all where there are fewer. */
export function firstBytes(content: Content, length: number): Uint8Array {
  if (content instanceof Uint8Array) return content.subarray(0, length)
  const bytes = new Uint8Array(Math.min(length, content.size))
  const file = openSync(content.path, "r")
  try {
    return bytes.subarray(0, fill(file, bytes, 0))
  } finally {
    closeSync(file)
  }
}

/** Reads from a place on, until `bytes` is full or the file has ended; gives how many it read. */
export function fill(file: number, bytes: Uint8Array, position: number): number {
  let filled = 0
  while (filled < bytes.length) {
    const read = readSync(file, bytes, filled, bytes.length - filled, position + filled)
    if (read === 0) break
    filled += read
  }
  return filled
}
