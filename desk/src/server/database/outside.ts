import type { Queries } from "./database.ts"

/** Of these Message-IDs and ids of the outbox, those that the desk sent itself: a message, notices or a code. */
export function listSentByDesk(
  queries: Queries,
  workspaceId: string,
  { mailIds, outboxIds }: { readonly mailIds: readonly string[]; readonly outboxIds: readonly string[] },
): Promise<readonly { readonly mailId: string | null; readonly outboxId: string | null }[]> {
  return queries.query(
    `select mail_id as "mailId", null as "outboxId" from messages
     where workspace_id = $1 and kind = 'outbound' and not outside and mail_id = any($2::text[])
     union all select null, outbox_id::text from outbox where workspace_id = $1 and outbox_id = any($3::uuid[])`,
    [workspaceId, mailIds, outboxIds],
  )
}

/** The members' own addresses, in lower case. */
export async function listMemberMails(
  queries: Queries,
  workspaceId: string,
): Promise<readonly { id: string; mail: string }[]> {
  return queries.query(
    `select member_id as "id", lower(email) as "mail" from members where workspace_id = $1 and removed_at is null`,
    [workspaceId],
  )
}

/** Who has the conversation; null when nobody has. */
export async function readAssignee(
  queries: Queries,
  workspaceId: string,
  conversationId: string,
): Promise<string | null> {
  const [row] = await queries.query<{ id: string | null }>(
    `select assignee_id as "id" from conversations where workspace_id = $1 and conversation_id = $2`,
    [workspaceId, conversationId],
  )
  return row?.id ?? null
}

/** Whether the customer of this mail was erased; `digest` is keyed, see verbs/erase-customer.ts. */
export async function isErasedMail(queries: Queries, workspaceId: string, digest: string): Promise<boolean> {
  const rows = await queries.query("select 1 from erased_mails where workspace_id = $1 and digest = $2", [
    workspaceId,
    digest,
  ])
  return rows.length > 0
}

export async function listRedeliveryKeys(
  queries: Queries,
  workspaceId: string,
  messageIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await queries.query<{ key: string }>(
    `select redelivery_key as "key" from messages where workspace_id = $1 and message_id = any($2::uuid[])
       and redelivery_key is not null`,
    [workspaceId, messageIds],
  )
  return rows.map(({ key }) => key)
}

export async function insertErasedMails(
  queries: Queries,
  workspaceId: string,
  digests: readonly string[],
): Promise<void> {
  await queries.query(
    `insert into erased_mails (workspace_id, digest) select $1, unnest($2::text[]) on conflict do nothing`,
    [workspaceId, digests],
  )
}

/** Files that were stored for a mail that was not taken in; they go unless something else names them. */
export async function insertRemovals(queries: Queries, workspaceId: string, digests: readonly string[]): Promise<void> {
  await queries.query(
    `insert into file_removals (workspace_id, digest) select $1, unnest($2::text[]) on conflict do nothing`,
    [workspaceId, digests],
  )
}
