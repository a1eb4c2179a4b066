import { Link } from "@tanstack/react-router"
import { memo } from "react"
import { type Here, useHere } from "../here.tsx"
import { ChasedLine } from "../promise/chased-line.tsx"
import { ChosenActions } from "../promise/chosen-actions.tsx"
import type { ListedPromise, Weighed } from "../promise/listed-promise.ts"
import { usePromiseDialogs } from "../promise/promise-dialogs.tsx"
import { saidLine } from "../promise/said-line.ts"
import { WeighingSum } from "../promise/weighing.tsx"
import { BrokenBadge, DueBadge } from "../ui/due-badge.tsx"
import { Quote } from "../ui/quote.tsx"
import { type When, boardDay, clockTime, fullMoment, instantOf, moment } from "../ui/time.ts"
import { words } from "../words.ts"
import styles from "./board.module.css"

type Props = {
  readonly promise: ListedPromise
  /** Working minutes; null without a due time. */
  readonly left: number | null
  /** Null where it is not at risk. */
  readonly weighed: Weighed | null
  readonly now: Temporal.Instant
  readonly chosen: boolean
  readonly onChoose: (id: string) => void
}

/** One promise on the board: due time, time left, the words, owner, what it waits on; its keys when it is chosen. */
export const BoardRow = memo(function BoardRow({ promise, left, weighed, now, chosen, onChoose }: Props) {
  const here = useHere()
  const due = instantOf(promise.dueUntil)
  const when = { now, zone: here.zone }
  return (
    <li
      id={rowId(promise.id)}
      className={`${styles.row} ${chosen ? styles.on : ""}`}
      tabIndex={chosen ? 0 : -1}
      aria-current={chosen || undefined}
      onClick={() => onChoose(promise.id)}
      onFocus={() => onChoose(promise.id)}
    >
      <Due due={due} when={when} />
      <Left promise={promise} due={due} left={left} when={when} />
      <div className={styles.said}>
        <Quote said={promise.words} />
        <Meta promise={promise} here={here} when={when} />
        <ChasedLine chased={promise.chased} when={when} className={`${styles.meta} ${styles.chased}`} />
        {weighed !== null && due !== null && <Risk promise={promise} weighed={weighed} due={due} now={now} />}
      </div>
      <Owner promise={promise} memberId={here.member.id} />
      <Waiting promise={promise} when={when} />
      {chosen && <ChosenActions promise={promise} />}
    </li>
  )
})

export function rowId(promiseId: string): string {
  return `promise-${promiseId}`
}

function Due({ due, when }: { due: Temporal.Instant | null; when: When }) {
  if (due === null) return <div className={`${styles.due} ${styles.none}`}>{words.today.noDue}</div>
  const day = boardDay(due, when)
  return (
    <div className={styles.due}>
      <time dateTime={due.toString()}>{clockTime(due, when.zone)}</time>
      {day !== "" && <small>{day}</small>}
    </div>
  )
}

type LeftProps = { promise: ListedPromise; due: Temporal.Instant | null; left: number | null; when: When }

function Left({ promise, due, left, when }: LeftProps) {
  const title = due === null ? {} : { title: words.promise.dueTitle(fullMoment(due, when), when.zone) }
  return (
    <div className={styles.left}>
      {promise.state === "broken" && <BrokenBadge left={left} {...title} />}
      {promise.state !== "broken" && left !== null && due !== null && (
        <DueBadge left={left} late={due.epochMilliseconds < when.now.epochMilliseconds} {...title} />
      )}
    </div>
  )
}

function Meta({ promise, here, when }: { promise: ListedPromise; here: Here; when: When }) {
  const { today, ui } = words
  const { delivery } = promise
  return (
    <>
      <p className={styles.meta}>
        <Link
          to="/$slug/customers/$customerId"
          params={{ slug: here.slug, customerId: promise.customer.id }}
          tabIndex={-1}
        >
          {promise.customer.name ?? ui.unnamed}
        </Link>{" "}
        · {saidLine(promise, here.member.id, when)}
        {delivery === "waiting" && <> · {today.delivery.waiting}</>}
        {(delivery === "failed" || delivery === "bounced") && (
          <span className="red"> · {today.delivery[delivery]}</span>
        )}
      </p>
      {promise.condition !== null && !promise.conditionMet && (
        <p className={styles.meta}>{today.condition(promise.condition)}</p>
      )}
    </>
  )
}

type RiskProps = { promise: ListedPromise; weighed: Weighed; due: Temporal.Instant; now: Temporal.Instant }

function Risk({ promise, weighed, due, now }: RiskProps) {
  const dialogs = usePromiseDialogs()
  const takeHonest = () => dialogs.open("date", promise, instantOf(weighed.honest) ?? undefined)
  return <WeighingSum weighed={weighed} deed={promise.deed} due={due} now={now} onHonest={takeHonest} keys="H" />
}

function Owner({ promise: { owner }, memberId }: { promise: ListedPromise; memberId: string }) {
  return (
    <div className={styles.who}>
      {owner?.id === memberId ? <b>{words.ui.you}</b> : (owner?.name ?? words.ui.nobody)}
    </div>
  )
}

function Waiting({ promise: { waiting }, when }: { promise: ListedPromise; when: When }) {
  if (waiting === null)
    return (
      <div className={styles.wait}>
        <span className="mute">{words.today.us}</span>
      </div>
    )
  const since = instantOf(waiting.since)
  const asked = since === null ? "" : words.today.asked(moment(since, when))
  return (
    <div className={styles.wait}>
      {words.today.waitingOn[waiting.on]}
      <small>{[waiting.note ?? "", asked].filter((part) => part !== "").join(", ")}</small>
    </div>
  )
}
