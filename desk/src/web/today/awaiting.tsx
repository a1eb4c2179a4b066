import { Link } from "@tanstack/react-router"
import { workingMinutesBetween } from "aboveboard-engine"
import { shownLastWords } from "../conversations/last-words.ts"
import { useHere } from "../here.tsx"
import { boardDay, clockTime, instantOf, workingText } from "../ui/time.ts"
import { words } from "../words.ts"
import styles from "./awaiting.module.css"
import board from "./board.module.css"
import type { Today, TodayChoice } from "./today-data.ts"

type Props = { readonly today: Today; readonly now: Temporal.Instant; readonly choice: TodayChoice }

/** Conversations in which the customer spoke last, the longest wait first. */
export function Awaiting({ today, now, choice }: Props) {
  const { slug, member } = useHere()
  const shown = today.awaiting.filter((each) => {
    if (choice.customer !== null && each.customer.id !== choice.customer) return false
    return choice.filter !== "mine" || each.assignee?.id === member.id
  })
  if (shown.length === 0 || choice.filter === "waiting" || choice.filter === "risk") return null
  const isWhole = choice.filter === "all" && choice.customer === null
  const more = isWhole ? today.awaitingCount - shown.length : 0
  return (
    <section className={`${board.group} ${styles.section}`} aria-labelledby="awaiting">
      <h2 id="awaiting">
        {words.today.lists.awaiting} <span className={board.count}>{isWhole ? today.awaitingCount : shown.length}</span>
      </h2>
      <ol>
        {shown.map((each) => (
          <AwaitingRow key={each.id} conversation={each} now={now} />
        ))}
      </ol>
      {more > 0 && (
        <p className={styles.more}>
          <Link to="/$slug/conversations" params={{ slug }}>
            {words.today.moreAwaiting(more)}
          </Link>
        </p>
      )}
    </section>
  )
}

function AwaitingRow({ conversation, now }: { conversation: Today["awaiting"][number]; now: Temporal.Instant }) {
  const { slug, calendar, zone, member } = useHere()
  const since = instantOf(conversation.awaitingSince) ?? now
  const day = boardDay(since, { now, zone })
  const { assignee } = conversation
  return (
    <li>
      <Link
        className={`${board.row} ${styles.row}`}
        to="/$slug/conversations/$conversationId"
        params={{ slug, conversationId: conversation.id }}
      >
        <div className={board.due}>
          <time dateTime={since.toString()}>{clockTime(since, zone)}</time>
          {day !== "" && <small>{day}</small>}
        </div>
        <div className={board.left}>{words.today.waited(workingText(workingMinutesBetween(calendar, since, now)))}</div>
        <div className={board.said}>
          <p className={styles.who}>
            <b>{conversation.customer.name ?? words.ui.unnamed}</b>
            <span className="mute">
              {" "}
              · {words.today.channels[conversation.channel]}
              {conversation.subject !== null && ` · ${conversation.subject}`}
            </span>
          </p>
          <p className={styles.last}>{shownLastWords(conversation.lastWords)}</p>
        </div>
        <div className={`${board.who} ${styles.assignee}`}>
          {assignee?.id === member.id ? (
            <b>{words.ui.you}</b>
          ) : (
            (assignee?.name ?? <span className="mute">{words.today.nobodyHasIt}</span>)
          )}
        </div>
      </Link>
    </li>
  )
}
