import PostalMime, { type Address, type Attachment, type Email } from "postal-mime"
import { cleanFileName } from "../../ledger/file-name.ts"
import { type Content, sizeOf } from "../verbs/file-store.ts"
import type { Mailbox, ReceivedFile, ReceivedMail } from "../verbs/received-mail.ts"
import { cleanIds, cleanLine, cleanMailbox, cleanSubject, cleanText, cleanType, cut } from "./clean-text.ts"
import { BEGINNING_SIZE_MAX, anyLine, beginningOf, countLines, withoutContent } from "./mail-beginning.ts"
import { readReport } from "./delivery-report.ts"
import { placeIn } from "./gather-content.ts"
import { canBeRead } from "./html-limits.ts"
import { readApart } from "./read-apart.ts"
import { firstBytes } from "./spooled-file.ts"
import { type StreamedMail, streamMail } from "./stream-mail.ts"
import { textOfHtml } from "./text-of-html.ts"

const READ_SIZE_MAX = 30 * 1024 * 1024 // bytes; what mail services take is 25 MB and its encoding
export const APART_SIZE = 256 * 1024 // bytes; what is larger is read in a thread of its own
const APART_LINES = 5_000 // the reader needs up to 2 kB for a line
const SPOOL_SIZE = 64 * 1024 // bytes: a larger attachment goes to disk as it is decoded
const HEADERS_SIZE_MAX = 512 * 1024 // bytes, of all parts together; mails with long lists of recipients have 100 kB
const NESTING_MAX = 30 // parts in parts; what people send has under 10
const FORWARDED_NESTING_MAX = 2 // mails in mails whose text is shown; deeper ones become files
const FILES_MAX = 200 // attachments kept apart; all of them stay in the mail as it came
const TEXT_LENGTH_MAX = 500_000 // characters; a long e-mail is under 20,000
const RECIPIENTS_MAX = 500 // addresses of a header that are kept

/**
 * Reads a mail. Fails only where the disk or the machine does: what could not be read is said in `problem`, and the caller keeps the mail as it came. A large
 * one is read in a thread whose memory and time are limited; of one that is too much for it, the beginning is read. The
 * attachments of a mail that lies in a spool lie there too, where they are large.
 */
export async function readMail(raw: Content): Promise<ReceivedMail> {
  const size = sizeOf(raw)
  const megabytes = Math.round(size / 1024 / 1024)
  if (size > READ_SIZE_MAX) return readBeginning(raw, `This mail has ${megabytes} MB and was not read in full.`)
  if (!(raw instanceof Uint8Array) || size > APART_SIZE || countLines(raw, anyLine) > APART_LINES) {
    const read = await readApart(raw)
    return typeof read === "string" ? readBeginning(raw, read) : read
  }
  try {
    return mailOf({ email: await PostalMime.parse(raw, LIMITS), spooled: new Map(), isCut: false })
  } catch {
    return readBeginning(raw, "This mail is built in a way that could not be read in full.")
  }
}

/** The whole mail, line by line; large attachments go to the folder. Fails where it is beyond the reader's limits. */
export async function readLineByLine(raw: Content, folder: string | null): Promise<ReceivedMail> {
  return mailOf(await streamMail(raw, LIMITS, placeIn(folder, SPOOL_SIZE)))
}

const LIMITS = {
  maxNestingDepth: NESTING_MAX,
  maxHeadersSize: HEADERS_SIZE_MAX,
  maxRfc822NestingDepth: FORWARDED_NESTING_MAX,
}

/** What stands at the beginning, as far as it can be read: most often all the words. Its files would be cut off, so there are none. */
async function readBeginning(raw: Content, problem: string): Promise<ReceivedMail> {
  const { head, body } = beginningOf(firstBytes(raw, BEGINNING_SIZE_MAX))
  for (const part of [Buffer.concat([head, body]), withoutContent(head)]) {
    try {
      const email = await PostalMime.parse(part, LIMITS)
      return { ...mailOf({ email, spooled: new Map(), isCut: false }), files: [], problem: withAdvice(problem) }
    } catch {
      // then less of it
    }
  }
  return unreadMail(problem)
}

/** A mail of which nothing was read; the caller keeps it as it came. */
export function unreadMail(problem: string): ReceivedMail {
  const email = { headers: [], headerLines: [], attachments: [] }
  return { ...mailOf({ email, spooled: new Map(), isCut: false }), problem: withAdvice(problem) }
}

function withAdvice(problem: string): string {
  return `${problem} Download it as it came to look at it.`
}

function mailOf({ email, spooled, isCut }: StreamedMail): ReceivedMail {
  const body = bodyOf(email, isCut)
  const from = mailboxes(email.from === undefined ? [] : [email.from])[0] ?? null
  const cut = email.attachments.length > FILES_MAX
  const mail = {
    mailId: cleanIds(email.messageId)[0] ?? null,
    inReplyTo: cleanIds(email.inReplyTo),
    references: cleanIds(email.references),
    from,
    to: mailboxes(email.to),
    cc: mailboxes(email.cc),
    replyTo: mailboxes(email.replyTo)[0] ?? null,
    date: instantOf(email.date),
    subject: cleanSubject(email.subject),
    text: body.text,
    html: body.html,
    files: email.attachments.slice(0, FILES_MAX).map((one) => fileOf(one, spooled)),
    automatic: isAutomatic(email),
    list: listOf(email),
    spam: /^yes\b/i.test(headerOf(email)("x-spam-flag") ?? ""),
    problem:
      body.problem ??
      (cut ? `Only the first ${FILES_MAX} of ${email.attachments.length} attachments are shown.` : null),
  }
  return { ...mail, report: readReport(mail, headerOf(email)) }
}

function bodyOf(email: Email, isCut: boolean): Pick<ReceivedMail, "text" | "html" | "problem"> {
  const html = cleanText(email.html ?? "")
  const shown = canBeRead(html)
  const plain = cleanText(email.text ?? "").trimEnd()
  const text = plain.trim() === "" && shown ? textOfHtml(html) : plain
  const problem = isCut || text.length > TEXT_LENGTH_MAX ? "The text of this mail is longer than what is shown." : null
  return {
    text: cut(text, TEXT_LENGTH_MAX),
    html: shown && html.trim() !== "" ? html : null,
    problem: problem ?? (shown ? null : "The formatted text of this mail is too large to be shown."),
  }
}

/** Groups ("Team: a@…, b@…;") count as the addresses in them. */
function mailboxes(addresses: readonly Address[] = []): readonly Mailbox[] {
  const flat = addresses.flatMap((one) => (one.group === undefined ? [one] : one.group))
  return flat.slice(0, RECIPIENTS_MAX).flatMap((box) => cleanMailbox(box) ?? [])
}

function instantOf(date: string | undefined): string | null {
  const time = Date.parse(date ?? "")
  if (Number.isNaN(time)) return null
  const instant = Temporal.Instant.fromEpochMilliseconds(time).toString({ fractionalSecondDigits: 3 })
  return instant.startsWith("-") || instant.startsWith("+") ? null : instant // years before 0 and after 9999
}

function fileOf(attachment: Attachment, spooled: StreamedMail["spooled"]): ReceivedFile {
  const { content } = attachment
  const type = cleanType(attachment.mimeType)
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content)
  const contentId = cleanIds(attachment.contentId)[0] ?? null
  return {
    name: cleanFileName(attachment.filename, type === "message/rfc822" ? "message.eml" : "attachment"),
    type,
    contentId,
    content: spooled.get(content) ?? bytes,
  }
}

function headerOf(email: Email): (name: string) => string | null {
  return (name) => {
    const value = email.headers.find(({ key }) => key === name)?.value
    return value === undefined ? null : cleanLine(value)
  }
}

/** RFC 3834, and what programs wrote before it. */
function isAutomatic(email: Email): boolean {
  const header = headerOf(email)
  const submitted = header("auto-submitted")
  if (submitted !== null && !/^no\b/i.test(submitted)) return true
  if (/^(bulk|junk|auto_reply)\b/i.test(header("precedence") ?? "")) return true
  return (
    ["x-autoreply", "x-autorespond", "x-auto-response"].some((name) => header(name) !== null) ||
    header("return-path") === "<>"
  )
}

function listOf(email: Email): string | null {
  const header = headerOf(email)
  const id = /<([^<>]+)>/.exec(header("list-id") ?? "")?.[1] ?? header("list-id") ?? header("list-unsubscribe")
  return id ?? (/^list\b/i.test(header("precedence") ?? "") ? "list" : null)
}
