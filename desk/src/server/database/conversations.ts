import { WHOLE } from "./as-seen.ts"
import {
  type ConversationFilter,
  STATES,
  filterSql,
  filterValues,
  ofCompany,
  ofCustomer,
} from "./conversation-filter.ts"
import { readCursor, writeCursor } from "./cursor.ts"
import type { Queries } from "./database.ts"
import { customerOf } from "./one-customer.ts"
import { SHOWN_NAME } from "./shown-name.ts"

export type ConversationHead = {
  readonly id: string
  readonly customerId: string
  readonly subject: string | null
  readonly channel: Channel
  readonly closed: boolean
  /** Begun by us, and nothing sent in it yet. */
  readonly unsent: boolean
  /** To which address it was begun. */
  readonly begunTo: string | null
  /** The address of ours that it came in by, or is sent from. */
  readonly cameBy: string | null
  readonly assigneeId: string | null
}
type Channel = "mail" | "chat" | "call" | "visit" | "form" | "api"

/** A conversation as the API lists it. */
export type ConversationView = {
  readonly id: string
  readonly customer: { readonly id: string; readonly name: string | null }
  readonly channel: Channel
  readonly subject: string | null
  readonly assignee: { readonly id: string; readonly name: string } | null
  readonly lastMessageAt: string
  readonly lastWords: string | null
  readonly awaitingSince: string | null
  readonly closedAt: string | null
  readonly snoozedUntil: string | null
  readonly spamAt: string | null
  /** Begun by us, and nothing sent in it yet: only its writer has it in a list. */
  readonly unsent: boolean
  readonly owes: number
  readonly owesUntil: string | null
  readonly tags: readonly string[]
}

export type ConversationList = ConversationFilter & {
  readonly customerId?: string | undefined
  readonly companyId?: string | undefined
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
}

const VIEW = `
  select v.conversation_id as "id", jsonb_build_object('id', c.customer_id, 'name', ${SHOWN_NAME}) as "customer",
    v.channel, v.subject,
    case when a.member_id is null then null else jsonb_build_object('id', a.member_id, 'name', a.name) end as "assignee",
    v.last_message_at as "lastMessageAt", v.last_words as "lastWords", v.awaiting_since as "awaitingSince",
    v.closed_at as "closedAt", v.snoozed_until as "snoozedUntil", v.spam_at as "spamAt", v.unsent,
    owed.count as "owes", owed.until as "owesUntil",
    coalesce((select jsonb_agg(g.tag order by g.tag) from ${WHOLE} conversation_tags g
      where g.workspace_id = v.workspace_id and g.conversation_id = v.conversation_id), '[]') as "tags"
  from conversations v
  ${customerOf("v")}
  left join members a on a.workspace_id = v.workspace_id and a.member_id = v.assignee_id
  cross join lateral (select count(*) as count, min(p.due_until) as until from ${WHOLE} promise_rows p
    where p.workspace_id = v.workspace_id and p.conversation_id = v.conversation_id and p.state in ('open', 'broken')) owed`

const PAGE_LENGTH = 50 // rows; what a list shows before somebody scrolls

/** The newest message first. */
export async function listConversations(
  queries: Queries,
  workspaceId: string,
  filter: ConversationList,
): Promise<{ items: readonly ConversationView[]; next: string | null }> {
  const limit = filter.limit ?? PAGE_LENGTH
  const after = readCursor(filter.cursor)
  const rows = await queries.query<ConversationView>(
    `${VIEW} where v.workspace_id = $1 and ${filterSql(filter)} and ${ofCustomer("$5")}
       and ${ofCompany("v.customer_id", "$9")}
       and ($6::timestamptz is null or (v.last_message_at, v.conversation_id) < ($6, $7::uuid))
     order by v.last_message_at desc, v.conversation_id desc limit $8`,
    [
      workspaceId,
      ...filterValues(filter),
      filter.customerId ?? null,
      after.at,
      after.id,
      limit + 1,
      filter.companyId ?? null,
    ],
  )
  const last = rows[limit - 1]
  return {
    items: rows.slice(0, limit),
    next: rows.length > limit && last ? writeCursor(last.lastMessageAt, last.id) : null,
  }
}

/** Who waits for an answer, the longest first. */
export async function listAwaiting(
  queries: Queries,
  workspaceId: string,
  customerId: string | null,
): Promise<readonly ConversationView[]> {
  return queries.query<ConversationView>(
    `${VIEW} where v.workspace_id = $1 and ${STATES.awaiting} and ${ofCustomer("$2")}
     order by v.awaiting_since, v.conversation_id limit 100`,
    [workspaceId, customerId],
  )
}

export async function countConversations(
  queries: Queries,
  workspaceId: string,
): Promise<{ open: number; awaiting: number }> {
  const [row] = await queries.query<{ open: number; awaiting: number }>(
    `select (select count(*) from conversations v where v.workspace_id = $1 and ${STATES.open} and v.merged_into is null and not v.unsent) as "open",
       (select count(*) from conversations v where v.workspace_id = $1 and ${STATES.awaiting}) as "awaiting"`,
    [workspaceId],
  )
  return row ?? { open: 0, awaiting: 0 }
}

export async function readConversation(
  queries: Queries,
  workspaceId: string,
  conversationId: string,
): Promise<ConversationView | null> {
  const [row] = await queries.query<ConversationView>(`${VIEW} where v.workspace_id = $1 and v.conversation_id = $2`, [
    workspaceId,
    conversationId,
  ])
  return row ?? null
}

export async function readConversationHead(
  queries: Queries,
  workspaceId: string,
  conversationId: string,
): Promise<ConversationHead | null> {
  const [row] = await queries.query<ConversationHead>(
    `select conversation_id as "id", customer_id as "customerId", subject, channel, closed_at is not null as "closed",
       unsent, begun_to as "begunTo", came_by as "cameBy", assignee_id as "assigneeId"
     from conversations where workspace_id = $1 and conversation_id = $2`,
    [workspaceId, conversationId],
  )
  return row ?? null
}

export type NewConversation = {
  readonly workspaceId: string
  readonly id: string
  readonly customerId: string
  readonly channel: Channel
  readonly subject: string | null
  readonly at: string
  /** The address of ours that it came in by; left out, it belongs to none. */
  readonly cameBy?: string | null
}

export async function insertConversation(queries: Queries, conversation: NewConversation): Promise<void> {
  await queries.query(
    `insert into conversations (workspace_id, conversation_id, customer_id, channel, subject, created_at, last_message_at, came_by)
     values ($1, $2, $3, $4, $5, $6, $6, $7)`,
    [
      conversation.workspaceId,
      conversation.id,
      conversation.customerId,
      conversation.channel,
      conversation.subject,
      conversation.at,
      conversation.cameBy ?? null,
    ],
  )
}

export type ConversationChange =
  | { readonly set: "closed_at"; readonly to: string | null }
  | { readonly set: "snoozed_until"; readonly to: string | null }
  | { readonly set: "spam_at"; readonly to: string | null }
  | { readonly set: "assignee_id"; readonly to: string | null }

/** False when there is no such conversation, or it was merged into another. */
export async function changeConversation(
  queries: Queries,
  workspaceId: string,
  conversationId: string,
  change: ConversationChange,
): Promise<boolean> {
  const rows = await queries.query(
    `update conversations set ${change.set} = $3 where workspace_id = $1 and conversation_id = $2 and merged_into is null returning 1`,
    [workspaceId, conversationId, change.to],
  )
  return rows.length > 0
}

/**
 * Computes again, from the messages, what the list shows: the newest message, its first words, and since when the customer
 * waits for an answer; while they wait, the last words are not what members said to one another.
 * A message of ours that left or waits to leave is an answer, and so is a logged call or visit; what
 * was written outside the desk answers what had come before it, whenever we found it. Closing says that none is needed.
 */
export async function refreshConversation(
  queries: Queries,
  workspaceId: string,
  conversationId: string,
): Promise<void> {
  await refreshConversations(queries, workspaceId, [conversationId])
}

/** As `refreshConversation`, for many in one statement. */
export async function refreshConversations(
  queries: Queries,
  workspaceId: string,
  conversationIds: readonly string[],
): Promise<void> {
  await queries.query(
    `update conversations v set
       unsent = v.merged_into is null and v.begun_at is not null and not exists (select 1 from messages m where m.workspace_id = $1
         and m.conversation_id = v.conversation_id and m.delivery is distinct from 'cancelled'),
       last_message_at = coalesce((select max(m.at) from messages m where m.workspace_id = $1 and m.conversation_id = v.conversation_id
         and m.delivery is distinct from 'cancelled'), v.created_at),
       (awaiting_since, last_words) = (select w.since, (
         select case when m.kind = 'inbound' then '' else coalesce(b.name, case when m.outside then nullif(t.from_address->>'name', '') end, 'Desk') || ': ' end
             || coalesce(t.opening, left(t.text, 200))
         from messages m
         join message_texts t on t.workspace_id = m.workspace_id and t.message_id = m.message_id
         left join members b on b.workspace_id = m.workspace_id and b.member_id = m.by_id
         where m.workspace_id = $1 and m.conversation_id = v.conversation_id and m.delivery is distinct from 'cancelled'
           and (w.since is null or m.channel <> 'internal')
         order by m.seq desc limit 1)
       from (select case when v.closed_at is not null or v.spam_at is not null then null else (
         select min(i.at) from messages i where i.workspace_id = $1 and i.conversation_id = v.conversation_id and i.kind = 'inbound' and not i.automatic
           and i.seq > coalesce((select max(o.seq) from messages o where o.workspace_id = $1 and o.conversation_id = v.conversation_id
             and ((o.kind = 'outbound' and o.delivery in ('waiting', 'accepted')) or (o.kind = 'note' and o.channel in ('call', 'visit')))), 0)
           and i.at > coalesce((select max(o.at) from messages o where o.workspace_id = $1 and o.conversation_id = v.conversation_id
             and o.outside and o.delivery is null), '-infinity')
       ) end as since offset 0) w)
     where v.workspace_id = $1 and v.conversation_id = any($2::uuid[])`,
    [workspaceId, conversationIds],
  )
}
