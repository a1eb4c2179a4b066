import { findSaleRequests, strongestRequest } from "aboveboard-engine"
import { notFound } from "../../ledger/error.ts"
import { acknowledgementText, orderName } from "../../ledger/sale-acknowledgement.ts"
import { namedOrders } from "../../ledger/named-order.ts"
import { mayWithdraw, refundDueOf } from "../../ledger/withdrawal.ts"
import { insertChange } from "../database/changes.ts"
import { readConversation, readConversationHead } from "../database/conversations.ts"
import type { Queries } from "../database/database.ts"
import { findPresentOwner } from "../database/members.ts"
import { listOrdersOf, lockOrder } from "../database/orders.ts"
import { setCheckAt } from "../database/outcome-checks.ts"
import * as rows from "../database/sale-requests.ts"
import { readSettings } from "../database/settings.ts"
import { type Actor, type Desk, commit, deskActor } from "./desk.ts"
import type { Heard } from "./note-chases.ts"
import { type OrderView, planCheck, viewsOf } from "./orders.ts"
import { recordEntry, recordPromise } from "./record-entry.ts"
import { readPromise } from "../database/promises.ts"
import { areOne } from "../database/one-customer.ts"

/**
 * Recognises that a customer's message asks to withdraw, cancel, return or be paid back: says so beside the conversation,
 * finds the order, and where the law sets a day proposes the refund. In the transaction that stores the message.
 */
export async function noteSaleRequest(queries: Queries, desk: Desk, heard: Heard): Promise<void> {
  const found = strongestRequest(findSaleRequests(heard.text))
  if (found === null) return
  const { workspaceId, conversationId, messageId, at } = heard
  const conversation = await readConversationHead(queries, workspaceId, conversationId)
  const customerId = conversation?.customerId ?? heard.customerId
  const known = await rows.listSaleRequests(queries, workspaceId, customerId)
  const order = orderMeant(
    await viewsOf(desk, await listOrdersOf(queries, workspaceId, customerId)),
    `${conversation?.subject ?? ""}\n${heard.text}`,
  )
  // Who asks again about the same chases; it is no second wish.
  const isAgain = known.some((each) =>
    order === null ? each.conversationId === conversationId : each.orderId === order.id,
  )
  if (isAgain) return
  const id = desk.newId()
  const request = { workspaceId, id, customerId, conversationId, messageId, kind: found.kind, words: found.quote, at }
  const promiseId = order === null ? null : await proposeRefund(queries, desk, request, order)
  await rows.insertSaleRequest(queries, { ...request, orderId: order?.id ?? null, promiseId })
  if (order !== null) await setCheckAt(queries, workspaceId, order.id, null)
}

/** The order that its number names, or the only one that can still be meant; null where it could be several, or none of these. */
function orderMeant(orders: readonly OrderView[], said: string): OrderView | null {
  const plain = said.toLowerCase()
  const named = orders.filter(({ number }) => number !== null && hasWord(plain, number.toLowerCase()))
  if (named.length === 1) return named[0] ?? null
  // Other numbers than any of theirs: whichever is left, it is none of those.
  if (named.length > 1 || namedOrders(said).length > 0) return null
  const left = orders.filter(({ request }) => request === null)
  const byProduct = left.filter(({ product }) => product !== null && plain.includes(product.toLowerCase()))
  if (byProduct.length === 1) return byProduct[0] ?? null
  const open = left.filter(({ window }) => mayWithdraw(window))
  const [only] = open.length > 0 ? open : left
  return (open.length > 0 ? open : left).length === 1 ? (only ?? null) : null
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const around = text.charAt(at - 1) + text.charAt(at + word.length)
    if (!/[a-z0-9]/.test(around)) return true
  }
  return false
}

type Request = {
  readonly workspaceId: string
  readonly customerId: string
  readonly conversationId: string
  readonly messageId: string
  readonly at: string
}

/** Proposed, never confirmed by itself: a member says that we will. Null where the law sets no day. */
async function proposeRefund(
  queries: Queries,
  desk: Desk,
  { workspaceId, customerId, conversationId, messageId, at }: Request,
  order: OrderView,
): Promise<string | null> {
  const { rule, zone } = order
  if (rule === null || !mayWithdraw(order.window)) return null
  const { deeds } = await readSettings(queries, workspaceId)
  const assignee = (await readConversation(queries, workspaceId, conversationId))?.assignee ?? null
  const ownerId = await findPresentOwner(queries, workspaceId, assignee?.id ?? null, conversationId)
  if (ownerId === null) throw new Error("a workspace without an admin")
  return recordPromise(queries, desk, deskActor(workspaceId), {
    kind: "proposed",
    body: {
      customerId,
      conversationId,
      messageId,
      predecessorId: null,
      channel: "mail",
      saidAt: at,
      saidBy: null,
      deed: deeds.some((each) => each.id === "refund") ? "refund" : (deeds[0]?.id ?? "other"),
      ownerId,
      conditional: false,
      from: null,
      until: refundDueOf(at, rule.refundDays, zone),
    },
    texts: {
      words: `Pay back everything for ${orderName(order)}`,
      dueWords: `${rule.refundDays} days from the customer’s message (${rule.source})`,
      condition: null,
    },
  })
}

export type SaleRequestView = rows.SaleRequestRow & {
  /** That it came in, with its date and time, to edit and send. */
  readonly acknowledgement: string
}

/** What the customer of a conversation bought and asked to undo. `not_found` without the conversation. */
export async function readAfterSale(
  desk: Desk,
  { workspaceId }: Actor,
  conversationId: string,
): Promise<{ readonly orders: readonly OrderView[]; readonly requests: readonly SaleRequestView[] }> {
  const conversation = await readConversation(desk.database, workspaceId, conversationId)
  if (conversation === null) throw notFound("conversation")
  const { id, name } = conversation.customer
  const orders = await viewsOf(desk, await listOrdersOf(desk.database, workspaceId, id))
  const { zone } = await readSettings(desk.database, workspaceId)
  const requests = await rows.listSaleRequests(desk.database, workspaceId, id)
  const acknowledged = (request: rows.SaleRequestRow) => {
    const order = orders.find((each) => each.id === request.orderId) ?? null
    return { ...request, acknowledgement: acknowledgementOf(request, { order, name, zone }) }
  }
  return { orders, requests: requests.map(acknowledged) }
}

function acknowledgementOf(
  { kind, words, at, promiseId }: rows.SaleRequestRow,
  { order, name, zone }: { readonly order: OrderView | null; readonly name: string | null; readonly zone: string },
): string {
  const byLaw = promiseId === null ? null : (order?.rule ?? null)
  const until = byLaw === null ? null : refundDueOf(at, byLaw.refundDays, order?.zone ?? zone)
  const isBackInTime = byLaw?.country === "EU" && order?.kind === "goods" && order.deliveredOn !== null
  return acknowledgementText({
    customer: name,
    kind,
    words: words ?? "",
    at,
    zone: order?.zone ?? zone,
    order,
    refundUntil: until,
    // Article 14(1): 14 days from the day on which the customer told us.
    sendBackUntil: isBackInTime ? refundDueOf(at, SEND_BACK_DAYS, order.zone) : null,
  })
}

const SEND_BACK_DAYS = 14

/** Says which order a request is about; where the law sets a day, the refund is proposed then. */
export async function chooseOrder(desk: Desk, actor: Actor, requestId: string, orderId: string): Promise<void> {
  await changeRequest(desk, actor, requestId, async (queries, request) => {
    const order = await lockOrder(queries, actor.workspaceId, orderId)
    if (order === null || !(await areOne(queries, actor.workspaceId, order.customer.id, request.customerId)))
      throw notFound("order of this customer")
    await withdrawProposal(queries, desk, actor, request)
    const [view] = await viewsOf(desk, [order])
    const promiseId =
      view === undefined
        ? null
        : await proposeRefund(queries, desk, { ...request, workspaceId: actor.workspaceId }, view)
    await rows.setRequestOrder(queries, actor.workspaceId, requestId, { orderId, promiseId })
    await setCheckAt(queries, actor.workspaceId, orderId, null)
    if (request.orderId !== orderId) await planAnew(queries, desk, actor, request)
  })
}

/** It was no such request. What was proposed for it, and nobody confirmed, goes with it. */
export async function dropRequest(desk: Desk, actor: Actor, requestId: string): Promise<void> {
  await changeRequest(desk, actor, requestId, async (queries, request) => {
    await withdrawProposal(queries, desk, actor, request)
    const memberId = actor.by.kind === "member" ? actor.by.id : null
    await rows.dropSaleRequest(queries, actor.workspaceId, requestId, { at: desk.now().toString(), memberId })
    await planAnew(queries, desk, actor, request)
  })
}

/** The order that nobody wants undone after all: its customer is asked about it again, if it is time to. */
async function planAnew(
  queries: Queries,
  desk: Desk,
  { workspaceId }: Actor,
  { orderId }: rows.SaleRequestRow,
): Promise<void> {
  if (orderId === null) return
  await planCheck(queries, desk, { workspaceId, orderId, settings: await readSettings(queries, workspaceId) })
}

async function withdrawProposal(
  queries: Queries,
  desk: Desk,
  actor: Actor,
  { promiseId }: rows.SaleRequestRow,
): Promise<void> {
  if (promiseId === null) return
  const promise = await readPromise(queries, actor.workspaceId, promiseId)
  if (promise?.state === "proposed")
    await recordEntry(queries, desk, actor, promiseId, { kind: "dismissed", body: {}, texts: null })
}

async function changeRequest(
  desk: Desk,
  { workspaceId }: Actor,
  requestId: string,
  work: (queries: Queries, request: rows.SaleRequestRow) => Promise<void>,
): Promise<void> {
  await commit(desk, async (queries) => {
    const request = await rows.lockSaleRequest(queries, workspaceId, requestId)
    if (request === null) throw notFound("request")
    await work(queries, request)
    const at = desk.now().toString()
    await insertChange(queries, { workspaceId, kind: "conversation", id: request.conversationId, at })
    if (request.orderId !== null) await insertChange(queries, { workspaceId, kind: "order", id: request.orderId, at })
  })
}
