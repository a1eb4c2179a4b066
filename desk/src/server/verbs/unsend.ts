import { conflict, notFound } from "../../ledger/error.ts"
import { insertChange } from "../database/changes.ts"
import { lockConversationOf } from "../database/conversation-locks.ts"
import { refreshConversation } from "../database/conversations.ts"
import type { Queries } from "../database/database.ts"
import { readMailSender } from "../database/mail-sender.ts"
import { changeDelivery } from "../database/delivery.ts"
import { untieDrafts } from "../database/held-messages.ts"
import { readMessage } from "../database/messages.ts"
import type { MessageView } from "../database/messages.ts"
import { closeOutbox, lockOutboxOf, postponeOutbox } from "../database/outbox.ts"
import { remakeVoided } from "./remake.ts"
import { type Actor, type Desk, commit } from "./desk.ts"
import { voidPromisesOf } from "./keeps.ts"
import { NO_SERVER } from "./send.ts"

/** Takes back a message that has not left; what it promised becomes void. `conflict` once it is leaving or gone. */
export async function cancelMessage(desk: Desk, actor: Actor, messageId: string): Promise<void> {
  await commit(desk, async (queries) => {
    const row = await lockOutboxOf(queries, actor.workspaceId, messageId)
    await lockConversationOf(queries, actor.workspaceId, messageId)
    const message = await requireMessage(queries, actor, messageId)
    if (row === null || message.delivery !== "waiting" || row.leased || row.attempts > 0) {
      throw conflict("This message has left, or is leaving now. It cannot be taken back; write a correction.")
    }
    const at = desk.now().toString()
    await closeOutbox(queries, actor.workspaceId, row.outboxId, at, null)
    await changeDelivery(queries, actor.workspaceId, messageId, { delivery: "cancelled", problem: null, at })
    await untieDrafts(queries, actor.workspaceId, messageId)
    await voidPromisesOf(queries, desk, actor, messageId, "undone")
    await touch(queries, actor, message, at)
  })
}

/** Tries a failed message again with the same Message-ID; what it promised is made again. `conflict` unless it failed. */
export async function retryMessage(desk: Desk, actor: Actor, messageId: string): Promise<void> {
  await commit(desk, async (queries) => {
    const row = await lockOutboxOf(queries, actor.workspaceId, messageId)
    await lockConversationOf(queries, actor.workspaceId, messageId)
    const message = await requireMessage(queries, actor, messageId)
    if (row === null || message.delivery !== "failed") throw conflict("Only a message that failed can be tried again.")
    const at = desk.now().toString()
    const sender = await readMailSender(queries, actor.workspaceId)
    const named = sender?.host !== null && sender?.host !== undefined
    await postponeOutbox(queries, actor.workspaceId, row.outboxId, named ? at : null, named ? null : NO_SERVER)
    await changeDelivery(queries, actor.workspaceId, messageId, { delivery: "waiting", problem: null, at })
    await remakeVoided(queries, desk, actor, messageId)
    await touch(queries, actor, message, at)
  })
}

async function requireMessage(queries: Queries, actor: Actor, messageId: string): Promise<MessageView> {
  const message = await readMessage(queries, actor.workspaceId, messageId)
  if (message === null) throw notFound("message")
  return message
}

async function touch(queries: Queries, actor: Actor, message: MessageView, at: string): Promise<void> {
  await refreshConversation(queries, actor.workspaceId, message.conversationId)
  await insertChange(queries, { workspaceId: actor.workspaceId, kind: "conversation", id: message.conversationId, at })
}
