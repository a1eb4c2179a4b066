import type { Followed, Given } from "../../ledger/next-step.ts"
import type { Queries } from "./database.ts"
import type { PromiseKey } from "./entries.ts"

/** The promise that has waited longest for a look, held until the transaction ends; null when none is due. */
export async function claimDuePromise(queries: Queries, now: string): Promise<PromiseKey | null> {
  const [row] = await queries.query<PromiseKey>(
    `select workspace_id as "workspaceId", promise_id as "promiseId" from promise_rows
     where next_at <= $1 order by next_at limit 1 for update skip locked`,
    [now],
  )
  return row ?? null
}

export async function setNextLook(queries: Queries, key: PromiseKey, nextAt: string | null): Promise<void> {
  await queries.query("update promise_rows set next_at = $3 where workspace_id = $1 and promise_id = $2", [
    key.workspaceId,
    key.promiseId,
    nextAt,
  ])
}

/** When a promise must be looked at next, in any workspace; null when none waits. */
export async function nextPromiseLook(queries: Queries): Promise<string | null> {
  const [row] = await queries.query<{ at: string | null }>(
    `select min(next_at) as "at" from promise_rows where next_at is not null`,
  )
  return row?.at ?? null
}

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
