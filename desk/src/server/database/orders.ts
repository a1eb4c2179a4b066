import type { SaleRequestKind } from "aboveboard-engine"
import type { Outcome } from "../../ledger/sale-acknowledgement.ts"
import type { Exception, SaleKind, WithdrawalRule } from "../../ledger/withdrawal.ts"
import { readCursor, writeCursor } from "./cursor.ts"
import type { Queries } from "./database.ts"
import { customerOf, isOneWith } from "./one-customer.ts"
import { literal } from "./like.ts"
import { SHOWN_NAME } from "./shown-name.ts"

export type OrderContent = {
  readonly number: string | null
  readonly product: string
  readonly total: string | null
  readonly kind: SaleKind
  readonly country: string | null
  readonly orderedOn: string
  readonly deliveredOn: string | null
  readonly exception: Exception | null
}

export type NewOrder = OrderContent & {
  readonly workspaceId: string
  readonly id: string
  readonly customerId: string
  readonly conversationId: string | null
  readonly rule: WithdrawalRule | null
  readonly by: { readonly kind: string; readonly id: string | null }
  readonly at: string
}

/** Its number was free. */
export async function insertOrder(queries: Queries, order: NewOrder): Promise<boolean> {
  const rows = await queries.query(
    `insert into orders (workspace_id, order_id, customer_id, conversation_id, number, product, total, kind, country,
       ordered_on, delivered_on, rule, exception, by_kind, by_id, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     on conflict (workspace_id, number) do nothing returning 1`,
    [
      order.workspaceId,
      order.id,
      order.customerId,
      order.conversationId,
      order.number,
      order.product,
      order.total,
      order.kind,
      order.country,
      order.orderedOn,
      order.deliveredOn,
      order.rule === null ? null : JSON.stringify(order.rule),
      order.exception,
      order.by.kind,
      order.by.id,
      order.at,
    ],
  )
  return rows.length > 0
}

export async function updateOrder(
  queries: Queries,
  workspaceId: string,
  orderId: string,
  order: OrderContent & { readonly rule: WithdrawalRule | null },
): Promise<void> {
  await queries.query(
    `update orders set number = $3, product = $4, total = $5, kind = $6, country = $7, ordered_on = $8, delivered_on = $9,
       rule = $10, exception = $11 where workspace_id = $1 and order_id = $2`,
    [
      workspaceId,
      orderId,
      order.number,
      order.product,
      order.total,
      order.kind,
      order.country,
      order.orderedOn,
      order.deliveredOn,
      order.rule === null ? null : JSON.stringify(order.rule),
      order.exception,
    ],
  )
}

export type OrderRow = {
  readonly id: string
  readonly customer: { readonly id: string; readonly name: string | null }
  readonly conversationId: string | null
  readonly number: string | null
  readonly product: string | null
  readonly total: string | null
  readonly kind: SaleKind
  readonly country: string | null
  readonly orderedOn: string
  readonly deliveredOn: string | null
  readonly rule: WithdrawalRule | null
  readonly exception: Exception | null
  readonly createdAt: string
  /** In which zone its days end: the customer's, else the workspace's. */
  readonly zone: string
  readonly checkAt: string | null
  readonly check: {
    readonly askedAt: string
    readonly problem: string | null
    readonly answer: Outcome | null
    readonly answeredAt: string | null
    readonly words: string | null
  } | null
  /** What the customer asked for about it, the first. */
  readonly request: { readonly id: string; readonly kind: SaleRequestKind; readonly at: string } | null
}

const VIEW = `
  select o.order_id as "id", jsonb_build_object('id', c.customer_id, 'name', ${SHOWN_NAME}) as "customer",
    o.conversation_id as "conversationId", o.number, o.product, o.total, o.kind, o.country,
    o.ordered_on::text as "orderedOn", o.delivered_on::text as "deliveredOn", o.rule, o.exception, o.created_at as "createdAt",
    coalesce(c.zone, w.settings->>'zone') as "zone", o.check_at as "checkAt",
    (select jsonb_build_object('askedAt', k.asked_at, 'problem', k.problem, 'answer', k.answer, 'answeredAt', k.answered_at, 'words', k.words)
      from outcome_checks k where k.workspace_id = o.workspace_id and k.order_id = o.order_id) as "check",
    (select jsonb_build_object('id', r.request_id, 'kind', r.kind, 'at', r.at) from sale_requests r
      where r.workspace_id = o.workspace_id and r.order_id = o.order_id and r.dropped_at is null order by r.at limit 1) as "request"
  from orders o
  ${customerOf("o")}
  join workspaces w on w.workspace_id = o.workspace_id`

export const ORDER_FILTERS = ["all", "undone", "unhelped"] as const
export type OrderFilter = (typeof ORDER_FILTERS)[number]

const FILTERS: Readonly<Record<OrderFilter, string>> = {
  all: "true",
  undone: `exists (select 1 from sale_requests r where r.workspace_id = o.workspace_id and r.order_id = o.order_id and r.dropped_at is null)`,
  unhelped: `exists (select 1 from outcome_checks k where k.workspace_id = o.workspace_id and k.order_id = o.order_id and k.answer in ('partly', 'no'))`,
}

export type OrderSearch = {
  readonly filter?: OrderFilter | undefined
  readonly q?: string | undefined
  readonly customerId?: string | undefined
  readonly cursor?: string | undefined
}

const PAGE_LENGTH = 50 // rows; what a screen shows before somebody scrolls

/** The newest first; `q` is found in number, product and the customer's name. */
export async function listOrders(
  queries: Queries,
  workspaceId: string,
  { filter = "all", q, customerId, cursor }: OrderSearch,
): Promise<{ items: readonly OrderRow[]; next: string | null }> {
  const after = readCursor(cursor)
  const rows = await queries.query<OrderRow>(
    `${VIEW} where o.workspace_id = $1 and ${FILTERS[filter]} and ($2::uuid is null or ${isOneWith("o.customer_id", "$2")})
       and ($3::text is null or concat_ws(' ', o.number, o.product, ${SHOWN_NAME}) ilike $3)
       and ($4::timestamptz is null or (o.ordered_on, o.order_id) < (($4::timestamptz at time zone 'UTC')::date, $5::uuid))
     order by o.ordered_on desc, o.order_id desc limit $6`,
    [workspaceId, customerId ?? null, q === undefined ? null : `%${literal(q)}%`, after.at, after.id, PAGE_LENGTH + 1],
  )
  const last = rows[PAGE_LENGTH - 1]
  const next = rows.length > PAGE_LENGTH && last ? writeCursor(`${last.orderedOn}T00:00:00Z`, last.id) : null
  return { items: rows.slice(0, PAGE_LENGTH), next }
}

export async function readOrder(queries: Queries, workspaceId: string, orderId: string): Promise<OrderRow | null> {
  const [row] = await queries.query<OrderRow>(`${VIEW} where o.workspace_id = $1 and o.order_id = $2`, [
    workspaceId,
    orderId,
  ])
  return row ?? null
}

/** Others who change it wait until the end of the transaction. */
export async function lockOrder(queries: Queries, workspaceId: string, orderId: string): Promise<OrderRow | null> {
  await queries.query("select 1 from orders where workspace_id = $1 and order_id = $2 for update", [
    workspaceId,
    orderId,
  ])
  return readOrder(queries, workspaceId, orderId)
}

/** Of these numbers, those that are known, with their orders. */
export function findOrders(
  queries: Queries,
  workspaceId: string,
  numbers: readonly string[],
): Promise<readonly OrderRow[]> {
  return queries.query<OrderRow>(`${VIEW} where o.workspace_id = $1 and o.number = any($2::text[])`, [
    workspaceId,
    numbers,
  ])
}

const SHOWN_OF_CUSTOMER = 100 // rows; the export has all of them

/** What a customer bought, the newest first. */
export function listOrdersOf(
  queries: Queries,
  workspaceId: string,
  customerId: string,
  limit: number = SHOWN_OF_CUSTOMER,
): Promise<readonly OrderRow[]> {
  return queries.query<OrderRow>(
    `${VIEW} where o.workspace_id = $1 and ${isOneWith("o.customer_id", "$2")} and o.product is not null
     order by o.ordered_on desc, o.order_id desc limit $3`,
    [workspaceId, customerId, limit],
  )
}

export async function eraseOrders(
  queries: Queries,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<void> {
  const values = [workspaceId, customerIds]
  await queries.query(
    `update orders set number = null, product = null, total = null, check_at = null
     where workspace_id = $1 and customer_id = any($2::uuid[])`,
    values,
  )
  await queries.query(
    "update sale_requests set words = null where workspace_id = $1 and customer_id = any($2::uuid[])",
    values,
  )
  // The link leads nowhere any more.
  await queries.query(
    `update outcome_checks set words = null, problem = null, token_digest = check_id::text
     where workspace_id = $1 and customer_id = any($2::uuid[])`,
    values,
  )
}
