import { conflict, forbidden, invalid, notFound } from "../../ledger/error.ts"
import { insertChange } from "../database/changes.ts"
import { lockConversation } from "../database/conversation-locks.ts"
import { readConversationHead } from "../database/conversations.ts"
import type { Queries } from "../database/database.ts"
import { type MessageView, readMessage } from "../database/messages.ts"
import { confirmNeed as writeConfirmed, dropNeed as writeDropped, insertNeed, lockNeed } from "../database/needs.ts"
import { holdCustomer } from "../database/people.ts"
import { type Actor, type Desk, commit } from "./desk.ts"

/**
 * Writes down what a customer needs. With a message the words must stand in it, as the customer wrote them; without one the
 * need is ours, not theirs, until they confirm it. `invalid` where the words are not in the message. Gives its id.
 */
export async function recordNeed(
  desk: Desk,
  actor: Actor,
  conversationId: string,
  { messageId, words }: { readonly messageId?: string | undefined; readonly words: string },
): Promise<string> {
  if (actor.by.kind !== "member") throw forbidden("A need is heard by a person.")
  const byId = actor.by.id
  return commit(desk, async (queries) => {
    const conversation = await readConversationHead(queries, actor.workspaceId, conversationId)
    if (conversation === null) throw notFound("conversation")
    await lockConversation(queries, actor.workspaceId, conversationId)
    if (!(await holdCustomer(queries, actor.workspaceId, conversation.customerId))) {
      throw conflict("This customer was erased. Nothing more can be written down about them here.")
    }
    if (messageId !== undefined) await assertTheirWords(queries, actor, conversationId, { messageId, words })
    const id = desk.newId()
    const at = desk.now().toString()
    await insertNeed(queries, {
      workspaceId: actor.workspaceId,
      id,
      customerId: conversation.customerId,
      conversationId,
      messageId: messageId ?? null,
      words,
      byId,
      at,
    })
    await insertChange(queries, { workspaceId: actor.workspaceId, kind: "conversation", id: conversationId, at })
    return id
  })
}

/** The customer said yes to a need of ours, in one of their messages. `conflict` when it is theirs already. */
export async function confirmNeed(desk: Desk, actor: Actor, needId: string, messageId: string): Promise<void> {
  await commit(desk, async (queries) => {
    const need = await lockNeed(queries, actor.workspaceId, needId)
    if (need === null) throw notFound("need")
    if (need.standing !== "ours") throw conflict("This need is the customer's own already.")
    await requireInbound(queries, actor, need.conversationId, messageId)
    const at = desk.now().toString()
    await writeConfirmed(queries, actor.workspaceId, needId, { at, messageId })
    await insertChange(queries, { workspaceId: actor.workspaceId, kind: "conversation", id: need.conversationId, at })
  })
}

/** It was no need, or is none any more. What was recommended for it keeps it. */
export async function dropNeed(desk: Desk, actor: Actor, needId: string): Promise<void> {
  await commit(desk, async (queries) => {
    const need = await lockNeed(queries, actor.workspaceId, needId)
    if (need === null) throw notFound("need")
    const at = desk.now().toString()
    await writeDropped(queries, actor.workspaceId, needId, at)
    await insertChange(queries, { workspaceId: actor.workspaceId, kind: "conversation", id: need.conversationId, at })
  })
}

async function assertTheirWords(
  queries: Queries,
  actor: Actor,
  conversationId: string,
  { messageId, words }: { readonly messageId: string; readonly words: string },
): Promise<void> {
  const { text } = await requireInbound(queries, actor, conversationId, messageId)
  if (!folded(text ?? "").includes(folded(words))) {
    throw invalid("These words are not in the customer's message. Quote them as they stand there.", "words")
  }
}

async function requireInbound(
  queries: Queries,
  actor: Actor,
  conversationId: string,
  messageId: string,
): Promise<MessageView> {
  const message = await readMessage(queries, actor.workspaceId, messageId)
  if (message === null || message.conversationId !== conversationId || message.kind !== "inbound") {
    throw invalid("Only a message of the customer in this conversation says what they need.", "messageId")
  }
  return message
}

/** A selection on the screen has other line ends than the mail. */
function folded(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim()
}
