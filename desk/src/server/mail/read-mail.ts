import PostalMime, { type Address, type Attachment, type Email } from "postal-mime"
import type { Mailbox, ReceivedFile, ReceivedMail } from "../verbs/received-mail.ts"
import {
  cleanFileName,
  cleanIds,
  cleanLine,
  cleanMailbox,
  cleanSubject,
  cleanText,
  cleanType,
  cut,
} from "./clean-text.ts"
import { readReport } from "./delivery-report.ts"
import { canBeRead } from "./html-limits.ts"
import { textOfHtml } from "./text-of-html.ts"

const LINES_OF_DASHES_MAX = 10_000 // each may begin a part, and each part costs the reader a kilobyte
const HEADERS_SIZE_MAX = 512 * 1024 // bytes, of all parts together; mails with long lists of recipients have 100 kB
const NESTING_MAX = 30 // parts in parts; what people send has under 10
const FORWARDED_NESTING_MAX = 2 // mails in mails whose text is shown; deeper ones become files
const FILES_MAX = 200 // attachments kept apart; all of them stay in the mail as it came
const TEXT_LENGTH_MAX = 500_000 // characters; a long e-mail is under 20,000
const RECIPIENTS_MAX = 500 // addresses of a header that are kept

/** Reads a mail. Never fails: what could not be read is said in `problem`, and the caller keeps the mail as it came. */
export async function readMail(raw: Uint8Array): Promise<ReceivedMail> {
  if (linesOfDashes(raw) > LINES_OF_DASHES_MAX) return readHead(raw, "This mail has too many parts to be read.")
  try {
    return mailOf(await PostalMime.parse(raw, LIMITS))
  } catch {
    return readHead(raw, "This mail is built in a way that could not be read.")
  }
}

const LIMITS = {
  maxNestingDepth: NESTING_MAX,
  maxHeadersSize: HEADERS_SIZE_MAX,
  maxRfc822NestingDepth: FORWARDED_NESTING_MAX,
}

function linesOfDashes(raw: Uint8Array): number {
  let count = 0
  for (let at = raw.indexOf(DASH); at >= 0; at = raw.indexOf(DASH, at + 1)) {
    if (raw[at + 1] === DASH && (at === 0 || raw[at - 1] === LINE_END)) count += 1
  }
  return count
}

const DASH = 0x2d
const LINE_END = 0x0a

/** Only the mail's own header, so that one sees at least from whom it is and what it is about. */
async function readHead(raw: Uint8Array, problem: string): Promise<ReceivedMail> {
  const head = `${new TextDecoder().decode(raw.subarray(0, HEADERS_SIZE_MAX / 2)).split(/\r?\n\r?\n/, 1)[0] ?? ""}\r\n\r\n`
  const plain = head.replace(/^content-[^\n]*\n([ \t][^\n]*\n)*/gim, "")
  try {
    return { ...mailOf(await PostalMime.parse(plain, LIMITS)), problem: withAdvice(problem) }
  } catch {
    return unreadMail(problem)
  }
}

/** A mail of which nothing was read; the caller keeps it as it came. */
export function unreadMail(problem: string): ReceivedMail {
  return { ...mailOf({ headers: [], headerLines: [], attachments: [] }), problem: withAdvice(problem) }
}

function withAdvice(problem: string): string {
  return `${problem} Download it as it came to look at it.`
}

function mailOf(email: Email): ReceivedMail {
  const body = bodyOf(email)
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
    files: email.attachments.slice(0, FILES_MAX).map(fileOf),
    automatic: isAutomatic(email),
    list: listOf(email),
    spam: /^yes\b/i.test(headerOf(email)("x-spam-flag") ?? ""),
    problem:
      body.problem ??
      (cut ? `Only the first ${FILES_MAX} of ${email.attachments.length} attachments are shown.` : null),
  }
  return { ...mail, report: readReport(mail, headerOf(email)) }
}

function bodyOf(email: Email): Pick<ReceivedMail, "text" | "html" | "problem"> {
  const html = cleanText(email.html ?? "")
  const shown = canBeRead(html)
  const plain = cleanText(email.text ?? "").trimEnd()
  const text = plain.trim() === "" && shown ? textOfHtml(html) : plain
  const problem = text.length > TEXT_LENGTH_MAX ? "The text of this mail is longer than what is shown." : null
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

function fileOf(attachment: Attachment): ReceivedFile {
  const { content } = attachment
  const type = cleanType(attachment.mimeType)
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content)
  const contentId = cleanIds(attachment.contentId)[0] ?? null
  return { name: cleanFileName(attachment.filename, type), type, contentId, content: bytes }
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
