import type { Queries } from "./database.ts"
import type { PromiseKey } from "./entries.ts"

export type AwayTime = {
  readonly id: string
  readonly memberId: string
  readonly from: string
  readonly until: string
  /** From when on what is due meanwhile is handed over. */
  readonly handAt: string
  readonly handUntil: string
}

const VIEW = `
  select away_id as "id", member_id as "memberId", from_at as "from", until_at as "until", hand_at as "handAt", hand_until as "handUntil"
  from away_times`

export async function insertAwayTime(
  queries: Queries,
  workspaceId: string,
  away: AwayTime,
  { by, at }: { readonly by: string | null; readonly at: string },
): Promise<void> {
  await queries.query(
    `insert into away_times (workspace_id, away_id, member_id, from_at, until_at, hand_at, hand_until, set_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [workspaceId, away.id, away.memberId, away.from, away.until, away.handAt, away.handUntil, by, at],
  )
}

/** Those that are not over yet, the earliest first. */
export function listAwayTimes(queries: Queries, workspaceId: string, now: string): Promise<readonly AwayTime[]> {
  return queries.query<AwayTime>(
    `${VIEW} where workspace_id = $1 and cancelled_at is null and until_at > $2 order by from_at, away_id`,
    [workspaceId, now],
  )
}

export async function readAwayTime(queries: Queries, workspaceId: string, awayId: string): Promise<AwayTime | null> {
  const [row] = await queries.query<AwayTime>(
    `${VIEW} where workspace_id = $1 and away_id = $2 and cancelled_at is null`,
    [workspaceId, awayId],
  )
  return row ?? null
}

export async function cancelAwayTime(queries: Queries, workspaceId: string, awayId: string, at: string): Promise<void> {
  await queries.query("update away_times set cancelled_at = $3 where workspace_id = $1 and away_id = $2", [
    workspaceId,
    awayId,
    at,
  ])
}

/** The away times, in any workspace, during which promises are handed over at `now`. */
export function listHandingOver(
  queries: Queries,
  now: string,
): Promise<readonly (AwayTime & { readonly workspaceId: string })[]> {
  return queries.query(
    `select a.workspace_id as "workspaceId", away_id as "id", member_id as "memberId", from_at as "from", until_at as "until",
       hand_at as "handAt", hand_until as "handUntil"
     from away_times a where cancelled_at is null and until_at > $1 and hand_at <= $1 order by hand_at, away_id`,
    [now],
  )
}

/**
 * A promise that the away member owes and that is due before they are back, held until the transaction ends; null when
 * none is left. One that was handed over for being away since is left with whomever it was given to afterwards.
 */
export async function claimPromiseToHandOver(
  queries: Queries,
  workspaceId: string,
  { memberId, handAt, handUntil }: AwayTime,
  passedOver: readonly string[],
): Promise<PromiseKey | null> {
  const [row] = await queries.query<PromiseKey>(
    `select p.workspace_id as "workspaceId", p.promise_id as "promiseId" from promise_rows p
     where p.workspace_id = $1 and p.owner_id = $2 and p.state in ('proposed', 'open', 'broken')
       and (p.due_until is null or p.due_until < $4)
       and not exists (select 1 from entries e where e.workspace_id = p.workspace_id and e.promise_id = p.promise_id
         and e.kind = 'handed-over' and e.body->>'why' = 'away' and e.recorded_at >= $3)
       and p.promise_id <> all($5::uuid[])
     order by p.due_until, p.promise_id limit 1 for update skip locked`,
    [workspaceId, memberId, handAt, handUntil, passedOver],
  )
  return row ?? null
}
