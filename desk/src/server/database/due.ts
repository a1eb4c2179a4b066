import type { Followed, Given } from "../../ledger/next-step.ts"
import type { Queries } from "./database.ts"

/** What follow-through reads of the promises of a workspace that are owed, after this one, in the order of their ids. */
export function listFollowed(
  queries: Queries,
  workspaceId: string,
  after: string | null,
  limit: number,
): Promise<readonly (Followed & { promiseId: string; given: readonly Given[] })[]> {
  return queries.query(
    `select p.promise_id as "promiseId", p.state, p.runs_from as "runsFrom", p.due_until as "dueUntil",
       not p.condition_met as "conditional", p.condition_met as "conditionMet", p.broken_at as "brokenAt",
       coalesce((select jsonb_agg(jsonb_build_object('step', g.step, 'round', g.round)) from (
         select n.step, max(n.round) as round from notices n
         where n.workspace_id = p.workspace_id and n.promise_id = p.promise_id group by n.step) g), '[]') as "given"
     from promise_rows p
     where p.workspace_id = $1 and p.state in ('open', 'broken') and ($2::uuid is null or p.promise_id > $2)
     order by p.promise_id limit $3`,
    [workspaceId, after, limit],
  )
}

export async function setNextLooks(
  queries: Queries,
  workspaceId: string,
  looks: readonly { readonly promiseId: string; readonly nextAt: string | null }[],
): Promise<void> {
  await queries.query(
    `update promise_rows p set next_at = l."nextAt"
     from jsonb_to_recordset($2::jsonb) as l ("promiseId" uuid, "nextAt" timestamptz)
     where p.workspace_id = $1 and p.promise_id = l."promiseId"`,
    [workspaceId, JSON.stringify(looks)],
  )
}
