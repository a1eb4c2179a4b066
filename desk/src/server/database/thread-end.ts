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
     where m.workspace_id = $1 and m.conversation_id = $2 and m.kind = 'inbound' and m.channel = 'mail'
       and m.by_kind = 'customer'
     order by m.seq desc limit 1`,
    [workspaceId, conversationId],
  )
  return row ?? null
}
