import { comparableAddress } from "./address.ts"
import { countryOf } from "./country.ts"
import { readCsv } from "./csv.ts"
import { EXCEPTIONS, type Exception, SALE_KINDS, type SaleKind } from "./withdrawal.ts"

/** An order as a line of a file brings it. */
export type FiledOrder = {
  /** The row in the file; the heading is row 1. */
  readonly row: number
  readonly number: string
  readonly mail: string
  readonly name: string | null
  readonly product: string
  readonly kind: SaleKind
  readonly country: string | null
  readonly total: string | null
  readonly orderedOn: string
  readonly deliveredOn: string | null
  readonly exception: Exception | null
}

export type OrderFile = {
  readonly orders: readonly FiledOrder[]
  /** What cannot be read: those rows are left out. */
  readonly problems: readonly { readonly row: number; readonly problem: string }[]
}

export const FILED_ORDERS_MAX = 5_000 // rows; a week of a large shop

/** The columns by their names in the heading, in any order; the first of each is what our own examples use. */
const COLUMNS = {
  number: ["number", "order", "order number", "order id", "id", "name of order"],
  mail: ["mail", "email", "e-mail", "customer email", "customer mail"],
  name: ["name", "customer", "customer name", "billing name"],
  product: ["product", "item", "title", "description", "lineitem name"],
  kind: ["kind", "type"],
  country: ["country", "country code", "shipping country"],
  total: ["total", "price", "amount"],
  currency: ["currency", "currency code"],
  ordered: ["ordered", "ordered on", "date", "order date", "created at"],
  delivered: ["delivered", "delivered on", "delivery date", "fulfilled at"],
  exception: ["exception"],
} as const
type Column = keyof typeof COLUMNS
const REQUIRED: readonly Column[] = ["number", "mail", "product", "ordered"]

/** Reads a table of orders: what cannot be read is said row by row, and never guessed. Days are written YYYY-MM-DD. */
export function readOrderFile(text: string): OrderFile {
  const [head = [], ...rows] = readCsv(text)
  const names = head.map((name) => name.toLowerCase().replaceAll("_", " "))
  const at = (column: Column) => names.findIndex((name) => COLUMNS[column].some((known) => known === name))
  const missing = REQUIRED.filter((column) => at(column) < 0)
  if (missing.length > 0) {
    return refused(`The first row has to name the columns. There is none for: ${missing.join(", ")}.`)
  }
  if (rows.length > FILED_ORDERS_MAX)
    return refused(`At most ${FILED_ORDERS_MAX} orders at a time; these are ${rows.length}.`)
  const orders: FiledOrder[] = []
  const problems: { row: number; problem: string }[] = []
  const seen = new Set<string>()
  for (const [index, cells] of rows.entries()) {
    const row = index + 2
    const cell = (column: Column) => (at(column) < 0 ? "" : (cells[at(column)] ?? ""))
    const order = orderOf(row, cell)
    if ("problem" in order) problems.push(order)
    else if (seen.has(order.number)) problems.push({ row, problem: `${order.number} stands in this file twice.` })
    else {
      seen.add(order.number)
      orders.push(order)
    }
  }
  return { orders, problems }
}

function refused(problem: string): OrderFile {
  return { orders: [], problems: [{ row: 1, problem }] }
}

function orderOf(row: number, cell: (column: Column) => string): FiledOrder | { row: number; problem: string } {
  const bad = (problem: string) => ({ row, problem })
  const number = cell("number").replace(/^#/, "")
  if (number === "" || number.length > 100) return bad("It has no order number.")
  const mail = cell("mail")
  if (comparableAddress("mail", mail) === null) return bad(`“${mail}” is no mail address.`)
  const product = cell("product")
  if (product === "" || product.length > 300) return bad("It says no product.")
  const kind = SALE_KINDS.find((each) => each === (cell("kind").toLowerCase() || "goods"))
  if (kind === undefined) return bad(`“${cell("kind")}” is no kind. Write ${SALE_KINDS.join(", ")}.`)
  const country = countryOf(cell("country"))
  if (cell("country") !== "" && country === null)
    return bad(`“${cell("country")}” is no country. Write two letters, as DE or GB.`)
  const orderedOn = dayOf(cell("ordered"))
  if (orderedOn === null) return bad(`“${cell("ordered")}” is no day. Write it as 2026-11-19.`)
  const deliveredOn = dayOf(cell("delivered"))
  if (cell("delivered") !== "" && deliveredOn === null)
    return bad(`“${cell("delivered")}” is no day. Write it as 2026-11-19.`)
  if (deliveredOn !== null && deliveredOn < orderedOn) return bad("It is delivered before it was ordered.")
  const total = [cell("total"), cell("currency")].filter((each) => each !== "").join(" ")
  if (cell("total") !== "" && lacksCurrency(total))
    return bad(`Say in which currency it was paid: “${total} EUR”, or in a column “currency”.`)
  const exception = EXCEPTIONS.find((each) => each === cell("exception").toLowerCase())
  if (cell("exception") !== "" && exception === undefined)
    return bad(`“${cell("exception")}” is no exception. Write one of: ${EXCEPTIONS.join(", ")}.`)
  return {
    row,
    number,
    mail,
    name: cell("name") || null,
    product,
    kind,
    country,
    total: cell("total") === "" ? null : total,
    orderedOn,
    deliveredOn,
    exception: exception ?? null,
  }
}

/** A figure alone: what was paid says nothing without its currency. */
export function lacksCurrency(total: string): boolean {
  return /\d/.test(total) && !/[\p{Sc}\p{L}]/u.test(total)
}

/** "2026-11-19", also with a time behind it; null where it is no day of the calendar. */
function dayOf(written: string): string | null {
  const [, day] = /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/.exec(written) ?? []
  if (day === undefined) return null
  try {
    return Temporal.PlainDate.from(day, { overflow: "reject" }).toString()
  } catch {
    return null
  }
}
