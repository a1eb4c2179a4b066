import type { Queries } from "./database.ts"

/** What waits, in all workspaces but sample shops. */
export type Backlog = {
  readonly promisesOpen: number
  readonly promisesBroken: number
  readonly looksLate: number
  readonly outboxWaiting: number
  readonly outboxLateSeconds: number
  readonly mailboxesFailing: number
  readonly webhooksWaiting: number
}

export async function readBacklog(queries: Queries, now: string): Promise<Backlog> {
  const [row] = await queries.query<Backlog>(
    `with real as (select workspace_id from workspaces where kind = 'real'),
       promised as (select p.state, p.next_at from promise_rows p join real using (workspace_id)
         where p.state in ('open', 'broken') or p.next_at is not null),
       mails as (select x.next_at from outbox x join real using (workspace_id) where x.done_at is null and x.kind <> 'webhook'),
       told as (select 1 from outbox x join real using (workspace_id) where x.done_at is null and x.kind = 'webhook')
     select (select count(*) from promised where state = 'open') as "promisesOpen",
       (select count(*) from promised where state = 'broken') as "promisesBroken",
       (select count(*) from promised where next_at < $1::timestamptz - interval '1 minute') as "looksLate",
       (select count(*) from mails) as "outboxWaiting",
       coalesce((select greatest(0, extract(epoch from $1::timestamptz - min(next_at))) from mails), 0)::float8 as "outboxLateSeconds",
       (select count(*) from mailboxes b join real using (workspace_id) where b.problem is not null and b.paused_at is null and b.removed_at is null) as "mailboxesFailing",
       (select count(*) from told) as "webhooksWaiting"`,
    [now],
  )
  if (row === undefined) throw new Error("counting what waits gave no row")
  return row
}
