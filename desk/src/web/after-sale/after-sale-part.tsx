import { Link } from "@tanstack/react-router"
import { useState } from "react"
import { readAfterSale } from "../../contract/orders.ts"
import railStyles from "../conversations/rail.module.css"
import type { OpenConversation } from "../conversations/use-conversation.ts"
import { useHere } from "../here.tsx"
import { useRead } from "../queries.ts"
import { Button } from "../ui/button.tsx"
import { useKeys } from "../ui/keys.tsx"
import { Failure } from "../ui/states.tsx"
import { words } from "../words.ts"
import styles from "./after-sale.module.css"
import { OrderDialog } from "./order-dialog.tsx"
import { type Order, WindowLine, nameOf } from "./window-line.tsx"

const told = words.afterSale

/** What the customer bought, with the clock of their right to withdraw; B writes an order down. */
export function AfterSalePart({ conversation }: { conversation: OpenConversation }) {
  const read = useRead(readAfterSale, { params: { conversationId: conversation.id } })
  const [isAdding, setAdding] = useState(false)
  useKeys("page", { B: { label: told.add.toLowerCase(), run: () => setAdding(true), foot: false } })
  return (
    <section className={railStyles.part}>
      <h2>{told.railTitle}</h2>
      {read.error !== null && <Failure error={read.error} what={told.failed} onRetry={() => void read.refetch()} />}
      {read.data?.orders.length === 0 && <p className={railStyles.none}>{told.none}</p>}
      <ul className={styles.list}>
        {read.data?.orders.map((order) => (
          <OrderLine key={order.id} order={order} />
        ))}
      </ul>
      <div className={styles.does}>
        <Button small keys="B" onClick={() => setAdding(true)}>
          {told.add}
        </Button>
      </div>
      {isAdding && <OrderDialog conversationId={conversation.id} order={null} onClose={() => setAdding(false)} />}
    </section>
  )
}

function OrderLine({ order }: { order: Order }) {
  const { slug } = useHere()
  return (
    <li>
      <p>
        <Link to="/$slug/orders/$orderId" params={{ slug, orderId: order.id }}>
          {nameOf(order)}
        </Link>
      </p>
      <p className={styles.aside}>
        <span>
          <WindowLine order={order} />
        </span>
        {typeof order.check?.answer === "string" && (
          <span>
            {told.columns.outcome} {told.outcomes[order.check.answer]}
          </span>
        )}
      </p>
    </li>
  )
}
