import type { Basis } from "../../ledger/decline.ts"
import { readCursor, writeCursor } from "./cursor.ts"
import type { Queries } from "./database.ts"
import { hasLeft } from "./has-left.ts"
import { customerOf, isOneWith, mergeOf, standingFor } from "./one-customer.ts"
import { literal } from "./like.ts"
import { SHOWN_NAME } from "./shown-name.ts"

export type NewDecline = {
  readonly workspaceId: string
  readonly id: string
  readonly customerId: string
  readonly conversationId: string
  readonly messageId: string
  readonly basis: Basis
  readonly factId: string | null
  readonly version: number | null
  readonly byId: string
  readonly at: string
  readonly asked: string | null
  readonly refused: string
  readonly reason: string
  readonly rule: string | null
  readonly alternative: string | null
}

export async function insertDecline(queries: Queries, each: NewDecline): Promise<void> {
  await queries.query(
    `insert into declines (workspace_id, decline_id, customer_id, conversation_id, message_id, basis, fact_id, version,
       has_alternative, by_id, at, asked, refused, reason, rule, alternative)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      each.workspaceId,
      each.id,
      each.customerId,
      each.conversationId,
      each.messageId,
      each.basis,
      each.factId,
      each.version,
      each.alternative !== null,
      each.byId,
      each.at,
      each.asked,
      each.refused,
      each.reason,
      each.rule,
      each.alternative,
    ],
  )
}

/** A no as the API lists it. Its words are null once its customer is erased. */
export type DeclineView = {
  readonly id: string
  readonly basis: Basis
  readonly customer: { readonly id: string; readonly name: string | null }
  readonly conversationId: string
  readonly messageId: string
  readonly at: string
  readonly asked: string | null
  readonly refused: string | null
  readonly reason: string | null
  readonly rule: string | null
  readonly alternative: string | null
  readonly fact: { readonly id: string; readonly version: number; readonly statement: string } | null
}

/** SQL: joins, as `v`, the version of the fact that a decline rests on, where it rests on one. */
const ITS_FACT =
  "left join fact_versions v on v.workspace_id = d.workspace_id and v.fact_id = d.fact_id and v.version = d.version"

const VIEW = `
  select d.decline_id as "id", d.basis, jsonb_build_object('id', c.customer_id, 'name', ${SHOWN_NAME}) as "customer",
    d.conversation_id as "conversationId", d.message_id as "messageId", d.at, d.asked, d.refused, d.reason, d.rule, d.alternative,
    case when v.fact_id is null then null
      else jsonb_build_object('id', v.fact_id, 'version', v.version, 'statement', v.statement) end as "fact"
  from declines d
  ${customerOf("d")}
  ${ITS_FACT}`

export type DeclineFilter = {
  readonly basis?: Basis | undefined
  readonly q?: string | undefined
  readonly customerId?: string | undefined
  readonly cursor?: string | undefined
}

const PAGE_LENGTH = 50 // rows; what a screen shows before somebody scrolls

/** SQL: a pattern, if there is one, is found in any of the words of a decline, those of its fact among them. */
function isFound(pattern: string): string {
  return `(${pattern}::text is null
    or concat_ws(' ', d.asked, d.refused, d.reason, d.rule, d.alternative, v.statement) ilike ${pattern})`
}

function patternOf(q: string | undefined): string | null {
  return q === undefined ? null : `%${literal(q)}%`
}

/** The newest first; `q` is found in any of the words. */
export async function listDeclines(
  queries: Queries,
  workspaceId: string,
  filter: DeclineFilter,
): Promise<{ items: readonly DeclineView[]; next: string | null }> {
  const after = readCursor(filter.cursor)
  const rows = await queries.query<DeclineView>(
    `${VIEW} where d.workspace_id = $1 and ${hasLeft("d")} and ($2::text is null or d.basis = $2) and ($3::uuid is null or ${isOneWith("d.customer_id", "$3")})
       and ${isFound("$4")}
       and ($5::timestamptz is null or (d.at, d.decline_id) < ($5, $6::uuid))
     order by d.at desc, d.decline_id desc limit $7`,
    [
      workspaceId,
      filter.basis ?? null,
      filter.customerId ?? null,
      patternOf(filter.q),
      after.at,
      after.id,
      PAGE_LENGTH + 1,
    ],
  )
  const last = rows[PAGE_LENGTH - 1]
  return {
    items: rows.slice(0, PAGE_LENGTH),
    next: rows.length > PAGE_LENGTH && last ? writeCursor(last.at, last.id) : null,
  }
}

/** How often we said no on each basis in a period, with and without something else to offer; of all, or of what `q` finds. */
export type DeclineCount = { readonly basis: Basis; readonly n: number; readonly withAlternative: number }

export function countDeclines(
  queries: Queries,
  workspaceId: string,
  { from, until, q }: { readonly from: string; readonly until: string; readonly q?: string | undefined },
): Promise<readonly DeclineCount[]> {
  return queries.query<DeclineCount>(
    `select d.basis, count(*)::int as n, count(*) filter (where d.has_alternative)::int as "withAlternative"
     from declines d ${ITS_FACT}
     where d.workspace_id = $1 and d.at >= $2 and d.at < $3 and ${hasLeft("d")} and ${isFound("$4")}
     group by d.basis order by n desc, d.basis`,
    [workspaceId, from, until, patternOf(q)],
  )
}

/** Of the noes of a period that are 30 days old: to how many the customer wrote again within 30 days. */
export async function countWroteAgain(
  queries: Queries,
  workspaceId: string,
  { from, until }: { readonly from: string; readonly until: string },
  now: string,
): Promise<{ readonly n: number; readonly wrote: number }> {
  const [row] = await queries.query<{ n: number; wrote: number }>(
    `select count(*)::int as n, count(*) filter (where ${WROTE_AGAIN})::int as wrote
     from declines d
     where d.workspace_id = $1 and d.at >= $2 and d.at < $3 and ${hasLeft("d")} and ${MONTH_AGO}`,
    [workspaceId, from, until, now],
  )
  return row ?? { n: 0, wrote: 0 }
}

/** SQL of a decline `d` until $4: there were 30 days to write again. */
export const MONTH_AGO = "d.at <= $4::timestamptz - interval '30 days'"

/** SQL of a decline `d` of the period: they wrote again within 30 days, as whoever they are one with. Found once, not for each. */
export const WROTE_AGAIN = `d.decline_id in (
  select n.decline_id from declines n ${mergeOf("n.customer_id", "o")}
  join (select ${standingFor("m.by_id", "k")} as customer_id, m.at from messages m ${mergeOf("m.by_id", "k")}
    where m.workspace_id = $1 and m.by_kind = 'customer' and m.at > $2 and m.at <= $3::timestamptz + interval '30 days') w
    on w.customer_id = ${standingFor("n.customer_id", "o")} and w.at > n.at and w.at <= n.at + interval '30 days'
  where n.workspace_id = $1 and n.at >= $2 and n.at < $3)`

/** Customers to whom we said no at least `least` times because what they asked was wrong; the words are in their list. */
export function listWrongRequests(
  queries: Queries,
  workspaceId: string,
  { since, least }: { readonly since: string; readonly least: number },
): Promise<readonly { readonly customer: DeclineView["customer"]; readonly declines: readonly DeclineView[] }[]> {
  return queries.query(
    `select e."customer", jsonb_agg(e order by e.at desc) as "declines"
     from (${VIEW} where d.workspace_id = $1 and ${hasLeft("d")} and d.basis = 'wrong' and d.at >= $2 and c.erased_at is null) e
     group by e."customer" having count(*) >= $3 order by max(e.at) desc limit 100`,
    [workspaceId, since, least],
  )
}

export async function eraseDeclines(
  queries: Queries,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<void> {
  await queries.query(
    `update declines set asked = null, refused = null, reason = null, rule = null, alternative = null
     where workspace_id = $1 and customer_id = any($2::uuid[])`,
    [workspaceId, customerIds],
  )
}
