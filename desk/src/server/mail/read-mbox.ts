import { type FileHandle, open } from "node:fs/promises"

const PIECE = 1024 * 1024 // bytes read at once
const HEAD_SIZE = 16 * 1024 // bytes in which the date is looked for
const MAIL_SIZE_MAX = 64 * 1024 * 1024 // bytes; what mails have at most

/** One mail of an mbox file: where it lies, and when it was written as far as its head says. */
export type MboxPlace = { readonly offset: number; readonly length: number; readonly time: number }

export type Mbox = {
  /** The oldest first, so that an answer comes after what it answers. */
  readonly places: readonly MboxPlace[]
  /** The mail as it came: without the line that parts it from others, and without what quotes such lines in it. */
  readonly read: (place: MboxPlace) => Promise<Uint8Array>
  readonly close: () => Promise<void>
}

/** Opens an mbox file (RFC 4155, mboxrd), of any size. Fails with a sentence when it is none. */
export async function openMbox(path: string): Promise<Mbox> {
  const file = await open(path, "r")
  try {
    const starts = await findStarts(file)
    if (starts[0] !== 0) throw new Error(`${path} is no mbox file: it does not begin with a line "From ".`)
    const { size } = await file.stat()
    const places: MboxPlace[] = []
    for (const [index, start] of starts.entries()) {
      const head = await readAt(file, start, Math.min(HEAD_SIZE, size - start))
      const offset = start + lineLength(head)
      places.push({ offset, length: (starts[index + 1] ?? size) - offset, time: timeOf(head) })
    }
    return {
      places: places.toSorted((one, other) => one.time - other.time),
      read: async ({ offset, length }) => unquoted(await readAt(file, offset, Math.min(length, MAIL_SIZE_MAX))),
      close: () => file.close(),
    }
  } catch (error) {
    await file.close()
    throw error
  }
}

const SEPARATOR = Buffer.from("\nFrom ")

/** Where lines "From " begin that part mails: at the start, or after an empty line. */
async function findStarts(file: FileHandle): Promise<readonly number[]> {
  const starts: number[] = []
  const { size } = await file.stat()
  let carried = Buffer.from("\n\n")
  for (let at = 0; at < size; at += PIECE) {
    const piece = Buffer.concat([carried, await readAt(file, at, Math.min(PIECE, size - at))])
    const origin = at - carried.length
    for (let found = piece.indexOf(SEPARATOR); found >= 0; found = piece.indexOf(SEPARATOR, found + 1)) {
      const before = piece.subarray(Math.max(0, found - 2), found).toString("latin1")
      if (before.endsWith("\n") || before === "\n\r") starts.push(origin + found + 1)
    }
    carried = piece.subarray(-(SEPARATOR.length + 1))
  }
  return [...new Set(starts)]
}

async function readAt(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(Math.max(0, length))
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, offset + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return buffer.subarray(0, filled)
}

function lineLength(head: Buffer): number {
  const end = head.indexOf("\n")
  return end < 0 ? head.length : end + 1
}

/** Of its Date, else of the line that parts it from the mail before. */
function timeOf(head: Buffer): number {
  const text = head.toString("latin1")
  const date = Date.parse(/^date:[ \t]*(.+)$/im.exec(text)?.[1] ?? "")
  if (!Number.isNaN(date)) return date
  const came = Date.parse(/^From \S+\s+(.+)$/m.exec(text)?.[1] ?? "")
  return Number.isNaN(came) ? 0 : came
}

const QUOTED = /^>+From /gm

function unquoted(raw: Buffer): Uint8Array {
  const end = raw.length - (raw.subarray(-2).equals(Buffer.from("\n\n")) ? 1 : 0)
  const own = raw.subarray(0, end)
  if (own.indexOf("\n>") < 0) return own
  return Buffer.from(
    own.toString("latin1").replaceAll(QUOTED, (line) => line.slice(1)),
    "latin1",
  )
}
