import { Link, useParams } from "@tanstack/react-router"
import { type ReactNode, useState } from "react"
import { readOrder } from "../../contract/orders.ts"
import type { AnswerOf } from "../api.ts"
import { useHere } from "../here.tsx"
import { useRead } from "../queries.ts"
import { Button } from "../ui/button.tsx"
import { useKeys } from "../ui/keys.tsx"
import page from "../ui/page.module.css"
import { Failure, Loading } from "../ui/states.tsx"
import { useTitle } from "../ui/use-title.ts"
import { words } from "../words.ts"
import styles from "./after-sale.module.css"
import { OrderDialog } from "./order-dialog.tsx"
import { type Order, OutcomeLine, WindowLine, useDayText, usePlainDayText } from "./window-line.tsx"

const told = words.afterSale

type Before = AnswerOf<typeof readOrder>["before"]

/** One order: its clock, whether it helped, and what its customer needed, was told, promised and recommended before. */
export function OrderPage() {
  const orderId = useParams({ strict: false }).orderId ?? ""
  const read = useRead(readOrder, { params: { orderId } }, { keepPrevious: false })
  useTitle(read.data?.order.product ?? told.title)
  return (
    <main id="main" className={page.page}>
      {read.data !== undefined ? (
        <Loaded order={read.data.order} before={read.data.before} />
      ) : read.isError ? (
        <Failure error={read.error} what={told.failed} onRetry={() => void read.refetch()} />
      ) : (
        <Loading />
      )}
    </main>
  )
}

function Loaded({ order, before }: { order: Order; before: Before }) {
  const { slug } = useHere()
  const [isChanging, setChanging] = useState(false)
  const isErased = order.product === null
  useKeys("page", isErased ? {} : { E: { label: told.change.toLowerCase(), run: () => setChanging(true) } })
  return (
    <>
      <p className={page.back}>
        <Link to="/$slug/orders" params={{ slug }}>
          {told.page.back}
        </Link>
      </p>
      <div className={page.head}>
        <h1>{order.product ?? told.erased}</h1>
        {!isErased && (
          <div className={page.end}>
            <Button keys="E" onClick={() => setChanging(true)}>
              {told.change}
            </Button>
          </div>
        )}
      </div>
      <div className={styles.columns}>
        <BeforePart before={before} />
        <FactsPart order={order} />
      </div>
      {isChanging && <OrderDialog conversationId={null} order={order} onClose={() => setChanging(false)} />}
    </>
  )
}

function FactsPart({ order }: { order: Order }) {
  const { slug } = useHere()
  const day = usePlainDayText(order.zone)
  const at = useDayText(order.zone)
  const { request, rule } = order
  return (
    <section className={page.section}>
      <h2>{told.page.what}</h2>
      <dl className={styles.facts}>
        <Fact name={told.columns.customer}>
          <Link to="/$slug/customers/$customerId" params={{ slug, customerId: order.customer.id }}>
            {order.customer.name ?? told.erased}
          </Link>
        </Fact>
        {order.number !== null && <Fact name={told.columns.order}>{order.number}</Fact>}
        {order.total !== null && <Fact name={told.page.paid}>{order.total}</Fact>}
        <Fact name={told.page.bought}>
          {day(order.orderedOn)}
          <span className={styles.small}>
            {order.deliveredOn === null ? told.notDelivered : told.delivered(day(order.deliveredOn))}
          </span>
        </Fact>
        <Fact name={told.columns.window}>
          <WindowLine order={order} />
          {rule !== null && (
            <span className={styles.small}>
              {told.page.rule}: {rule.source}. {told.notAdvice}
            </span>
          )}
        </Fact>
        {request !== null && (
          <Fact name={told.page.undone}>
            {told.requests[request.kind]}, {at(request.at)}
          </Fact>
        )}
        <Fact name={told.page.outcome}>
          <OutcomeLine order={order} />
        </Fact>
      </dl>
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function BeforePart({ before }: { before: Before }) {
  const { slug } = useHere()
  const isEmpty = Object.values(before).every((list) => list.length === 0)
  return (
    <section className={page.section}>
      <h2>{told.page.before}</h2>
      <p className={page.hint}>{told.page.beforeHint}</p>
      {isEmpty && <p className="mute">{told.page.nothing}</p>}
      <Part title={told.page.needs} items={before.needs}>
        {(need) => (
          <>
            <p className="q">“{need.words ?? told.erased}”</p>
            <p className={styles.aside}>{words.needs.standing[need.standing]}</p>
          </>
        )}
      </Part>
      <Part title={told.page.recommended} items={before.recommendations}>
        {({ product, total, conversationId }) => (
          <Link to="/$slug/conversations/$conversationId" params={{ slug, conversationId }}>
            {product === null ? told.page.recommendedNothing : words.needs.recommended(product, total)}
          </Link>
        )}
      </Part>
      <Part title={told.page.claims} items={before.claims.map((claim, index) => ({ ...claim, id: `${index}` }))}>
        {({ quote, verdict, conversationId }) => (
          <>
            <p className="q">“{quote ?? told.erased}”</p>
            <p className={styles.aside}>
              <span className={verdict === "contradicted" ? "red" : undefined}>{told.page.verdicts[verdict]}</span>
              <Link to="/$slug/conversations/$conversationId" params={{ slug, conversationId }}>
                {words.shell.conversations}
              </Link>
            </p>
          </>
        )}
      </Part>
      <Part title={told.page.promises} items={before.promises} dated={told.page.said}>
        {({ id, words: said, state }) => (
          <>
            <p className="q">
              <Link to="/$slug/promises/$promiseId" params={{ slug, promiseId: id }}>
                “{said ?? told.erased}”
              </Link>
            </p>
            <p className={styles.aside}>{words.promise.states[state]}</p>
          </>
        )}
      </Part>
    </section>
  )
}

function Part<T extends { readonly id: string; readonly at: string }>({
  title,
  items,
  dated = (day) => day,
  children,
}: {
  title: string
  items: readonly T[]
  /** What its day is, in words. */
  dated?: (day: string) => string
  children: (item: T) => ReactNode
}) {
  const { zone } = useHere()
  const day = useDayText(zone)
  if (items.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item.id}>
            {children(item)}
            <span className={styles.small}>{dated(day(item.at))}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
