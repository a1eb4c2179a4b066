import type { Teammate, WorkingPattern } from "../../ledger/recipients.ts"
import type { Queries } from "./database.ts"
import { maySee } from "./mailbox-access.ts"

/**
 * The members who are here, in the order in which they joined, who of them is away at `now`, and who may see the promise;
 * null: none is asked about.
 */
export function readTeam(
  queries: Queries,
  workspaceId: string,
  now: string,
  promiseId: string | null,
): Promise<readonly Teammate[]> {
  return queries.query<Teammate>(
    `select m.member_id as "id", m.role, m.stand_in_id as "standInId",
       exists (select 1 from away_times a where a.workspace_id = m.workspace_id and a.member_id = m.member_id
         and a.cancelled_at is null and a.hand_at <= $2 and a.until_at > $2) as "isAway",
       ${maySee("m", "(select p.conversation_id from promise_rows p where p.workspace_id = $1 and p.promise_id = $3)")} as "sees"
     from members m where m.workspace_id = $1 and m.removed_at is null order by m.created_at, m.member_id`,
    [workspaceId, now, promiseId],
  )
}

/** What of a working pattern is the member's own. */
export type OwnPattern = Omit<WorkingPattern, "calendar">

/** When a member may be told, as far as it is theirs; null when they are no longer here. Away times that have passed are left out. */
export async function readWorkingPattern(
  queries: Queries,
  workspaceId: string,
  memberId: string,
  now: string,
): Promise<OwnPattern | null> {
  const [row] = await queries.query<OwnPattern>(
    `select m.zone, m.preferences->'hours' as "hours", coalesce((select jsonb_agg(jsonb_build_object('from', a.from_at, 'until', a.until_at) order by a.from_at)
       from away_times a where a.workspace_id = m.workspace_id and a.member_id = m.member_id
         and a.cancelled_at is null and a.until_at > $3), '[]') as "away"
     from members m where m.workspace_id = $1 and m.member_id = $2 and m.removed_at is null`,
    [workspaceId, memberId, now],
  )
  return row ?? null
}
