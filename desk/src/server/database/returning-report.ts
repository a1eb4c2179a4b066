import type { Queries } from "./database.ts"
import { mergeOf, standingFor } from "./one-customer.ts"
import type { ReportAsked } from "./trust-report.ts"

/** Of customers to whom a promise was closed in the period and 90 days ago or more: how many came back within 90 days. */
export type Returning = {
  readonly treated: "in-time" | "late" | "broken"
  readonly n: number
  readonly returned: number
}

/**
 * A customer, with everybody who is one with them, stands where the worst of their promises stands. Back is who wrote to us in
 * a conversation that began after that promise was closed, within 90 days of it. No proof of cause: people come back for many
 * reasons.
 */
export const WORST = `
  closed as materialized (
    select customer_id, state, due_until,
      case when state = 'kept' then least((evidence ->> 'at')::timestamptz, settled_at) else broken_at end as at
    from promise_rows
    where workspace_id = $1 and (state = 'kept' and settled_at >= $2 or state = 'broken' and broken_at >= $2)
      and ($5::text is null or deed = $5) and ($6::text is null or channel = $6)
  ), placed as materialized (
    select ${standingFor("c.customer_id", "k")} as customer_id, c.at,
      case when c.state = 'broken' then 2 when c.due_until is null or c.at <= c.due_until then 0 else 1 end as place
    from closed c ${mergeOf("c.customer_id", "k")}
    where c.at >= $2 and c.at < $3 and c.at <= $4::timestamptz - interval '90 days'
  ), worst as materialized (
    select distinct on (customer_id) customer_id, place, at from placed order by customer_id, place desc, at desc
  ), came as materialized (
    select ${standingFor("v.customer_id", "k")} as customer_id, v.created_at as began, m.at,
      ${standingFor("m.by_id", "w")} = ${standingFor("v.customer_id", "k")} as theirs
    from conversations v join messages m on m.workspace_id = v.workspace_id and m.conversation_id = v.conversation_id
      ${mergeOf("v.customer_id", "k")} ${mergeOf("m.by_id", "w")}
    where v.workspace_id = $1 and v.created_at > $2 and v.created_at <= $3::timestamptz + interval '90 days' and m.by_kind = 'customer'
  ), back as (
    select distinct t.customer_id from worst t join came c on c.customer_id = t.customer_id and c.theirs and c.began > t.at
      and c.at > t.at and c.began <= t.at + interval '90 days' and c.at <= t.at + interval '90 days'
  ), treated as (
    select t.*, t.customer_id in (select b.customer_id from back b) as back from worst t
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
