import { Link } from "@tanstack/react-router"
import { workingMinutesBetween } from "aboveboard-engine"
import { useRef } from "react"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { ChasedLine } from "../promise/chased-line.tsx"
import { ChosenActions } from "../promise/chosen-actions.tsx"
import { usePromiseKeys } from "../promise/use-promise-keys.ts"
import { BrokenBadge, DueBadge } from "../ui/due-badge.tsx"
import { boardDay, clockTime, fullMoment, instantOf } from "../ui/time.ts"
import { useFocusWithin } from "../ui/use-focus-within.ts"
import { words } from "../words.ts"
import styles from "./rail.module.css"
import type { ShownPromise } from "./use-conversation.ts"

const told = words.conversation.rail

type Props = {
  readonly promise: ShownPromise
  /** The conversation that the reader is in; null elsewhere. */
  readonly conversationId: string | null
  readonly isChosen: boolean
  readonly onChoose: (promiseId: string) => void
}

/** A promise that we owe this customer; with the focus on it, its keys settle it. */
export function RailPromise({ promise, conversationId, isChosen, onChoose }: Props) {
  const place = useRef<HTMLLIElement>(null)
  usePromiseKeys("row", useFocusWithin(place) ? promise : null)
  const { zone } = useHere()
  const now = useNow()
  const choose = () => onChoose(promise.id)
  return (
    <li ref={place} className={styles.row} data-chosen={isChosen || undefined}>
      <button
        type="button"
        className={styles.choose}
        aria-expanded={isChosen}
        data-rail-row
        onFocus={choose}
        onClick={choose}
      >
        <span className="q">“{promise.words ?? words.conversation.erased}”</span>
      </button>
      <Due promise={promise} />
      <p className={styles.meta}>
        {promise.owner?.name ?? told.nobody}
        {promise.waiting !== null && <> · {told.waitingOn(promise.waiting.note ?? told.on[promise.waiting.on])}</>}
        {promise.delivery === "waiting" && <> · {told.onItsWay}</>}
        {promise.conversationId !== null && promise.conversationId !== conversationId && (
          <Elsewhere promise={promise} isOther={conversationId !== null} />
        )}
      </p>
      {promise.condition !== null && !promise.conditionMet && (
        <p className={styles.meta}>{told.condition(promise.condition)}</p>
      )}
      <ChasedLine chased={promise.chased} when={{ zone, now }} className={styles.meta} />
      {isChosen && <ChosenActions promise={promise} />}
    </li>
  )
}

function Due({ promise }: { promise: ShownPromise }) {
  const { calendar, zone } = useHere()
  const now = useNow()
  const due = instantOf(promise.dueUntil)
  if (due === null) return <p className={styles.due}>{told.noDue}</p>
  const late = Temporal.Instant.compare(due, now) < 0
  const left = Math.trunc(workingMinutesBetween(calendar, now, due))
  const title = words.promise.dueTitle(fullMoment(due, { zone, now }), zone)
  return (
    <p className={styles.due}>
      <b>{[boardDay(due, { zone, now }), clockTime(due, zone)].filter(Boolean).join(", ")}</b>
      {promise.state === "broken" ? (
        <BrokenBadge left={left} title={title} />
      ) : (
        <DueBadge left={left} late={late} title={title} />
      )}
    </p>
  )
}

function Elsewhere({ promise, isOther }: { promise: ShownPromise; isOther: boolean }) {
  const { slug } = useHere()
  if (promise.conversationId === null) return null
  return (
    <>
      {" · "}
      <Link to="/$slug/conversations/$conversationId" params={{ slug, conversationId: promise.conversationId }}>
        {isOther ? told.elsewhere : told.conversation}
      </Link>
    </>
  )
}
