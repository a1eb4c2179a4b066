import type { Queries } from "./database.ts"
import { isOneWith } from "./one-customer.ts"

export type Beginning = {
  readonly workspaceId: string
  readonly id: string
  readonly customerId: string
  readonly by: string
  readonly to: string
  readonly subject: string | null
  /** The address of ours that it is sent from. */
  readonly cameBy: string | null
  readonly at: string
}

export async function insertBegun(queries: Queries, begun: Beginning): Promise<void> {
  await queries.query(
    `insert into conversations (workspace_id, conversation_id, customer_id, channel, subject, assignee_id, created_at, last_message_at,
       begun_by, begun_at, begun_to, unsent, came_by)
     values ($1, $2, $3, 'mail', $4, (select member_id from members where workspace_id = $1 and member_id = $5), $6, $6, $5, $6, $7, true, $8)`,
    [begun.workspaceId, begun.id, begun.customerId, begun.subject, begun.by, begun.at, begun.to, begun.cameBy],
  )
}

/** What they have begun to this address and not sent; null when there is none. */
export async function findUnsent(
  queries: Queries,
  workspaceId: string,
  { by, customerId, to }: Pick<Beginning, "by" | "customerId" | "to">,
): Promise<string | null> {
  const [row] = await queries.query<{ id: string }>(
    `select conversation_id as "id" from conversations
     where workspace_id = $1 and ${isOneWith("customer_id", "$2")} and begun_by = $3 and begun_to = $4 and unsent and closed_at is null
     order by begun_at desc limit 1`,
    [workspaceId, customerId, by, to],
  )
  return row?.id ?? null
}

/** How many conversations the team has begun since then, sent or not. */
export async function countBegunSince(queries: Queries, workspaceId: string, since: string): Promise<number> {
  const [row] = await queries.query<{ count: number }>(
    `select count(*) as "count" from conversations where workspace_id = $1 and begun_at >= $2`,
    [workspaceId, since],
  )
  return row?.count ?? 0
}

/** Who began it, where nothing has been sent; `isBare`: it has nothing but its writer's own draft. Stays so for the transaction. */
export async function lockUnsent(
  queries: Queries,
  workspaceId: string,
  conversationId: string,
): Promise<{ readonly by: string; readonly isBare: boolean } | null> {
  const [row] = await queries.query<{ by: string }>(
    `select begun_by as "by" from conversations where workspace_id = $1 and conversation_id = $2 and unsent for update`,
    [workspaceId, conversationId],
  )
  if (row === undefined) return null
  const has = ["messages", "promise_rows", "tasks", "needs", "orders", "customer_links"].map(
    (table) => `exists (select 1 from ${table} where workspace_id = $1 and conversation_id = $2)`,
  )
  const others = `exists (select 1 from drafts where workspace_id = $1 and conversation_id = $2 and member_id <> $3 and draft is not null)`
  const [held] = await queries.query<{ isHeld: boolean }>(`select ${[...has, others].join(" or ")} as "isHeld"`, [
    workspaceId,
    conversationId,
    row.by,
  ])
  return { by: row.by, isBare: held?.isHeld === false }
}

/** Takes away a bare one. Its draft and files go before. */
export async function deleteUnsent(queries: Queries, workspaceId: string, conversationId: string): Promise<void> {
  for (const table of ["replying", "reminders", "conversation_tags", "conversations"])
    await queries.query(`delete from ${table} where workspace_id = $1 and conversation_id = $2`, [
      workspaceId,
      conversationId,
    ])
}

/** Its first message goes out, under this subject. */
export async function setBegunSubject(
  queries: Queries,
  workspaceId: string,
  conversationId: string,
  subject: string,
): Promise<void> {
  await queries.query("update conversations set subject = $3 where workspace_id = $1 and conversation_id = $2", [
    workspaceId,
    conversationId,
    subject,
  ])
}

/** Whether they asked not to be written to first. */
export async function isNotWrittenFirst(queries: Queries, workspaceId: string, customerId: string): Promise<boolean> {
  const rows = await queries.query(
    `select 1 from customers where workspace_id = $1 and ${isOneWith("customer_id", "$2")} and no_first_mail_at is not null limit 1`,
    [workspaceId, customerId],
  )
  return rows.length > 0
}

export async function insertErasedAddresses(
  queries: Queries,
  workspaceId: string,
  digests: readonly string[],
): Promise<void> {
  await queries.query(
    "insert into erased_addresses (workspace_id, digest) select $1, unnest($2::text[]) on conflict do nothing",
    [workspaceId, digests],
  )
}

export async function isErasedAddress(queries: Queries, workspaceId: string, digest: string): Promise<boolean> {
  const rows = await queries.query("select 1 from erased_addresses where workspace_id = $1 and digest = $2", [
    workspaceId,
    digest,
  ])
  return rows.length > 0
}
