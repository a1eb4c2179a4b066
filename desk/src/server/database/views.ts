import { type ConversationState, filterSql, filterValues } from "./conversation-filter.ts"
import type { Queries } from "./database.ts"

export type SavedView = {
  readonly id: string
  readonly name: string
  readonly state: Exclude<ConversationState, "mine">
  /** `anybody`, `me` (whoever looks), `nobody`, or a member's id. */
  readonly assignee: string
  readonly tag: string | null
}

const VIEW = `select view_id as "id", name, state, assignee, tag from saved_views`

export function listViews(queries: Queries, workspaceId: string): Promise<readonly SavedView[]> {
  return queries.query<SavedView>(
    `${VIEW} where workspace_id = $1 and removed_at is null order by lower(name), view_id`,
    [workspaceId],
  )
}

const COUNTED_MAX = 1_000 // what is in more is looked through by nobody; counting 100,000 for each view takes seconds

/**
 * How many conversations are in a view now, for whoever looks: by the same words as the list itself. `more`: there are more than
 * what was counted.
 */
export async function countView(
  queries: Queries,
  workspaceId: string,
  { state, ...view }: SavedView,
  memberId: string | null,
): Promise<{ readonly count: number; readonly more: boolean }> {
  const filter = { ...view, filter: state, memberId }
  const [row] = await queries.query<{ count: number }>(
    `select count(*) as "count" from (select 1 from conversations v where v.workspace_id = $1 and ${filterSql(filter)}
       limit ${COUNTED_MAX + 1}) counted`,
    [workspaceId, ...filterValues(filter)],
  )
  const count = row?.count ?? 0
  return { count: Math.min(count, COUNTED_MAX), more: count > COUNTED_MAX }
}

export async function insertView(
  queries: Queries,
  workspaceId: string,
  view: SavedView & { readonly byId: string; readonly at: string },
): Promise<void> {
  await queries.query(
    `insert into saved_views (workspace_id, view_id, name, state, assignee, tag, by_id, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [workspaceId, view.id, view.name, view.state, view.assignee, view.tag, view.byId, view.at],
  )
}

/** Removes a view that stands, or puts one back with null. Gives it; null when there is none. */
export async function setViewRemoved(
  queries: Queries,
  workspaceId: string,
  viewId: string,
  at: string | null,
): Promise<SavedView | null> {
  const [row] = await queries.query<SavedView>(
    `update saved_views set removed_at = $3::timestamptz
     where workspace_id = $1 and view_id = $2 and (removed_at is null or $3::timestamptz is null)
     returning view_id as "id", name, state, assignee, tag`,
    [workspaceId, viewId, at],
  )
  return row ?? null
}

export async function deleteViewsRemovedBefore(queries: Queries, at: string): Promise<void> {
  await queries.query("delete from saved_views where removed_at < $1", [at])
}
