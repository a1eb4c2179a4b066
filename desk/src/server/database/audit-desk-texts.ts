import type { Queries } from "./database.ts"

/** A text of the desk as it was when it was last checked. */
export type CheckedText = {
  readonly documentId: string
  readonly key: string
  readonly name: string
  readonly ownerId: string | null
  readonly version: number
  readonly text: string
}

/** Two who look at the same time do not both put a text under audit: they take turns until the end of the transaction. */
export async function lockDeskTexts(queries: Queries, workspaceId: string): Promise<void> {
  await queries.query("select pg_advisory_xact_lock(hashtextextended('desk texts ' || $1::text, 0))", [workspaceId])
}

export function listCheckedTexts(queries: Queries, workspaceId: string): Promise<readonly CheckedText[]> {
  return queries.query<CheckedText>(
    `select d.document_id as "documentId", d.desk_key as "key", d.name, d.owner_id as "ownerId", v.version, v.text
     from audit_documents d
     join lateral (select version, text from audit_versions v
       where v.workspace_id = d.workspace_id and v.document_id = d.document_id order by version desc limit 1) v on true
     where d.workspace_id = $1 and d.desk_key is not null and d.removed_at is null`,
    [workspaceId],
  )
}
