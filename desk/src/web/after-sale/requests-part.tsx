import { chooseRequestOrder, dropSaleRequest, readAfterSale } from "../../contract/orders.ts"
import { namedOrder } from "../../ledger/named-order.ts"
import type { AnswerOf } from "../api.ts"
import railStyles from "../conversations/rail.module.css"
import type { OpenConversation } from "../conversations/use-conversation.ts"
import { putIntoDraft } from "../customer-page/put-into-draft.ts"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { useChange, useRead } from "../queries.ts"
import { Button } from "../ui/button.tsx"
import { controlClass } from "../ui/field.tsx"
import { Failure } from "../ui/states.tsx"
import { instantOf, moment } from "../ui/time.ts"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import styles from "./after-sale.module.css"
import { nameOf } from "./window-line.tsx"

const told = words.afterSale.request

type AfterSale = AnswerOf<typeof readAfterSale>
type Request = AfterSale["requests"][number]

/** What the customer asked to undo in this conversation: in their words, with the acknowledgement one press away. */
export function RequestsPart({ conversation }: { conversation: OpenConversation }) {
  const { data } = useRead(readAfterSale, { params: { conversationId: conversation.id } })
  const requests = data?.requests.filter(({ conversationId }) => conversationId === conversation.id) ?? []
  if (data === undefined || requests.length === 0) return null
  return (
    <section className={railStyles.part}>
      {requests.map((request) => (
        <RequestLine key={request.id} request={request} orders={data.orders} conversation={conversation} />
      ))}
    </section>
  )
}

type LineProps = { request: Request; orders: AfterSale["orders"]; conversation: OpenConversation }

function RequestLine({ request, orders, conversation }: LineProps) {
  const { zone } = useHere()
  const now = useNow()
  const toast = useToast()
  const drop = useChange(dropSaleRequest)
  const at = (time: string) => moment(instantOf(time) ?? now, { zone, now })
  const order = orders.find(({ id }) => id === request.orderId) ?? null
  const refund = refundText(request, conversation)
  const draft = () => {
    putIntoDraft(conversation.id, request.acknowledgement)
    toast({ text: told.drafted })
  }
  return (
    <div className={styles.request}>
      <h2>{words.afterSale.requests[request.kind]}</h2>
      <p className="q">“{request.words ?? words.afterSale.erased}”</p>
      <p className={styles.aside}>
        <span>{told.came(at(request.at))}</span>
        <span className={request.answeredAt === null ? "ochre" : undefined}>
          {request.answeredAt !== null
            ? told.answered(at(request.answeredAt))
            : request.answerWaits
              ? told.waits
              : told.unanswered}
        </span>
        {order !== null && <span>{told.forOrder(nameOf(order))}</span>}
      </p>
      {order === null && <NoOrder request={request} hasOthers={orders.length > 0} />}
      {order === null && orders.length > 0 && <OrderChoice request={request} orders={orders} />}
      {order !== null && refund !== null && <p className={styles.aside}>{refund}</p>}
      <div className={styles.does}>
        {conversation.answersTo !== null && (
          <Button small onClick={draft}>
            {told.draft}
          </Button>
        )}
        <Button small kind="quiet" onClick={() => drop.mutate({ params: { requestId: request.id } })}>
          {told.drop}
        </Button>
      </div>
      {drop.isError && <Failure error={drop.error} what={words.afterSale.changeFailed} />}
    </div>
  )
}

/** That nothing of theirs is on file that it can be about: the number that it names, or none at all. */
function NoOrder({ request, hasOthers }: { request: Request; hasOthers: boolean }) {
  const named = namedOrder(request.words ?? "")
  if (named !== null) return <p className={styles.aside}>{told.notOnFile(named)}</p>
  return hasOthers ? null : <p className={styles.aside}>{told.noOrder}</p>
}

/** What became of the refund that was proposed. Nothing is said of one that was dismissed. */
function refundText({ promiseId }: Request, { promises }: OpenConversation): string | null {
  if (promiseId === null) return told.noDate
  const state = promises.find(({ id }) => id === promiseId)?.state
  if (state === "proposed") return told.proposed
  if (state === "open" || state === "broken" || state === "renegotiated") return told.owed
  return state === "kept" || state === "released" ? told.settled : null
}

function OrderChoice({ request, orders }: Pick<LineProps, "request" | "orders">) {
  const choose = useChange(chooseRequestOrder)
  return (
    <>
      <select
        className={controlClass}
        aria-label={told.which}
        value=""
        onChange={(event) =>
          choose.mutate({ params: { requestId: request.id }, body: { orderId: event.target.value } })
        }
      >
        <option value="">{told.which}</option>
        {orders.map((order) => (
          <option key={order.id} value={order.id}>
            {nameOf(order)}
          </option>
        ))}
      </select>
      {choose.isError && <Failure error={choose.error} what={words.afterSale.changeFailed} />}
    </>
  )
}
