import { WHOLE } from "./as-seen.ts"
import type { Queries } from "./database.ts"

/** One of a team's last promises of a deed, with those that took over from it: the due is the first, the end the last. */
export type RecordRow = {
  readonly promiseId: string
  readonly deed: string
  readonly ownerId: string | null
  /** When it was said, or its condition was met. */
  readonly begunAt: string
  readonly dueUntil: string
  readonly endedAt: string | null
  readonly kept: boolean
}

// What takes over from a promise with a new date is the same case; a condition that is met begins it. It is of the whole team:
// of part of it, the honest date would be another for each who asks.
const RECORD = `${WHOLE}
  with recursive last as (
    select p.* from unnest($2::text[]) as asked (deed) cross join lateral (
      select r.promise_id, r.deed, r.owner_id, r.state, r.condition_met, r.said_at, r.due_until, r.settled_at,
        r.evidence, r.successor_id
      from promise_rows r
      where r.workspace_id = $1 and r.deed = asked.deed and r.due_until is not null
        and r.state not in ('proposed', 'dismissed', 'void')
        and not exists (select 1 from promise_rows b where b.workspace_id = r.workspace_id
          and b.promise_id = r.predecessor_id and b.state = 'renegotiated')
      order by r.said_at desc, r.promise_id limit $3
    ) p
  ), chain as (
    select promise_id as first_id, state, successor_id, settled_at, evidence from last
    union all
    select c.first_id, p.state, p.successor_id, p.settled_at, p.evidence
    from chain c join promise_rows p on p.workspace_id = $1 and p.promise_id = c.successor_id
    where c.state = 'renegotiated'
  )
  select l.promise_id as "promiseId", l.deed, l.owner_id as "ownerId", coalesce(met.at, l.said_at) as "begunAt",
    l.due_until as "dueUntil", c.state = 'kept' as "kept",
    case c.state when 'kept' then least((c.evidence ->> 'at')::timestamptz, c.settled_at)
      when 'released' then c.settled_at end as "endedAt"
  from last l
  join chain c on c.first_id = l.promise_id and c.state <> 'renegotiated'
  left join lateral (
    select max(e.at) as at from entries e
    where l.condition_met and e.workspace_id = $1 and e.promise_id = l.promise_id and e.kind = 'condition-met'
  ) met on true
  order by l.said_at desc, l.promise_id`

/** The team's last promises of each deed that were made, newest first: `most` of each. */
export function listRecord(
  queries: Queries,
  workspaceId: string,
  deeds: readonly string[],
  most: number,
): Promise<readonly RecordRow[]> {
  return queries.query<RecordRow>(RECORD, [workspaceId, deeds, most])
}

/** A promise that its owner has, or had, to keep. */
export type BurdenRow = {
  readonly promiseId: string
  readonly ownerId: string | null
  readonly saidAt: string
  readonly dueUntil: string
  readonly settledAt: string | null
}

/** What each owner owes, by due time, and what they settled since a moment, newest first: `most` of each an owner. */
export function listBurdens(
  queries: Queries,
  workspaceId: string,
  asked: { readonly ownerIds: readonly string[]; readonly since: string; readonly most: number },
): Promise<readonly BurdenRow[]> {
  return queries.query<BurdenRow>(
    `select b.promise_id as "promiseId", b.owner_id as "ownerId", b.said_at as "saidAt", b.due_until as "dueUntil",
       b.settled_at as "settledAt"
     from unnest($2::uuid[]) as asked (owner_id) cross join lateral (
       (select promise_id, owner_id, said_at, due_until, settled_at from promise_rows
        where workspace_id = $1 and owner_id = asked.owner_id and state in ('open', 'broken') and due_until is not null
        order by due_until limit $4)
       union all
       (select promise_id, owner_id, said_at, due_until, settled_at from promise_rows
        where workspace_id = $1 and owner_id = asked.owner_id and state in ('kept', 'renegotiated', 'released')
          and due_until is not null and settled_at > $3
        order by settled_at desc limit $4)
     ) b`,
    [workspaceId, asked.ownerIds, asked.since, asked.most],
  )
}

/** A promise that is open, to be weighed. */
export type OpenRow = {
  readonly promiseId: string
  readonly deed: string
  readonly ownerId: string | null
  readonly begunAt: string
  readonly dueUntil: string
}

const OPEN = `
  select p.promise_id as "promiseId", p.deed, p.owner_id as "ownerId", p.due_until as "dueUntil",
    coalesce((
      select max(e.at) from entries e where p.condition_met and e.workspace_id = p.workspace_id
        and e.promise_id = p.promise_id and e.kind = 'condition-met'
    ), p.said_at) as "begunAt"
  from promise_rows p where p.workspace_id = $1`

/** The open promises that are due next, from `now` on. */
export function listNextDue(
  queries: Queries,
  workspaceId: string,
  { now, most }: { readonly now: string; readonly most: number },
): Promise<readonly OpenRow[]> {
  return queries.query<OpenRow>(
    `${OPEN} and p.state in ('open', 'broken') and p.state = 'open' and p.due_until >= $2
     order by p.due_until, p.promise_id limit $3`,
    [workspaceId, now, most],
  )
}

/** One that is owed; null when it is settled, or is not here. */
export async function readOwed(queries: Queries, workspaceId: string, promiseId: string): Promise<OpenRow | null> {
  const [row] = await queries.query<OpenRow>(
    `${OPEN} and p.promise_id = $2 and p.state in ('open', 'broken') and p.due_until is not null`,
    [workspaceId, promiseId],
  )
  return row ?? null
}
