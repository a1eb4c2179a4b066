import { useQueryClient } from "@tanstack/react-query"
import { useEffect } from "react"
import type { z } from "zod"
import { listWebhookDeliveries, replayWebhookDelivery } from "../../contract/webhooks.ts"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { useChange, useRead } from "../queries.ts"
import { TextButton } from "../ui/button.tsx"
import page from "../ui/page.module.css"
import { Failure, NotYet } from "../ui/states.tsx"
import { instantOf, moment } from "../ui/time.ts"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"

const told = words.webhooks

const LOOK_AGAIN = 4_000 // milliseconds: that a program was told is no change that the desk tells open screens of

type Delivery = z.output<typeof listWebhookDeliveries.answer>["items"][number]

/** The last things that a program was told, or is to be told; each can be sent again. */
export function WebhookDeliveries({ webhookId }: { webhookId: string }) {
  const read = useRead(listWebhookDeliveries, { params: { webhookId } })
  const replay = useChange(replayWebhookDelivery)
  useLooking()
  const toast = useToast()
  if (read.data === undefined) return <NotYet read={read} what={told.failed} />
  if (read.data.items.length === 0) return <p className={page.hint}>{told.noEvents}</p>
  const again = (deliveryId: string) =>
    replay.mutate({ params: { webhookId, deliveryId } }, { onSuccess: () => toast({ text: told.replayed }) })
  return (
    <>
      <table className={page.table} style={{ marginTop: 8 }}>
        <thead>
          <tr>
            <th>{told.event}</th>
            <th>{told.when}</th>
            <th>{told.outcome}</th>
            <th>
              <span className="vh">{told.replay}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {read.data.items.map((each) => (
            <Row key={each.id} delivery={each} onReplay={() => again(each.id)} />
          ))}
        </tbody>
      </table>
      {replay.isError && <Failure error={replay.error} what={told.changeFailed} />}
    </>
  )
}

/** While the list is open, it and what waits follow what is told meanwhile. */
function useLooking(): void {
  const { slug } = useHere()
  const client = useQueryClient()
  useEffect(() => {
    const timer = setInterval(() => void client.invalidateQueries({ queryKey: [slug, "webhooks"] }), LOOK_AGAIN)
    return () => clearInterval(timer)
  }, [client, slug])
}

function Row({ delivery, onReplay }: { delivery: Delivery; onReplay: () => void }) {
  const { type, at, doneAt, problem } = delivery
  const { zone } = useHere()
  const now = useNow()
  const happened = instantOf(at)
  return (
    <tr>
      <td>
        <code>{type}</code>
      </td>
      <td data-label={told.when}>{happened !== null && moment(happened, { zone, now })}</td>
      <td data-label={told.outcome}>
        {outcomeOf(delivery, zone, now)}
        {problem !== null && <p className="x mute">{problem}</p>}
      </td>
      <td>
        {doneAt !== null && (
          <TextButton aria-label={told.replayOf(type)} onClick={onReplay}>
            {told.replay}
          </TextButton>
        )}
      </td>
    </tr>
  )
}

function outcomeOf({ doneAt, nextAt, problem }: Delivery, zone: string, now: Temporal.Instant): string {
  const [done, next] = [instantOf(doneAt), instantOf(nextAt)]
  if (done !== null) return problem === null ? told.taken(moment(done, { zone, now })) : told.gaveUp
  return next === null ? "" : told.nextTry(moment(next, { zone, now }))
}
