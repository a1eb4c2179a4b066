import type { Queries } from "./database.ts"

type Place = { readonly workspaceId: string; readonly conversationId: string }

/** In place of the one that there is, and of those that came with what was merged into it. */
export async function setReminder(
  queries: Queries,
  { workspaceId, conversationId }: Place,
  { at, memberId }: { readonly at: string; readonly memberId: string | null },
): Promise<void> {
  await clearReminder(queries, { workspaceId, conversationId })
  await queries.query(
    `insert into reminders (workspace_id, conversation_id, member_id, at) values ($1, $2, $3, $4)
     on conflict (workspace_id, conversation_id) do update set member_id = excluded.member_id, at = excluded.at`,
    [workspaceId, conversationId, memberId, at],
  )
}

export async function clearReminder(queries: Queries, { workspaceId, conversationId }: Place): Promise<void> {
  await queries.query(
    `delete from reminders where workspace_id = $1 and conversation_id in (
       select conversation_id from conversations where workspace_id = $1 and (conversation_id = $2 or merged_into = $2))`,
    [workspaceId, conversationId],
  )
}

/**
 * Those whose time has come, taken out so that each comes up once; for everybody where its member is no longer here. What was
 * put aside and then merged comes up where it is now.
 */
export function takeReminders(
  queries: Queries,
  now: string,
): Promise<readonly (Place & { readonly memberId: string | null })[]> {
  return queries.query(
    `with due as (
       select workspace_id, conversation_id from reminders where at <= $1 order by at limit 100 for update skip locked),
     taken as (
       delete from reminders r using due d
       where r.workspace_id = d.workspace_id and r.conversation_id = d.conversation_id returning r.*)
     select t.workspace_id as "workspaceId", coalesce(v.merged_into, v.conversation_id) as "conversationId", m.member_id as "memberId"
     from taken t join conversations v on v.workspace_id = t.workspace_id and v.conversation_id = t.conversation_id
     left join members m on m.workspace_id = t.workspace_id and m.member_id = t.member_id and m.removed_at is null`,
    [now],
  )
}

/** Brings back what was put aside until now; gives what it brought back. */
export async function wakeSnoozed(
  queries: Queries,
  now: string,
): Promise<readonly { workspaceId: string; id: string }[]> {
  return queries.query(
    `update conversations set snoozed_until = null where snoozed_until <= $1
     returning workspace_id as "workspaceId", conversation_id as "id"`,
    [now],
  )
}
