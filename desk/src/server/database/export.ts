import { cameFromOthers } from "./conversation-moves.ts"
import type { Queries } from "./database.ts"
import { isOneWith } from "./one-customer.ts"

/** The customer's conversations, the oldest first. */
export async function listConversationIds(
  queries: Queries,
  workspaceId: string,
  customerId: string,
): Promise<
  readonly { id: string; channel: string; subject: string | null; createdAt: string; tags: readonly string[] }[]
> {
  return queries.query(
    `select v.conversation_id as "id", v.channel, v.subject, v.created_at as "createdAt",
       coalesce((select jsonb_agg(g.tag order by g.tag) from conversation_tags g
         where g.workspace_id = v.workspace_id and g.conversation_id = v.conversation_id), '[]') as "tags"
     from conversations v where v.workspace_id = $1 and ${isOneWith("v.customer_id", "$2")} and v.merged_into is null order by v.created_at, v.conversation_id`,
    [workspaceId, customerId],
  )
}

/** Messages in a conversation, the oldest first; not those that a merge brought from a conversation with somebody else. */
export async function listMessageIds(
  queries: Queries,
  workspaceId: string,
  { customerId, conversationId }: { readonly customerId: string; readonly conversationId: string },
): Promise<readonly string[]> {
  const rows = await queries.query<{ id: string }>(
    `select m.message_id as "id" from messages m where m.workspace_id = $1 and m.conversation_id = $3
       and (${isOneWith("m.by_id", "$2")} or not ${cameFromOthers("m", (customer) => isOneWith(customer, "$2"))}) order by m.seq`,
    [workspaceId, customerId, conversationId],
  )
  return rows.map(({ id }) => id)
}

/** What the customer wrote in conversations with others. */
export async function listMessageIdsElsewhere(
  queries: Queries,
  workspaceId: string,
  customerId: string,
): Promise<readonly string[]> {
  const rows = await queries.query<{ id: string }>(
    `select m.message_id as "id" from messages m
     join conversations v on v.workspace_id = m.workspace_id and v.conversation_id = m.conversation_id
     where m.workspace_id = $1 and m.by_kind = 'customer' and ${isOneWith("m.by_id", "$2")}
       and not ${isOneWith("v.customer_id", "$2")} order by m.seq`,
    [workspaceId, customerId],
  )
  return rows.map(({ id }) => id)
}

export async function listPromiseIds(
  queries: Queries,
  workspaceId: string,
  customerId: string,
): Promise<readonly string[]> {
  const rows = await queries.query<{ id: string }>(
    `select promise_id as "id" from promises where workspace_id = $1 and ${isOneWith("customer_id", "$2")} order by created_at, promise_id`,
    [workspaceId, customerId],
  )
  return rows.map(({ id }) => id)
}

export async function listTasksOf(
  queries: Queries,
  workspaceId: string,
  customerId: string,
): Promise<readonly object[]> {
  return queries.query(
    `select kind, words, created_at as "createdAt", done_at as "doneAt" from tasks
     where workspace_id = $1 and ${isOneWith("customer_id", "$2")} order by created_at, task_id`,
    [workspaceId, customerId],
  )
}

/** What bots wrote for them, that waited for a person. */
export async function listHeldOf(
  queries: Queries,
  workspaceId: string,
  customerId: string,
): Promise<readonly object[]> {
  return queries.query(
    `select h.conversation_id as "conversationId", h.text, h.verdict, h.why, h.at, h.settled_at as "settledAt",
       h.message_id as "messageId"
     from held_messages h join conversations v on v.workspace_id = h.workspace_id and v.conversation_id = h.conversation_id
     where h.workspace_id = $1 and ${isOneWith("v.customer_id", "$2")} order by h.at, h.held_id`,
    [workspaceId, customerId],
  )
}

/** What was decided about them when something that they were told was put right. */
export async function listCorrectionsOf(
  queries: Queries,
  workspaceId: string,
  customerId: string,
): Promise<readonly object[]> {
  return queries.query(
    `select r.fact_id as "factId", r.started_at as "startedAt", p.choice, p.words, p.note, p.sent_message_id as "sentMessageId",
       p.sent_at as "sentAt", p.problem
     from correction_people p join correction_runs r on r.workspace_id = p.workspace_id and r.run_id = p.run_id
     where p.workspace_id = $1 and ${isOneWith("p.customer_id", "$2")} order by r.started_at, r.run_id`,
    [workspaceId, customerId],
  )
}
