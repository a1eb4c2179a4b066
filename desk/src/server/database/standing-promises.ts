import type { By } from "../../ledger/entry.ts"
import type { StandingText, StandingVersion } from "../../ledger/standing-promise.ts"
import type { Queries } from "./database.ts"

export type StandingRow = {
  readonly id: string
  readonly removedAt: string | null
  /** The newest first. */
  readonly versions: readonly StandingVersion[]
}

/** What is promised to every customer, the oldest first; what was withdrawn is not among them. */
export async function listStanding(queries: Queries, workspaceId: string): Promise<readonly StandingRow[]> {
  const rows = await queries.query<StandingVersion & { readonly id: string }>(
    `select p.standing_id as "id", v.version, v.what, v.limits, v.complain, v.measure, v.valid_from as "validFrom",
       m.name as "by"
     from standing_promises p
     join standing_versions v on v.workspace_id = p.workspace_id and v.standing_id = p.standing_id
     left join members m on m.workspace_id = v.workspace_id and m.member_id = v.by_id
     where p.workspace_id = $1 and p.removed_at is null
     order by p.created_at, p.standing_id, v.version desc`,
    [workspaceId],
  )
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, versions]) => ({
    id,
    removedAt: null,
    versions: versions.map(({ id: _id, ...version }) => version),
  }))
}

/** Changes of what is promised take turns until the end of the transaction. */
export async function lockStanding(queries: Queries, workspaceId: string): Promise<void> {
  await queries.query("select pg_advisory_xact_lock(hashtextextended('standing ' || $1::text, 0))", [workspaceId])
}

/** Version 1 makes it. */
export async function writeStanding(
  queries: Queries,
  workspaceId: string,
  written: {
    readonly id: string
    readonly version: number
    readonly text: StandingText
    readonly by: By
    readonly at: string
  },
): Promise<void> {
  const { id, version, text, by, at } = written
  await queries.query(
    `insert into standing_promises (workspace_id, standing_id, created_at) values ($1, $2, $3) on conflict do nothing`,
    [workspaceId, id, at],
  )
  await queries.query(
    `insert into standing_versions
       (workspace_id, standing_id, version, what, limits, complain, measure, valid_from, by_kind, by_id)
     values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9, $10)`,
    [workspaceId, id, version, text.what, text.limits, text.complain, JSON.stringify(text.measure), at, by.kind, by.id],
  )
}

export async function removeStanding(queries: Queries, workspaceId: string, id: string, at: string): Promise<void> {
  await queries.query("update standing_promises set removed_at = $3 where workspace_id = $1 and standing_id = $2", [
    workspaceId,
    id,
    at,
  ])
}

/** When a customer began a conversation, and when we first answered; milliseconds since 1970. */
export type FirstAnswer = { readonly began: number; readonly answered: number | null }

/**
 * Conversations whose first message is a customer's, written in the period; automatic mails and spam are none. An answer is a
 * message of ours that was accepted, also one written in another program, or a call or visit that was logged.
 */
export function listFirstAnswers(
  queries: Queries,
  workspaceId: string,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<readonly FirstAnswer[]> {
  return queries.query<FirstAnswer>(
    `select (extract(epoch from t.began) * 1000)::float8 as "began", (extract(epoch from t.answered) * 1000)::float8 as "answered"
     from (
       select min(m.at) as first,
         min(m.at) filter (where m.kind = 'inbound' and m.by_kind = 'customer' and not m.automatic) as began,
         min(coalesce(m.accepted_at, m.at)) filter (
           where (m.kind = 'outbound' and (m.delivery = 'accepted' or m.outside))
             or (m.kind = 'note' and m.channel in ('call', 'visit'))) as answered
       from messages m
       join conversations c on c.workspace_id = m.workspace_id and c.conversation_id = m.conversation_id
       where m.workspace_id = $1 and c.spam_at is null and c.last_message_at >= $2
         and m.delivery is distinct from 'cancelled'
       group by m.conversation_id) t
     where t.began = t.first and t.began >= $2 and t.began < $3`,
    [workspaceId, from, until],
  )
}

/**
 * Promises with a date that were closed in the period, as the trust report closes them (kept when the evidence says; a broken one
 * while it is; never by an erasure), and how many of them were kept in time.
 */
export async function countKept(
  queries: Queries,
  workspaceId: string,
  { from, until, deed }: { readonly from: string; readonly until: string; readonly deed: string | null },
): Promise<{ readonly kept: number; readonly n: number }> {
  const [row] = await queries.query<{ kept: number; n: number }>(
    `select count(*)::int as n, (count(*) filter (where t.state = 'kept' and t.ended <= t.due_until))::int as kept
     from (
       select p.state, p.due_until, case when p.state = 'broken' then p.broken_at
         else least((p.evidence ->> 'at')::timestamptz, p.settled_at) end as ended
       from promise_rows p join customers c on c.workspace_id = p.workspace_id and c.customer_id = p.customer_id
       where p.workspace_id = $1 and p.due_until is not null and ($4::text is null or p.deed = $4)
         and p.state in ('kept', 'renegotiated', 'released', 'broken')
         and not (p.state = 'released' and c.erased_at is not distinct from p.settled_at)) t
     where t.ended >= $2 and t.ended < $3`,
    [workspaceId, from, until, deed],
  )
  return row ?? { kept: 0, n: 0 }
}

/**
 * Promises whose date passed in the period without their being kept or let off by then, and how many of these customers had
 * been told a new date before.
 */
export async function countTold(
  queries: Queries,
  workspaceId: string,
  asked: { readonly from: string; readonly until: string; readonly deed: string | null; readonly now: string },
): Promise<{ readonly told: number; readonly n: number }> {
  const [row] = await queries.query<{ told: number; n: number }>(
    `select count(*)::int as n,
       (count(*) filter (where p.state = 'renegotiated' and p.settled_at <= p.due_until))::int as told
     from promise_rows p join customers c on c.workspace_id = p.workspace_id and c.customer_id = p.customer_id
     where p.workspace_id = $1 and p.due_until >= $2 and p.due_until < least($3::timestamptz, $5::timestamptz)
       and ($4::text is null or p.deed = $4) and p.condition_met
       and p.state in ('open', 'broken', 'kept', 'renegotiated', 'released')
       and not (p.state = 'kept' and least((p.evidence ->> 'at')::timestamptz, p.settled_at) <= p.due_until)
       and not (p.state = 'released' and (p.settled_at <= p.due_until or c.erased_at is not distinct from p.settled_at))`,
    [workspaceId, asked.from, asked.until, asked.deed, asked.now],
  )
  return row ?? { told: 0, n: 0 }
}
