import { lockConversationOf } from "./conversation-locks.ts"
import type { Queries } from "./database.ts"
import { isOneWith } from "./one-customer.ts"
import { lockOutboxOf } from "./outbox.ts"

/** Of these addresses, those that customers of a workspace write to. Samples and practice desks get no mail. */
export async function findMailboxes(
  queries: Queries,
  addresses: readonly string[],
): Promise<readonly { workspaceId: string; address: string }[]> {
  return queries.query(
    `select a.workspace_id as "workspaceId", a.address
     from mail_addresses a join workspaces w on w.workspace_id = a.workspace_id
     where a.address = any($1::text[]) and w.kind = 'real' order by a.workspace_id, a.position`,
    [addresses.map((address) => address.toLowerCase())],
  )
}

/** Mails of one sender to one workspace are taken in one after the other, until the transaction ends. */
export async function lockSender(queries: Queries, workspaceId: string, sender: string): Promise<void> {
  await queries.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`mail ${workspaceId} ${sender}`])
}

/** The message with this redelivery key; null when it has not been taken in. */
export async function findRedelivered(queries: Queries, workspaceId: string, key: string): Promise<string | null> {
  const [row] = await queries.query<{ id: string }>(
    `select message_id as "id" from messages where workspace_id = $1 and redelivery_key = $2`,
    [workspaceId, key],
  )
  return row?.id ?? null
}

export type Threaded = {
  readonly messageId: string
  readonly mailId: string | null
  readonly conversationId: string
  readonly customerId: string
}

/** The messages with one of these Message-IDs, or one of these ids of ours. */
export async function findThreaded(
  queries: Queries,
  workspaceId: string,
  { mailIds, messageIds }: { readonly mailIds: readonly string[]; readonly messageIds: readonly string[] },
): Promise<readonly Threaded[]> {
  return queries.query<Threaded>(
    `select m.message_id as "messageId", m.mail_id as "mailId", m.conversation_id as "conversationId", v.customer_id as "customerId"
     from messages m join conversations v on v.workspace_id = m.workspace_id and v.conversation_id = m.conversation_id
     where m.workspace_id = $1 and m.message_id in (
       select message_id from messages where workspace_id = $1 and mail_id = any($2::text[]) union select unnest($3::uuid[]))`,
    [workspaceId, mailIds, messageIds],
  )
}

/** Whether a mail in this conversation came from the address, or went to it. The address is in lower case. */
export async function isInConversation(
  queries: Queries,
  workspaceId: string,
  conversationId: string,
  address: string,
): Promise<boolean> {
  const rows = await queries.query(
    `select 1 from messages m
     join message_texts t on t.workspace_id = m.workspace_id and t.message_id = m.message_id
     cross join lateral jsonb_array_elements(t.to_addresses || t.cc_addresses || t.bcc_addresses || coalesce(t.from_address, '[]') || coalesce(t.reply_to, '[]')) box
     where m.workspace_id = $1 and m.conversation_id = $2 and lower(box->>'address') = $3 limit 1`,
    [workspaceId, conversationId, address],
  )
  return rows.length > 0
}

/** Whether the customer has conversations, and whether every one of them was taken for spam. */
export async function readSpamRecord(
  queries: Queries,
  workspaceId: string,
  customerId: string,
): Promise<{ isKnown: boolean; isAllSpam: boolean }> {
  const [row] = await queries.query<{ isKnown: boolean; isAllSpam: boolean }>(
    `select count(*) > 0 as "isKnown", coalesce(bool_and(spam_at is not null), false) as "isAllSpam"
     from conversations where workspace_id = $1 and ${isOneWith("customer_id", "$2")}`,
    [workspaceId, customerId],
  )
  return row ?? { isKnown: false, isAllSpam: false }
}

export type Sent = {
  readonly messageId: string
  readonly conversationId: string
  readonly senderId: string | null
  /** Null for what was written outside the desk. */
  readonly delivery: string | null
  /** Those it went to besides the customer, in lower case. */
  readonly copies: readonly string[]
}

/**
 * The outbound message with this Message-ID, or this id of ours; held with its outbox row and conversation until the
 * transaction ends. Null when there is none, or its customer was erased.
 */
export async function lockSent(
  queries: Queries,
  workspaceId: string,
  { mailId, messageId }: { readonly mailId: string; readonly messageId: string | null },
): Promise<Sent | null> {
  const [found] = await queries.query<{ messageId: string }>(
    `select message_id as "messageId", conversation_id as "conversationId" from messages
     where workspace_id = $1 and kind = 'outbound' and (mail_id = $2 or message_id = $3) limit 1`,
    [workspaceId, mailId, messageId],
  )
  if (found === undefined) return null
  await lockOutboxOf(queries, workspaceId, found.messageId)
  await lockConversationOf(queries, workspaceId, found.messageId)
  const [row] = await queries.query<Sent>(
    `select m.message_id as "messageId", m.conversation_id as "conversationId", case when m.by_kind = 'member' then m.by_id end as "senderId", m.delivery,
       coalesce((select jsonb_agg(lower(box->>'address')) from message_texts t
         cross join lateral jsonb_array_elements(t.cc_addresses || t.bcc_addresses) box
         where t.workspace_id = m.workspace_id and t.message_id = m.message_id), '[]') as "copies"
     from messages m
     join conversations v on v.workspace_id = m.workspace_id and v.conversation_id = m.conversation_id
     join customers c on c.workspace_id = v.workspace_id and c.customer_id = v.customer_id
     where m.workspace_id = $1 and m.message_id = $2 and c.erased_at is null for update of m`,
    [workspaceId, found.messageId],
  )
  return row ?? null
}
