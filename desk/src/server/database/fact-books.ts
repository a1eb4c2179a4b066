import type { Queries } from "./database.ts"

/** Says that the book has changed: what was built from it is built again. */
export async function stampBook(queries: Queries, workspaceId: string, stamp: string, at: string): Promise<void> {
  await queries.query(
    `insert into fact_books (workspace_id, stamp, changed_at) values ($1, $2, $3)
     on conflict (workspace_id) do update set stamp = $2, changed_at = $3`,
    [workspaceId, stamp, at],
  )
}

/** Others who take a whole file into this book wait until the end of the transaction. */
export async function lockBook(queries: Queries, workspaceId: string): Promise<void> {
  await queries.query("select pg_advisory_xact_lock(hashtextextended('fact book ' || $1::text, 0))", [workspaceId])
}

/** Null while the book is empty. */
export async function readStamp(queries: Queries, workspaceId: string): Promise<string | null> {
  const [row] = await queries.query<{ stamp: string }>("select stamp from fact_books where workspace_id = $1", [
    workspaceId,
  ])
  return row?.stamp ?? null
}

/** Words in which a rule finds nothing, because a member said so. */
export type Dismissal = {
  readonly id: string
  readonly rule: string
  readonly words: string
  readonly factId: string | null
  readonly by: string | null
  readonly at: string
}

export function listDismissals(queries: Queries, workspaceId: string): Promise<readonly Dismissal[]> {
  return queries.query<Dismissal>(
    `select d.dismissal_id as "id", d.rule, d.words, d.fact_id as "factId", m.name as "by", d.at
     from claim_dismissals d left join members m on m.workspace_id = d.workspace_id and m.member_id = d.by_id
     where d.workspace_id = $1 and d.undone_at is null order by d.at desc, d.dismissal_id`,
    [workspaceId],
  )
}

export async function insertDismissal(
  queries: Queries,
  workspaceId: string,
  dismissal: Omit<Dismissal, "by"> & { readonly byId: string | null },
): Promise<void> {
  const { id, rule, words, factId, byId, at } = dismissal
  await queries.query(
    `insert into claim_dismissals (workspace_id, dismissal_id, rule, words, fact_id, by_id, at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (workspace_id, rule, words) where undone_at is null do nothing`,
    [workspaceId, id, rule, words, factId, byId, at],
  )
}

/** False when there is none to undo. */
export async function undoDismissal(
  queries: Queries,
  workspaceId: string,
  dismissalId: string,
  by: { readonly at: string; readonly memberId: string | null },
): Promise<boolean> {
  const rows = await queries.query(
    `update claim_dismissals set undone_at = $3, undone_by = $4
     where workspace_id = $1 and dismissal_id = $2 and undone_at is null returning 1`,
    [workspaceId, dismissalId, by.at, by.memberId],
  )
  return rows.length > 0
}

/** Everything that was ever dismissed, and what leads were told of it, in its words. */
export function listDismissedWords(
  queries: Queries,
  workspaceId: string,
): Promise<readonly { readonly id: string; readonly words: string }[]> {
  return queries.query(
    `select dismissal_id as "id", words from claim_dismissals where workspace_id = $1
     union all
     select task_id, words from tasks where workspace_id = $1 and kind = 'override' and customer_id is null and words is not null`,
    [workspaceId],
  )
}

/** The rules find these words again, and nobody has a task about them any more. */
export async function eraseDismissedWords(
  queries: Queries,
  workspaceId: string,
  ids: readonly string[],
  at: string,
): Promise<void> {
  await queries.query("delete from claim_dismissals where workspace_id = $1 and dismissal_id = any($2::uuid[])", [
    workspaceId,
    ids,
  ])
  await queries.query(
    `update tasks set words = null, done_at = coalesce(done_at, $3) where workspace_id = $1 and task_id = any($2::uuid[])`,
    [workspaceId, ids, at],
  )
}
