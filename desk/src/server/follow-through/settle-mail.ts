import { insertChange } from "../database/changes.ts"
import { lockConversationOf } from "../database/conversation-locks.ts"
import { refreshConversation } from "../database/conversations.ts"
import type { Queries } from "../database/database.ts"
import { changeDelivery, changeMailId } from "../database/delivery.ts"
import { type OutboxMail, closeOutbox, lockOutboxOf, noteTaken } from "../database/outbox.ts"
import { insertTask } from "../database/tasks.ts"
import { type Desk, deskActor } from "../verbs/desk.ts"
import { acceptMessage, voidPromisesOf } from "../verbs/keeps.ts"
import { planCopy } from "./copy-to-sent.ts"
import { type NotTaken, type SendOutcome, TRIES_MAX, tryAgain } from "./try-again.ts"

/** Writes down what became of a message that was on its way: accepted, for some of them only, to be tried again, refused. */
export async function settleMail(
  queries: Queries,
  desk: Desk,
  claimed: OutboxMail,
  outcome: SendOutcome,
): Promise<void> {
  const row = await lockOutboxOf(queries, claimed.workspaceId, claimed.messageId)
  // A try that outlived its lease: somebody else has settled it, or is trying now. That it was accepted is news all the same.
  if (row === null || row.done || (row.attempts !== claimed.attempts && outcome.kind !== "accepted")) return
  // While it was on its way its conversation may have been merged or split.
  const conversationId = await lockConversationOf(queries, claimed.workspaceId, claimed.messageId)
  const mail = { ...claimed, conversationId: conversationId ?? claimed.conversationId }
  const at = desk.now().toString({ fractionalSecondDigits: 3 })
  if (outcome.kind === "accepted") {
    if (outcome.mailId) await changeMailId(queries, mail.workspaceId, mail.messageId, outcome.mailId)
    await settleAccepted(queries, desk, mail, { refused: outcome.refusedFor ?? [], later: outcome.laterFor ?? [], at })
  } else if (outcome.kind === "later" && mail.attempts < TRIES_MAX) {
    await tryAgain(queries, desk, mail, outcome.words)
  } else if (mail.acceptedAt !== null) {
    // Its customer has it; only copies could not be sent.
    await closeOutbox(queries, mail.workspaceId, mail.outboxId, at, outcome.words)
    await tellSender(queries, desk, mail, `Copies were not sent: ${outcome.words}`, at)
  } else if (mail.takenFor.length > 0) {
    // An earlier try went to those in copy.
    await missCustomer(queries, desk, mail, { address: mail.to[0]?.address ?? "", words: outcome.words }, at)
  } else {
    await fail(queries, desk, mail, outcome.words, at)
  }
  await refreshConversation(queries, mail.workspaceId, mail.conversationId)
  await insertChange(queries, { workspaceId: mail.workspaceId, kind: "conversation", id: mail.conversationId, at })
}

type Taking = { readonly refused: readonly NotTaken[]; readonly later: readonly NotTaken[]; readonly at: string }

/** It is accepted once the server has taken it for the customer. Who gets a copy decides nothing about that. */
async function settleAccepted(queries: Queries, desk: Desk, mail: OutboxMail, taking: Taking): Promise<void> {
  const { refused, later, at } = taking
  const { workspaceId, outboxId, messageId } = mail
  const customers = new Set(mail.to.map(({ address }) => address.toLowerCase()))
  const lost = refused.find(({ address }) => customers.has(address))
  if (lost !== undefined && mail.acceptedAt === null) return missCustomer(queries, desk, mail, lost, at)
  const isHere = mail.acceptedAt === null && !later.some(({ address }) => customers.has(address))
  if (isHere) {
    await acceptMessage(queries, desk, deskActor(workspaceId), messageId, at)
    await planCopy(queries, desk, mail)
  }
  for (const { address, words } of refused)
    await tellSender(queries, desk, mail, `A copy could not be sent to ${address}: ${words}`, at)
  const [waits] = later
  if (waits === undefined) return closeOutbox(queries, workspaceId, outboxId, at, null)
  const isLast = mail.attempts >= TRIES_MAX
  // Who was refused for good is not asked again either.
  await noteTaken(queries, workspaceId, outboxId, takenBy(mail, later))
  if (!isLast) return tryAgain(queries, desk, mail, waits.words)
  if (!isHere && mail.acceptedAt === null) return missCustomer(queries, desk, mail, waits, at)
  await closeOutbox(queries, workspaceId, outboxId, at, waits.words)
  await tellSender(queries, desk, mail, `A copy could not be sent to ${waits.address}: ${waits.words}`, at)
}

function takenBy({ to, cc, bcc }: OutboxMail, later: readonly NotTaken[]): readonly string[] {
  const all = [...to, ...cc, ...bcc].map(({ address }) => address.toLowerCase())
  return all.filter((address) => !later.some((one) => one.address === address))
}

/** Copies went out, but not to the customer: what it promised others have read, so it stays promised, as after a bounce. */
async function missCustomer(
  queries: Queries,
  desk: Desk,
  mail: OutboxMail,
  { address, words }: NotTaken,
  at: string,
): Promise<void> {
  await closeOutbox(queries, mail.workspaceId, mail.outboxId, at, words)
  await changeDelivery(queries, mail.workspaceId, mail.messageId, { delivery: "bounced", problem: words, at })
  await tellSender(queries, desk, mail, `A message went to those in copy, but not to ${address}: ${words}`, at)
}

async function fail(queries: Queries, desk: Desk, mail: OutboxMail, words: string, at: string): Promise<void> {
  const actor = deskActor(mail.workspaceId)
  await closeOutbox(queries, mail.workspaceId, mail.outboxId, at, words)
  await changeDelivery(queries, mail.workspaceId, mail.messageId, { delivery: "failed", problem: words, at })
  await voidPromisesOf(queries, desk, actor, mail.messageId, "refused")
  await tellSender(queries, desk, mail, `A message was not sent: ${words}`, at, "failed")
}

async function tellSender(
  queries: Queries,
  desk: Desk,
  mail: OutboxMail,
  words: string,
  at: string,
  kind: "failed" | "bounced" = "bounced",
): Promise<void> {
  const { workspaceId, senderId: ownerId, conversationId, messageId } = mail
  await insertTask(queries, { workspaceId, id: desk.newId(), kind, ownerId, conversationId, messageId, words, at })
}
