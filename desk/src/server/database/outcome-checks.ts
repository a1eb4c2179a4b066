import type { Outcome } from "../../ledger/sale-acknowledgement.ts"
import type { Queries } from "./database.ts"
import { BEHIND_A_LINK } from "./open-question.ts"

/** The customer is asked about this order then; null: not at all. */
export async function setCheckAt(
  queries: Queries,
  workspaceId: string,
  orderId: string,
  at: string | null,
): Promise<void> {
  await queries.query("update orders set check_at = $3 where workspace_id = $1 and order_id = $2", [
    workspaceId,
    orderId,
    at,
  ])
}

/**
 * After the policy was changed: plans every order anew that nobody was asked about and nobody wants undone. What would have
 * been asked more than a week ago is not asked any more.
 */
export async function planChecks(
  queries: Queries,
  workspaceId: string,
  { on, days, zone, now }: { readonly on: boolean; readonly days: number; readonly zone: string; readonly now: string },
): Promise<void> {
  await queries.query("update orders set check_at = null where workspace_id = $1 and check_at is not null", [
    workspaceId,
  ])
  if (!on) return
  await queries.query(
    `update orders o set check_at = p.at
     from (select order_id, (coalesce(delivered_on, ordered_on) + $2::int)::timestamp at time zone $3 as at
       from orders where workspace_id = $1 and product is not null and (delivered_on is not null or kind <> 'goods')) p
     where o.workspace_id = $1 and o.order_id = p.order_id and p.at > $4::timestamptz - interval '7 days'
       and not exists (select 1 from outcome_checks k where k.workspace_id = $1 and k.order_id = o.order_id)
       and not exists (select 1 from sale_requests r where r.workspace_id = $1 and r.order_id = o.order_id and r.dropped_at is null)`,
    [workspaceId, days, zone, now],
  )
}

/** The order whose customer has to be asked first, held until the transaction ends; null when none is due. */
export async function claimCheck(
  queries: Queries,
  now: string,
): Promise<{ readonly workspaceId: string; readonly orderId: string } | null> {
  const [row] = await queries.query<{ workspaceId: string; orderId: string }>(
    `select workspace_id as "workspaceId", order_id as "orderId" from orders
     where check_at <= $1 order by check_at limit 1 for update skip locked`,
    [now],
  )
  return row ?? null
}

export type NewCheck = {
  readonly workspaceId: string
  readonly id: string
  readonly orderId: string
  readonly customerId: string
  readonly tokenDigest: string
  readonly messageId: string | null
  readonly problem: string | null
  readonly askedAt: string
  readonly expiresAt: string
}

export async function insertCheck(queries: Queries, check: NewCheck): Promise<void> {
  const { workspaceId, id, orderId, customerId, tokenDigest, messageId, problem, askedAt, expiresAt } = check
  await queries.query(
    `insert into outcome_checks (workspace_id, check_id, order_id, customer_id, token_digest, message_id, problem, asked_at, expires_at)
     values ($1, $2, $3, coalesce((select customer_id from orders where workspace_id = $1 and order_id = $3), $4), $5, $6, $7, $8, $9)`,
    [workspaceId, id, orderId, customerId, tokenDigest, messageId, problem, askedAt, expiresAt],
  )
}

/** What a link opens. */
export type OpenCheck = {
  readonly workspaceId: string
  readonly id: string
  readonly orderId: string
  readonly customerId: string
  readonly conversationId: string | null
  readonly shop: string
  readonly zone: string
  readonly product: string | null
  readonly number: string | null
  readonly answer: Outcome | null
  readonly words: string | null
  readonly expiresAt: string
}

/** Null when the link does not work, for whatever reason. */
export async function findOpenCheck(queries: Queries, tokenDigest: string, now: string): Promise<OpenCheck | null> {
  const [row] = await queries.query<OpenCheck>(
    `select k.workspace_id as "workspaceId", k.check_id as "id", k.order_id as "orderId", k.customer_id as "customerId",
       coalesce(m.conversation_id, o.conversation_id) as "conversationId", w.name as "shop",
       coalesce(c.zone, w.settings->>'zone') as "zone", o.product, o.number, k.answer, k.words, k.expires_at as "expiresAt"
     from outcome_checks k
     join orders o on o.workspace_id = k.workspace_id and o.order_id = k.order_id ${BEHIND_A_LINK}`,
    [tokenDigest, now],
  )
  return row ?? null
}
