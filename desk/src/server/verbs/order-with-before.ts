import { notFound } from "../../ledger/error.ts"
import { listNeeds, listRecommendations } from "../database/needs.ts"
import { readOrder } from "../database/orders.ts"
import { readSaidBefore } from "../database/sale-requests.ts"
import type { Actor, Desk } from "./desk.ts"
import { viewsOf } from "./orders.ts"

/**
 * An order with what stands before it, until the end of the day on which it was placed: what its customer needed, was told,
 * promised and recommended. `not_found` where there is none.
 */
export async function readOrderWithBefore(desk: Desk, { workspaceId }: Actor, orderId: string) {
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
