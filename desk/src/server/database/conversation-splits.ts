import type { Queries } from "./database.ts"

export type Moving = {
  /** How many of the messages are in the conversation, and how many others are. */
  readonly found: number
  readonly left: number
  /** The customers who wrote those messages, as far as they are still on file. */
  readonly writers: readonly string[]
}

export async function readMoving(
  queries: Queries,
  workspaceId: string,
  conversationId: string,
  messageIds: readonly string[],
): Promise<Moving> {
  const [row] = await queries.query<Moving>(
    `select count(*) filter (where m.message_id = any($3::uuid[])) as "found",
       count(*) filter (where m.message_id <> all($3::uuid[])) as "left",
       coalesce(jsonb_agg(distinct c.customer_id) filter (where m.message_id = any($3::uuid[]) and c.erased_at is null
         and c.customer_id is not null), '[]') as "writers"
     from messages m
     left join customers c on c.workspace_id = m.workspace_id and c.customer_id = m.by_id and m.by_kind = 'customer'
     where m.workspace_id = $1 and m.conversation_id = $2`,
    [workspaceId, conversationId, messageIds],
  )
  return row ?? { found: 0, left: 0, writers: [] }
}

/** An empty conversation beside another: who has it and whether it is closed are the same, its channel and subject the messages' own. */
export async function insertSplitOff(
  queries: Queries,
  workspaceId: string,
  split: {
    readonly fromId: string
    readonly toId: string
    readonly customerId: string
    readonly messageIds: readonly string[]
    readonly at: string
  },
): Promise<void> {
  await queries.query(
    `insert into conversations (workspace_id, conversation_id, customer_id, channel, subject, assignee_id, created_at,
       last_message_at, closed_at, came_by)
     select v.workspace_id, $3, $4, coalesce(first.channel, v.channel), coalesce(first.subject, v.subject), v.assignee_id, $6::timestamptz,
       $6::timestamptz, v.closed_at, v.came_by
     from conversations v
     left join lateral (
       select m.channel, t.subject from messages m
       left join message_texts t on t.workspace_id = m.workspace_id and t.message_id = m.message_id
       where m.workspace_id = $1 and m.message_id = any($5::uuid[]) and m.channel <> 'internal' order by m.seq limit 1) first on true
     where v.workspace_id = $1 and v.conversation_id = $2`,
    [workspaceId, split.fromId, split.toId, split.customerId, split.messageIds, split.at],
  )
}
