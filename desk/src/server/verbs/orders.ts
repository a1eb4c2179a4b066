import { countryOf } from "../../ledger/country.ts"
import { conflict, invalid, notFound } from "../../ledger/error.ts"
import { lacksCurrency } from "../../ledger/order-file.ts"
import { holidaysOf } from "../../ledger/holidays.ts"
import { type Sold, type Window, type WithdrawalRule, checkDayOf, ruleFor, windowOf } from "../../ledger/withdrawal.ts"
import type { WorkspaceSettings } from "../../ledger/workspace-settings.ts"
import { insertChange } from "../database/changes.ts"
import { lockStanding } from "../database/conversation-locks.ts"
import { readConversationHead } from "../database/conversations.ts"
import type { Queries } from "../database/database.ts"
import { readHolidays } from "../database/holidays.ts"
import { type OrderContent, type OrderRow, insertOrder, lockOrder, readOrder, updateOrder } from "../database/orders.ts"
import { setCheckAt } from "../database/outcome-checks.ts"
import { readSettings } from "../database/settings.ts"
import { type Actor, type Desk, commit } from "./desk.ts"
import { type NamedCustomer, requireCustomer } from "./named-customer.ts"

export type OrderInput = NamedCustomer &
  Given<OrderContent> &
  Pick<OrderContent, "product" | "kind" | "orderedOn"> & {
    readonly conversationId?: string | undefined
  }

type Given<T> = { readonly [Name in keyof T]?: T[Name] | undefined }

/** An order with the customer's right to withdraw from it, as it stands now. */
export type OrderView = OrderRow & { readonly window: Window }

/**
 * Writes down an order. The withdrawal rule of today is kept with it: what is changed in the settings later does not change
 * what this customer was sold under. `conflict` when its number is taken. Gives its id.
 */
export async function recordOrder(desk: Desk, actor: Actor, input: OrderInput): Promise<string> {
  return commit(desk, (queries) => recordOrderIn(queries, desk, actor, input))
}

/** As `recordOrder`, in the transaction of whoever writes down many. */
export async function recordOrderIn(queries: Queries, desk: Desk, actor: Actor, input: OrderInput): Promise<string> {
  const { workspaceId, by } = actor
  const given = input.conversationId ?? null
  const customerId = await customerOfOrder(queries, desk, actor, input, given)
  const conversationId = given === null ? null : await lockStanding(queries, workspaceId, given)
  const settings = await readSettings(queries, workspaceId)
  const content = contentOf(input)
  assertDays(content)
  assertTotal(content)
  const id = desk.newId()
  const at = desk.now().toString()
  const rule = ruleOf(settings, content)
  if (!(await insertOrder(queries, { ...content, workspaceId, id, customerId, conversationId, rule, by, at }))) {
    throw conflict(`There is an order ${content.number ?? ""} already. Change that one.`)
  }
  await planCheck(queries, desk, { workspaceId, orderId: id, settings })
  await announce(queries, desk, workspaceId, { id, customerId, conversationId })
  return id
}

async function customerOfOrder(
  queries: Queries,
  desk: Desk,
  actor: Actor,
  input: OrderInput,
  conversationId: string | null,
): Promise<string> {
  if (conversationId === null) return requireCustomer(queries, desk, actor, input)
  const conversation = await readConversationHead(queries, actor.workspaceId, conversationId)
  if (conversation === null) throw notFound("conversation")
  return requireCustomer(queries, desk, actor, { customerId: conversation.customerId })
}

/** Changes what is known of an order: most often that it was delivered. `conflict` when a new number is taken. */
export async function changeOrder(
  desk: Desk,
  actor: Actor,
  orderId: string,
  change: Given<OrderContent>,
): Promise<void> {
  await commit(desk, async (queries) => {
    const before = await lockOrder(queries, actor.workspaceId, orderId)
    if (before === null) throw notFound("order")
    await changeOrderIn(queries, desk, actor, before, change)
  })
}

/** As `changeOrder`, for an order that the transaction holds. */
export async function changeOrderIn(
  queries: Queries,
  desk: Desk,
  { workspaceId }: Actor,
  before: OrderRow,
  change: Given<OrderContent>,
): Promise<void> {
  if (before.product === null)
    throw conflict("This customer was erased. Nothing more can be written down about them here.")
  const content = changed({ ...before, product: before.product }, change)
  assertDays(content)
  if (content.total !== before.total) assertTotal(content) // one that was written down before stays
  const settings = await readSettings(queries, workspaceId)
  const isSameSale =
    content.country === before.country && content.kind === before.kind && content.product === before.product
  const rule = isSameSale ? before.rule : ruleOf(settings, content)
  await updateOrder(queries, workspaceId, before.id, { ...content, rule })
  await planCheck(queries, desk, { workspaceId, orderId: before.id, settings })
  const { id, conversationId, customer } = before
  await announce(queries, desk, workspaceId, { id, conversationId, customerId: customer.id })
}

function contentOf(input: Given<OrderContent> & Pick<OrderContent, "product" | "kind" | "orderedOn">): OrderContent {
  const { product, kind, orderedOn } = input
  return {
    product,
    kind,
    orderedOn,
    number: input.number ?? null,
    total: input.total ?? null,
    country: countryGiven(input.country),
    deliveredOn: input.deliveredOn ?? null,
    exception: input.exception ?? null,
  }
}

/** What is not given stays; null takes it away. */
function changed(before: OrderContent, change: Given<OrderContent>): OrderContent {
  const kept = <T>(given: T | undefined, was: T) => (given === undefined ? was : given)
  return {
    product: kept(change.product, before.product),
    kind: kept(change.kind, before.kind),
    orderedOn: kept(change.orderedOn, before.orderedOn),
    number: kept(change.number, before.number),
    total: kept(change.total, before.total),
    country: change.country === undefined ? before.country : countryGiven(change.country),
    deliveredOn: kept(change.deliveredOn, before.deliveredOn),
    exception: kept(change.exception, before.exception),
  }
}

/** "UK" as "GB". `invalid` for letters that no country has: no rule would ever fit, and nobody would know why. */
function countryGiven(written: string | null | undefined): string | null {
  if (written === null || written === undefined) return null
  const country = countryOf(written)
  if (country === null) throw invalid(`“${written}” is no country. Write two letters, as DE or GB.`, "country")
  return country
}

function assertTotal({ total }: OrderContent): void {
  if (total !== null && lacksCurrency(total))
    throw invalid(`Say in which currency: ${total.trim()} EUR, or £${total.trim()}.`, "total")
}

function assertDays({ orderedOn, deliveredOn }: OrderContent): void {
  if (deliveredOn !== null && deliveredOn < orderedOn) {
    throw invalid(`It cannot be delivered on ${deliveredOn}, before it was ordered on ${orderedOn}.`, "deliveredOn")
  }
}

function ruleOf({ afterSale }: WorkspaceSettings, sold: Sold): WithdrawalRule | null {
  return ruleFor(afterSale.withdrawal, sold)
}

type Planned = { readonly workspaceId: string; readonly orderId: string; readonly settings: WorkspaceSettings }

const STALE_HOURS = 7 * 24 // after a week nobody is asked about old orders that are imported

/** When the customer is asked whether it helped; never twice, and nobody who wants it undone. */
export async function planCheck(
  queries: Queries,
  desk: Desk,
  { workspaceId, orderId, settings }: Planned,
): Promise<void> {
  const order = await readOrder(queries, workspaceId, orderId)
  if (order === null) return
  const { outcome } = settings.afterSale
  const isAsked = outcome.on && order.check === null && order.request === null
  const day = isAsked ? checkDayOf(order, outcome.days) : null
  const at = day === null ? null : Temporal.PlainDate.from(day).toZonedDateTime(settings.zone).toInstant()
  const isStale = at !== null && Temporal.Instant.compare(at, desk.now().subtract({ hours: STALE_HOURS })) < 0
  await setCheckAt(queries, workspaceId, orderId, at === null || isStale ? null : at.toString())
}

async function announce(
  queries: Queries,
  desk: Desk,
  workspaceId: string,
  { id, customerId, conversationId }: { id: string; customerId: string; conversationId: string | null },
): Promise<void> {
  const at = desk.now().toString()
  await insertChange(queries, { workspaceId, kind: "order", id, at })
  await insertChange(queries, { workspaceId, kind: "customer", id: customerId, at })
  if (conversationId !== null)
    await insertChange(queries, { workspaceId, kind: "conversation", id: conversationId, at })
}

/** Orders with their windows; holidays are those of the customer's country. */
export async function viewsOf(desk: Desk, rows: readonly OrderRow[]): Promise<readonly OrderView[]> {
  const now = desk.now()
  const holidays = new Map<string, readonly string[]>()
  for (const { country } of rows) {
    if (country !== null && !holidays.has(country)) holidays.set(country, await daysOffIn(country, now))
  }
  return rows.map((row) => {
    const { zone, country } = row
    return { ...row, window: windowOf(row, { now, zone, holidays: holidays.get(country ?? "") ?? [] }) }
  })
}

async function daysOffIn(country: string, now: Temporal.Instant): Promise<readonly string[]> {
  const list = await readHolidays(country)
  const { year } = now.toZonedDateTimeISO("UTC")
  return list === null ? [] : holidaysOf(list, null, year - 1).map(({ date }) => date)
}
