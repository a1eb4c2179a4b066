import type { Queries } from "./database.ts"
import { hiddenFrom } from "./mailbox-access.ts"
import type { WorkspaceSummary } from "./workspaces.ts"

export type ApiKeyView = {
  readonly id: string
  readonly name: string
  readonly shownStart: string
  readonly createdAt: string
  readonly lastUsedAt: string | null
}

/** Those that work, newest first. */
export function listApiKeys(queries: Queries, workspaceId: string): Promise<readonly ApiKeyView[]> {
  return queries.query<ApiKeyView>(
    `select api_key_id as "id", name, shown_start as "shownStart", created_at as "createdAt", last_used_at as "lastUsedAt"
     from api_keys where workspace_id = $1 and revoked_at is null order by created_at desc, api_key_id`,
    [workspaceId],
  )
}

export async function insertApiKey(
  queries: Queries,
  workspaceId: string,
  key: ApiKeyView & { readonly digest: string; readonly createdBy: string },
): Promise<void> {
  await queries.query(
    `insert into api_keys (workspace_id, api_key_id, name, digest, shown_start, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [workspaceId, key.id, key.name, key.digest, key.shownStart, key.createdBy, key.createdAt],
  )
}

/** False when there is no such key that works. */
export async function revokeApiKey(queries: Queries, workspaceId: string, id: string, at: string): Promise<boolean> {
  const rows = await queries.query(
    "update api_keys set revoked_at = $3 where workspace_id = $1 and api_key_id = $2 and revoked_at is null returning 1",
    [workspaceId, id, at],
  )
  return rows.length > 0
}

/** Those that this member made, all of them. */
export async function revokeKeysOf(queries: Queries, workspaceId: string, memberId: string, at: string): Promise<void> {
  await queries.query(
    "update api_keys set revoked_at = $3 where workspace_id = $1 and created_by = $2 and revoked_at is null",
    [workspaceId, memberId, at],
  )
}

export type FoundKey = {
  readonly id: string
  readonly workspace: WorkspaceSummary
  readonly lastUsedAt: string | null
  /** The addresses whose mail it may not see. */
  readonly hidden: readonly string[]
}

/** Null when no key that works has this digest. */
export async function findApiKey(queries: Queries, digest: string): Promise<FoundKey | null> {
  const [row] = await queries.query<FoundKey>(
    `select k.api_key_id as "id", k.last_used_at as "lastUsedAt",
       jsonb_build_object('id', w.workspace_id, 'slug', w.slug, 'name', w.name, 'kind', w.kind) as "workspace",
       ${hiddenFrom({ workspace: "k.workspace_id", id: "k.api_key_id", role: "'member'" })} as "hidden"
     from api_keys k join workspaces w on w.workspace_id = k.workspace_id
     where k.digest = $1 and k.revoked_at is null`,
    [digest],
  )
  return row ?? null
}

export async function noteApiKeyUse(queries: Queries, workspaceId: string, id: string, at: string): Promise<void> {
  await queries.query("update api_keys set last_used_at = $3 where workspace_id = $1 and api_key_id = $2", [
    workspaceId,
    id,
    at,
  ])
}
