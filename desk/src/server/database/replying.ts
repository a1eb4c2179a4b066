import type { Queries } from "./database.ts"

export type ReplyingKey = { readonly workspaceId: string; readonly conversationId: string; readonly memberId: string }

/** The others who write there at `now`, and for how many more seconds that is known. */
export function listReplying(
  queries: Queries,
  { workspaceId, conversationId, memberId }: ReplyingKey,
  now: string,
): Promise<readonly { id: string; name: string; seconds: number }[]> {
  return queries.query(
    `select m.member_id as "id", m.name, ceil(extract(epoch from r.until - $4::timestamptz))::int as "seconds"
     from replying r join members m on m.workspace_id = r.workspace_id and m.member_id = r.member_id and m.removed_at is null
     where r.workspace_id = $1 and r.conversation_id = $2 and r.member_id <> $3 and r.until > $4 order by m.name, m.member_id`,
    [workspaceId, conversationId, memberId, now],
  )
}

/** True when nobody knew it before: a lease that ended counts as none. */
export async function holdReplying(
  queries: Queries,
  { workspaceId, conversationId, memberId }: ReplyingKey,
  { now, until }: { readonly now: string; readonly until: string },
): Promise<boolean> {
  const [row] = await queries.query<{ wasHeld: boolean }>(
    `with before as (select until from replying where workspace_id = $1 and conversation_id = $2 and member_id = $3)
     insert into replying (workspace_id, conversation_id, member_id, until) values ($1, $2, $3, $5)
     on conflict (workspace_id, conversation_id, member_id) do update set until = excluded.until
     returning exists (select 1 from before where until > $4) as "wasHeld"`,
    [workspaceId, conversationId, memberId, now, until],
  )
  return row?.wasHeld !== true
}

/** True when it was known until then. */
export async function endReplying(
  queries: Queries,
  { workspaceId, conversationId, memberId }: ReplyingKey,
  now: string,
): Promise<boolean> {
  const rows = await queries.query<{ until: string }>(
    `delete from replying where workspace_id = $1 and conversation_id = $2 and member_id = $3 and until > $4 returning until`,
    [workspaceId, conversationId, memberId, now],
  )
  return rows.length > 0
}

/** Leases that ended by themselves, of all workspaces. */
export async function deleteEndedReplying(queries: Queries, now: string): Promise<void> {
  await queries.query("delete from replying where until <= $1", [now])
}
