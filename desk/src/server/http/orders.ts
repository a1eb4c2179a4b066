import * as contract from "../../contract/orders.ts"
import { listOrders } from "../database/orders.ts"
import { importOrders, previewOrders } from "../verbs/order-files.ts"
import { readOrderWithBefore } from "../verbs/order-with-before.ts"
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
  serveMember(door, contract.readOrder, ({ desk, actor, params }) => readOrderWithBefore(desk, actor, params.orderId))
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
