import type { Queries } from "./database.ts"
import { hasLeft, hasLeftFromHere } from "./has-left.ts"
import type { ReportAsked } from "./trust-report.ts"

/** What left, and what the review said of it. What was undone or refused did not leave; what came from elsewhere was reviewed later. */
export type ReviewedCounts = {
  readonly messages: number
  readonly overridden: number
  readonly claims: {
    readonly supported: number
    readonly contradicted: number
    readonly unsupported: number
    readonly needsEvidence: number
    /** Compared with a fact that had not been confirmed again in time: true or not, nobody had looked. */
    readonly onStale: number
  }
}

/**
 * Claims of the period that were made when their fact had become stale and was not confirmed again yet, by the days after
 * which it is to be confirmed as they are today. A fact's stale times are worked out once, not for each claim.
 */
export const ON_STALE = `(r.message_id, r.position) in (
  select a.message_id, a.position from assertions a join (
    select f.fact_id, (((c.at at time zone z.zone)::date + f.confirm_days)::timestamp at time zone z.zone) as since,
      lead(c.at) over (partition by f.fact_id order by c.at) as until
    from facts f join fact_confirmations c on c.workspace_id = f.workspace_id and c.fact_id = f.fact_id
      cross join (select settings->>'zone' as zone from workspaces where workspace_id = $1) z
    where f.workspace_id = $1 and f.confirm_days is not null
  ) s on s.fact_id = a.fact_id and a.said_at >= s.since and (s.until is null or a.said_at < s.until)
  where a.workspace_id = $1 and a.said_at >= $2 and a.said_at < $3 and (s.until is null or s.since < s.until))`

export async function countReviewed(
  queries: Queries,
  workspaceId: string,
  asked: ReportAsked,
): Promise<ReviewedCounts> {
  const sent = await countSent(queries, workspaceId, asked)
  const [claims] = await queries.query<ReviewedCounts["claims"]>(
    `select count(*) filter (where r.verdict = 'supported')::int as supported,
       count(*) filter (where r.verdict = 'contradicted')::int as contradicted,
       count(*) filter (where r.verdict = 'unsupported')::int as unsupported,
       count(*) filter (where r.verdict = 'needs-evidence')::int as "needsEvidence",
       count(*) filter (where ${ON_STALE})::int as "onStale"
     from assertions r where r.workspace_id = $1 and r.said_at >= $2 and r.said_at < $3 and ${hasLeft("r")}`,
    [workspaceId, asked.from, asked.until],
  )
  return {
    ...sent,
    claims: claims ?? { supported: 0, contradicted: 0, unsupported: 0, needsEvidence: 0, onStale: 0 },
  }
}

/** How many messages left, and how many in spite of a hold. */
export async function countSent(
  queries: Queries,
  workspaceId: string,
  { from, until }: ReportAsked,
): Promise<Pick<ReviewedCounts, "messages" | "overridden">> {
  const period = [workspaceId, from, until]
  const [messages] = await queries.query<{ n: number }>(
    `select count(*)::int as n from reviews r
     where r.workspace_id = $1 and r.created_at >= $2 and r.created_at < $3 and ${hasLeftFromHere("r")}`,
    period,
  )
  const [overridden] = await queries.query<{ n: number }>(
    `select count(*)::int as n from reviews r
     where r.workspace_id = $1 and r.created_at >= $2 and r.created_at < $3 and r.review ? 'override' and ${hasLeft("r")}`,
    period,
  )
  return { messages: messages?.n ?? 0, overridden: overridden?.n ?? 0 }
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
     from reviews r join messages m on m.workspace_id = r.workspace_id and m.message_id = r.message_id
     where r.workspace_id = $1 and r.created_at >= $2 and r.created_at < $3 and r.review ? 'override' and ${hasLeft("r")}
     order by r.created_at desc limit $4`,
    [workspaceId, from, until, most],
  )
}

/** Facts that hold today, and those of them that nobody has confirmed again in time. */
export type FactCounts = { readonly inForce: number; readonly stale: number }

/** The facts that hold on the day of `now` ($4). As `standingOf` of the ledger says it. */
export const HOLDING_FACTS = `
  holding as (
    select f.fact_id, h.statement, f.last_confirmed_at as at,
      coalesce((f.last_confirmed_at at time zone z.zone)::date + f.confirm_days <= ($4::timestamptz at time zone z.zone)::date, false) as stale
    from facts f cross join (select settings->>'zone' as zone from workspaces where workspace_id = $1) z
    cross join lateral (select v.valid_until, v.statement from fact_versions v
      where v.workspace_id = f.workspace_id and v.fact_id = f.fact_id and v.approved_at is not null
        and (v.valid_from is null or v.valid_from <= ($4::timestamptz at time zone z.zone)::date)
      order by v.version desc limit 1) h
    where f.workspace_id = $1 and f.retired_at is null
      and (h.valid_until is null or h.valid_until >= ($4::timestamptz at time zone z.zone)::date)
  )`

export async function countFacts(queries: Queries, workspaceId: string, now: string): Promise<FactCounts> {
  const [row] = await queries.query<FactCounts>(
    `with ${HOLDING_FACTS.replaceAll("$4", "$2")}
     select count(*)::int as "inForce", count(*) filter (where stale)::int as stale from holding`,
    [workspaceId, now],
  )
  return row ?? { inForce: 0, stale: 0 }
}
