import { createHash } from "node:crypto"
import { createTransport } from "nodemailer"
import MailComposer from "nodemailer/lib/mail-composer"
import type SMTPConnection from "nodemailer/lib/smtp-connection"
import { cleanIds } from "./clean-text.ts"
import { type SendFailure, failureOf, recipientFailure } from "./send-failure.ts"
import type { Mailbox } from "../verbs/received-mail.ts"

/** The outgoing server, as an admin named it. */
export type OutgoingServer = {
  readonly host: string
  readonly port: number
  /** `tls`: encrypted from the first byte. `starttls`: encrypted before anything is said, or not at all. `none`: in the clear. */
  readonly security: "tls" | "starttls" | "none"
  readonly username: string | null
  readonly password: string | null
}

export type OutgoingFile = {
  readonly name: string
  readonly type: string
  /** Shown where the HTML names it by `cid:`; null: beside the text. */
  readonly contentId: string | null
  readonly content: Uint8Array
}

export type OutgoingMail = {
  /** Without angle brackets, like the two below. */
  readonly mailId: string
  readonly inReplyTo: string | null
  readonly references: readonly string[]
  readonly from: Mailbox
  readonly to: readonly Mailbox[]
  readonly cc?: readonly Mailbox[]
  /** In the envelope alone: no header names them. */
  readonly bcc?: readonly Mailbox[]
  /** Addresses, in lower case, that were served by an earlier try: they stand in the headers, and get nothing again. */
  readonly takenFor?: readonly string[]
  readonly subject: string
  readonly text: string
  /** The text with its marks; it says nothing else. */
  readonly html?: string | null
  readonly attachments?: readonly OutgoingFile[]
  /** RFC 3339: when the member sent it; left out, now. */
  readonly date?: string
  /** No person typed it, so that nobody's program answers it (RFC 3834). */
  readonly automatic?: true
}

/** Somebody whom the server did not take the mail for, and its words. */
export type NotTaken = { readonly address: string; readonly words: string }

/**
 * What became of a mail. `accepted` is by the outgoing server, which is not delivery; `refused` will not get better by
 * itself; `later` may. After a lost connection the server may have it all the same: the next try has the same Message-ID.
 */
export type SendOutcome =
  | {
      readonly kind: "accepted"
      /** What the server said to it. */
      readonly words: string
      /** The Message-ID that the server gave the mail in place of ours, as Amazon SES and Microsoft 365 do. */
      readonly mailId: string | null
      /** Taken for some, and not for these: for good, or for now. Left out, taken for all. */
      readonly refusedFor?: readonly NotTaken[]
      readonly laterFor?: readonly NotTaken[]
    }
  | SendFailure

export type Sender = (server: OutgoingServer, mail: OutgoingMail) => Promise<SendOutcome>

type Sent = Pick<SMTPConnection.SentMessageInfo, "response" | "rejectedErrors"> & {
  readonly serverMessageId?: string | undefined
}

const CONNECT_MS_MAX = 20_000
const SILENCE_MS_MAX = 60_000 // of a server that is busy looking at the mail

/** Hands one mail to the outgoing server, over a connection of its own. Failures are values, never exceptions. */
export async function sendMail(server: OutgoingServer, mail: OutgoingMail): Promise<SendOutcome> {
  const transport = createTransport({ ...connectionOf(server), disableFileAccess: true, disableUrlAccess: true })
  try {
    const sent: Sent = await transport.sendMail({ ...partsOf(mail), envelope: envelopeOf(mail) })
    const mailId = cleanIds(sent.serverMessageId)[0] ?? null
    return { kind: "accepted", words: sent.response, mailId, ...notTaken(sent.rejectedErrors ?? []) }
  } catch (error) {
    return failureOf(error, server)
  } finally {
    transport.close()
  }
}

/** The mail byte by byte, as it is sent: the same whenever it is composed, but for its Date where none is given. */
export function composeMail(mail: OutgoingMail): Promise<Uint8Array> {
  return new MailComposer(partsOf(mail)).compile().build()
}

/** Whom this try is for. Bcc is nowhere but here. */
function envelopeOf({ from, to, cc = [], bcc = [], takenFor = [] }: OutgoingMail) {
  const all = [...to, ...cc, ...bcc].map(({ address }) => address)
  return { from: from.address, to: all.filter((address) => !takenFor.includes(address.toLowerCase())) }
}

function notTaken(errors: readonly Error[]): { refusedFor?: readonly NotTaken[]; laterFor?: readonly NotTaken[] } {
  const all = errors.map(recipientFailure)
  const refusedFor = all.filter(({ isFinal }) => isFinal).map(({ address, words }) => ({ address, words }))
  const laterFor = all.filter(({ isFinal }) => !isFinal).map(({ address, words }) => ({ address, words }))
  return { ...(refusedFor.length === 0 ? {} : { refusedFor }), ...(laterFor.length === 0 ? {} : { laterFor }) }
}

function partsOf(mail: OutgoingMail) {
  return {
    // Of the mail's own id, so that every try has the same bytes; nobody who writes its text can know it.
    baseBoundary: createHash("sha256").update(mail.mailId).digest("hex").slice(0, 32),
    messageId: `<${mail.mailId}>`,
    ...(mail.inReplyTo === null ? {} : { inReplyTo: `<${mail.inReplyTo}>` }),
    references: mail.references.map((id) => `<${id}>`),
    from: { ...mail.from },
    to: mail.to.map((box) => ({ ...box })),
    cc: (mail.cc ?? []).map((box) => ({ ...box })),
    subject: mail.subject,
    text: mail.text,
    ...(mail.html ? { html: documentOf(mail.html) } : {}),
    attachments: (mail.attachments ?? []).map(attachmentOf),
    ...(mail.date === undefined ? {} : { date: new Date(Temporal.Instant.from(mail.date).epochMilliseconds) }),
    ...(mail.automatic === true ? { headers: { "Auto-Submitted": "auto-generated" } } : {}),
    xMailer: false as const,
  }
}

/** No styles of ours: a letter looks as its reader's program shows letters. */
function documentOf(html: string): string {
  return `<!doctype html>\n<html><head><meta charset="utf-8"></head><body>\n${html}\n</body></html>\n`
}

function attachmentOf({ name, type, contentId, content }: OutgoingFile) {
  return {
    filename: name,
    contentType: type,
    content: Buffer.from(content),
    contentTransferEncoding: "base64" as const,
    contentDisposition: contentId === null ? ("attachment" as const) : ("inline" as const),
    ...(contentId === null ? {} : { cid: contentId }),
  }
}

/** How to reach the server, for nodemailer. */
export function connectionOf({ host, port, security, username, password }: OutgoingServer) {
  return {
    host,
    port,
    secure: security === "tls",
    requireTLS: security === "starttls",
    ignoreTLS: security === "none",
    ...(username === null ? {} : { auth: { user: username, pass: password ?? "" } }),
    connectionTimeout: CONNECT_MS_MAX,
    greetingTimeout: CONNECT_MS_MAX,
    socketTimeout: SILENCE_MS_MAX,
  }
}
