const HEAD_SIZE_MAX = 4 * 1024 * 1024 // bytes in which the end of the headers is looked for
const FIELD_SIZE_MAX = 64 * 1024 // bytes of one header that is kept; a thousand recipients have 50 kB
const BODY = { size: 512 * 1024, lines: 4_000, dashed: 100 } // enough for what a person wrote
/** Of no mail more bytes are looked at. */
export const BEGINNING_SIZE_MAX = HEAD_SIZE_MAX + BODY.size + 2

/** The headers that say from whom a mail is, to whom, about what and how to read it. */
const KEPT =
  /^(from|to|cc|reply-to|subject|date|message-id|in-reply-to|references|return-path|auto-submitted|precedence|list-id|list-unsubscribe|x-spam-flag|x-autoreply|x-autorespond|x-auto-response|x-failed-recipients|mime-version|content-[a-z-]+):/i

/** The headers that matter, and the first part of what follows them, of a mail that is too much to be read whole. */
export function beginningOf(raw: Uint8Array): { readonly head: Uint8Array; readonly body: Uint8Array } {
  const bodyAt = startOfBody(raw)
  const fields = fieldsOf(raw.subarray(0, bodyAt)).filter((field) => KEPT.test(field) && field.length <= FIELD_SIZE_MAX)
  return {
    head: Buffer.from(`${fields.join("")}\r\n`, "latin1"),
    body: raw.subarray(bodyAt, endOfBeginning(raw, bodyAt)),
  }
}

/** The same headers for a mail without a body. */
export function withoutContent(head: Uint8Array): Uint8Array {
  const fields = fieldsOf(head).filter((field) => !/^content-/i.test(field))
  return Buffer.from(`${fields.join("").trimEnd()}\r\n\r\n`, "latin1")
}

/** Lines whose first byte stands where `counts` says yes. */
export function countLines(raw: Uint8Array, counts: (raw: Uint8Array, at: number) => boolean): number {
  let count = 0
  for (let at = 0; at >= 0 && at < raw.length; at = startOfNext(raw, at)) if (counts(raw, at)) count += 1
  return count
}

export function anyLine(): boolean {
  return true
}

export function isDashed(raw: Uint8Array, at: number): boolean {
  return raw[at] === DASH && raw[at + 1] === DASH
}

/** Each header with the lines that continue it. */
function fieldsOf(head: Uint8Array): readonly string[] {
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString("latin1")
  return text.split(/(?<=\n)(?![ \t])/).filter((field) => field.trim() !== "")
}

function startOfBody(raw: Uint8Array): number {
  for (let at = 0; at >= 0 && at < Math.min(raw.length, HEAD_SIZE_MAX); at = startOfNext(raw, at)) {
    const isBlank = raw[at] === LINE_END || (raw[at] === RETURN && raw[at + 1] === LINE_END)
    if (isBlank) return startOfNext(raw, at)
  }
  return Math.min(raw.length, HEAD_SIZE_MAX)
}

function endOfBeginning(raw: Uint8Array, from: number): number {
  let [at, lines, dashed] = [from, 0, 0]
  while (at >= 0 && at < Math.min(raw.length, from + BODY.size) && lines < BODY.lines && dashed < BODY.dashed) {
    if (isDashed(raw, at)) dashed += 1
    lines += 1
    at = startOfNext(raw, at)
  }
  return at < 0 ? Math.min(raw.length, from + BODY.size) : Math.min(at, from + BODY.size)
}

function startOfNext(raw: Uint8Array, at: number): number {
  const end = raw.indexOf(LINE_END, at)
  return end < 0 ? -1 : end + 1
}

const DASH = 0x2d
const LINE_END = 0x0a
const RETURN = 0x0d
