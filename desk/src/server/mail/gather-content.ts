import { join } from "node:path"
import type { Spooled } from "../verbs/file-store.ts"
import { writeSpooledNow } from "./spooled-file.ts"

const FIRST_BLOCK_SIZE = 1024 // bytes: a mail may have thousands of parts, most of them small

/** Where the contents of a mail's parts go while they are decoded. */
export type Place = {
  /** A part that is larger goes to the folder; as much is gathered before it is written. Bytes. */
  readonly blockSize: number
  /** The path of a new file; null where all stays in memory. */
  readonly newPath: (() => string) | null
}

/** New files of a folder. */
export function placeIn(folder: string | null, blockSize: number): Place {
  let count = 0
  return { blockSize, newPath: folder === null ? null : () => join(folder, `part-${(count += 1)}`) }
}

export type Gathering = {
  readonly add: (piece: Uint8Array) => void
  readonly end: () => Uint8Array<ArrayBuffer> | Spooled
}

/** Gathers what a part decodes to: a small one in memory, a large one on disk. */
export function gatherContent({ blockSize, newPath }: Place): Gathering {
  const full: Uint8Array[] = []
  let block = new Uint8Array(Math.min(FIRST_BLOCK_SIZE, blockSize))
  let filled = 0
  let file: ReturnType<typeof writeSpooledNow> | null = null
  const makeRoom = () => {
    if (block.length < blockSize) {
      const larger = new Uint8Array(Math.min(block.length * 2, blockSize))
      larger.set(block)
      block = larger
      return
    }
    if (newPath === null) {
      full.push(block)
      block = new Uint8Array(blockSize)
    } else {
      file ??= writeSpooledNow(newPath())
      file.write(block)
    }
    filled = 0
  }
  return {
    add: (piece) => {
      for (let from = 0; from < piece.length;) {
        if (filled === block.length) makeRoom()
        const size = Math.min(piece.length - from, block.length - filled)
        block.set(size === piece.length ? piece : piece.subarray(from, from + size), filled)
        filled += size
        from += size
      }
    },
    end: () => {
      const last = block.subarray(0, filled)
      if (file === null) return joined([...full, last])
      file.write(last)
      return file.close()
    },
  }
}

function joined(blocks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(blocks.reduce((size, { length }) => size + length, 0))
  let at = 0
  for (const block of blocks) {
    whole.set(block, at)
    at += block.length
  }
  return whole
}
