import type { SaleRequestKind } from "aboveboard-engine"
import type { PromiseState } from "../../ledger/customer-promise.ts"
import type { Verdict } from "./assertions.ts"
import type { Queries } from "./database.ts"
import { isOneWith } from "./one-customer.ts"

export type NewSaleRequest = {
  readonly workspaceId: string
  readonly id: string
  readonly customerId: string
  readonly conversationId: string
  readonly messageId: string
  readonly orderId: string | null
  readonly kind: SaleRequestKind
  readonly words: string
  readonly at: string
  readonly promiseId: string | null
}

export async function insertSaleRequest(queries: Queries, request: NewSaleRequest): Promise<void> {
  const { workspaceId, id, customerId, conversationId, messageId, orderId, kind, words, at, promiseId } = request
  await queries.query(
    `insert into sale_requests (workspace_id, request_id, customer_id, conversation_id, message_id, order_id, kind, words, at, promise_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [workspaceId, id, customerId, conversationId, messageId, orderId, kind, words, at, promiseId],
  )
}

export type SaleRequestRow = {
  readonly id: string
  readonly customerId: string
  readonly conversationId: string
  readonly messageId: string
  readonly orderId: string | null
  readonly kind: SaleRequestKind
  readonly words: string | null
  readonly at: string
  readonly promiseId: string | null
  /** When we first wrote after it. */
  readonly answeredAt: string | null
  /** One is written and has not left. */
  readonly answerWaits: boolean
}

/** What the desk asks by itself, whether something helped, answers nothing. */
const ANSWERS = "m.kind = 'outbound' and (m.by_kind <> 'desk' or m.outside) and m.at > r.at"

const VIEW = `
  select r.request_id as "id", r.customer_id as "customerId", r.conversation_id as "conversationId", r.message_id as "messageId",
    r.order_id as "orderId", r.kind, r.words, r.at, r.promise_id as "promiseId",
    (select min(m.at) from messages m where m.workspace_id = r.workspace_id and m.conversation_id = r.conversation_id
      and ${ANSWERS} and m.delivery = 'accepted') as "answeredAt",
    exists (select 1 from messages m where m.workspace_id = r.workspace_id and m.conversation_id = r.conversation_id
      and ${ANSWERS} and m.delivery = 'waiting') as "answerWaits"
  from sale_requests r`

const SHOWN_OF_CUSTOMER = 50 // rows; the export has all of them

/** What a customer asked for, the newest first; what a member read otherwise is left out. */
export function listSaleRequests(
  queries: Queries,
  workspaceId: string,
  customerId: string,
  limit: number = SHOWN_OF_CUSTOMER,
): Promise<readonly SaleRequestRow[]> {
  return queries.query<SaleRequestRow>(
    `${VIEW} where r.workspace_id = $1 and ${isOneWith("r.customer_id", "$2")} and r.dropped_at is null order by r.at desc, r.request_id limit $3`,
    [workspaceId, customerId, limit],
  )
}

/** Null when there is none, or it was dropped. Others who change it wait until the end of the transaction. */
export async function lockSaleRequest(
  queries: Queries,
  workspaceId: string,
  requestId: string,
): Promise<SaleRequestRow | null> {
  const [row] = await queries.query<SaleRequestRow>(
    `${VIEW} where r.workspace_id = $1 and r.request_id = $2 and r.dropped_at is null for update of r`,
    [workspaceId, requestId],
  )
  return row ?? null
}

export async function setRequestOrder(
  queries: Queries,
  workspaceId: string,
  requestId: string,
  { orderId, promiseId }: { readonly orderId: string; readonly promiseId: string | null },
): Promise<void> {
  await queries.query(
    "update sale_requests set order_id = $3, promise_id = $4 where workspace_id = $1 and request_id = $2",
    [workspaceId, requestId, orderId, promiseId],
  )
}

export async function dropSaleRequest(
  queries: Queries,
  workspaceId: string,
  requestId: string,
  { at, memberId }: { readonly at: string; readonly memberId: string | null },
): Promise<void> {
  await queries.query(
    "update sale_requests set dropped_at = $3, dropped_by = $4 where workspace_id = $1 and request_id = $2",
    [workspaceId, requestId, at, memberId],
  )
}

/** What came before an order: what was said to its customer, promised and recommended until the end of that day. */
export type SaidBefore = {
  readonly claims: readonly {
    readonly messageId: string
    readonly conversationId: string
    readonly quote: string | null
    readonly verdict: Verdict
    readonly at: string
  }[]
  readonly promises: readonly {
    readonly id: string
    readonly words: string | null
    readonly state: PromiseState
    readonly at: string
  }[]
}

export async function readSaidBefore(
  queries: Queries,
  workspaceId: string,
  { customerId, until }: { readonly customerId: string; readonly until: string },
): Promise<SaidBefore> {
  const values = [workspaceId, customerId, until]
  const claims = await queries.query<SaidBefore["claims"][number]>(
    `select a.message_id as "messageId", m.conversation_id as "conversationId", a.words as "quote", a.verdict, a.said_at as "at"
     from assertions a join messages m on m.workspace_id = a.workspace_id and m.message_id = a.message_id
       and m.delivery is distinct from 'cancelled' and m.delivery is distinct from 'failed'
     where a.workspace_id = $1 and ${isOneWith("a.customer_id", "$2")} and a.said_at < $3 order by a.said_at desc limit 50`,
    values,
  )
  const promises = await queries.query<SaidBefore["promises"][number]>(
    `select promise_id as "id", words, state, said_at as "at" from promise_rows
     where workspace_id = $1 and ${isOneWith("customer_id", "$2")} and said_at < $3 and state not in ('proposed', 'dismissed', 'void')
     order by said_at desc limit 50`,
    values,
  )
  return { claims, promises }
}
