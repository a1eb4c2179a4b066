import { invalid, notFound } from "../../ledger/error.ts"
import { showValue } from "../../ledger/fact-value.ts"
import { writeCsv } from "../../ledger/csv.ts"
import { type AssertionView, type Told, type ToldPage, listAssertions } from "../database/assertions.ts"
import { readCustomerHead } from "../database/people.ts"
import { readFact } from "../database/facts.ts"
import type { Actor, Desk } from "./desk.ts"

export type ToldQuery = Omit<Told, "factId" | "customerId"> & {
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
}

const LIMIT = 50
const CSV_ROWS_MAX = 50_000 // a spreadsheet of more is no help; narrow it by date

/** Who was told a fact, when, by whom and in which words; the newest first. `not_found` when there is no such fact. */
export async function listToldOfFact(desk: Desk, actor: Actor, factId: string, query: ToldQuery) {
  await assertFact(desk, actor, factId)
  return page(desk, actor, { ...query, factId }, query)
}

/** Everything that a customer was told. `not_found` when there is no such customer. */
export async function listToldToCustomer(desk: Desk, actor: Actor, customerId: string, query: ToldQuery) {
  await assertCustomer(desk, actor, customerId)
  return page(desk, actor, { ...query, customerId }, query)
}

export async function toldOfFactAsCsv(desk: Desk, actor: Actor, factId: string): Promise<string> {
  await assertFact(desk, actor, factId)
  return asCsv(desk, actor, { factId })
}

export async function toldToCustomerAsCsv(desk: Desk, actor: Actor, customerId: string): Promise<string> {
  await assertCustomer(desk, actor, customerId)
  return asCsv(desk, actor, { customerId })
}

async function page(
  desk: Desk,
  actor: Actor,
  told: Told,
  { limit = LIMIT, cursor }: ToldQuery,
): Promise<{ readonly items: readonly ShownAssertion[]; readonly next: string | null }> {
  const items = await listAssertions(desk.database, actor.workspaceId, told, { after: readCursor(cursor), limit })
  const last = items.at(-1)
  const next = last === undefined || items.length < limit ? null : `${last.at}|${last.messageId}|${last.position}`
  return { items: items.map(shownAssertion), next }
}

/** With the values as they are shown. */
type ShownAssertion = Omit<AssertionView, "told" | "holds"> & {
  readonly told: string | null
  readonly holds: string | null
}

function shownAssertion(row: AssertionView): ShownAssertion {
  const { told, holds } = row
  return { ...row, told: told === null ? null : showValue(told), holds: holds === null ? null : showValue(holds) }
}

async function asCsv(desk: Desk, actor: Actor, told: Told): Promise<string> {
  const rows = await listAssertions(desk.database, actor.workspaceId, told, { after: null, limit: CSV_ROWS_MAX })
  const head = [
    "at",
    "customer",
    "words",
    "verdict",
    "subject",
    "attribute",
    "version",
    "by",
    "delivery",
    "conversation",
  ]
  return writeCsv([head, ...rows.map(rowOf)])
}

function rowOf(row: AssertionView): readonly string[] {
  return [
    row.at,
    row.customer.name ?? "",
    row.words ?? "",
    row.verdict,
    row.subject ?? "",
    row.attribute ?? "",
    row.version === null ? "" : String(row.version),
    row.by.name ?? row.by.kind,
    row.delivery ?? "",
    row.conversationId,
  ]
}

async function assertFact(desk: Desk, actor: Actor, factId: string): Promise<void> {
  if ((await readFact(desk.database, actor.workspaceId, factId)) === null) throw notFound("fact")
}

async function assertCustomer(desk: Desk, actor: Actor, customerId: string): Promise<void> {
  if ((await readCustomerHead(desk.database, actor.workspaceId, customerId)) === null) throw notFound("customer")
}

const CURSOR = /^([12]\d{3}-\d\d-\d\dT[\d:.]+Z)\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\|(\d{1,9})$/

function readCursor(text: string | undefined): ToldPage["after"] {
  if (text === undefined) return null
  const [, at, id, position] = CURSOR.exec(text) ?? []
  if (at === undefined || id === undefined) {
    throw invalid("This cursor is not one that a list has given. Start without it.", "cursor")
  }
  return { at, id, position: Number(position) }
}
