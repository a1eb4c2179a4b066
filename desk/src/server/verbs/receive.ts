import { ownWords } from "aboveboard-engine"
import { insertChange } from "../database/changes.ts"
import { lockStanding } from "../database/conversation-locks.ts"
import { changeConversation, insertConversation, refreshConversation } from "../database/conversations.ts"
import type { Queries } from "../database/database.ts"
import { type FileRow, holdFiles, insertFiles } from "../database/files.ts"
import { findMailboxes, findRedelivered, lockSender, readSpamRecord } from "../database/inbound.ts"
import { findCameBy, mayJoin } from "../database/mailbox-access.ts"
import { ownAddressOf } from "../database/mail-sender.ts"
import { type NewMessage, insertMessage } from "../database/messages.ts"
import { insertRemovals, isErasedMail } from "../database/outside.ts"
import { insertTask } from "../database/tasks.ts"
import { type Content, sizeOf } from "./file-store.ts"
import { placeOfNoticeAnswer, withoutNoticeLinks } from "./notice-answer.ts"
import { recordBounce } from "./bounce.ts"
import { hear } from "./hear.ts"
import { type Desk, commit } from "./desk.ts"
import { type ReceivedMail, partsOf } from "./received-mail.ts"
import { type Sender, customerOf, isMembersOwn, senderOf } from "./sender.ts"
import { findConversation } from "./thread.ts"

export type Incoming = {
  /** As it came, byte by byte. */
  readonly raw: Content
  /** The same, read. */
  readonly mail: ReceivedMail
  /** Of the SMTP envelope; empty for what mail servers send themselves, null when it is not known. */
  readonly envelopeFrom: string | null
  readonly recipients: readonly string[]
  /** When it came into the mailbox that it was read from; left out, now. */
  readonly arrivedAt?: string
}

export type Received = {
  readonly workspaceId: string
  /** Null for a mail of a customer who was erased: it is not taken in again. */
  readonly messageId: string | null
  /** It had been taken in before; nothing was written. */
  readonly again: boolean
}

/**
 * Takes a mail in: one message in each workspace that it was sent to, in a conversation that it belongs to or a new one.
 * A redelivery (the same Message-ID, From, Date and content) changes nothing. Empty when none of the addresses is ours.
 * Once it returns, mail and files are on disk and in the database.
 */
export async function receiveMail(desk: Desk, incoming: Incoming): Promise<readonly Received[]> {
  const stored = await storeFiles(desk, incoming)
  const mailboxes = await findMailboxes(desk.database, incoming.recipients)
  const received: Received[] = []
  for (const workspaceId of new Set(mailboxes.map((box) => box.workspaceId))) {
    const into = { workspaceId, mailboxId: null }
    received.push(await commit(desk, (queries) => receiveFor(queries, desk, into, incoming, stored)))
  }
  return received
}

/** Where a mail goes: the workspace, and the mailbox that it was read from, where it was read from one. */
export type Into = { readonly workspaceId: string; readonly mailboxId: string | null }

/**
 * As `receiveMail`, for a mail that lies in a mailbox: whoever it is addressed to, it is that workspace's. Its files were put on
 * disk with `storeFiles`, perhaps while the mail before it was taken in.
 */
export async function receiveFromMailbox(
  desk: Desk,
  into: Into,
  incoming: Incoming,
  stored: Stored,
): Promise<Received> {
  return commit(desk, (queries) => receiveFor(queries, desk, into, incoming, stored))
}

export type Stored = {
  readonly rawDigest: string
  readonly files: readonly FileRow[]
  readonly redeliveryKey: string | null
}

/** Puts the mail as it came and its files on disk. */
export async function storeFiles(desk: Desk, incoming: Incoming): Promise<Stored> {
  const { raw, mail } = incoming
  const rawDigest = await desk.files.put(raw)
  const files: FileRow[] = []
  for (const { content, name, type, contentId } of mail.files) {
    files.push({ digest: await desk.files.put(content), name, type, size: sizeOf(content), contentId })
  }
  return { rawDigest, files, redeliveryKey: redeliveryKeyOf(desk, incoming, rawDigest, files) }
}

/** An erasure may have removed what was put a moment ago; while the files are held nothing is removed. */
export async function putWhatIsGone(desk: Desk, incoming: Incoming, { rawDigest, files }: Stored): Promise<void> {
  const gone = await desk.files.missing([{ digest: rawDigest, size: sizeOf(incoming.raw) }, ...files])
  if (gone.length > 0) await storeFiles(desk, incoming)
}

/**
 * A mail without Message-ID is the same only when every byte is, its Date included. What lies in a mailbox has the stamps
 * of the servers on its way, which tell it from any other.
 */
export function redeliveryKeyOf(
  desk: Desk,
  { mail, arrivedAt }: Pick<Incoming, "mail" | "arrivedAt">,
  rawDigest: string,
  files: readonly Pick<FileRow, "digest">[],
): string | null {
  const body = [mail.text.trimEnd(), mail.html, ...files.map(({ digest }) => digest)]
  if (mail.mailId === null) return mail.date === null && arrivedAt === undefined ? null : desk.digest(rawDigest)
  return desk.digest(JSON.stringify([mail.mailId, mail.from?.address.toLowerCase() ?? null, mail.date, ...body]))
}

async function receiveFor(
  queries: Queries,
  desk: Desk,
  into: Into,
  incoming: Incoming,
  stored: Stored,
): Promise<Received> {
  const { workspaceId } = into
  const sender = await senderOf(queries, workspaceId, incoming)
  await lockSender(queries, workspaceId, sender.address ?? "")
  const known = await findTakenIn(queries, desk, workspaceId, stored)
  if (known !== null) return known
  await holdFiles(queries)
  await putWhatIsGone(desk, incoming, stored)
  const place = await placeOf(queries, desk, into, incoming, sender)
  const messageId = await write(queries, desk, into, incoming, { stored, place, sender })
  return { workspaceId, messageId, again: false }
}

/** What this mail became when it was taken in before; null when it was not. What was stored for it then goes again. */
export async function findTakenIn(
  queries: Queries,
  desk: Desk,
  workspaceId: string,
  { redeliveryKey, rawDigest, files }: Stored,
): Promise<Received | null> {
  if (redeliveryKey === null) return null
  const messageId = await findRedelivered(queries, workspaceId, redeliveryKey)
  if (messageId === null && !(await isErasedMail(queries, workspaceId, desk.sign(redeliveryKey)))) return null
  await insertRemovals(queries, workspaceId, [rawDigest, ...files.map(({ digest }) => digest)])
  return { workspaceId, messageId, again: true }
}

/** `note`: from a member, and none of the customer's words. */
type Place = { readonly conversationId: string; readonly by: NewMessage["by"]; readonly kind: "inbound" | "note" }

async function placeOf(
  queries: Queries,
  desk: Desk,
  { workspaceId, mailboxId }: Into,
  incoming: Incoming,
  sender: Sender,
): Promise<Place> {
  const { mail, recipients: addresses } = incoming
  const bounced = await recordBounce(queries, desk, workspaceId, mail.report)
  if (bounced !== null) return { conversationId: bounced, by: { kind: "desk", id: null }, kind: "inbound" }
  const members = await placeOfNoticeAnswer(queries, desk, workspaceId, { mail, address: sender.address })
  if (members !== null) return { ...members, kind: "note" }
  const customerId = await customerOf(queries, desk, workspaceId, sender)
  const by = { kind: "customer" as const, id: customerId }
  const threaded = await findConversation(queries, desk, workspaceId, { mail, customerId, address: sender.address })
  const cameBy = await findCameBy(queries, workspaceId, { addresses, mailboxId })
  if (threaded !== null && (await mayJoin(queries, workspaceId, threaded, cameBy)))
    return { conversationId: threaded, by, kind: "inbound" }
  const conversationId = desk.newId()
  const at = momentOf(desk, incoming)
  const { isKnown, isAllSpam } = await readSpamRecord(queries, workspaceId, customerId)
  const { subject } = mail
  const begun = { workspaceId, id: conversationId, customerId, channel: "mail" as const, subject, at, cameBy }
  await insertConversation(queries, begun)
  if (isAllSpam || (mail.spam && !isKnown))
    await changeConversation(queries, workspaceId, conversationId, { set: "spam_at", to: at })
  return { conversationId, by, kind: "inbound" }
}

type Writing = { readonly stored: Stored; readonly place: Place; readonly sender: Sender }

async function write(
  queries: Queries,
  desk: Desk,
  { workspaceId, mailboxId }: Into,
  incoming: Incoming,
  { stored, place, sender }: Writing,
): Promise<string> {
  const { mail } = incoming
  const { by, kind } = place
  const text = kind === "note" ? withoutNoticeLinks(mail.text) : mail.text
  const conversationId = await lockStanding(queries, workspaceId, place.conversationId)
  const id = desk.newId()
  const recordedAt = desk.now().toString({ fractionalSecondDigits: 3 })
  await insertMessage(queries, {
    workspaceId,
    id,
    conversationId,
    kind,
    channel: kind === "note" ? "internal" : "mail",
    by,
    at: momentOf(desk, incoming),
    recordedAt,
    salt: desk.newSalt(),
    ...partsOf(mail),
    text,
    own: ownWords(text),
    html: kind === "note" ? null : mail.html,
    redeliveryKey: stored.redeliveryKey,
    rawDigest: stored.rawDigest,
    automatic: sender.automatic,
    mailboxId,
    receivedAs: await ownAddressOf(queries, workspaceId, incoming.recipients),
  })
  await insertFiles(queries, workspaceId, id, stored.files)
  if (kind === "inbound" && (!sender.automatic || by.kind === "desk"))
    await reopen(queries, workspaceId, conversationId)
  const at = momentOf(desk, incoming)
  await hearMail(queries, desk, workspaceId, { place: { ...place, conversationId }, sender, text, messageId: id, at })
  await askToLook(queries, desk, { workspaceId, conversationId, messageId: id, mail })
  await refreshConversation(queries, workspaceId, conversationId)
  await insertChange(queries, { workspaceId, kind: "conversation", id: conversationId, at: recordedAt })
  return id
}

type Hearing = {
  readonly place: Place
  readonly sender: Sender
  readonly text: string
  readonly messageId: string
  readonly at: string
}

/** What a customer typed themselves is heard. A mail in a member's name is not taken for a customer's word. */
async function hearMail(
  queries: Queries,
  desk: Desk,
  workspaceId: string,
  { place, sender, ...message }: Hearing,
): Promise<void> {
  const { by, conversationId } = place
  if (
    sender.automatic ||
    by.kind !== "customer" ||
    by.id === null ||
    (await isMembersOwn(queries, workspaceId, sender))
  )
    return
  await hear(queries, desk, { workspaceId, conversationId, customerId: by.id, ...message })
}

const LATE_DAYS_MAX = 7 // mail servers give up after five

/** When it was written; when it came, where its Date is in the future or so old that the mail would be hidden among old ones. */
export function momentOf(desk: Desk, { mail, arrivedAt }: Pick<Incoming, "mail" | "arrivedAt">): string {
  const arrived = arrivedAt === undefined ? desk.now() : Temporal.Instant.from(arrivedAt)
  const written = mail.date === null ? arrived : Temporal.Instant.from(mail.date)
  const credible =
    Temporal.Instant.compare(written, arrived) <= 0 &&
    Temporal.Instant.compare(written, arrived.subtract({ hours: 24 * LATE_DAYS_MAX })) >= 0
  return (credible ? written : arrived).toString({ fractionalSecondDigits: 3 })
}

async function reopen(queries: Queries, workspaceId: string, conversationId: string): Promise<void> {
  await changeConversation(queries, workspaceId, conversationId, { set: "closed_at", to: null })
  await changeConversation(queries, workspaceId, conversationId, { set: "snoozed_until", to: null })
}

/** A mail of which nothing can be read waits for somebody to download it. */
async function askToLook(
  queries: Queries,
  desk: Desk,
  where: { workspaceId: string; conversationId: string; messageId: string; mail: ReceivedMail },
): Promise<void> {
  const { mail, ...ids } = where
  if (mail.problem === null || mail.text !== "") return
  const at = desk.now().toString()
  await insertTask(queries, { ...ids, id: desk.newId(), kind: "unreadable", ownerId: null, words: mail.problem, at })
}
