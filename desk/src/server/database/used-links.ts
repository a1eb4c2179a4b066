import type { Queries } from "./database.ts"

export async function isLinkUsed(queries: Queries, workspaceId: string, digest: string): Promise<boolean> {
  const rows = await queries.query("select 1 from used_links where workspace_id = $1 and link_digest = $2", [
    workspaceId,
    digest,
  ])
  return rows.length > 0
}

/** Uses a link up. False when it was: of two at once, one waits and is told so. */
export async function takeLink(
  queries: Queries,
  workspaceId: string,
  digest: string,
  { at, expiresAt }: { readonly at: string; readonly expiresAt: string },
): Promise<boolean> {
  const rows = await queries.query(
    `insert into used_links (workspace_id, link_digest, used_at, expires_at) values ($1, $2, $3, $4)
     on conflict (workspace_id, link_digest) do nothing returning 1`,
    [workspaceId, digest, at, expiresAt],
  )
  return rows.length > 0
}

/** Links that no longer work need not be remembered. */
export async function deleteLinksExpiredBefore(queries: Queries, before: string): Promise<void> {
  await queries.query("delete from used_links where expires_at < $1", [before])
}
