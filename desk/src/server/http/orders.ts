import * as contract from "../../contract/orders.ts"
import { notFound } from "../../ledger/error.ts"
import { listNeeds, listRecommendations } from "../database/needs.ts"
import { listOrders, readOrder } from "../database/orders.ts"
import { readSaidBefore } from "../database/sale-requests.ts"
import type { Actor, Desk } from "../verbs/desk.ts"
import { importOrders, previewOrders } from "../verbs/order-files.ts"
import { changeOrder, recordOrder, viewsOf } from "../verbs/orders.ts"
import { chooseOrder, dropRequest, readAfterSale } from "../verbs/sale-requests.ts"
import { DONE, type Door, serveMember } from "./serve.ts"

export function serveOrders(door: Door): void {
  serveMember(door, contract.listOrders, async ({ desk, actor, query }) => {
    const { items, next } = await listOrders(desk.database, actor.workspaceId, query)
    return { items: await viewsOf(desk, items), next }
  })
  serveMember(door, contract.createOrder, async ({ desk, actor, body }) => ({
    id: await recordOrder(desk, actor, body),
  }))
  serveMember(door, contract.readOrder, ({ desk, actor, params }) => orderWithBefore(desk, actor, params.orderId))
  serveMember(door, contract.changeOrder, async ({ desk, actor, params, body }) => {
    await changeOrder(desk, actor, params.orderId, body)
    return DONE
  })
  serveMember(door, contract.previewOrderImport, ({ desk, actor, body }) => previewOrders(desk, actor, body.text))
  serveMember(door, contract.createOrderImport, ({ desk, actor, body }) => importOrders(desk, actor, body.text))
  serveMember(door, contract.readAfterSale, ({ desk, actor, params }) =>
    readAfterSale(desk, actor, params.conversationId),
  )
  serveMember(door, contract.chooseRequestOrder, async ({ desk, actor, params, body }) => {
    await chooseOrder(desk, actor, params.requestId, body.orderId)
    return DONE
  })
  serveMember(door, contract.dropSaleRequest, async ({ desk, actor, params }) => {
    await dropRequest(desk, actor, params.requestId)
    return DONE
  })
}

/** What stands before an order: everything until the end of the day on which it was placed. */
async function orderWithBefore(desk: Desk, { workspaceId }: Actor, orderId: string) {
  const row = await readOrder(desk.database, workspaceId, orderId)
  if (row === null) throw notFound("order")
  const [order] = await viewsOf(desk, [row])
  if (order === undefined) throw new Error("an order without a view")
  const until = Temporal.PlainDate.from(row.orderedOn).add({ days: 1 }).toZonedDateTime(row.zone).toInstant()
  const customerId = row.customer.id
  const isBefore = ({ at }: { readonly at: string }) => Temporal.Instant.compare(at, until) < 0
  const said = await readSaidBefore(desk.database, workspaceId, { customerId, until: until.toString() })
  const recommendations = (await listRecommendations(desk.database, workspaceId, customerId)).filter(isBefore)
  const needs = (await listNeeds(desk.database, workspaceId, customerId)).filter(isBefore)
  return { order, before: { ...said, recommendations, needs } }
}
