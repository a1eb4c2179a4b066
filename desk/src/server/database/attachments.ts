import type { Queries } from "./database.ts"
import { isOneWith } from "./one-customer.ts"

export type AttachmentRow = {
  readonly id: string
  readonly digest: string
  readonly name: string
  readonly type: string
  readonly size: number
  readonly createdAt: string
}

const COLUMNS = `attachment_id as "id", digest, name, type, size, created_at as "createdAt"`

export async function insertAttachment(
  queries: Queries,
  place: { readonly workspaceId: string; readonly conversationId: string; readonly byId: string },
  row: AttachmentRow,
): Promise<void> {
  await queries.query(
    `insert into attachments (workspace_id, attachment_id, conversation_id, by_id, digest, name, type, size, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      place.workspaceId,
      row.id,
      place.conversationId,
      place.byId,
      row.digest,
      row.name,
      row.type,
      row.size,
      row.createdAt,
    ],
  )
}

export async function listAttachments(
  queries: Queries,
  workspaceId: string,
  conversationId: string,
): Promise<readonly AttachmentRow[]> {
  return queries.query<AttachmentRow>(
    `select ${COLUMNS} from attachments where workspace_id = $1 and conversation_id = $2 order by created_at, attachment_id`,
    [workspaceId, conversationId],
  )
}

/** Those of these that are there; nobody takes one away until the transaction ends. */
export async function holdAttachments(
  queries: Queries,
  workspaceId: string,
  conversationId: string,
  ids: readonly string[],
): Promise<readonly AttachmentRow[]> {
  return queries.query<AttachmentRow>(
    `select ${COLUMNS} from attachments
     where workspace_id = $1 and conversation_id = $2 and attachment_id = any($3::uuid[]) order by attachment_id for share`,
    [workspaceId, conversationId, ids],
  )
}

/** Takes these rows away; their content goes from disk unless something else names it. How many there were. */
async function remove(queries: Queries, condition: string, values: readonly unknown[]): Promise<number> {
  const rows = await queries.query(
    `with gone as (delete from attachments a where ${condition} returning workspace_id, digest),
       noted as (insert into file_removals (workspace_id, digest) select distinct workspace_id, digest from gone on conflict do nothing)
     select 1 from gone`,
    [...values],
  )
  return rows.length
}

/** False when there is none. */
export async function deleteAttachment(
  queries: Queries,
  workspaceId: string,
  conversationId: string,
  id: string,
): Promise<boolean> {
  const condition = "a.workspace_id = $1 and a.conversation_id = $2 and a.attachment_id = $3"
  return (await remove(queries, condition, [workspaceId, conversationId, id])) > 0
}

export async function eraseAttachments(
  queries: Queries,
  workspaceId: string,
  conversationIds: readonly string[],
): Promise<void> {
  await remove(queries, "a.workspace_id = $1 and a.conversation_id = any($2::uuid[])", [workspaceId, conversationIds])
}

/** What nobody has sent and no draft names any more. */
export async function deleteAttachmentsBefore(queries: Queries, before: string): Promise<number> {
  const isInDraft = `exists (select 1 from drafts d where d.workspace_id = a.workspace_id and d.conversation_id = a.conversation_id
    and (coalesce(d.draft, '{}')::text like '%' || a.attachment_id || '%' or d.others::text like '%' || a.attachment_id || '%'))`
  return remove(queries, `a.created_at < $1 and not ${isInDraft}`, [before])
}

/** What lies beside drafts to a customer, for their export. */
export async function listAttachmentsOf(
  queries: Queries,
  workspaceId: string,
  customerId: string,
): Promise<readonly (AttachmentRow & { readonly conversationId: string })[]> {
  return queries.query(
    `select a.attachment_id as "id", a.digest, a.name, a.type, a.size, a.created_at as "createdAt", a.conversation_id as "conversationId"
     from attachments a join conversations v on v.workspace_id = a.workspace_id and v.conversation_id = a.conversation_id
     where a.workspace_id = $1 and ${isOneWith("v.customer_id", "$2")} order by a.created_at, a.attachment_id`,
    [workspaceId, customerId],
  )
}
