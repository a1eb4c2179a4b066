import { ownWords } from "aboveboard-engine"
import type { Content } from "./file-store.ts"

export type Mailbox = { readonly name: string; readonly address: string }

export type ReceivedFile = {
  readonly name: string
  readonly type: string
  /** Without angle brackets; what `cid:` in the HTML names. */
  readonly contentId: string | null
  readonly content: Content
}

/** What a mail that came back says: which mails (Message-IDs without angle brackets) could not be delivered, and why. */
export type DeliveryReport = {
  readonly mailIds: readonly string[]
  readonly reason: string
  /** For whom it failed, in lower case; empty when it does not say. */
  readonly recipients: readonly string[]
}

/** A mail as it was read. Ids are without angle brackets; no text holds NUL or half a surrogate pair, which PostgreSQL refuses. */
export type ReceivedMail = {
  readonly mailId: string | null
  readonly inReplyTo: readonly string[]
  /** The oldest first, as in the header. */
  readonly references: readonly string[]
  readonly from: Mailbox | null
  readonly to: readonly Mailbox[]
  readonly cc: readonly Mailbox[]
  readonly replyTo: Mailbox | null
  /** RFC 3339; null when there is none that can be read. */
  readonly date: string | null
  readonly subject: string | null
  readonly text: string
  readonly html: string | null
  readonly files: readonly ReceivedFile[]
  /** Nobody typed it: Auto-Submitted (RFC 3834) and its older forms. */
  readonly automatic: boolean
  /** The list it came through (List-Id, or a list's other headers); null when it came through none. */
  readonly list: string | null
  /** The team's own mail server took it for spam (X-Spam-Flag). A sender who sets it hides only their own mail. */
  readonly spam: boolean
  readonly report: DeliveryReport | null
  /** What could not be read, in a sentence; the mail as it came has it all. */
  readonly problem: string | null
}

/** What a message takes over from the mail that it came by. */
export function partsOf(mail: ReceivedMail) {
  return {
    text: mail.text,
    own: ownWords(mail.text),
    subject: mail.subject,
    html: mail.html,
    from: mail.from,
    to: mail.to,
    cc: mail.cc,
    replyTo: mail.replyTo,
    mailId: mail.mailId,
    inReplyTo: mail.inReplyTo[0] ?? null,
    references: mail.references,
    problem: mail.problem,
  }
}
