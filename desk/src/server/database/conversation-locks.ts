import { conflict } from "../../ledger/error.ts"
import type { Queries } from "./database.ts"

/**
 * Holds the conversation until the transaction ends, so that two messages in it come one after the other, and its
 * customer, so that they are not erased meanwhile. Whoever holds several things takes them in this order, so that no two
 * wait for each other: outbox, customer, conversation, message, promises by id.
 */
export async function lockConversation(queries: Queries, workspaceId: string, conversationId: string): Promise<void> {
  if ((await lock(queries, workspaceId, conversationId)) !== conversationId) {
    throw conflict("This conversation has just been merged into another. Look again; what you wrote is kept.")
  }
}

/** As `lockConversation`, for whatever it was merged into meanwhile. Gives the id of what is held. */
export async function lockStanding(queries: Queries, workspaceId: string, conversationId: string): Promise<string> {
  const standing = await lock(queries, workspaceId, conversationId)
  return standing === conversationId ? standing : lockStanding(queries, workspaceId, standing)
}

/** As `lockStanding`, for several at once: those that lead elsewhere by now, with the ids of where to. */
export async function lockAllStanding(
  queries: Queries,
  workspaceId: string,
  conversationIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const values = [workspaceId, conversationIds]
  await queries.query(
    `select 1 from customers where workspace_id = $1 and customer_id in (
       select customer_id from conversations where workspace_id = $1 and conversation_id = any($2::uuid[]))
     order by customer_id for key share`,
    values,
  )
  const held = await queries.query<{ id: string; mergedInto: string | null }>(
    `select conversation_id as "id", merged_into as "mergedInto" from conversations
     where workspace_id = $1 and conversation_id = any($2::uuid[]) order by conversation_id for update`,
    values,
  )
  const leading = new Map<string, string>()
  for (const { id, mergedInto } of held) {
    if (mergedInto !== null) leading.set(id, await lockStanding(queries, workspaceId, mergedInto))
  }
  return leading
}

/** As `lockConversation`, for the one that a message is in once it is held. Gives its id; null without the message. */
export function lockConversationOf(queries: Queries, workspaceId: string, messageId: string): Promise<string | null> {
  return lockWhere(
    queries,
    workspaceId,
    `select conversation_id as "id" from messages where workspace_id = $1 and message_id = $2`,
    messageId,
  )
}

/** As `lockConversationOf`, for a promise; null, too, where it belongs to no conversation. */
export function lockConversationOfPromise(
  queries: Queries,
  workspaceId: string,
  promiseId: string,
): Promise<string | null> {
  return lockWhere(
    queries,
    workspaceId,
    `select conversation_id as "id" from promise_rows where workspace_id = $1 and promise_id = $2`,
    promiseId,
  )
}

async function lockWhere(queries: Queries, workspaceId: string, where: string, id: string): Promise<string | null> {
  let held: string | null = null
  for (;;) {
    const [row] = await queries.query<{ id: string | null }>(where, [workspaceId, id])
    const found = row?.id ?? null
    if (found === null || found === held) return found
    held = found
    await lock(queries, workspaceId, held)
  }
}

/** Gives what the conversation leads to: itself, unless it was merged into another. */
async function lock(queries: Queries, workspaceId: string, conversationId: string): Promise<string> {
  await queries.query(
    `select 1 from customers where workspace_id = $1
       and customer_id = (select customer_id from conversations where workspace_id = $1 and conversation_id = $2) for key share`,
    [workspaceId, conversationId],
  )
  const [row] = await queries.query<{ mergedInto: string | null }>(
    `select merged_into as "mergedInto" from conversations where workspace_id = $1 and conversation_id = $2 for update`,
    [workspaceId, conversationId],
  )
  return row?.mergedInto ?? conversationId
}
