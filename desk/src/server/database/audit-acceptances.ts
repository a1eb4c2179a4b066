import type { Queries } from "./database.ts"

export async function insertAcceptance(
  queries: Queries,
  workspaceId: string,
  acceptance: {
    readonly id: string
    readonly documentId: string
    readonly key: string
    readonly rule: string
    readonly words: string
    readonly reason: string
    readonly until: string
    readonly memberId: string | null
    readonly at: string
  },
): Promise<void> {
  const { id, documentId, key, rule, words, reason, until, memberId, at } = acceptance
  await queries.query(
    `insert into audit_acceptances (workspace_id, acceptance_id, document_id, key, rule, words, reason, until, by_id, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [workspaceId, id, documentId, key, rule, words, reason, until, memberId, at],
  )
}

/** Ends what is accepted for a finding. */
export async function withdrawAcceptanceOf(
  queries: Queries,
  workspaceId: string,
  { documentId, key, at, memberId }: { documentId: string; key: string; at: string; memberId: string | null },
): Promise<void> {
  await queries.query(
    `update audit_acceptances set withdrawn_at = $4, withdrawn_by = $5
     where workspace_id = $1 and document_id = $2 and key = $3 and withdrawn_at is null`,
    [workspaceId, documentId, key, at, memberId],
  )
}

/** The document that it was about; null when there is none to withdraw. */
export async function withdrawAcceptance(
  queries: Queries,
  workspaceId: string,
  { acceptanceId, at, memberId }: { acceptanceId: string; at: string; memberId: string | null },
): Promise<string | null> {
  const [row] = await queries.query<{ documentId: string }>(
    `update audit_acceptances set withdrawn_at = $3, withdrawn_by = $4
     where workspace_id = $1 and acceptance_id = $2 and withdrawn_at is null returning document_id as "documentId"`,
    [workspaceId, acceptanceId, at, memberId],
  )
  return row?.documentId ?? null
}
