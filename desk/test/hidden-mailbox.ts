import type { TestApp } from "./http.ts"

export const HIDDEN = "billing@harbour-cycles.example"

/** Tables of a workspace in which there is nothing of a conversation, or that only admins read. */
export const OF_NO_CONVERSATION: readonly string[] = [
  ["api_keys", "audit_acceptances", "audit_documents", "audit_runs", "audit_versions", "away_times", "calendar_links"],
  [
    "changes",
    "checkpoint_copies",
    "checkpoint_log_leaves",
    "claim_dismissals",
    "customer_merges",
    "told_apart",
    "standing_promises",
    "standing_versions",
    "correction_runs",
    "erased_addresses",
    "erased_mails",
  ],
  ["fact_books", "fact_confirmations", "fact_versions", "facts", "file_removals", "idempotency_keys", "imports"],
  ["invitations", "legal_holds", "mail_addresses", "mail_settings", "mailbox_access", "mailbox_folders", "mailboxes"],
  [
    "members",
    "moved_rows",
    "own_rule_versions",
    "own_rules",
    "practice_answers",
    "practice_cases",
    "restricted_mailboxes",
    "retention_rules",
    "retention_runs",
  ],
  [
    "saved_replies",
    "saved_reply_facts",
    "saved_views",
    "settings_log",
    "signatures",
    "used_links",
    "webhooks",
    "workspaces",
  ],
].flat()

/** Every second customer has written to another address. */
export async function hideHalf(test: TestApp, workspaceId: string): Promise<void> {
  const { database } = test.desk
  await database.query("insert into mail_addresses (workspace_id, address, position) values ($1, $2, 9)", [
    workspaceId,
    HIDDEN,
  ])
  await database.query(
    `update conversations v set came_by = case when n.place % 2 = 0 then $2 end
     from (select customer_id, row_number() over (order by customer_id) as place from customers where workspace_id = $1) n
     where v.workspace_id = $1 and v.customer_id = n.customer_id`,
    [workspaceId, HIDDEN],
  )
  // Nobody but admins has anything in there.
  await database.query(
    `update promise_rows p set owner_id = (select member_id from members where workspace_id = $1 and role = 'admin' limit 1)
     where workspace_id = $1`,
    [workspaceId],
  )
  await database.query("update conversations set assignee_id = null where workspace_id = $1", [workspaceId])
  await database.query("update tasks set owner_id = null where workspace_id = $1", [workspaceId])
}

/** Ids, names, addresses and words that are in hidden conversations and nowhere else. */
export async function secretsOf({ desk }: TestApp, workspaceId: string): Promise<readonly string[]> {
  const words = (hidden: boolean) =>
    desk.database.query<{ text: string | null }>(
      `with theirs as (select * from conversations where workspace_id = $1 and (came_by is not null) = $2)
       select conversation_id::text as "text" from theirs
       union select c.customer_id::text from customers c join theirs using (customer_id)
       union select c.name from customers c join theirs using (customer_id)
       union select a.shown from addresses a join theirs using (customer_id)
       union select m.message_id::text from messages m join theirs using (conversation_id)
       union select left(t.text, 60) from message_texts t join messages m using (message_id) join theirs using (conversation_id)
       union select t.subject from message_texts t join messages m using (message_id) join theirs using (conversation_id)
       union select p.promise_id::text from promise_rows p join theirs using (conversation_id)
       union select p.words from promise_rows p join theirs using (conversation_id)
       union select p.words from needs p join theirs using (conversation_id)
       union select k.words from tasks k join theirs using (conversation_id)`,
      [workspaceId, hidden],
    )
  const open = JSON.stringify((await words(false)).map(({ text }) => text))
  return (await words(true)).flatMap(({ text }) => {
    const written = JSON.stringify(text ?? "").slice(1, -1)
    return written.length < 5 || open.includes(written) ? [] : [written]
  })
}
