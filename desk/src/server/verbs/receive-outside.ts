import { comparableAddress } from "../../ledger/address.ts"
import { keptClaims } from "../../ledger/claim.ts"
import type { By } from "../../ledger/entry.ts"
import { insertAssertions } from "../database/assertions.ts"
import { insertChange } from "../database/changes.ts"
import { lockStanding } from "../database/conversation-locks.ts"
import { type NewConversation, insertConversation, refreshConversation } from "../database/conversations.ts"
import type { Queries } from "../database/database.ts"
import { holdFiles, insertFiles } from "../database/files.ts"
import { findThreaded, isInConversation, lockSender } from "../database/inbound.ts"
import { listMailAddresses } from "../database/mail-settings.ts"
import { findPresentOwner } from "../database/members.ts"
import { type Mailbox, insertMessage, insertReview } from "../database/messages.ts"
import { findCameBy, mayJoin } from "../database/mailbox-access.ts"
import { readThreadEnd } from "../database/thread-end.ts"
import { listMemberMails, listSentByDesk, readAssignee } from "../database/outside.ts"
import { readCustomerScope } from "../database/people.ts"
import { promisesToCapture, proposeFound } from "./capture.ts"
import { type Desk, commit, deskActor } from "./desk.ts"
import { messageIdOf } from "./mail-id.ts"
import { reviewText } from "./review-text.ts"
import { type ReceivedMail, partsOf } from "./received-mail.ts"
import {
  type Incoming,
  type Into,
  type Received,
  type Stored,
  findTakenIn,
  momentOf,
  putWhatIsGone,
} from "./receive.ts"
import { customerOf } from "./sender.ts"

/**
 * Takes in what a member wrote in another program: a message of ours that is in the Sent folder and that the desk did not
 * send. It counts as the answer, is reviewed afterwards, and what it promises is proposed to its author, else to whoever has
 * the conversation, else to an admin. Null when it is the desk's own, no person typed it, or it went to nobody outside the team.
 */
export async function receiveOutside(
  desk: Desk,
  into: Into,
  incoming: Incoming,
  stored: Stored,
): Promise<Received | null> {
  const { mail } = incoming
  if (mail.automatic || (await isOwnMail(desk, into.workspaceId, mail.mailId))) return null
  const team = await teamOf(desk, into.workspaceId)
  const recipients = [...mail.to, ...mail.cc].filter(({ address }) => !team.addresses.has(address.toLowerCase()))
  const [first] = recipients
  if (first === undefined) return null
  return commit(desk, async (queries) => {
    await lockSender(queries, into.workspaceId, comparableAddress("mail", first.address) ?? "")
    const known = await findTakenIn(queries, desk, into.workspaceId, stored)
    if (known !== null) return known
    await holdFiles(queries)
    await putWhatIsGone(desk, incoming, stored)
    const authorId = team.memberIds.get(mail.from?.address.toLowerCase() ?? "") ?? null
    const messageId = await write(queries, desk, into, incoming, { stored, recipients, first, authorId })
    return { workspaceId: into.workspaceId, messageId, again: false }
  })
}

async function isOwnMail(desk: Desk, workspaceId: string, mailId: string | null): Promise<boolean> {
  return mailId !== null && (await listOwnMails(desk, workspaceId, [mailId])).has(mailId)
}

const MADE_BY_OUTBOX = /^(?:code|notice)\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/

/** Of these Message-IDs, those of the desk's own mails: by our mark, or by the one that the outgoing server gave in its place. */
export async function listOwnMails(
  desk: Desk,
  workspaceId: string,
  mailIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const marked = mailIds.filter((mailId) => messageIdOf(desk, mailId) !== null)
  const others = mailIds.filter((mailId) => !marked.includes(mailId))
  if (others.length === 0) return new Set(marked)
  const outboxIdOf = (mailId: string) => MADE_BY_OUTBOX.exec(mailId)?.[1] ?? null
  const outboxIds = others.map(outboxIdOf).filter((id) => id !== null)
  const sent = await listSentByDesk(desk.database, workspaceId, { mailIds: others, outboxIds })
  const known = new Set(sent.flatMap(({ mailId, outboxId }) => [mailId, outboxId]))
  return new Set([...marked, ...others.filter((mailId) => known.has(mailId) || known.has(outboxIdOf(mailId) ?? ""))])
}

export type Team = { readonly addresses: ReadonlySet<string>; readonly memberIds: ReadonlyMap<string, string> }

export async function teamOf(desk: Desk, workspaceId: string): Promise<Team> {
  const members = await listMemberMails(desk.database, workspaceId)
  const own = await listMailAddresses(desk.database, workspaceId)
  return {
    addresses: new Set([...own, ...members.map(({ mail }) => mail)]),
    memberIds: new Map(members.map(({ id, mail }) => [mail, id])),
  }
}

type Writing = {
  readonly stored: Stored
  readonly recipients: readonly Mailbox[]
  readonly first: Mailbox
  /** The member whose own address it is from. */
  readonly authorId: string | null
}

async function write(
  queries: Queries,
  desk: Desk,
  { workspaceId, mailboxId }: Into,
  incoming: Incoming,
  { stored, recipients, first, authorId }: Writing,
): Promise<string> {
  const { mail } = incoming
  const at = momentOf(desk, incoming)
  const cameBy = await findCameBy(queries, workspaceId, { addresses: [mail.from?.address ?? ""], mailboxId })
  const answered = await findAnswered(queries, desk, workspaceId, mail, recipients)
  const isThere = answered !== null && (await mayJoin(queries, workspaceId, answered.conversationId, cameBy))
  const place = isThere
    ? answered
    : await openConversation(queries, desk, workspaceId, { first, subject: mail.subject, at, cameBy })
  const { customerId } = place
  const conversationId = await lockStanding(queries, workspaceId, place.conversationId)
  const previous = (await readThreadEnd(queries, workspaceId, conversationId))?.text ?? null
  // As it would have been before sending; times are counted from when it was written.
  const verdict = await reviewText(queries, desk, workspaceId, {
    text: mail.text,
    channel: "mail",
    author: "member",
    now: at,
    scope: await readCustomerScope(queries, workspaceId, customerId),
    ...(previous === null ? {} : { previous: `CUSTOMER: ${previous}` }),
  })
  const by: By = authorId === null ? { kind: "desk", id: null } : { kind: "member", id: authorId }
  const id = desk.newId()
  const recordedAt = desk.now().toString({ fractionalSecondDigits: 3 })
  await insertMessage(queries, {
    workspaceId,
    id,
    conversationId,
    kind: "outbound",
    channel: "mail",
    by,
    at,
    recordedAt,
    salt: desk.newSalt(),
    ...partsOf(mail),
    redeliveryKey: stored.redeliveryKey,
    rawDigest: stored.rawDigest,
    mailboxId,
    outside: true,
  })
  await insertFiles(queries, workspaceId, id, stored.files)
  await insertReview(queries, { workspaceId, messageId: id, verdict: verdict.verdict, review: verdict, at: recordedAt })
  await insertAssertions(
    queries,
    { workspaceId, messageId: id, customerId, at, by, replyId: null },
    keptClaims(verdict, mail.text),
  )
  const assigneeId = await readAssignee(queries, workspaceId, conversationId)
  const ownerId = await findPresentOwner(queries, workspaceId, authorId ?? assigneeId, conversationId)
  const said = { customerId, conversationId, messageId: id, channel: "mail" as const, at }
  const actor = deskActor(workspaceId)
  if (ownerId !== null) await proposeFound(queries, desk, actor, said, ownerId, promisesToCapture(verdict))
  await refreshConversation(queries, workspaceId, conversationId)
  await insertChange(queries, { workspaceId, kind: "conversation", id: conversationId, at: recordedAt })
  return id
}

type Place = { readonly conversationId: string; readonly customerId: string }

/** The conversation that it answers, if one of those it went to takes part in it. */
async function findAnswered(
  queries: Queries,
  desk: Desk,
  workspaceId: string,
  mail: ReceivedMail,
  recipients: readonly Mailbox[],
): Promise<Place | null> {
  const mailIds = [...new Set([...mail.inReplyTo, ...mail.references.toReversed()])]
  if (mailIds.length === 0) return null
  const messageIds = mailIds.map((mailId) => messageIdOf(desk, mailId)).filter((id) => id !== null)
  const found = await findThreaded(queries, workspaceId, { mailIds, messageIds })
  const nearness = (mailId: string | null) =>
    (mailIds.indexOf(mailId ?? "") + mailIds.length + 1) % (mailIds.length + 1)
  for (const one of found.toSorted((a, b) => nearness(a.mailId) - nearness(b.mailId))) {
    for (const { address } of recipients) {
      if (await isInConversation(queries, workspaceId, one.conversationId, address.toLowerCase())) return one
    }
  }
  return null
}

async function openConversation(
  queries: Queries,
  desk: Desk,
  workspaceId: string,
  { first, ...begun }: Pick<Writing, "first"> & Pick<NewConversation, "subject" | "at" | "cameBy">,
): Promise<Place> {
  const address = comparableAddress("mail", first.address)
  const customerId = await customerOf(queries, desk, workspaceId, { box: first, address })
  const conversationId = desk.newId()
  await insertConversation(queries, { workspaceId, id: conversationId, customerId, channel: "mail", ...begun })
  return { conversationId, customerId }
}
