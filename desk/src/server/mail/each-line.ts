import { closeSync, openSync } from "node:fs"
import { type Content, sizeOf } from "../verbs/file-store.ts"
import { fill } from "./spooled-file.ts"

const PIECE_SIZE = 256 * 1024 // bytes that are read at once

/** Waiting costs more than most lines, so it is only done where there is something to wait for. */
type Work = (line: Uint8Array, isLast: boolean) => Promise<void> | undefined | void

/**
 * Hands each line over without its end, and whether it is the last one. Little more than the longest line is in memory: what
 * was handed over is written over when the next line is.
 */
export async function eachLine(content: Content, work: Work, pieceSize: number = PIECE_SIZE): Promise<void> {
  const source = openSource(content)
  try {
    await readLines(source, work, pieceSize)
  } finally {
    source.close()
  }
}

type Source = {
  readonly size: number
  readonly read: (into: Uint8Array, position: number) => number
  readonly close: () => void
}

function openSource(content: Content): Source {
  const size = sizeOf(content)
  if (content instanceof Uint8Array)
    return { size, read: (into, position) => copy(content, into, position), close() {} }
  const file = openSync(content.path, "r")
  return { size, read: (into, position) => fill(file, into, position), close: () => closeSync(file) }
}

function copy(from: Uint8Array, into: Uint8Array, position: number): number {
  const piece = from.subarray(position, position + into.length)
  into.set(piece)
  return piece.length
}

async function readLines(source: Source, work: Work, pieceSize: number): Promise<void> {
  let held = new Uint8Array(pieceSize)
  let [filled, position] = [0, 0] // bytes in `held`, and the place in the source behind them
  while (position < source.size) {
    if (filled === held.length) held = longer(held)
    const read = source.read(held.subarray(filled), position)
    if (read === 0) throw new Error("a mail that became shorter while it was read")
    const searched = filled
    filled += read
    position += read
    const rest = await handOver(held.subarray(0, filled), searched, position === source.size, work)
    held.copyWithin(0, filled - rest, filled)
    filled = rest
  }
}

/** Hands over the whole lines in `held`, of which none ends before `searched`, and what remains at the very end. Gives the size of what remains. */
async function handOver(held: Uint8Array, searched: number, isEnd: boolean, work: Work): Promise<number> {
  let from = 0
  for (let at = held.indexOf(LINE_END, searched); at >= 0; at = held.indexOf(LINE_END, from)) {
    const working = work(withoutReturns(held, from, at), isEnd && at + 1 === held.length)
    if (working !== undefined) await working
    from = at + 1
  }
  if (!isEnd || from === held.length) return held.length - from
  await work(withoutReturns(held, from, held.length), true)
  return 0
}

function withoutReturns(held: Uint8Array, from: number, end: number): Uint8Array {
  let to = end
  while (to > from && held[to - 1] === RETURN) to -= 1
  return held.subarray(from, to)
}

function longer(held: Uint8Array): Uint8Array<ArrayBuffer> {
  const twice = new Uint8Array(held.length * 2)
  twice.set(held)
  return twice
}

const LINE_END = 0x0a
const RETURN = 0x0d
