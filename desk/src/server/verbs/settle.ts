import { conflict, invalid, notFound } from "../../ledger/error.ts"
import { lockConversationOf } from "../database/conversation-locks.ts"
import { readConversationHead } from "../database/conversations.ts"
import type { Queries } from "../database/database.ts"
import { insertKeeps, readMessage } from "../database/messages.ts"
import { readPromise } from "../database/promises.ts"
import { areOne } from "../database/one-customer.ts"
import { type Actor, type Desk, commit } from "./desk.ts"
import { assertKeepable } from "./keeps.ts"
import { noteOf } from "./promises.ts"
import { recordEntry } from "./record-entry.ts"

export type EvidenceInput =
  | { readonly kind: "message"; readonly messageId: string }
  | { readonly kind: "word"; readonly note?: string | undefined; readonly at?: string | undefined }
  | { readonly kind: "customer"; readonly messageId?: string | undefined; readonly note?: string | undefined }

/**
 * Marks it kept, with what shows it. A message of ours that still waits to leave counts once our outgoing server has
 * accepted it. `conflict` when it is settled already, or the message failed.
 */
export async function keepPromise(desk: Desk, actor: Actor, promiseId: string, evidence: EvidenceInput): Promise<void> {
  await commit(desk, async (queries) => {
    if (evidence.kind === "message") return keepByOurMessage(queries, desk, actor, promiseId, evidence.messageId)
    if (evidence.kind === "customer" && evidence.messageId !== undefined)
      await assertCustomersOwn(queries, actor, promiseId, evidence.messageId)
    const at = evidence.kind === "word" && evidence.at !== undefined ? evidence.at : desk.now().toString()
    if (Temporal.Instant.compare(at, desk.now()) > 0) throw invalid("It cannot have been kept in the future.", "at")
    await recordEntry(queries, desk, actor, promiseId, {
      kind: "kept",
      body: { kind: evidence.kind, messageId: evidence.kind === "customer" ? (evidence.messageId ?? null) : null, at },
      texts: noteOf(evidence.note),
    })
  })
}

async function keepByOurMessage(
  queries: Queries,
  desk: Desk,
  actor: Actor,
  promiseId: string,
  messageId: string,
): Promise<void> {
  await lockConversationOf(queries, actor.workspaceId, messageId)
  const { message, customerId } = await requireMessage(queries, actor, messageId)
  await assertKeepable(queries, actor, customerId, [promiseId])
  if (message.kind === "inbound")
    throw conflict("What the customer wrote shows it only as the customer's own confirmation.")
  if (message.channel === "internal")
    throw conflict("A note between members has reached no customer, so it shows nothing.")
  await insertKeeps(queries, actor.workspaceId, messageId, [promiseId])
  if (message.kind === "outbound" && message.delivery === "waiting") return
  if (message.kind === "outbound" && message.delivery !== "accepted") {
    throw conflict("That message did not leave, so it shows nothing.")
  }
  const kind = message.channel === "call" || message.channel === "visit" ? message.channel : "message"
  await recordEntry(queries, desk, actor, promiseId, {
    kind: "kept",
    body: { kind, messageId, at: message.at },
    texts: null,
  })
}

async function assertCustomersOwn(queries: Queries, actor: Actor, promiseId: string, messageId: string): Promise<void> {
  const { message, customerId } = await requireMessage(queries, actor, messageId)
  const promise = await readPromise(queries, actor.workspaceId, promiseId)
  if (promise === null) throw notFound("promise")
  if (message.kind !== "inbound" || !(await areOne(queries, actor.workspaceId, customerId, promise.customer.id)))
    throw conflict("That message is not this customer's, so it does not confirm anything.")
}

/** With whom its conversation is. */
async function requireMessage(queries: Queries, actor: Actor, messageId: string) {
  const message = await readMessage(queries, actor.workspaceId, messageId)
  if (message === null) throw notFound("message")
  const conversation = await readConversationHead(queries, actor.workspaceId, message.conversationId)
  if (conversation === null) throw notFound("message")
  return { message, customerId: conversation.customerId }
}
