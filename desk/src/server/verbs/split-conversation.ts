import { conflict, invalid, notFound } from "../../ledger/error.ts"
import { lockMovable } from "../database/conversation-moves.ts"
import { readMoving, insertSplitOff } from "../database/conversation-splits.ts"
import type { Queries } from "../database/database.ts"
import * as moved from "../database/moved-rows.ts"
import { type Actor, type Desk, commit } from "./desk.ts"
import { partUnderHolds } from "./legal-holds.ts"
import { announce, assertMovable, beginMove, movePromises } from "./merge-conversations.ts"

/**
 * Makes a conversation of its own of some messages: what hangs on them goes along, promises that were made in them by an
 * entry. It is with whoever wrote them, where that is one customer alone, else with the same. What answers them comes there
 * from now on. `invalid` when nothing would be left; `conflict` as for merging, and under a legal hold. Gives the new one's id.
 */
export async function splitConversation(
  desk: Desk,
  actor: Actor,
  conversationId: string,
  given: readonly string[],
): Promise<string> {
  const { workspaceId } = actor
  const messageIds = [...new Set(given)]
  return commit(desk, (queries) =>
    partUnderHolds(queries, { workspaceId, conversationId }, async () => {
      const toId = await splitOff(queries, desk, actor, { conversationId, messageIds })
      return { partIds: [conversationId, toId], done: toId }
    }),
  )
}

async function splitOff(
  queries: Queries,
  desk: Desk,
  actor: Actor,
  { conversationId, messageIds }: { readonly conversationId: string; readonly messageIds: readonly string[] },
): Promise<string> {
  const { workspaceId } = actor
  const [conversation] = await lockMovable(queries, workspaceId, [conversationId])
  if (conversation === undefined) throw notFound("conversation")
  assertMovable(conversation)
  const moving = await readMoving(queries, workspaceId, conversationId, messageIds)
  if (moving.found < messageIds.length) throw conflict("One of these messages is not in this conversation. Look again.")
  if (moving.left === 0) throw invalid("Leave at least one message where it is.", "messageIds")
  const toId = desk.newId()
  const [writer, ...others] = moving.writers
  const customerId = writer === undefined || others.length > 0 ? conversation.customerId : writer
  const at = desk.now().toString()
  await insertSplitOff(queries, workspaceId, { fromId: conversationId, toId, customerId, messageIds, at })
  const move = await beginMove(queries, desk, actor, { kind: "split", fromId: conversationId, toId })
  await moved.moveMessages(queries, move, messageIds)
  // After whoever held something of these messages: they may have promised something with it.
  const going = { messageIds, moveId: null }
  const promiseIds = await moved.listPromisesWith(queries, workspaceId, conversationId, going)
  await movePromises(queries, desk, actor, move, promiseIds)
  await announce(queries, desk, actor, [conversationId, toId])
  return toId
}
