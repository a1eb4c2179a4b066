import type { Queries } from "./database.ts"

/** The workspace whose contact form is at this address; null where there is none, or it is off. */
export async function findFormWorkspace(
  queries: Queries,
  slug: string,
): Promise<{ readonly id: string; readonly name: string } | null> {
  const [row] = await queries.query<{ id: string; name: string }>(
    `select workspace_id as "id", name from workspaces
     where slug = $1 and kind = 'real' and (settings->'contactForm'->>'on')::boolean`,
    [slug],
  )
  return row ?? null
}

/** How many conversations the form has begun since then. */
export async function countFormsSince(queries: Queries, workspaceId: string, since: string): Promise<number> {
  const [row] = await queries.query<{ count: number }>(
    `select count(*) as "count" from conversations where workspace_id = $1 and last_message_at >= $2 and created_at >= $2 and channel = 'form'`,
    [workspaceId, since],
  )
  return row?.count ?? 0
}
