import { Link } from "@tanstack/react-router"
import { useEffect, useRef, useState } from "react"
import { confirmPromise, dismissPromise } from "../../contract/promises.ts"
import { useHere } from "../here.tsx"
import { type DueDraft, draftFrom, dueBody, dueOf } from "../promise/due-draft.ts"
import { DueField } from "../promise/due-field.tsx"
import type { ListedPromise } from "../promise/listed-promise.ts"
import { DeedField, OwnerField } from "../promise/owner-field.tsx"
import type { Reading } from "../promise/read-due.ts"
import { saidLine } from "../promise/said-line.ts"
import { useReading } from "../promise/use-reading.ts"
import { useChange } from "../queries.ts"
import { Button } from "../ui/button.tsx"
import { useKeys } from "../ui/keys.tsx"
import { Quote } from "../ui/quote.tsx"
import { Failure } from "../ui/states.tsx"
import { spokenMoment } from "../ui/time.ts"
import { useToast } from "../ui/toast.tsx"
import { words } from "../words.ts"
import styles from "./proposals.module.css"

const { proposals: texts } = words

type Props = { readonly promise: ListedPromise; readonly chosen: boolean; readonly onChoose: () => void }
type Draft = { readonly ownerId: string; readonly deed: string; readonly due: DueDraft }

/** One promise found, with who and when filled in; the chosen one has the keys. */
export function ProposalCard({ promise, chosen, onChoose }: Props) {
  const { member, slug, zone } = useHere()
  const reading = useReading()
  const [draft, setDraft] = useState<Draft>(() => ({
    ownerId: promise.owner?.id ?? member.id,
    deed: promise.deed,
    due: draftFrom(promise.dueWords, promise.dueUntil),
  }))
  const decide = useDecide(promise, draft, reading)
  const card = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (chosen) card.current?.scrollIntoView({ block: "nearest" })
  }, [chosen])
  return (
    <li
      ref={card}
      className={`${styles.card} ${chosen ? styles.on : ""}`}
      aria-current={chosen || undefined}
      onFocus={onChoose}
    >
      {chosen && <CardKeys onConfirm={decide.confirm} onDismiss={decide.dismiss} />}
      <Quote said={promise.words} />
      <p className="x mute">
        <b>{promise.customer.name ?? words.ui.unnamed}</b> · {saidLine(promise, member.id, { zone, now: reading.now })}{" "}
        {promise.conversationId !== null && (
          <Link to="/$slug/conversations/$conversationId" params={{ slug, conversationId: promise.conversationId }}>
            {texts.open}
          </Link>
        )}
      </p>
      {promise.condition !== null && <p className="x mute">{words.today.condition(promise.condition)}</p>}
      <div className={styles.fields}>
        <OwnerField ownerId={draft.ownerId} onChange={(ownerId) => setDraft({ ...draft, ownerId })} />
        <DeedField deed={draft.deed} onChange={(deed) => setDraft({ ...draft, deed })} />
        <div className={styles.due}>
          <DueField
            draft={draft.due}
            reading={reading}
            onChange={(due) => setDraft({ ...draft, due })}
            error={decide.tried && promise.condition === null ? words.fields.dueMissing : null}
          />
        </div>
      </div>
      <div className={styles.buttons}>
        <Button
          kind={chosen ? "main" : "plain"}
          {...(chosen ? { keys: "Enter" } : {})}
          onClick={decide.confirm}
          held={decide.isBusy}
        >
          {texts.confirm}
        </Button>
        <Button {...(chosen ? { keys: "N" } : {})} onClick={decide.dismiss} held={decide.isBusy}>
          {texts.dismiss}
        </Button>
      </div>
      {decide.error !== null && <Failure error={decide.error} what={texts.saveFailed} />}
    </li>
  )
}

function CardKeys({ onConfirm, onDismiss }: { onConfirm: () => void; onDismiss: () => void }) {
  useKeys("row", {
    Enter: { label: texts.keys.confirm, run: onConfirm },
    n: { label: texts.keys.dismiss, run: onDismiss },
  })
  return null
}

function useDecide(promise: ListedPromise, draft: Draft, reading: Reading) {
  const { zone } = useHere()
  const toast = useToast()
  const confirming = useChange(confirmPromise)
  const dismissing = useChange(dismissPromise)
  const [tried, setTried] = useState(false)
  const params = { promiseId: promise.id }
  const confirm = () => {
    setTried(true)
    const due = dueBody(draft.due, reading)
    const until = dueOf(draft.due, reading)?.until
    if (due === null && promise.condition === null) return
    const done = () =>
      toast({
        text:
          until === undefined
            ? texts.confirmedConditional
            : texts.confirmed(spokenMoment(until, { zone, now: reading.now })),
      })
    confirming.mutate(
      { params, body: { ownerId: draft.ownerId, deed: draft.deed, due, condition: promise.condition } },
      { onSuccess: done },
    )
  }
  const dismiss = () => dismissing.mutate({ params, body: {} }, { onSuccess: () => toast({ text: texts.dismissed }) })
  const isBusy = confirming.isPending || dismissing.isPending
  return { confirm, dismiss, tried, isBusy, error: confirming.error ?? dismissing.error }
}
