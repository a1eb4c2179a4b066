import PostalMime, { type Attachment, type Email } from "postal-mime"
import type { Content, Spooled } from "../verbs/file-store.ts"
import { eachLine } from "./each-line.ts"
import { type Place, gatherContent } from "./gather-content.ts"

const TEXT_SIZE_MAX = 8 * 1024 * 1024 // bytes of a part that is read as text; four times what is shown of HTML at most
const DASHED_LINES_MAX = 10_000 // each may begin a part, and each part costs the reader a kilobyte

/** A mail has more lines that may begin a part than are read. */
export class TooManyParts extends Error {}

export type Limits = NonNullable<ConstructorParameters<typeof PostalMime>[0]>

export type StreamedMail = {
  readonly email: Email
  /** What stands in the place of an attachment's empty content, where that lies on disk. */
  readonly spooled: ReadonlyMap<unknown, Spooled>
  /** Whether a text was longer than what is read of it. */
  readonly isCut: boolean
}

/**
 * Reads a mail as postal-mime does, line by line, so that neither the mail nor its attachments are in memory: what a part
 * decodes to goes where `place` says. This leans on the library's inside, so its version is pinned and a test lays what comes
 * of it beside what the library reads at once.
 */
export async function streamMail(raw: Content, limits: Limits, place: Place): Promise<StreamedMail> {
  const reading: Reading = { place, limits, spooled: new Map(), isCut: false }
  return { email: await read(reading, openParser(reading, 0), raw), ...reading }
}

type Reading = {
  readonly place: Place
  readonly limits: Limits
  readonly spooled: Map<unknown, Spooled>
  isCut: boolean
}

/** Of the inside of postal-mime, what is used here. */
type Parser = {
  readonly currentNode: Part
  readonly textMap: Map<unknown, unknown>
  readonly attachments: Attachment[]
  rfc822NestingDepth: number
  collectSubMessage: (part: Part) => Promise<void>
  processLine(line: Uint8Array, isLast: boolean): Promise<void>
  isInlineTextNode(part: Part): boolean
  addTextEntry(part: Part, type: "plain" | "html", item: { type: "subMessage"; value: Email }): void
  parse(raw: ArrayBuffer): Promise<Email>
}
type Part = {
  readonly state: "header" | "body" | "finished"
  readonly contentType: { readonly parsed: { readonly value: string }; readonly multipart: string | false }
  readonly content: ArrayBuffer | null
  contentDecoder: Decoder | null
  subMessage?: Email
}
type Decoder = { update(line: Uint8Array): void; finalize(): Promise<ArrayBuffer> }
/** The library's own keep what they have decoded so far. */
type FullDecoder = Decoder & { readonly chunks: (ArrayBuffer | Uint8Array | string)[] }

function openParser(reading: Reading, depth: number): Parser {
  const parser = new PostalMime(reading.limits) as unknown as Parser
  parser.rfc822NestingDepth = depth
  parser.collectSubMessage = (part) => readForwarded(reading, parser, part)
  return parser
}

async function read(reading: Reading, parser: Parser, raw: Content): Promise<Email> {
  const ours = new WeakSet<Decoder>()
  let decoder: Decoder | null = null // of ours, while the lines are a part's content
  let dashed = 0
  const readAny = async (line: Uint8Array, isLast: boolean) => {
    await parser.processLine(line, isLast)
    const part = parser.currentNode
    decoder = part.state === "body" ? part.contentDecoder : null
    if (decoder === null || ours.has(decoder)) return
    decoder = emptied(reading, parser, part, decoder as FullDecoder)
    part.contentDecoder = decoder
    ours.add(decoder)
  }
  await eachLine(raw, (line, isLast) => {
    const isDashed = line[0] === DASH && line[1] === DASH
    // no boundary, so it is what the library does with it, too; a mail may have millions of lines
    if (decoder !== null && !isDashed && !isLast) return decoder.update(line)
    if (isDashed) dashed += 1
    if (dashed > DASHED_LINES_MAX) throw new TooManyParts()
    return readAny(line, isLast)
  })
  return parser.parse(new ArrayBuffer(0)) // there is nothing left to read: it makes the mail of the parts
}

const DASH = 0x2d

/** The library's decoder of a part, from which is taken at once what it would keep. */
function emptied(reading: Reading, parser: Parser, part: Part, decoder: FullDecoder): Decoder {
  if (part.contentType.multipart !== false) return UNREAD
  const isCalendar = CALENDARS.has(part.contentType.parsed.value)
  const isText = parser.isInlineTextNode(part)
  const gathering = gatherContent(isText || isCalendar ? { ...reading.place, newPath: null } : reading.place)
  let room = isText ? TEXT_SIZE_MAX : Number.POSITIVE_INFINITY
  const take = (bytes: Uint8Array) => {
    if (bytes.length > room) reading.isCut = true
    if (room > 0) gathering.add(bytes.length > room ? bytes.subarray(0, room) : bytes)
    room = Math.max(0, room - bytes.length)
  }
  const takeAll = () => {
    for (const chunk of decoder.chunks) take(bytesOf(chunk))
    decoder.chunks.length = 0
  }
  return {
    update: (line) => {
      decoder.update(line)
      takeAll()
    },
    finalize: async () => {
      take(new Uint8Array(await decoder.finalize())) // what it had not decoded yet
      return inPlaceOf(reading, gathering.end())
    },
  }
}

/** What stands between parts. */
const UNREAD: Decoder = { update() {}, finalize: async () => new ArrayBuffer(0) }
const CALENDARS: ReadonlySet<string> = new Set(["text/calendar", "application/ics"]) // attachments that are read as text
const LINE_END = Uint8Array.of(0x0a)

/** The only string that the library keeps is a line's end. */
function bytesOf(chunk: ArrayBuffer | Uint8Array | string): Uint8Array {
  if (typeof chunk === "string") return LINE_END
  return chunk instanceof ArrayBuffer ? new Uint8Array(chunk) : chunk
}

function inPlaceOf(reading: Reading, content: Uint8Array<ArrayBuffer> | Spooled): ArrayBuffer {
  if (content instanceof Uint8Array) return content.buffer
  const empty = new ArrayBuffer(0)
  reading.spooled.set(empty, content)
  return empty
}

/** As the library reads a mail that stands in another one, which has its text and its attachments in its own. */
async function readForwarded(reading: Reading, parser: Parser, part: Part): Promise<void> {
  const inner = openParser(reading, parser.rfc822NestingDepth + 1)
  const mail = await read(reading, inner, reading.spooled.get(part.content) ?? new Uint8Array(part.content ?? []))
  part.subMessage = mail
  if (mail.text || !mail.html) parser.addTextEntry(part, "plain", { type: "subMessage", value: mail })
  if (mail.html) parser.addTextEntry(part, "html", { type: "subMessage", value: mail })
  for (const [selector, entry] of inner.textMap) parser.textMap.set(selector, entry)
  parser.attachments.push(...mail.attachments)
}
