import { Link } from "@tanstack/react-router"
import { confirmPromise, dismissPromise } from "../../contract/promises.ts"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { standsAsSaid } from "../promise/stands-as-said.ts"
import { useChange } from "../queries.ts"
import { Button } from "../ui/button.tsx"
import { Failure } from "../ui/states.tsx"
import { instantOf, spokenMoment } from "../ui/time.ts"
import { words } from "../words.ts"
import { standardDue } from "./draft/card.ts"
import styles from "./rail.module.css"
import type { ShownPromise } from "./use-conversation.ts"

const told = words.conversation.rail

/** A promise that was found and that no person has confirmed: who and when as they would be recorded, then yes or no. */
export function RailProposal({ promise }: { promise: ShownPromise }) {
  const { slug, zone, calendar } = useHere()
  const now = useNow()
  const terms = useTerms(promise)
  const confirm = useChange(confirmPromise)
  const dismiss = useChange(dismissPromise)
  const params = { promiseId: promise.id }
  const due = instantOf(terms.due?.until)
  const when = due === null ? told.noDue : spokenMoment(due, { zone, now })
  const isOver = due !== null && !standsAsSaid(due, { now, zone, calendar })
  return (
    <li className={styles.row}>
      <p className="q">“{promise.words ?? words.conversation.erased}”</p>
      <p className={styles.meta}>
        {terms.ownerName} · {terms.isFilledIn ? told.filledIn(when) : when}
        {isOver && <span className="ochre"> · {told.dueOver}</span>}
      </p>
      {promise.condition !== null && <p className={styles.meta}>{told.condition(promise.condition)}</p>}
      <div className={styles.answers}>
        {!isOver && (
          <Button small onClick={() => confirm.mutate({ params, body: { ownerId: terms.ownerId, due: terms.due } })}>
            {told.confirm}
          </Button>
        )}
        <Button small kind="quiet" onClick={() => dismiss.mutate({ params, body: {} })}>
          {told.dismiss}
        </Button>
        <Link to="/$slug/proposals" params={{ slug }} className={styles.change}>
          {isOver ? told.setDue : told.change}
        </Link>
      </div>
      {confirm.isError && <Failure error={confirm.error} what={told.notConfirmed} />}
      {dismiss.isError && <Failure error={dismiss.error} what={told.notDismissed} />}
    </li>
  )
}

/** What confirming records: the owner it was given, else the reader; the time found, else the standard one. */
function useTerms(promise: ShownPromise) {
  const { member, calendar } = useHere()
  const now = useNow()
  const owner = promise.owner ?? { id: member.id, name: member.name }
  const isOpen = promise.dueUntil === null && promise.condition === null
  const until = isOpen ? standardDue({ now, calendar, me: member, members: [] }).toString() : promise.dueUntil
  return {
    ownerId: owner.id,
    ownerName: owner.name,
    due: until === null ? null : { until, words: promise.dueWords },
    isFilledIn: isOpen,
  }
}
