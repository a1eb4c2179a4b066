import type { Queries } from "./database.ts"

/** What a bot wrote and a person must look at before it leaves. */
export type HeldRow = {
  readonly id: string
  readonly conversationId: string
  readonly text: string | null
  readonly verdict: "clear" | "confirm" | "hold"
  readonly why: string | null
  readonly by: string | null
  readonly at: string
}

export function listHeld(
  queries: Queries,
  workspaceId: string,
  conversationId: string | null,
): Promise<readonly HeldRow[]> {
  return queries.query<HeldRow>(
    `select h.held_id as "id", h.conversation_id as "conversationId", h.text, h.verdict, h.why, k.name as "by", h.at
     from held_messages h left join api_keys k on k.workspace_id = h.workspace_id and k.api_key_id = h.by_id
     where h.workspace_id = $1 and h.settled_at is null and ($2::uuid is null or h.conversation_id = $2)
     order by h.at, h.held_id limit 200`,
    [workspaceId, conversationId],
  )
}

export async function insertHeld(
  queries: Queries,
  workspaceId: string,
  held: Omit<HeldRow, "by"> & { readonly byId: string | null },
): Promise<void> {
  const { id, conversationId, text, verdict, why, byId, at } = held
  await queries.query(
    `insert into held_messages (workspace_id, held_id, conversation_id, text, verdict, why, by_id, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [workspaceId, id, conversationId, text, verdict, why, byId, at],
  )
}

/** Null when it is settled already, or there is none. */
export async function settleHeld(
  queries: Queries,
  workspaceId: string,
  heldId: string,
  by: { readonly at: string; readonly memberId: string | null; readonly taken: boolean },
): Promise<{ readonly conversationId: string } | null> {
  const [row] = await queries.query<{ conversationId: string }>(
    `update held_messages set settled_at = $3, settled_by = $4, taken = $5
     where workspace_id = $1 and held_id = $2 and settled_at is null returning conversation_id as "conversationId"`,
    [workspaceId, heldId, by.at, by.memberId, by.taken],
  )
  return row ?? null
}

/** What a member took over here, and has sent nothing of since, became this message of theirs. */
export async function tieTakenDrafts(
  queries: Queries,
  { workspaceId, conversationId, messageId }: Record<"workspaceId" | "conversationId" | "messageId", string>,
  memberId: string,
): Promise<void> {
  await queries.query(
    `update held_messages set message_id = $3
     where workspace_id = $1 and conversation_id = $2 and settled_by = $4 and taken and message_id is null`,
    [workspaceId, conversationId, messageId, memberId],
  )
}

/** A message that was undone is a draft again: what is sent of it next is tied to it. */
export async function untieDrafts(queries: Queries, workspaceId: string, messageId: string): Promise<void> {
  await queries.query("update held_messages set message_id = null where workspace_id = $1 and message_id = $2", [
    workspaceId,
    messageId,
  ])
}

/** Whether a bot has written in this conversation before. */
export async function hasBotWritten(queries: Queries, workspaceId: string, conversationId: string): Promise<boolean> {
  const rows = await queries.query(
    `select 1 from messages where workspace_id = $1 and conversation_id = $2 and kind = 'outbound' and by_kind = 'key'
       and delivery in ('waiting', 'accepted') limit 1`,
    [workspaceId, conversationId],
  )
  return rows.length > 0
}

/** The words go with the customer; that something was held stays. */
export async function eraseHeld(
  queries: Queries,
  workspaceId: string,
  conversationIds: readonly string[],
  at: string,
): Promise<void> {
  await queries.query(
    `update held_messages set text = null, why = null, settled_at = coalesce(settled_at, $3)
     where workspace_id = $1 and conversation_id = any($2::uuid[])`,
    [workspaceId, conversationIds, at],
  )
}
