import type { Queries } from "./database.ts"

export type NewCode = {
  readonly workspaceId: string
  readonly codeId: string
  readonly linkId: string
  readonly customerId: string
  readonly createdAt: string
  readonly expiresAt: string
}

export async function insertCode(queries: Queries, code: NewCode): Promise<void> {
  await queries.query(
    `insert into customer_codes (workspace_id, code_id, link_id, customer_id, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [code.workspaceId, code.codeId, code.linkId, code.customerId, code.createdAt, code.expiresAt],
  )
}

/** Puts the mail with a code into the outbox; where to is looked up when it leaves. */
export async function insertCodeOutbox(
  queries: Queries,
  row: { readonly workspaceId: string; readonly outboxId: string; readonly codeId: string; readonly at: string },
): Promise<void> {
  await queries.query(
    `insert into outbox (workspace_id, outbox_id, idempotency_key, kind, code_id, next_at, created_at)
     values ($1, $2, $3, 'code', $4, $5, $5)`,
    [row.workspaceId, row.outboxId, `code ${row.codeId}`, row.codeId, row.at],
  )
}

/** Holds the customer until the transaction ends, so that two requests at once are counted one after the other. */
export async function countCodes(
  queries: Queries,
  workspaceId: string,
  customerId: string,
  since: string,
): Promise<number> {
  await queries.query("select 1 from customers where workspace_id = $1 and customer_id = $2 for update", [
    workspaceId,
    customerId,
  ])
  const [row] = await queries.query<{ count: number }>(
    `select count(*) as "count" from customer_codes where workspace_id = $1 and customer_id = $2 and created_at > $3`,
    [workspaceId, customerId, since],
  )
  return row?.count ?? 0
}

export type CodeRow = {
  readonly codeId: string
  readonly tries: number
  readonly expiresAt: string
  readonly usedAt: string | null
}

/** The newest code of a link, held until the transaction ends: older ones no longer count. */
export async function lockNewestCode(queries: Queries, workspaceId: string, linkId: string): Promise<CodeRow | null> {
  const [row] = await queries.query<CodeRow>(
    `select code_id as "codeId", tries, expires_at as "expiresAt", used_at as "usedAt" from customer_codes
     where workspace_id = $1 and link_id = $2 order by created_at desc, code_id desc limit 1 for update`,
    [workspaceId, linkId],
  )
  return row ?? null
}

/** Counts a try; `usedAt` when it was the right one. */
export async function noteTry(
  queries: Queries,
  workspaceId: string,
  codeId: string,
  usedAt: string | null,
): Promise<void> {
  await queries.query(
    "update customer_codes set tries = tries + 1, used_at = $3 where workspace_id = $1 and code_id = $2",
    [workspaceId, codeId, usedAt],
  )
}

/** What the mail with a code needs; null when the code is gone, with its customer or after a day. */
export type CodeToMail = {
  readonly codeId: string
  readonly customerId: string
  readonly attempts: number
  readonly expiresAt: string
  readonly usedAt: string | null
  readonly shop: string
}

export async function readCodeToMail(
  queries: Queries,
  workspaceId: string,
  outboxId: string,
): Promise<CodeToMail | null> {
  const [row] = await queries.query<CodeToMail>(
    `select k.code_id as "codeId", k.customer_id as "customerId", x.attempts, k.expires_at as "expiresAt",
       k.used_at as "usedAt", w.name as "shop"
     from outbox x
     join customer_codes k on k.workspace_id = x.workspace_id and k.code_id = x.code_id
     join workspaces w on w.workspace_id = x.workspace_id
     where x.workspace_id = $1 and x.outbox_id = $2`,
    [workspaceId, outboxId],
  )
  return row ?? null
}

/** A code is of no use after minutes; how many were asked for counts for a day. */
export async function deleteCodesBefore(queries: Queries, before: string): Promise<void> {
  await queries.query("delete from customer_codes where created_at < $1", [before])
}
