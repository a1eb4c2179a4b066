import type { Mailbox } from "../verbs/received-mail.ts"

const SUBJECT_LENGTH_MAX = 1_000 // characters; RFC 5322 lines end at 998
const NAME_LENGTH_MAX = 200 // characters; of a person or a file
const ADDRESS_LENGTH_MAX = 254 // characters, RFC 5321
const IDS_MAX = 100 // of References; a thread that long is found by its last ones
const ID_LENGTH_MAX = 500 // characters; ids in use are under 250, and an index entry holds 2,700 bytes

/** Line ends as \n, and nothing that PostgreSQL refuses: NUL characters and halves of surrogate pairs. */
export function cleanText(text: string): string {
  return text.replaceAll("\0", "").replace(/\r\n?/g, "\n").toWellFormed()
}

/** One line, without control characters and without those that turn the direction of writing (they hide what a name is). */
export function cleanLine(text: string): string {
  return cleanText(text)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, " ")
    .trim()
}

export function cleanSubject(subject: string | undefined): string | null {
  const line = cut(cleanLine(subject ?? ""), SUBJECT_LENGTH_MAX)
  return line === "" ? null : line
}

/** Null when it is no address that a mail could go to. The name is what the sender claims; screens show the address with it. */
export function cleanMailbox(box: { readonly name: string; readonly address: string }): Mailbox | null {
  const address = cleanLine(box.address)
  if (!ADDRESS.test(address) || address.length > ADDRESS_LENGTH_MAX) return null
  return { name: cut(cleanLine(box.name), NAME_LENGTH_MAX), address }
}

const ADDRESS = /^[^\s@<>"(),:;]+@[^\s@<>"(),:;]+$/

/** A media type, or the one that says nothing when it is none. */
export function cleanType(type: string): string {
  return TYPE.test(type) ? type.toLowerCase() : "application/octet-stream"
}

const TYPE = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,60}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,100}$/i

/** The Message-IDs in a header, without angle brackets; the last hundred. */
export function cleanIds(header: string | undefined): readonly string[] {
  const ids = [...(header ?? "").matchAll(/<([^<>\s]+)>/g)].map(([, id = ""]) => id)
  const bare = (header ?? "").trim()
  const found = ids.length === 0 && /^[^<>\s]+@[^<>\s]+$/.test(bare) ? [bare] : ids
  return [...new Set(found.map(cleanText))].filter((id) => id !== "" && id.length <= ID_LENGTH_MAX).slice(-IDS_MAX)
}

/** The first `length` characters, never half of a surrogate pair. */
export function cut(text: string, length: number): string {
  return text.length <= length
    ? text
    : text
        .slice(0, length)
        .toWellFormed()
        .replace(/\ufffd$/u, "")
}
