import type { KeptDraft, Written } from "../../ledger/kept-draft.ts"
import { NO_DRAFT } from "../../ledger/kept-draft.ts"
import type { Queries } from "./database.ts"
import { isOneWith } from "./one-customer.ts"

export type DraftKind = "reply" | "note"
/** Whose draft, where, of what. */
export type DraftKey = {
  readonly workspaceId: string
  readonly conversationId: string
  readonly memberId: string
  readonly kind: DraftKind
}

const VIEW = `select draft, revision, changed_at as "changedAt", others from drafts
  where workspace_id = $1 and conversation_id = $2 and member_id = $3 and kind = $4`

export async function readDraft<Draft extends Written>(queries: Queries, key: DraftKey): Promise<KeptDraft<Draft>> {
  const [row] = await queries.query<KeptDraft<Draft>>(VIEW, valuesOf(key))
  return row ?? NO_DRAFT
}

/** As `readDraft`; other devices that save it wait until the end of the transaction, the first one too. */
export async function lockDraft<Draft extends Written>(
  queries: Queries,
  key: DraftKey,
  at: string,
): Promise<KeptDraft<Draft>> {
  await queries.query(
    `insert into drafts (workspace_id, conversation_id, member_id, kind, revision, changed_at)
     values ($1, $2, $3, $4, 0, $5) on conflict do nothing`,
    [...valuesOf(key), at],
  )
  const [row] = await queries.query<KeptDraft<Draft>>(`${VIEW} for update`, valuesOf(key))
  return row ?? NO_DRAFT
}

export async function writeDraft<Draft extends Written>(
  queries: Queries,
  key: DraftKey,
  { draft, revision, changedAt, others }: KeptDraft<Draft>,
): Promise<void> {
  await queries.query(
    `update drafts set draft = $5::jsonb, revision = $6, changed_at = $7, others = $8::jsonb
     where workspace_id = $1 and conversation_id = $2 and member_id = $3 and kind = $4`,
    [...valuesOf(key), draft === null ? null : JSON.stringify(draft), revision, changedAt, JSON.stringify(others)],
  )
}

/** Who has written something there that is not sent. */
export function listWriters(
  queries: Queries,
  workspaceId: string,
  conversationId: string,
): Promise<readonly Pick<DraftKey, "memberId" | "kind">[]> {
  return queries.query(
    `select member_id as "memberId", kind from drafts
     where workspace_id = $1 and conversation_id = $2 and (draft is not null or others <> '[]') order by member_id, kind`,
    [workspaceId, conversationId],
  )
}

export async function eraseDrafts(
  queries: Queries,
  workspaceId: string,
  conversationIds: readonly string[],
): Promise<void> {
  await queries.query("delete from drafts where workspace_id = $1 and conversation_id = any($2::uuid[])", [
    workspaceId,
    conversationIds,
  ])
}

/** What members are writing to a customer and have not sent, for the customer's export. */
export function listDraftsOf(queries: Queries, workspaceId: string, customerId: string): Promise<readonly object[]> {
  return queries.query(
    `select d.conversation_id as "conversationId", d.member_id as "memberId", d.kind, d.draft, d.others, d.changed_at as "changedAt"
     from drafts d join conversations v on v.workspace_id = d.workspace_id and v.conversation_id = d.conversation_id
     where d.workspace_id = $1 and ${isOneWith("v.customer_id", "$2")} and (d.draft is not null or d.others <> '[]')
     order by d.changed_at, d.conversation_id, d.member_id, d.kind`,
    [workspaceId, customerId],
  )
}

function valuesOf({ workspaceId, conversationId, memberId, kind }: DraftKey): readonly string[] {
  return [workspaceId, conversationId, memberId, kind]
}
