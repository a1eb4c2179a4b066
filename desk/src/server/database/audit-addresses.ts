import type { Queries } from "./database.ts"

export async function countAddresses(queries: Queries, workspaceId: string): Promise<number> {
  const [row] = await queries.query<{ n: number }>(
    `select count(*)::int as n from audit_documents where workspace_id = $1 and url is not null and removed_at is null`,
    [workspaceId],
  )
  return row?.n ?? 0
}

/** When it was read, if it was, when next, and why it could not be. */
export async function writeReading(
  queries: Queries,
  workspaceId: string,
  documentId: string,
  { readAt, nextReadAt, problem }: { readAt: string | null; nextReadAt: string; problem: string | null },
): Promise<void> {
  await queries.query(
    `update audit_documents set read_at = coalesce($3, read_at), next_read_at = $4, read_problem = $5
     where workspace_id = $1 and document_id = $2 and removed_at is null`,
    [workspaceId, documentId, readAt, nextReadAt, problem],
  )
}

/** The document that has waited longest to be read again; nobody else takes it until the lease has ended. */
export async function claimAddress(
  queries: Queries,
  now: string,
  leaseUntil: string,
): Promise<{ workspaceId: string; documentId: string; url: string } | null> {
  const [row] = await queries.query<{ workspaceId: string; documentId: string; url: string }>(
    `with due as (select workspace_id, document_id from audit_documents
       where next_read_at <= $1 order by next_read_at limit 1 for update skip locked)
     update audit_documents d set next_read_at = $2 from due
     where d.workspace_id = due.workspace_id and d.document_id = due.document_id
     returning d.workspace_id as "workspaceId", d.document_id as "documentId", d.url`,
    [now, leaseUntil],
  )
  return row ?? null
}
