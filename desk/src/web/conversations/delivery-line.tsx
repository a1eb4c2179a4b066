import { Link } from "@tanstack/react-router"
import { useEffect, useState } from "react"
import { cancelMessage, retryMessage } from "../../contract/messages.ts"
import { useEdge, useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { useChange } from "../queries.ts"
import { TextButton } from "../ui/button.tsx"
import { Icon } from "../ui/icon.tsx"
import { Failure } from "../ui/states.tsx"
import { instantOf, moment, spokenMoment } from "../ui/time.ts"
import { words } from "../words.ts"
import styles from "./message.module.css"
import type { ShownMessage } from "./use-conversation.ts"

const told = words.conversation.delivery

/** What is known of the way of a message of ours. Acceptance by our server is the most that is ever said. */
export function DeliveryLine({ message }: { message: ShownMessage }) {
  switch (message.delivery) {
    case null:
      return message.outside ? <p className={styles.delivery}>{told.outside}</p> : null
    case "waiting":
      return message.leavesAt === null ? (
        <NoServer message={message} />
      ) : (
        <Waiting message={message} leavesAt={message.leavesAt} />
      )
    case "accepted":
      return <Accepted message={message} />
    case "failed":
    case "bounced":
      return <NotThere message={message} />
    case "cancelled":
      return null // the body says so
    default:
      throw new Error(`unknown delivery ${message.delivery satisfies never}`)
  }
}

function Waiting({ message, leavesAt }: { message: ShownMessage; leavesAt: string }) {
  const { zone } = useHere()
  const seconds = useSecondsUntil(leavesAt)
  const now = useNow()
  const at = instantOf(leavesAt)
  if (message.attempts > 0 && at !== null) {
    return (
      <p className={styles.delivery} data-tone="look">
        <Icon name="risk" small />
        <span>
          {told.retries(spokenMoment(at, { zone, now }))}: {sentence(message.problem)} <Retry messageId={message.id} />
        </span>
      </p>
    )
  }
  return (
    <p className={styles.delivery}>
      <Icon name="clock" small />
      {seconds > 0 ? told.leaves(seconds) : told.waiting}
      {seconds > 0 && <Stop messageId={message.id} />}
    </p>
  )
}

function NoServer({ message }: { message: ShownMessage }) {
  const { slug, member, workspace } = useHere()
  return (
    <p className={styles.delivery} data-tone="look">
      <Icon name="risk" small />
      <span>
        {told.noServer}.{" "}
        {workspace.kind === "sample" ? (
          told.sample
        ) : member.role === "admin" ? (
          <Link to="/$slug/settings/$part" params={{ slug, part: "mail" }}>
            {told.noServerLink}
          </Link>
        ) : (
          told.noServerAsk
        )}{" "}
        <Stop messageId={message.id} />
      </span>
    </p>
  )
}

function Accepted({ message }: { message: ShownMessage }) {
  const { zone } = useHere()
  const now = useNow()
  const at = instantOf(message.acceptedAt)
  return (
    <p className={styles.delivery}>
      <Icon name="check" small />
      {told.accepted(at === null ? "" : moment(at, { zone, now }))}
    </p>
  )
}

function NotThere({ message }: { message: ShownMessage }) {
  const isBounce = message.delivery === "bounced"
  return (
    <div className={styles.delivery} data-tone="red" role="alert">
      <Icon name="late" small />
      <span>
        <b>{isBounce ? told.bounced : told.failed}</b> {sentence(message.problem)}{" "}
        {isBounce ? told.bouncedHint : told.failedSafe} {!isBounce && <Retry messageId={message.id} />}
      </span>
    </div>
  )
}

/** Servers end their sentences or do not. */
function sentence(text: string | null): string {
  return text === null || /[.!?]$/.test(text) ? (text ?? "") : `${text}.`
}

function Retry({ messageId }: { messageId: string }) {
  const retry = useChange(retryMessage)
  return (
    <>
      <TextButton disabled={retry.isPending} onClick={() => retry.mutate({ params: { messageId } })}>
        {told.retry}
      </TextButton>
      {retry.isError && <Failure error={retry.error} what={told.retryFailed} />}
    </>
  )
}

function Stop({ messageId }: { messageId: string }) {
  const stop = useChange(cancelMessage)
  return (
    <>
      <TextButton disabled={stop.isPending} onClick={() => stop.mutate({ params: { messageId } })}>
        {words.composer.sent.stop}
      </TextButton>
      {stop.isError && <Failure error={stop.error} what={words.composer.sent.tooLate} />}
    </>
  )
}

const SECOND = 1_000 // milliseconds

/** Whole seconds left, counted down. */
function useSecondsUntil(leavesAt: string): number {
  const { clock } = useEdge()
  const leaves = instantOf(leavesAt)?.epochMilliseconds ?? 0
  const left = () => Math.max(0, Math.ceil((leaves - clock.now().epochMilliseconds) / SECOND))
  const [, setTick] = useState(0)
  const isOver = left() === 0
  useEffect(() => {
    if (isOver) return
    const timer = setInterval(() => setTick((tick) => tick + 1), SECOND)
    return () => clearInterval(timer)
  }, [isOver])
  return left()
}
