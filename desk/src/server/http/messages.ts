import * as contract from "../../contract/messages.ts"
import { notFound } from "../../ledger/error.ts"
import type { Queries } from "../database/database.ts"
import { type MessageView, readMessage, readReview } from "../database/messages.ts"
import { readCustomerHead } from "../database/people.ts"
import type { Actor, Desk } from "../verbs/desk.ts"
import { assertBotMayLeave, tieTaken } from "../verbs/bot-messages.ts"
import { emptySentDraft } from "../verbs/drafts.ts"
import { type LogInput, logTalk, writeNote } from "../verbs/log.ts"
import { sendMessage } from "../verbs/send.ts"
import { cancelMessage, retryMessage } from "../verbs/unsend.ts"
import { type Door, serveMember } from "./serve.ts"

/** What is said: sent, undone, logged or noted. */
export function serveMessages(door: Door): void {
  serveMember(door, contract.sendMessage, async ({ desk, actor, params, body }) => {
    await assertBotMayLeave(desk, actor, params.conversationId, body.text)
    const { conversationId } = params
    const { draftRevision, ...input } = body
    const id = await sendMessage(desk, actor, conversationId, input, async (queries, messageId) => {
      await tieTaken(queries, actor, { conversationId, messageId })
      if (draftRevision === undefined) return
      await emptySentDraft(queries, desk, actor, { conversationId, kind: "reply" }, draftRevision)
    })
    return present(desk.database, actor, id)
  })
  serveMember(door, contract.cancelMessage, async ({ desk, actor, params }) => {
    await cancelMessage(desk, actor, params.messageId)
    return present(desk.database, actor, params.messageId)
  })
  serveMember(door, contract.retryMessage, async ({ desk, actor, params }) => {
    await retryMessage(desk, actor, params.messageId)
    return present(desk.database, actor, params.messageId)
  })
  serveMember(door, contract.createNote, async ({ desk, actor, params, body }) =>
    present(desk.database, actor, await writeNote(desk, actor, params.conversationId, body.text)),
  )
  serveMember(door, contract.createLog, ({ desk, actor, body }) => logged(desk, actor, body))
  serveMember(door, contract.readMessageReview, async ({ desk, actor, params }) => {
    const review = await readReview(desk.database, actor.workspaceId, params.messageId)
    if (review === null) throw notFound("review")
    return contract.readMessageReview.answer.parse(review)
  })
}

async function logged(desk: Desk, actor: Actor, input: LogInput) {
  const { messageId, proposed, customerId } = await logTalk(desk, actor, input)
  const customer = await readCustomerHead(desk.database, actor.workspaceId, customerId)
  const message = await present(desk.database, actor, messageId)
  return { message, proposed, customer: { id: customerId, name: customer?.name ?? null } }
}

async function present(queries: Queries, actor: Actor, messageId: string): Promise<MessageView> {
  const message = await readMessage(queries, actor.workspaceId, messageId)
  if (message === null) throw notFound("message")
  return message
}
