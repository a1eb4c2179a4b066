import { invalid } from "./error.ts"

/** Bytes of any length that can be read in pieces: a file on disk, or one that somebody chose in a browser. */
export type ByteSource = {
  readonly size: number
  readonly read: (offset: number, length: number) => Promise<Uint8Array>
}

const PIECE = 1024 * 1024 // bytes read at once
const HEAD_SIZE = 16 * 1024 // bytes in which the date is looked for
const MAIL_SIZE_MAX = 64 * 1024 * 1024 // bytes; what mails have at most

/** One mail of an mbox file: where it lies, and when it was written as far as its head says (epoch milliseconds, 0: unknown). */
export type MboxPlace = { readonly offset: number; readonly length: number; readonly time: number }

/**
 * Where the mails of an mbox file lie (RFC 4155, mboxrd), the oldest first, so that an answer comes after what it answers.
 * `invalid` when it is no such file.
 */
export async function findMails(source: ByteSource): Promise<readonly MboxPlace[]> {
  const starts = await findStarts(source)
  if (starts[0] !== 0) throw invalid('This is no mbox file: it does not begin with a line "From ".', "file")
  const places: MboxPlace[] = []
  for (const [index, start] of starts.entries()) {
    const head = await source.read(start, Math.min(HEAD_SIZE, source.size - start))
    const offset = start + lineLength(head)
    places.push({ offset, length: (starts[index + 1] ?? source.size) - offset, time: timeOf(head) })
  }
  return places.toSorted((one, other) => one.time - other.time)
}

/** The mail as it came: without the line that parts it from others, and without what quotes such lines in it. */
export async function readMboxMail(source: ByteSource, { offset, length }: MboxPlace): Promise<Uint8Array> {
  return unquoted(await source.read(offset, Math.min(length, MAIL_SIZE_MAX)))
}

const LINE_END = 10
const RETURN = 13
const QUOTE = 62
const FROM = Uint8Array.from("From ", (character) => character.charCodeAt(0))

/** Where lines "From " begin that part mails: at the start, or after an empty line. */
async function findStarts(source: ByteSource): Promise<readonly number[]> {
  const starts: number[] = []
  let carried = Uint8Array.of(LINE_END, LINE_END)
  for (let at = 0; at < source.size; at += PIECE) {
    const piece = joined(carried, await source.read(at, Math.min(PIECE, source.size - at)))
    const origin = at - carried.length
    for (let end = piece.indexOf(LINE_END); end >= 0; end = piece.indexOf(LINE_END, end + 1)) {
      if (isAt(piece, end + 1, FROM) && isAfterEmptyLine(piece, end)) starts.push(origin + end + 1)
    }
    carried = piece.slice(-(FROM.length + 2))
  }
  return [...new Set(starts)]
}

function isAfterEmptyLine(bytes: Uint8Array, lineEnd: number): boolean {
  const before = bytes[lineEnd - 1]
  return before === LINE_END || (before === RETURN && bytes[lineEnd - 2] === LINE_END)
}

function isAt(bytes: Uint8Array, at: number, searched: Uint8Array): boolean {
  return searched.every((byte, index) => bytes[at + index] === byte)
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length)
  both.set(one)
  both.set(other, one.length)
  return both
}

function lineLength(head: Uint8Array): number {
  const end = head.indexOf(LINE_END)
  return end < 0 ? head.length : end + 1
}

/** Of its Date, else of the line that parts it from the mail before. */
function timeOf(head: Uint8Array): number {
  const text = String.fromCharCode(...head.subarray(0, headersEnd(head)))
  const date = Date.parse(/^date:[ \t]*(.+)$/im.exec(text)?.[1] ?? "")
  if (!Number.isNaN(date)) return date
  const came = Date.parse(/^From \S+\s+(.+)$/m.exec(text)?.[1] ?? "")
  return Number.isNaN(came) ? 0 : came
}

function headersEnd(head: Uint8Array): number {
  for (let at = head.indexOf(LINE_END); at >= 0; at = head.indexOf(LINE_END, at + 1)) {
    const after = head[at + 1] === RETURN ? at + 2 : at + 1
    if (head[after] === LINE_END) return after
  }
  return head.length
}

/** mboxrd writes one more ">" before "From ", and one more before each that has some. */
function unquoted(raw: Uint8Array): Uint8Array {
  const isParted = raw.at(-1) === LINE_END && raw.at(-2) === LINE_END
  const own = raw.subarray(0, raw.length - (isParted ? 1 : 0))
  const kept = new Uint8Array(own.length)
  let written = 0
  let from = 0
  for (let at = own.indexOf(QUOTE); at >= 0; at = own.indexOf(QUOTE, at + 1)) {
    if (at > 0 && own[at - 1] !== LINE_END) continue
    let after = at
    while (own[after] === QUOTE) after += 1
    if (!isAt(own, after, FROM)) continue
    kept.set(own.subarray(from, at), written)
    written += at - from
    from = at + 1
  }
  if (from === 0) return own
  kept.set(own.subarray(from), written)
  return kept.subarray(0, written + own.length - from)
}
