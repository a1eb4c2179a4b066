import { useState } from "react"
import type { z } from "zod"
import { deleteWebhook, type listWebhooks, renewWebhookSecret } from "../../contract/webhooks.ts"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { TextButton } from "../ui/button.tsx"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { Failure } from "../ui/states.tsx"
import { instantOf, moment } from "../ui/time.ts"
import { words } from "../words.ts"
import { Secret } from "./secret.tsx"
import styles from "./settings.module.css"
import { WebhookDeliveries } from "./webhook-deliveries.tsx"

const told = words.webhooks

type Webhook = z.output<typeof listWebhooks.answer>["items"][number]

export function WebhookRow({ webhook: { id, url, topics, waiting, failed, oldSecretUntil } }: { webhook: Webhook }) {
  const { zone } = useHere()
  const now = useNow()
  const renew = useChange(renewWebhookSecret)
  const remove = useChange(deleteWebhook)
  const [isOpen, setOpen] = useState(false)
  const [isRemoving, setRemoving] = useState(false)
  const params = { webhookId: id }
  const until = instantOf(oldSecretUntil)
  const isOldGood = until !== null && Temporal.Instant.compare(now, until) < 0
  const error = renew.error ?? remove.error
  const states = [...(waiting > 0 ? [told.waiting(waiting)] : []), ...(failed > 0 ? [told.givenUp(failed)] : [])]
  return (
    <li style={{ display: "block" }}>
      <b style={{ overflowWrap: "anywhere" }}>{url}</b>
      <p className="mute">
        {topics.map((topic) => told.topicNames[topic]).join(", ")} ·{" "}
        {states.length === 0 ? told.allTaken : states.join(", ")}
        {isOldGood && ` · ${told.bothSign(moment(until, { zone, now }))}`}
      </p>
      <span className={styles.actions}>
        <TextButton aria-label={told.showOf(url)} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {told.show}
        </TextButton>
        <TextButton aria-label={told.renewOf(url)} onClick={() => renew.mutate({ params })}>
          {told.renew}
        </TextButton>
        <TextButton aria-label={told.removeOf(url)} onClick={() => setRemoving(true)}>
          {told.remove}
        </TextButton>
      </span>
      {renew.data !== undefined && <Secret hint={told.renewedShown} text={renew.data.secret} copy={told.copy} />}
      {error !== null && <Failure error={error} what={told.changeFailed} />}
      {isOpen && <WebhookDeliveries webhookId={id} />}
      {isRemoving && (
        <Dialog
          title={told.removeTitle}
          onClose={() => setRemoving(false)}
          onSubmit={() => remove.mutate({ params }, { onError: () => setRemoving(false) })}
          foot={<DialogFoot does={told.remove} busy={remove.isPending} />}
        >
          <p style={{ overflowWrap: "anywhere" }}>{url}</p>
          <p className="mute">{told.removeHint(waiting)}</p>
        </Dialog>
      )}
    </li>
  )
}
