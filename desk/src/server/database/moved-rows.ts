import type { Move } from "./conversation-moves.ts"
import type { Queries } from "./database.ts"

/** What lies in a conversation and goes along with it: the tables, and their ids. Promises move by an entry instead. */
const ALL = {
  messages: "message_id",
  tasks: "task_id",
  needs: "need_id",
  declines: "decline_id",
  recommendations: "recommendation_id",
  held_messages: "held_id",
  orders: "order_id",
  sale_requests: "request_id",
} as const

/** Of those, what hangs on a message: it goes where the message goes. */
const WITH_MESSAGE = ["messages", "tasks", "needs", "declines", "recommendations", "sale_requests"] as const

/** Everything in `from` goes to `to`, and is written down. */
export async function moveAll(queries: Queries, { workspaceId, id, fromId, toId }: Move): Promise<void> {
  for (const [noun, key] of Object.entries(ALL)) {
    await queries.query(
      `with moved as (update ${noun} set conversation_id = $4 where workspace_id = $1 and conversation_id = $3 returning ${key} as id)
       insert into moved_rows (workspace_id, move_id, noun, row_id) select $1, $2, '${noun}', id from moved`,
      [workspaceId, id, fromId, toId],
    )
  }
}

/** Messages of `from` and what hangs on them go to `to`, and are written down. */
export async function moveMessages(
  queries: Queries,
  { workspaceId, id, fromId, toId }: Move,
  messageIds: readonly string[],
): Promise<void> {
  for (const noun of WITH_MESSAGE) {
    await queries.query(
      `with moved as (update ${noun} set conversation_id = $4
         where workspace_id = $1 and conversation_id = $3 and message_id = any($5::uuid[]) returning ${ALL[noun]} as id)
       insert into moved_rows (workspace_id, move_id, noun, row_id) select $1, $2, '${noun}', id from moved`,
      [workspaceId, id, fromId, toId, messageIds],
    )
  }
}

/** What a move brought and is still there goes back, with what was tied to those messages since. */
export async function moveBack(queries: Queries, { workspaceId, id, fromId }: Move, standingId: string): Promise<void> {
  const wentAlong = (noun: string) =>
    `(select row_id from moved_rows where workspace_id = $1 and move_id = $2 and noun = '${noun}')`
  // Messages last: what hangs on them is found by them.
  for (const [noun, key] of Object.entries(ALL).toReversed()) {
    const tied = WITH_MESSAGE.some((each) => each === noun) ? ` or message_id in ${wentAlong("messages")}` : ""
    await queries.query(
      `update ${noun} set conversation_id = $4 where workspace_id = $1 and conversation_id = $3
         and (${key} in ${wentAlong(noun)}${tied})`,
      [workspaceId, id, standingId, fromId],
    )
  }
}

/** Files beside drafts go where the drafts go. */
export async function moveAttachments(queries: Queries, { workspaceId, fromId, toId }: Move): Promise<void> {
  await queries.query("update attachments set conversation_id = $3 where workspace_id = $1 and conversation_id = $2", [
    workspaceId,
    fromId,
    toId,
  ])
}

/** The promises that are in a conversation, by id. */
export async function listPromisesIn(
  queries: Queries,
  workspaceId: string,
  conversationId: string,
): Promise<readonly string[]> {
  const rows = await queries.query<{ id: string }>(
    `select promise_id as "id" from promise_rows where workspace_id = $1 and conversation_id = $2 order by promise_id`,
    [workspaceId, conversationId],
  )
  return rows.map(({ id }) => id)
}

/**
 * The promises of a conversation that were made in these messages or are named by `orMoved`, a move that brought them, and
 * those that took their place since, by id.
 */
export async function listPromisesWith(
  queries: Queries,
  workspaceId: string,
  conversationId: string,
  { messageIds, moveId }: { readonly messageIds: readonly string[]; readonly moveId: string | null },
): Promise<readonly string[]> {
  const rows = await queries.query<{ id: string }>(
    `with recursive going as (
       select p.promise_id from promise_rows p where p.workspace_id = $1 and p.conversation_id = $2 and (
         p.message_id = any($3::uuid[]) or exists (select 1 from moved_rows r where r.workspace_id = $1 and r.move_id = $4
           and ((r.noun = 'promises' and r.row_id = p.promise_id) or (r.noun = 'messages' and r.row_id = p.message_id))))
       union select s.promise_id from promise_rows s join going g on s.predecessor_id = g.promise_id
         where s.workspace_id = $1 and s.conversation_id = $2)
     select promise_id as "id" from going order by promise_id`,
    [workspaceId, conversationId, messageIds, moveId],
  )
  return rows.map(({ id }) => id)
}

export async function insertMovedPromises(
  queries: Queries,
  { workspaceId, id }: Move,
  promiseIds: readonly string[],
): Promise<void> {
  await queries.query(
    "insert into moved_rows (workspace_id, move_id, noun, row_id) select $1, $2, 'promises', unnest($3::uuid[])",
    [workspaceId, id, promiseIds],
  )
}

/**
 * What the conversation itself takes over: who has it where nobody has, and that it is open where the other was. A time to
 * come back holds only where neither is to be seen before it.
 */
export async function joinState(queries: Queries, { workspaceId, fromId, toId }: Move): Promise<void> {
  await queries.query(
    `update conversations t set assignee_id = coalesce(t.assignee_id, s.assignee_id),
       closed_at = case when s.closed_at is null then null else t.closed_at end,
       snoozed_until = case when s.closed_at is not null then t.snoozed_until
         when s.snoozed_until is null or (t.closed_at is null and t.snoozed_until is null) then null
         else least(s.snoozed_until, t.snoozed_until) end
     from conversations s
     where t.workspace_id = $1 and t.conversation_id = $3 and s.workspace_id = $1 and s.conversation_id = $2`,
    [workspaceId, fromId, toId],
  )
}

/** Those of `from` that `to` does not have, marked with the moment of the move; `from` keeps its own. */
export async function joinTags(queries: Queries, { workspaceId, fromId, toId }: Move, at: string): Promise<void> {
  await queries.query(
    `insert into conversation_tags (workspace_id, conversation_id, tag, by_id, at)
     select workspace_id, $3, tag, by_id, $4 from conversation_tags where workspace_id = $1 and conversation_id = $2
     on conflict do nothing`,
    [workspaceId, fromId, toId, at],
  )
}

/** The tags that the move brought. */
export async function partTags(queries: Queries, { workspaceId, id, fromId }: Move, standingId: string): Promise<void> {
  await queries.query(
    `delete from conversation_tags g using conversation_tags s, conversation_moves k
     where g.workspace_id = $1 and g.conversation_id = $4 and s.workspace_id = $1 and s.conversation_id = $3 and s.tag = g.tag
       and k.workspace_id = $1 and k.move_id = $2 and g.at = k.at`,
    [workspaceId, id, fromId, standingId],
  )
}
