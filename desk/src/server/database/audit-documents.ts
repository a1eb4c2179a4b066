import type { Acceptance, AuditFinding, DocumentKind } from "../../ledger/protocol-audit.ts"
import type { By } from "../../ledger/entry.ts"
import type { Queries } from "./database.ts"

export type AuditDocumentRow = {
  readonly id: string
  readonly name: string
  readonly kind: DocumentKind
  readonly ownerId: string | null
  readonly owner: string | null
  readonly version: number
  readonly format: string
  readonly enteredAt: string
  readonly checkedWith: string | null
  readonly language: string | null
  readonly findings: readonly AuditFinding[]
  /** Null unless the desk itself says it: which of its texts it is. */
  readonly deskKey: string | null
  /** Null unless it lies at an address: where, when it was last read there, when it is read next, and why not. */
  readonly url: string | null
  readonly readAt: string | null
  readonly nextReadAt: string | null
  readonly readProblem: string | null
}

const DOCUMENT = `select d.document_id as "id", d.name, d.kind, d.owner_id as "ownerId", m.name as "owner",
    v.version, v.format, v.entered_at as "enteredAt", d.checked_with as "checkedWith", d.language, d.findings,
    d.desk_key as "deskKey", d.url, d.read_at as "readAt", d.next_read_at as "nextReadAt", d.read_problem as "readProblem"
  from audit_documents d
  join lateral (select version, format, entered_at from audit_versions v
    where v.workspace_id = d.workspace_id and v.document_id = d.document_id order by version desc limit 1) v on true
  left join members m on m.workspace_id = d.workspace_id and m.member_id = d.owner_id
  where d.workspace_id = $1 and d.removed_at is null`

/** The documents under audit with what was last found in them, by name. */
export function listAuditDocuments(queries: Queries, workspaceId: string): Promise<readonly AuditDocumentRow[]> {
  return queries.query<AuditDocumentRow>(`${DOCUMENT} order by lower(d.name), d.document_id`, [workspaceId])
}

export async function readAuditDocument(
  queries: Queries,
  workspaceId: string,
  documentId: string,
): Promise<AuditDocumentRow | null> {
  const [row] = await queries.query<AuditDocumentRow>(`${DOCUMENT} and d.document_id = $2`, [workspaceId, documentId])
  return row ?? null
}

/** The newest text of a document. */
export async function readAuditText(queries: Queries, workspaceId: string, documentId: string): Promise<string> {
  const [row] = await queries.query<{ text: string }>(
    `select text from audit_versions where workspace_id = $1 and document_id = $2 order by version desc limit 1`,
    [workspaceId, documentId],
  )
  return row?.text ?? ""
}

/** Null when the document is gone; it stays locked until the transaction ends, so that versions count up one by one. */
export async function lockAuditDocument(
  queries: Queries,
  workspaceId: string,
  documentId: string,
): Promise<{ readonly version: number } | null> {
  const [row] = await queries.query<{ version: number }>(
    `select (select max(version) from audit_versions v where v.workspace_id = $1 and v.document_id = $2) as "version"
     from audit_documents where workspace_id = $1 and document_id = $2 and removed_at is null for update`,
    [workspaceId, documentId],
  )
  return row ?? null
}

export async function insertAuditDocument(
  queries: Queries,
  workspaceId: string,
  document: Pick<AuditDocumentRow, "id" | "name" | "kind" | "ownerId" | "deskKey" | "url"> & { readonly at: string },
): Promise<void> {
  await queries.query(
    `insert into audit_documents (workspace_id, document_id, name, kind, owner_id, created_at, desk_key, url)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      workspaceId,
      document.id,
      document.name,
      document.kind,
      document.ownerId,
      document.at,
      document.deskKey,
      document.url,
    ],
  )
}

export async function insertAuditVersion(
  queries: Queries,
  workspaceId: string,
  version: {
    readonly documentId: string
    readonly version: number
    readonly format: string
    readonly text: string
    readonly by: By
    readonly at: string
  },
): Promise<void> {
  const { documentId, version: number, format, text, by, at } = version
  await queries.query(
    `insert into audit_versions (workspace_id, document_id, version, format, text, by_kind, by_id, entered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [workspaceId, documentId, number, format, text, by.kind, by.id, at],
  )
}

export async function writeAuditDocument(
  queries: Queries,
  workspaceId: string,
  documentId: string,
  { name, kind, ownerId }: Pick<AuditDocumentRow, "name" | "kind" | "ownerId">,
): Promise<void> {
  await queries.query(
    `update audit_documents set name = $3, kind = $4, owner_id = $5 where workspace_id = $1 and document_id = $2`,
    [workspaceId, documentId, name, kind, ownerId],
  )
}

export async function writeAuditFindings(
  queries: Queries,
  workspaceId: string,
  documentId: string,
  found: Pick<AuditDocumentRow, "checkedWith" | "language" | "findings">,
): Promise<void> {
  await queries.query(
    `update audit_documents set checked_with = $3, language = $4, findings = $5::jsonb
     where workspace_id = $1 and document_id = $2`,
    [workspaceId, documentId, found.checkedWith, found.language, JSON.stringify(found.findings)],
  )
}

export async function removeAuditDocument(
  queries: Queries,
  workspaceId: string,
  documentId: string,
  by: { readonly at: string; readonly memberId: string | null },
): Promise<void> {
  await queries.query(
    `update audit_documents set removed_at = $3, removed_by = $4, next_read_at = null where workspace_id = $1 and document_id = $2`,
    [workspaceId, documentId, by.at, by.memberId],
  )
}

/** What is accepted at present, also what has lapsed since. */
export function listAcceptances(queries: Queries, workspaceId: string): Promise<readonly Acceptance[]> {
  return queries.query<Acceptance>(
    `select a.acceptance_id as "id", a.document_id as "documentId", a.key, a.reason, a.until::text as "until",
       m.name as "by", a.at
     from audit_acceptances a left join members m on m.workspace_id = a.workspace_id and m.member_id = a.by_id
     where a.workspace_id = $1 and a.withdrawn_at is null`,
    [workspaceId],
  )
}
