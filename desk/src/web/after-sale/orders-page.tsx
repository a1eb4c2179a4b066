import { Link, useNavigate, useSearch } from "@tanstack/react-router"
import { useDeferredValue, useState } from "react"
import { listOrders } from "../../contract/orders.ts"
import { useHere } from "../here.tsx"
import { usePages } from "../queries.ts"
import { Button, TextButton } from "../ui/button.tsx"
import { FindField } from "../ui/find-field.tsx"
import { useKeys } from "../ui/keys.tsx"
import page from "../ui/page.module.css"
import { Empty, Failure, Loading } from "../ui/states.tsx"
import { useTitle } from "../ui/use-title.ts"
import { RowTable } from "../ui/row-table.tsx"
import { words } from "../words.ts"
import styles from "./after-sale.module.css"
import { ORDER_FILTERS, type OrderFilter } from "./order-filters.ts"
import { ImportOrdersDialog } from "./import-orders-dialog.tsx"
import { OrderDialog } from "./order-dialog.tsx"
import { type Order, OutcomeLine, WindowLine, usePlainDayText } from "./window-line.tsx"

const told = words.afterSale

/** Every order: how long its customer may withdraw, whether they asked to undo it, and whether it helped. */
export function OrdersPage() {
  useTitle(told.title)
  const { filter = "all" } = useSearch({ from: "/$slug/orders" })
  const [typed, setTyped] = useState("")
  const [dialog, setDialog] = useState<"add" | "import" | null>(null)
  const q = useDeferredValue(typed.trim())
  const list = usePages(listOrders, { filter, ...(q === "" ? {} : { q }) })
  useKeys("page", {
    A: { label: told.add.toLowerCase(), run: () => setDialog("add") },
    I: { label: told.importFile.toLowerCase(), run: () => setDialog("import") },
  })
  const isFiltered = filter !== "all" || q !== ""
  return (
    <main id="main" className={page.page}>
      <div className={page.head}>
        <h1>{told.title}</h1>
        <div className={page.end}>
          <Button keys="I" onClick={() => setDialog("import")}>
            {told.importFile}
          </Button>
          <Button keys="A" onClick={() => setDialog("add")}>
            {told.add}
          </Button>
        </div>
      </div>
      <Filters filter={filter} />
      <FindField label={told.find} className={styles.find} value={typed} onChange={setTyped} />
      {list.error !== null && <Failure error={list.error} what={told.failed} onRetry={list.retry} />}
      {list.isLoading && <Loading rows={6} />}
      {list.isEmpty && (
        <Empty title={isFiltered ? told.emptyFound : told.empty}>{isFiltered ? null : told.emptyHint}</Empty>
      )}
      {list.items.length > 0 && <OrderTable orders={list.items} />}
      {list.hasMore && <TextButton onClick={list.more}>{told.more}</TextButton>}
      {dialog === "add" && <OrderDialog conversationId={null} order={null} onClose={() => setDialog(null)} />}
      {dialog === "import" && <ImportOrdersDialog onClose={() => setDialog(null)} />}
    </main>
  )
}

function Filters({ filter }: { filter: OrderFilter }) {
  const navigate = useNavigate({ from: "/$slug/orders" })
  return (
    <div className={styles.filters} role="group" aria-label={told.filtersLabel}>
      {ORDER_FILTERS.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === filter}
          onClick={() => void navigate({ search: each === "all" ? {} : { filter: each } })}
        >
          {told.filters[each]}
        </button>
      ))}
    </div>
  )
}

function OrderTable({ orders }: { orders: readonly Order[] }) {
  const { order, customer, days, window, outcome } = told.columns
  return (
    <RowTable columns={[order, customer, days, window, outcome]}>
      {orders.map((each) => (
        <Row key={each.id} order={each} />
      ))}
    </RowTable>
  )
}

function Row({ order }: { order: Order }) {
  const { slug } = useHere()
  const day = usePlainDayText(order.zone)
  const kind = order.request?.kind
  return (
    <tr>
      <td>
        <Link to="/$slug/orders/$orderId" params={{ slug, orderId: order.id }} data-row>
          {order.product ?? told.erased}
        </Link>
        <span className={styles.small}>{[order.number, order.total].filter(Boolean).join(" · ")}</span>
        {kind !== undefined && <span className="ochre">{told.requests[kind]}</span>}
      </td>
      <td data-label={told.columns.customer}>{order.customer.name ?? told.erased}</td>
      <td className={page.number} data-label={told.page.bought}>
        <span className="nb">
          {day(order.orderedOn)}
          <span className={styles.small}>
            {order.deliveredOn === null ? told.notDelivered : told.delivered(day(order.deliveredOn))}
          </span>
        </span>
      </td>
      <td data-label={told.columns.window}>
        <span>
          <WindowLine order={order} />
        </span>
      </td>
      <td data-label={told.columns.outcome}>
        <span>
          <OutcomeLine order={order} />
        </span>
      </td>
    </tr>
  )
}
