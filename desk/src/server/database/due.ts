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

/** The open promises of a workspace with a due time, for computing their next look again when its calendar has changed. */
export async function listOpenDues(
  queries: Queries,
  workspaceId: string,
): Promise<readonly { promiseId: string; dueUntil: string }[]> {
  return queries.query(
    `select promise_id as "promiseId", due_until as "dueUntil" from promise_rows
     where workspace_id = $1 and state = 'open' and due_until is not null`,
    [workspaceId],
  )
}
