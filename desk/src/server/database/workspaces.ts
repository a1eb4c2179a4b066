import type { WorkspaceSettings } from "../../ledger/workspace-settings.ts"
import type { Queries } from "./database.ts"

export type WorkspaceKind = "real" | "sample" | "practice"
export type WorkspaceSummary = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly kind: WorkspaceKind
}
export type WorkspaceView = WorkspaceSummary & { readonly settings: WorkspaceSettings }

const SET_UP_LOCK = 8_377_003 // any number that only set-up uses

/** Set-ups take turns until the end of the transaction, so that two at once do not both find an empty desk. */
export async function lockSetUp(queries: Queries): Promise<void> {
  await queries.query("select pg_advisory_xact_lock($1)", [SET_UP_LOCK])
}

export async function hasWorkspace(queries: Queries): Promise<boolean> {
  const rows = await queries.query("select 1 from workspaces where kind = 'real' limit 1")
  return rows.length > 0
}

export async function isSlugTaken(queries: Queries, slug: string): Promise<boolean> {
  const rows = await queries.query("select 1 from workspaces where slug = $1", [slug])
  return rows.length > 0
}

export async function insertWorkspace(queries: Queries, workspace: WorkspaceView, at: string): Promise<void> {
  await queries.query(
    "insert into workspaces (workspace_id, slug, name, kind, settings, created_at) values ($1, $2, $3, $4, $5, $6)",
    [workspace.id, workspace.slug, workspace.name, workspace.kind, JSON.stringify(workspace.settings), at],
  )
}

/** The workspace exists: whoever asks has been let into it. */
export async function readWorkspace(queries: Queries, workspaceId: string): Promise<WorkspaceView> {
  const [row] = await queries.query<WorkspaceView>(
    `select workspace_id as "id", slug, name, kind, settings from workspaces where workspace_id = $1`,
    [workspaceId],
  )
  if (row === undefined) throw new Error("the workspace of a caller is gone")
  return row
}

/** Those whose days off follow a country's holidays. */
export function listWithHolidays(queries: Queries): Promise<readonly WorkspaceView[]> {
  return queries.query<WorkspaceView>(
    `select workspace_id as "id", slug, name, kind, settings from workspaces where settings->'holidays' <> 'null'::jsonb`,
  )
}

/** As `readWorkspace`; others who change it wait until the end of the transaction. */
export async function lockWorkspace(queries: Queries, workspaceId: string): Promise<WorkspaceView> {
  await queries.query("select 1 from workspaces where workspace_id = $1 for update", [workspaceId])
  return readWorkspace(queries, workspaceId)
}

export async function updateWorkspace(
  queries: Queries,
  { id, name, settings }: Pick<WorkspaceView, "id" | "name" | "settings">,
): Promise<void> {
  await queries.query("update workspaces set name = $2, settings = $3 where workspace_id = $1", [
    id,
    name,
    JSON.stringify(settings),
  ])
}
