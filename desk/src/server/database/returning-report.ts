import type { Queries } from "./database.ts"
import type { ReportAsked } from "./trust-report.ts"

/** Of customers to whom a promise was closed in the period and 90 days ago or more: how many came back within 90 days. */
export type Returning = {
  readonly treated: "in-time" | "late" | "broken"
  readonly n: number
  readonly returned: number
}

/**
 * A customer stands where the worst of their promises stands. Back is who wrote to us in a conversation that began after
 * that promise was closed, within 90 days of it. No proof of cause: people come back for many reasons.
 */
export const WORST = `
  closed as (
    select customer_id, least((evidence ->> 'at')::timestamptz, settled_at) as at,
      case when due_until is null or least((evidence ->> 'at')::timestamptz, settled_at) <= due_until then 0 else 1 end as place
    from promise_rows where workspace_id = $1 and state = 'kept' and settled_at >= $2
      and ($5::text is null or deed = $5) and ($6::text is null or channel = $6)
    union all
    select customer_id, broken_at, 2 from promise_rows
    where workspace_id = $1 and state = 'broken' and broken_at >= $2
      and ($5::text is null or deed = $5) and ($6::text is null or channel = $6)
  ), worst as (
    select distinct on (customer_id) customer_id, at, place from closed
    where at >= $2 and at < $3 and at <= $4::timestamptz - interval '90 days'
    order by customer_id, place desc, at desc
  ), treated as (
    select w.*, exists (
      select 1 from conversations c join messages m on m.workspace_id = c.workspace_id and m.conversation_id = c.conversation_id
      where c.workspace_id = $1 and c.customer_id = w.customer_id and c.created_at > w.at and c.created_at <= w.at + interval '90 days'
        and m.by_kind = 'customer' and m.by_id = w.customer_id and m.at > w.at and m.at <= w.at + interval '90 days') as back
    from worst w
  )`

export function listReturning(
  queries: Queries,
  workspaceId: string,
  { from, until, deed, channel }: ReportAsked,
  now: string,
): Promise<readonly Returning[]> {
  return queries.query<Returning>(
    `with ${WORST} select (array['in-time', 'late', 'broken'])[place + 1] as treated, count(*)::int as n,
       count(*) filter (where back)::int as returned from treated group by place order by place`,
    [workspaceId, from, until, now, deed ?? null, channel ?? null],
  )
}
