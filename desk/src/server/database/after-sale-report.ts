import type { Queries } from "./database.ts"
import { hasLeft } from "./has-left.ts"
import { mergeOf, standingFor } from "./one-customer.ts"

type Period = { readonly from: string; readonly until: string }

/** What was sold in a period, and what became of it. Each rate has its own whole. */
export type AfterSaleCounts = {
  readonly orders: number
  /** Orders that their customer asked to undo. */
  readonly undone: number
  /** Of orders that came after we had recommended something to that customer, and of the others. */
  readonly recommended: number
  readonly recommendedUndone: number
  /** Of orders whose customer had been told something that a fact contradicted. */
  readonly misled: number
  readonly misledUndone: number
  /** Of orders whose customer had a promise of ours broken before. */
  readonly letDown: number
  readonly letDownUndone: number
  /** Outcome checks that reached the customer, and what they answered. */
  readonly asked: number
  readonly yes: number
  readonly partly: number
  readonly no: number
}

/** SQL: when something first happened to a customer, as the one that they are: asked once, not for each order. */
function firstOf(name: string, when: string, rows: string): string {
  return `${name} as (
    select ${standingFor("r.customer_id", "k")} as customer_id, min(${when}) as at
    from ${rows} ${mergeOf("r.customer_id", "k")} group by 1
  )`
}

/** The orders of a period ($2, $3), whether each is to be undone, and what its customer was told before it. */
export const SEEN_ORDERS = `
  sold as materialized (
    select o.order_id, ((o.ordered_on + 1)::timestamp at time zone z.zone) as at, ${standingFor("o.customer_id", "k")} as customer_id,
      o.order_id in (select r.order_id from sale_requests r
        where r.workspace_id = $1 and r.order_id is not null and r.dropped_at is null) as undone
    from (select settings->>'zone' as zone from workspaces where workspace_id = $1 offset 0) z
    join orders o on o.workspace_id = $1 and o.ordered_on >= ($2::timestamptz at time zone z.zone)::date
      and o.ordered_on < ($3::timestamptz at time zone z.zone)::date
    ${mergeOf("o.customer_id", "k")}
  ), ${firstOf("first_recommended", "r.at", `(select * from recommendations r where r.workspace_id = $1 and ${hasLeft("r")}) r`)}
  , ${firstOf("first_misled", "r.said_at", `(select * from assertions r where r.workspace_id = $1 and r.verdict = 'contradicted' and ${hasLeft("r")}) r`)}
  , ${firstOf("first_let_down", "greatest(r.said_at, r.broken_at)", "(select * from promise_rows where workspace_id = $1 and broken_at is not null) r")}
  , seen as materialized (
    select s.order_id, s.undone, coalesce(r.at < s.at, false) as recommended, coalesce(m.at < s.at, false) as misled,
      coalesce(l.at < s.at, false) as let_down
    from sold s left join first_recommended r using (customer_id) left join first_misled m using (customer_id)
      left join first_let_down l using (customer_id)
  )`

export async function countAfterSale(
  queries: Queries,
  workspaceId: string,
  { from, until }: Period,
): Promise<AfterSaleCounts> {
  const values = [workspaceId, from, until]
  const [sold] = await queries.query<Omit<AfterSaleCounts, "asked" | "yes" | "partly" | "no">>(
    `with ${SEEN_ORDERS}
     select count(*)::int as "orders", count(*) filter (where undone)::int as "undone",
       count(*) filter (where recommended)::int as "recommended",
       count(*) filter (where recommended and undone)::int as "recommendedUndone",
       count(*) filter (where misled)::int as "misled", count(*) filter (where misled and undone)::int as "misledUndone",
       count(*) filter (where let_down)::int as "letDown", count(*) filter (where let_down and undone)::int as "letDownUndone"
     from seen`,
    values,
  )
  const [outcomes] = await queries.query<Pick<AfterSaleCounts, "asked" | "yes" | "partly" | "no">>(
    `select count(*)::int as "asked", count(*) filter (where answer = 'yes')::int as "yes",
       count(*) filter (where answer = 'partly')::int as "partly", count(*) filter (where answer = 'no')::int as "no"
     from outcome_checks k join orders o on o.workspace_id = k.workspace_id and o.order_id = k.order_id -- of orders that are seen
     where k.workspace_id = $1 and asked_at >= $2 and asked_at < $3 and problem is null`,
    values,
  )
  if (sold === undefined || outcomes === undefined) throw new Error("a count gave no row")
  return { ...sold, ...outcomes }
}

/** Corrections begun in a period: of everybody who had been told what is no longer true, what became of each. */
export type CorrectionCounts = {
  readonly runs: number
  readonly people: number
  readonly corrected: number
  readonly honoured: number
  readonly left: number
  readonly notYet: number
}

export async function countCorrections(
  queries: Queries,
  workspaceId: string,
  { from, until }: Period,
): Promise<CorrectionCounts> {
  const [row] = await queries.query<CorrectionCounts>(
    `select count(distinct r.run_id)::int as "runs", count(p.customer_id)::int as "people",
       count(*) filter (where ${REACHED} and p.choice = 'correct')::int as "corrected",
       count(*) filter (where ${REACHED} and p.choice = 'honour')::int as "honoured",
       count(*) filter (where p.choice = 'leave')::int as "left",
       count(*) filter (where p.customer_id is not null and p.choice <> 'leave' and not ${REACHED})::int as "notYet"
     from correction_runs r
     left join correction_people p on p.workspace_id = r.workspace_id and p.run_id = r.run_id
     left join messages m on m.workspace_id = p.workspace_id and m.message_id = p.sent_message_id
     where r.workspace_id = $1 and r.started_at >= $2 and r.started_at < $3`,
    [workspaceId, from, until],
  )
  if (row === undefined) throw new Error("a count gave no row")
  return row
}

/** Of everybody in the corrections that are open: how many there are, and to whom it has not been told yet. */
export async function countUntold(
  queries: Queries,
  workspaceId: string,
): Promise<{ readonly people: number; readonly notYet: number }> {
  const [row] = await queries.query<{ people: number; notYet: number }>(
    `select count(*)::int as people,
       count(*) filter (where p.choice <> 'leave' and not ${REACHED})::int as "notYet"
     from correction_runs r
     join correction_people p on p.workspace_id = r.workspace_id and p.run_id = r.run_id
     left join messages m on m.workspace_id = p.workspace_id and m.message_id = p.sent_message_id
     where r.workspace_id = $1 and r.closed_at is null`,
    [workspaceId],
  )
  return row ?? { people: 0, notYet: 0 }
}

/** Our outgoing server has accepted it. */
export const REACHED = "coalesce(m.delivery = 'accepted', false)"
