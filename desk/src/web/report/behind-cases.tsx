import { Link } from "@tanstack/react-router"
import type { ReactNode } from "react"
import { listCasesBehind } from "../../contract/trust-report.ts"
import type { CaseFigure } from "../../ledger/report-figure.ts"
import type { AnswerOf } from "../api.ts"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { useRead } from "../queries.ts"
import page from "../ui/page.module.css"
import { RowTable } from "../ui/row-table.tsx"
import { instantOf, moment } from "../ui/time.ts"
import { words } from "../words.ts"
import { FigureFrame } from "./figure-frame.tsx"
import type { ReportSearch } from "./period.ts"
import styles from "./report.module.css"
import { useAsked } from "./use-report.ts"

const told = words.report

type Case = AnswerOf<typeof listCasesBehind>["items"][number]

/** What is behind a figure that counts no promises: each opens where it can be read. */
export function BehindCases({ figure, search }: { figure: CaseFigure; search: ReportSearch }) {
  const asked = useAsked(search)
  const read = useRead(listCasesBehind, { query: { ...asked.query, figure } })
  const columns = columnsOf(read.data?.items ?? [])
  const names = [
    whatOf(figure),
    ...(columns.note ? [told.behind.note] : []),
    ...(columns.customer ? [told.behind.columns.customer] : []),
    atOf(figure),
  ]
  return (
    <FigureFrame title={told.cases[figure]} read={read} asked={asked} search={search} isNow={isOfNow(figure)}>
      <RowTable columns={names}>
        {read.data?.items.map((each) => (
          <Row key={each.id} each={each} columns={columns} at={atOf(figure)} />
        ))}
      </RowTable>
    </FigureFrame>
  )
}

type Columns = { readonly note: boolean; readonly customer: boolean }

/** A column that says nothing in any row is left out; so is the customer where they are the row. */
function columnsOf(items: readonly Case[]): Columns {
  return {
    note: items.some(({ note, words: said }) => (note ?? "") !== "" && note !== said),
    customer: items.some(({ customer, opens }) => customer !== null && opens.kind !== "customer"),
  }
}

function Row({ each, columns, at: named }: { each: Case; columns: Columns; at: string }) {
  const { zone } = useHere()
  const now = useNow()
  const at = instantOf(each.at)
  return (
    <tr>
      <td>
        <Opens each={each}>{shownOf(each)}</Opens>
      </td>
      {columns.note && <td>{each.note === each.words ? "" : each.note}</td>}
      {columns.customer && <td data-label={told.behind.columns.customer}>{each.customer?.name}</td>}
      <td className={page.number} data-label={named}>
        {at === null ? told.behind.noDue : moment(at, { zone, now })}
      </td>
    </tr>
  )
}

function shownOf({ words: said, isSaid, opens, customer }: Case): string {
  if (opens.kind === "customer") return customer?.name ?? words.customers.untitled
  if (said === null) return told.behind.erased
  return isSaid ? `“${said}”` : said
}

function Opens({ each, children }: { each: Case; children: ReactNode }) {
  const { slug } = useHere()
  const { kind, id } = each.opens
  const row = { className: each.isSaid ? styles.words : styles.opens, "data-row": true } as const
  if (kind === "conversation")
    return (
      <Link to="/$slug/conversations/$conversationId" params={{ slug, conversationId: id }} {...row}>
        {children}
      </Link>
    )
  if (kind === "order")
    return (
      <Link to="/$slug/orders/$orderId" params={{ slug, orderId: id }} {...row}>
        {children}
      </Link>
    )
  if (kind === "fact")
    return (
      <Link to="/$slug/facts" params={{ slug }} search={{ fact: id }} {...row}>
        {children}
      </Link>
    )
  return (
    <Link to="/$slug/customers/$customerId" params={{ slug, customerId: id }} {...row}>
      {children}
    </Link>
  )
}

function atOf(figure: CaseFigure): string {
  return isOfNow(figure) ? told.behind.confirmed : told.behind.at
}

function isOfNow(figure: CaseFigure): boolean {
  return figure.startsWith("facts:")
}

function whatOf(figure: CaseFigure): string {
  const { what } = told.behind
  switch (figure.split(":")[0]) {
    case "claims":
    case "reviewed":
    case "corrections":
      return what.claims
    case "facts":
      return what.facts
    case "declines":
      return what.declines
    case "orders":
      return what.orders
    case "outcomes":
    case "answers":
      return what.outcomes
    default:
      return what.other
  }
}
