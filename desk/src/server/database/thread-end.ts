import type { Queries } from "./database.ts"
import type { Mailbox } from "./messages.ts"

/** What an answer needs of the thread: where it goes, its subject and the ids it refers to. */
export type ThreadEnd = {
  readonly to: Mailbox | null
  readonly writtenTo: readonly Mailbox[]
  readonly subject: string | null
  readonly mailId: string | null
  readonly references: readonly string[]
  readonly text: string | null
}

/** The newest mail of the customer in this conversation; null when there is none. */
export async function readThreadEnd(
  queries: Queries,
  workspaceId: string,
  conversationId: string,
): Promise<ThreadEnd | null> {
  const [row] = await queries.query<ThreadEnd>(
    `select coalesce(t.reply_to, t.from_address) as "to", t.to_addresses || t.cc_addresses ||
         case when m.received_as is null then '[]'::jsonb else jsonb_build_object('name', '', 'address', m.received_as) end as "writtenTo", t.subject,
       m.mail_id as "mailId", t.refs as "references", t.text
     from messages m join message_texts t on t.workspace_id = m.workspace_id and t.message_id = m.message_id
     where m.workspace_id = $1 and m.conversation_id = $2 and m.kind = 'inbound' and m.channel in ('mail', 'form')
       and m.by_kind = 'customer'
     order by m.seq desc limit 1`,
    [workspaceId, conversationId],
  )
  return row ?? null
}

/** The newest mail of ours, which the next one follows while nobody has answered. */
export type OwnEnd = {
  readonly to: Mailbox | null
  readonly cc: readonly Mailbox[]
  readonly from: Mailbox | null
  readonly subject: string | null
  readonly mailId: string | null
  readonly references: readonly string[]
}

/** Null when nothing left yet, or is about to. */
export async function readOwnEnd(
  queries: Queries,
  workspaceId: string,
  conversationId: string,
): Promise<OwnEnd | null> {
  const [row] = await queries.query<OwnEnd>(
    `select t.to_addresses->0 as "to", t.cc_addresses as "cc", t.from_address as "from", t.subject, m.mail_id as "mailId", t.refs as "references"
     from messages m join message_texts t on t.workspace_id = m.workspace_id and t.message_id = m.message_id
     where m.workspace_id = $1 and m.conversation_id = $2 and m.kind = 'outbound' and m.channel = 'mail'
       and (m.delivery in ('waiting', 'accepted') or m.outside)
     order by m.seq desc limit 1`,
    [workspaceId, conversationId],
  )
  return row ?? null
}

/** Addresses of ours: those that customers write to, and the mailboxes that the desk reads. In lower case. */
export async function listOwnAddresses(queries: Queries, workspaceId: string): Promise<readonly string[]> {
  const rows = await queries.query<{ address: string }>(
    `select lower(address) as "address" from mail_addresses where workspace_id = $1
     union select lower(address) from mailboxes where workspace_id = $1 and removed_at is null`,
    [workspaceId],
  )
  return rows.map(({ address }) => address)
}
