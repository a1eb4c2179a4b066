import type { CountedPromise } from "../../ledger/trust-report.ts"
import type { WorkspaceSettings } from "../../ledger/workspace-settings.ts"
import type { Queries } from "./database.ts"

/** From when (inclusive) until when (exclusive), RFC 3339, and which of the promises. */
export type ReportAsked = {
  readonly from: string
  readonly until: string
  readonly deed?: string | undefined
  readonly channel?: string | undefined
}

const MS = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`

const COUNTED = `
  select p.promise_id as "id", p.deed, p.state,
    ${MS("case when p.condition_met then p.runs_from else p.said_at end")} as "begunAt",
    ${MS("p.due_until")} as "dueUntil", ${MS("p.broken_at")} as "brokenAt",
    ${MS("least((p.evidence ->> 'at')::timestamptz, p.settled_at)")} as "endedAt",
    p.evidence ->> 'kind' as "evidence", p.successor_id as "successorId", p.predecessor_id as "predecessorId",
    p.state = 'released' and exists (select 1 from customers c where c.workspace_id = p.workspace_id
      and c.customer_id = p.customer_id and c.erased_at = p.settled_at) as "erased"
  from promise_rows p
  where p.workspace_id = $1 and ($4::text is null or p.deed = $4) and ($5::text is null or p.channel = $5)`

/**
 * Every promise that the figures of a period may need: made, settled or broken since it began. It was kept when its evidence
 * says; a customer who confirms it later makes that no later.
 */
export function listCounted(
  queries: Queries,
  workspaceId: string,
  { from, until, deed, channel }: ReportAsked,
): Promise<readonly CountedPromise[]> {
  return queries.query<CountedPromise>(
    `${COUNTED} and (p.said_at >= $2 or p.runs_from >= $2 or p.settled_at >= $2
       or (p.state = 'broken' and p.broken_at >= $2 and p.broken_at < $3))`,
    [workspaceId, from, until, deed ?? null, channel ?? null],
  )
}

export async function countOpen(queries: Queries, workspaceId: string, asked: ReportAsked): Promise<number> {
  const [row] = await queries.query<{ open: number }>(
    `select count(*)::int as open from promise_rows where workspace_id = $1 and state in ('open', 'broken')
       and ($2::text is null or deed = $2) and ($3::text is null or channel = $3)`,
    [workspaceId, asked.deed ?? null, asked.channel ?? null],
  )
  return row?.open ?? 0
}

/** What customers themselves said of promises: how many promises, not how often. */
export type CustomersSaid = { readonly confirmed: number; readonly disputed: number; readonly chased: number }

export async function countCustomersSaid(
  queries: Queries,
  workspaceId: string,
  { from, until, deed, channel }: ReportAsked,
): Promise<CustomersSaid> {
  const [row] = await queries.query<CustomersSaid>(
    `select
       count(distinct e.promise_id) filter (where e.kind = 'confirmed-by-customer')::int as confirmed,
       count(distinct e.promise_id) filter (where e.kind = 'reopened' and e.body ->> 'why' = 'disputed')::int as disputed,
       count(distinct e.promise_id) filter (where e.kind = 'chased')::int as chased
     from entries e join promise_rows p on p.workspace_id = e.workspace_id and p.promise_id = e.promise_id
     where e.workspace_id = $1 and e.at >= $2 and e.at < $3
       and e.kind in ('confirmed-by-customer', 'reopened', 'released', 'chased')
       and ($4::text is null or p.deed = $4) and ($5::text is null or p.channel = $5)`,
    [workspaceId, from, until, deed ?? null, channel ?? null],
  )
  return row ?? { confirmed: 0, disputed: 0, chased: 0 }
}

/** What left, and what the review said of it. What was undone or refused did not leave; what came from elsewhere was reviewed later. */
export type ReviewedCounts = {
  readonly messages: number
  readonly overridden: number
  readonly claims: {
    readonly supported: number
    readonly contradicted: number
    readonly unsupported: number
    readonly needsEvidence: number
  }
}

const LEFT = `join messages m on m.workspace_id = r.workspace_id and m.message_id = r.message_id
  and m.delivery is distinct from 'cancelled' and m.delivery is distinct from 'failed'`

export async function countReviewed(
  queries: Queries,
  workspaceId: string,
  { from, until }: ReportAsked,
): Promise<ReviewedCounts> {
  const period = [workspaceId, from, until]
  const [messages] = await queries.query<{ n: number }>(
    `select count(*)::int as n from reviews r ${LEFT} and not m.outside
     where r.workspace_id = $1 and r.created_at >= $2 and r.created_at < $3`,
    period,
  )
  const [overridden] = await queries.query<{ n: number }>(
    `select count(*)::int as n from reviews r ${LEFT}
     where r.workspace_id = $1 and r.created_at >= $2 and r.created_at < $3 and r.review ? 'override'`,
    period,
  )
  const [claims] = await queries.query<ReviewedCounts["claims"]>(
    `select count(*) filter (where r.verdict = 'supported')::int as supported,
       count(*) filter (where r.verdict = 'contradicted')::int as contradicted,
       count(*) filter (where r.verdict = 'unsupported')::int as unsupported,
       count(*) filter (where r.verdict = 'needs-evidence')::int as "needsEvidence"
     from assertions r ${LEFT} where r.workspace_id = $1 and r.said_at >= $2 and r.said_at < $3`,
    period,
  )
  return {
    messages: messages?.n ?? 0,
    overridden: overridden?.n ?? 0,
    claims: claims ?? { supported: 0, contradicted: 0, unsupported: 0, needsEvidence: 0 },
  }
}

/** A message that was sent in spite of a hold, and the reason given. Who did it is not in the report. */
export type OverrideView = {
  readonly messageId: string
  readonly conversationId: string
  readonly at: string
  readonly reason: string
}

export function listOverrides(
  queries: Queries,
  workspaceId: string,
  { from, until }: ReportAsked,
  most: number,
): Promise<readonly OverrideView[]> {
  return queries.query<OverrideView>(
    `select r.message_id as "messageId", m.conversation_id as "conversationId", r.created_at as "at",
       r.review -> 'override' ->> 'reason' as "reason"
     from reviews r ${LEFT}
     where r.workspace_id = $1 and r.created_at >= $2 and r.created_at < $3 and r.review ? 'override'
     order by r.created_at desc limit $4`,
    [workspaceId, from, until, most],
  )
}

/** Of customers to whom a promise was closed in the period and 90 days ago or more: how many came back within 90 days. */
export type Returning = {
  readonly treated: "in-time" | "late" | "broken"
  readonly n: number
  readonly returned: number
}

/**
 * A customer stands where the worst of their promises stands. Back is who wrote to us in a conversation that began after
 * that promise was closed, within 90 days. No proof of cause: people come back for many reasons.
 */
export function listReturning(
  queries: Queries,
  workspaceId: string,
  { from, until }: ReportAsked,
  now: string,
): Promise<readonly Returning[]> {
  return queries.query<Returning>(
    `with closed as (
       select customer_id, least((evidence ->> 'at')::timestamptz, settled_at) as at,
         case when due_until is null or least((evidence ->> 'at')::timestamptz, settled_at) <= due_until then 0 else 1 end as place
       from promise_rows where workspace_id = $1 and state = 'kept' and settled_at >= $2
       union all
       select customer_id, broken_at, 2 from promise_rows
       where workspace_id = $1 and state = 'broken' and broken_at >= $2
     ), worst as (
       select distinct on (customer_id) customer_id, at, place from closed
       where at >= $2 and at < $3 and at <= $4::timestamptz - interval '90 days'
       order by customer_id, place desc, at desc
     )
     select (array['in-time', 'late', 'broken'])[place + 1] as treated, count(*)::int as n,
       count(*) filter (where exists (
         select 1 from messages m join conversations c
           on c.workspace_id = m.workspace_id and c.conversation_id = m.conversation_id
         where m.workspace_id = $1 and m.by_kind = 'customer' and m.by_id = w.customer_id
           and m.at > w.at and m.at <= w.at + interval '90 days' and c.created_at > w.at
       ))::int as returned
     from worst w group by place order by place`,
    [workspaceId, from, until, now],
  )
}

/** A workspace whose report anybody may read. */
export type PublicWorkspace = { readonly id: string; readonly name: string; readonly settings: WorkspaceSettings }

export async function findPublicWorkspace(queries: Queries, slug: string): Promise<PublicWorkspace | null> {
  const [row] = await queries.query<PublicWorkspace>(
    `select workspace_id as "id", name, settings from workspaces
     where slug = $1 and kind = 'real' and (settings->'publicReport'->>'on')::boolean`,
    [slug],
  )
  return row ?? null
}
