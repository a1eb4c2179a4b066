import { invalid, notFound } from "../../ledger/error.ts"
import { type FiledOrder, readOrderFile } from "../../ledger/order-file.ts"
import type { Queries } from "../database/database.ts"
import { type OrderRow, findOrders, lockOrder } from "../database/orders.ts"
import { type Actor, type Desk, commit, seenBy } from "./desk.ts"
import { changeOrderIn, recordOrderIn } from "./orders.ts"

export type OrderLine = {
  readonly row: number
  readonly number: string
  readonly customer: string
  readonly product: string
  readonly kind: "new" | "changed" | "same"
}

export type OrderPreview = {
  readonly lines: readonly OrderLine[]
  readonly counts: { readonly new: number; readonly changed: number; readonly same: number }
  readonly problems: readonly { readonly row: number; readonly problem: string }[]
}

/** What a file of orders would change, row by row, without changing it. */
export async function previewOrders(desk: Desk, actor: Actor, text: string): Promise<OrderPreview> {
  const { planned, problems } = await planOf(desk.database, actor, text)
  const lines = planned.map(({ filed, kind }) => ({
    row: filed.row,
    number: filed.number,
    customer: filed.name ?? filed.mail,
    product: filed.product,
    kind,
  }))
  const count = (kind: OrderLine["kind"]) => lines.filter((line) => line.kind === kind).length
  return { lines, counts: { new: count("new"), changed: count("changed"), same: count("same") }, problems }
}

/**
 * Takes a file of orders in: new ones, and what it says otherwise of those that are known by their number. Customers are
 * found by their mail address, or added. All or nothing of what can be read. `invalid` when nothing in it can.
 */
export async function importOrders(
  desk: Desk,
  actor: Actor,
  text: string,
): Promise<{ readonly added: number; readonly changed: number }> {
  return commit(desk, async (queries) => {
    const { planned, problems } = await planOf(queries, actor, text)
    if (planned.length === 0) throw invalid(problems[0]?.problem ?? "There is no order in this file.", "text")
    for (const { filed, kind, known } of planned) {
      if (kind === "same") continue
      if (known === null) await recordOrderIn(queries, desk, actor, { ...filed, customer: customerOf(filed) })
      else await changeOrderIn(queries, desk, actor, await held(queries, actor, known), said(filed))
    }
    const count = (kind: OrderLine["kind"]) => planned.filter((plan) => plan.kind === kind).length
    return { added: count("new"), changed: count("changed") }
  })
}

/** As it is now, and nobody changes or erases it until the transaction ends. */
async function held(queries: Queries, { workspaceId }: Actor, { id }: OrderRow): Promise<OrderRow> {
  const order = await lockOrder(queries, workspaceId, id)
  if (order === null) throw notFound("order")
  return order
}

type Planned = { readonly filed: FiledOrder; readonly kind: OrderLine["kind"]; readonly known: OrderRow | null }

/** An order that the actor may not see is neither changed nor compared: its row is a problem, and no more is said of it. */
async function planOf(queries: Queries, actor: Actor, text: string) {
  const file = readOrderFile(text)
  const numbers = file.orders.map(({ number }) => number)
  const known = await ordersByNumber(queries, actor, numbers)
  const seen = await ordersByNumber(seenBy(queries, actor), actor, numbers)
  const isHidden = ({ number }: FiledOrder) => known.has(number) && !seen.has(number)
  const hidden = file.orders.filter(isHidden).map(({ row, number }) => ({ row, problem: takenBy(number) }))
  const orders = file.orders.filter((filed) => !isHidden(filed))
  const planned: readonly Planned[] = orders.map((filed) => plannedOf(filed, seen.get(filed.number) ?? null))
  return { planned, problems: [...file.problems, ...hidden].toSorted((one, other) => one.row - other.row) }
}

async function ordersByNumber(queries: Queries, { workspaceId }: Actor, numbers: readonly string[]) {
  const found = await findOrders(queries, workspaceId, numbers)
  return new Map(found.map((order) => [order.number, order]))
}

function takenBy(number: string): string {
  return `There is an order ${number} of a customer whose mail you may not see. Ask an admin to change it.`
}

function plannedOf(filed: FiledOrder, known: OrderRow | null): Planned {
  if (known === null) return { filed, kind: "new", known }
  const isSame = Object.entries(said(filed)).every(([name, value]) => Reflect.get(known, name) === value)
  return { filed, kind: isSame ? "same" : "changed", known }
}

/** What the file says of an order; a cell that is empty says nothing. */
function said({ product, kind, country, total, orderedOn, deliveredOn, exception }: FiledOrder) {
  const optional = Object.entries({ country, total, deliveredOn, exception }).filter(([, value]) => value !== null)
  return { product, kind, orderedOn, ...Object.fromEntries(optional) }
}

function customerOf({ name, mail }: FiledOrder) {
  return { mail, ...(name === null ? {} : { name }) }
}
