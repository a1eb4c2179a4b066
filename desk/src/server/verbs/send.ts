import type { Review, Span } from "aboveboard-engine"
import { conflict, notFound } from "../../ledger/error.ts"
import { keptClaims } from "../../ledger/claim.ts"
import { insertAssertions } from "../database/assertions.ts"
import { isNotWrittenFirst, setBegunSubject } from "../database/begun.ts"
import { insertChange } from "../database/changes.ts"
import { lockConversation } from "../database/conversation-locks.ts"
import { readConversationHead, refreshConversation } from "../database/conversations.ts"
import type { ConversationHead } from "../database/conversations.ts"
import type { Queries } from "../database/database.ts"
import { type FileRow, insertFiles } from "../database/files.ts"
import { hasNewerInbound, insertKeeps, insertMessage, insertReview } from "../database/messages.ts"
import { insertOutbox } from "../database/outbox.ts"
import { countReplyUse } from "../database/saved-replies.ts"
import { readCustomerScope } from "../database/people.ts"
import { footerOf } from "./customer-links.ts"
import { overlaps } from "../../ledger/one-for-each.ts"
import { filesToSend } from "./attachments.ts"
import { type Captured, assertAllCaptured, dismissFound, openCaptured, sortedOut } from "./capture.ts"
import { type RecommendationInput, recordRecommendation } from "./recommendations.ts"
import { type DeclineInput, recordDecline } from "./declines.ts"
import { type Actor, type Desk, commit } from "./desk.ts"
import { type Copies, type Envelope, envelopeOf } from "./envelope.ts"
import { assertKeepable } from "./keeps.ts"
import { mailIdOf } from "./mail-id.ts"
import { signatureFor } from "./signatures.ts"
import { tellLeads } from "./overrides.ts"
import { type WrittenText, withContentIds, writtenText } from "./written-text.ts"
import { reviewText } from "./review-text.ts"

export const UNDO_SECONDS = 10 // long enough to see the slip, short enough not to keep a customer waiting
export const NO_SERVER = "not sent: no outgoing mail server"

export type SendInput = Copies & {
  readonly text: string
  /** `markdown`: bold, italic, links, lists, quotes and code are marks, and go out as HTML beside the plain text. */
  readonly format?: "plain" | "markdown" | undefined
  /** Ids of stored attachments of the conversation, in their order. */
  readonly attachments?: readonly string[] | undefined
  readonly promises: readonly Captured[]
  readonly notPromises?: readonly Span[] | undefined
  readonly keeps?: readonly string[] | undefined
  readonly looked?: boolean | undefined
  readonly overrideReason?: string | undefined
  readonly decline?: DeclineInput | undefined
  readonly recommendation?: RecommendationInput | undefined
  readonly lastSeenMessageId?: string | undefined
  /** The saved reply that it was made from. */
  readonly replyId?: string | undefined
}

/** What is recorded with a message, in its transaction. When it fails, the message is not sent. */
export type WithMessage = (queries: Queries, messageId: string) => Promise<void>

/**
 * The one way out: reviews the message, records the review and its promises, and puts it into the outbox, in one transaction.
 * `conflict` when a promise in it is unconfirmed, a finding was not looked at, a hold has no reason, or the customer wrote
 * meanwhile; `invalid` when there is no address to answer to, or a copy or a file cannot go with it. Gives the message's id.
 */
export async function sendMessage(
  desk: Desk,
  actor: Actor,
  conversationId: string,
  given: SendInput,
  recordWith: WithMessage = async () => {},
): Promise<string> {
  const written = writtenText(given)
  const { input } = written
  return commit(desk, async (queries) => {
    const conversation = await readConversationHead(queries, actor.workspaceId, conversationId)
    if (conversation === null) throw notFound("conversation")
    await lockConversation(queries, actor.workspaceId, conversationId)
    await assertNothingNewer(queries, actor, conversationId, input.lastSeenMessageId)
    await assertKeepable(queries, actor, conversation.customerId, input.keeps ?? [])
    const envelope = await envelopeOf(queries, actor.workspaceId, conversation, input)
    if (envelope.isFirst) await assertMayBegin(queries, actor, conversation)
    const verdict = await reviewText(queries, desk, actor.workspaceId, {
      text: input.text,
      channel: "mail",
      author: actor.by.kind === "member" ? "member" : "bot",
      scope: await readCustomerScope(queries, actor.workspaceId, conversation.customerId),
      ...(envelope.previous === null ? {} : { previous: `CUSTOMER: ${envelope.previous}` }),
    })
    assertMayLeave(verdict, input, actor)
    const files = await filesToSend(queries, actor.workspaceId, conversationId, input.attachments ?? [])
    const messageId = await record(queries, desk, actor, {
      conversation,
      envelope,
      verdict,
      input,
      html: written.html,
      files: withContentIds(files, written.pictures),
    })
    await recordWith(queries, messageId)
    return messageId
  })
}

type Outgoing = {
  readonly conversation: ConversationHead
  readonly envelope: Envelope
  readonly verdict: Review
  readonly input: SendInput
  readonly html: WrittenText["html"]
  readonly files: readonly FileRow[]
}

/** They may have said so after it was begun. */
async function assertMayBegin(queries: Queries, { workspaceId }: Actor, conversation: ConversationHead): Promise<void> {
  if (await isNotWrittenFirst(queries, workspaceId, conversation.customerId))
    throw conflict("They asked not to be written to first. Answer where they have written, or ring them.")
}

/** What looks, decides or overrides is a person: what an API key writes waits for one when the review asks for it. */
function assertMayLeave(verdict: Review, input: SendInput, actor: Actor): void {
  const isPerson = actor.by.kind === "member"
  const notPromises = isPerson ? (input.notPromises ?? []) : []
  assertAllCaptured(verdict, input.text, input.promises, notPromises)
  const held = verdict.findings.find(({ severity }) => severity === "hold")
  if (held !== undefined && !(isPerson && input.overrideReason !== undefined)) {
    throw conflict(`Held: ${held.why} Change it, or ${isPerson ? "send it" : "have a person send it"} with a reason.`)
  }
  const settled = [...input.promises, ...notPromises]
  const unseen = verdict.findings.find(
    ({ severity, rule, ...place }) =>
      severity === "confirm" && !(rule.startsWith("promise/") && settled.some((span) => overlaps(span, place))),
  )
  if (unseen !== undefined && !(isPerson && input.looked === true)) throw conflict(`Look again: ${unseen.why}`)
}

async function record(queries: Queries, desk: Desk, actor: Actor, outgoing: Outgoing): Promise<string> {
  const { conversation, envelope, verdict, input } = outgoing
  const { workspaceId } = actor
  const at = desk.now().toString({ fractionalSecondDigits: 3 })
  const messageId = desk.newId()
  const ending = await endingFor(queries, desk, actor, outgoing)
  await insertMessage(queries, {
    workspaceId,
    id: messageId,
    conversationId: conversation.id,
    kind: "outbound",
    channel: "mail",
    by: actor.by,
    at,
    recordedAt: at,
    salt: desk.newSalt(),
    text: `${input.text}${ending}`,
    html: outgoing.html(ending),
    own: verdict.own,
    subject: envelope.subject,
    from: envelope.from,
    to: [envelope.to],
    cc: envelope.cc,
    bcc: envelope.bcc,
    mailId: mailIdOf(desk, messageId, envelope.from.address),
    inReplyTo: envelope.inReplyTo,
    references: envelope.references,
    delivery: "waiting",
  })
  await insertFiles(queries, workspaceId, messageId, outgoing.files)
  const stored = {
    ...verdict,
    ...(input.overrideReason === undefined ? {} : { override: { reason: input.overrideReason } }),
  }
  await insertReview(queries, { workspaceId, messageId, verdict: verdict.verdict, review: stored, at })
  const said = {
    workspaceId,
    messageId,
    customerId: conversation.customerId,
    at,
    by: actor.by,
    replyId: input.replyId ?? null,
  }
  await insertAssertions(queries, said, keptClaims(verdict, input.text))
  if (input.replyId !== undefined && !(await countReplyUse(queries, workspaceId, input.replyId))) {
    throw notFound("saved reply")
  }
  if (input.overrideReason !== undefined) await tellLeads(queries, desk, actor, outgoing, messageId)
  await recordPromises(queries, desk, actor, { messageId, at, outgoing })
  await insertKeeps(queries, workspaceId, messageId, input.keeps ?? [])
  const out = { conversationId: conversation.id, customerId: conversation.customerId, messageId, at }
  if (input.decline !== undefined) await recordDecline(queries, desk, actor, out, input.decline)
  if (input.recommendation !== undefined) await recordRecommendation(queries, desk, actor, out, input.recommendation)
  await enqueue(queries, desk, { workspaceId, messageId, at, serverNamed: envelope.serverNamed })
  if (envelope.isFirst) await setBegunSubject(queries, workspaceId, conversation.id, envelope.subject)
  await refreshConversation(queries, workspaceId, conversation.id)
  await insertChange(queries, { workspaceId, kind: "conversation", id: conversation.id, at })
  return messageId
}

/** What stands below the text, behind the line that mail programs leave out of answers (RFC 3676, section 4.3). */
async function endingFor(queries: Queries, desk: Desk, actor: Actor, outgoing: Outgoing): Promise<string> {
  const { envelope, input } = outgoing
  const signature = await signatureFor(queries, actor, { from: envelope.from.address, text: input.text })
  const footer = await footerFor(queries, desk, actor, outgoing)
  return signature === "" ? footer : `\n\n-- \n${signature}\n${footer.replace("\n\n-- \n", "\n")}`
}

/** Whoever has the link to the customer's page can read it, so it goes to nobody but the customer. */
async function footerFor(
  queries: Queries,
  desk: Desk,
  actor: Actor,
  { conversation, envelope }: Outgoing,
): Promise<string> {
  const isShared = envelope.cc.length + envelope.bcc.length > 0
  return isShared ? "" : footerOf(queries, desk, actor, conversation.id)
}

async function recordPromises(
  queries: Queries,
  desk: Desk,
  actor: Actor,
  { messageId, at, outgoing }: { messageId: string; at: string; outgoing: Outgoing },
): Promise<void> {
  const { conversation, verdict, input } = outgoing
  const said = {
    customerId: conversation.customerId,
    conversationId: conversation.id,
    messageId,
    channel: "mail" as const,
    at,
  }
  await openCaptured(queries, desk, actor, said, input.promises)
  const { dismissed } = sortedOut(verdict, input.promises, input.notPromises ?? [])
  const ownerId = actor.by.kind === "member" ? actor.by.id : undefined
  if (ownerId !== undefined) await dismissFound(queries, desk, actor, said, ownerId, dismissed)
}

async function enqueue(
  queries: Queries,
  desk: Desk,
  row: { workspaceId: string; messageId: string; at: string; serverNamed: boolean },
): Promise<void> {
  await insertOutbox(queries, {
    workspaceId: row.workspaceId,
    outboxId: desk.newId(),
    messageId: row.messageId,
    idempotencyKey: `mail ${row.messageId}`,
    nextAt: row.serverNamed ? desk.now().add({ seconds: UNDO_SECONDS }).toString() : null,
    problem: row.serverNamed ? null : NO_SERVER,
    createdAt: row.at,
  })
}

async function assertNothingNewer(
  queries: Queries,
  actor: Actor,
  conversationId: string,
  lastSeenMessageId: string | undefined,
): Promise<void> {
  if (lastSeenMessageId === undefined) return
  if (await hasNewerInbound(queries, actor.workspaceId, conversationId, lastSeenMessageId)) {
    throw conflict("The customer wrote again while you were writing. Read it, then send.")
  }
}
