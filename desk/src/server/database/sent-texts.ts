import type { Queries } from "./database.ts"

/** What was last written to customers, the newest first, without what stands below it. */
export function listSentTexts(
  queries: Queries,
  workspaceId: string,
  limit: number,
): Promise<readonly { readonly customerId: string; readonly text: string }[]> {
  return queries.query(
    `select v.customer_id as "customerId", t.text from messages m
     join message_texts t on t.workspace_id = m.workspace_id and t.message_id = m.message_id
     join conversations v on v.workspace_id = m.workspace_id and v.conversation_id = m.conversation_id
     where m.workspace_id = $1 and m.kind = 'outbound' and coalesce(m.delivery, 'accepted') in ('waiting', 'accepted')
     order by m.seq desc limit $2`,
    [workspaceId, limit],
  )
}
