import { workingMinutesBetween } from "aboveboard-engine"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { Icon } from "../ui/icon.tsx"
import { boardDay, clockTime, instantOf, workingText } from "../ui/time.ts"
import { words } from "../words.ts"
import styles from "./conversation-list.module.css"
import type { ListedConversation } from "./use-conversation.ts"

const SOON = 120 // working minutes

/** What we owe in a conversation and by when, or that nothing is owed. */
export function OwedLine({ conversation }: { conversation: ListedConversation }) {
  const { calendar, zone } = useHere()
  const now = useNow()
  const told = words.conversation
  const due = instantOf(conversation.owesUntil)
  const waits = conversation.awaitingSince !== null
  if (conversation.owes === 0) return <span className={styles.owed}>{waits ? told.awaiting : told.owesNothing}</span>
  const owes = told.owes(conversation.owes)
  if (due === null) return <span className={styles.owed}>{owes}</span>
  if (Temporal.Instant.compare(due, now) < 0) {
    const late = workingMinutesBetween(calendar, due, now)
    return (
      <span className={`${styles.owed} ${styles.late}`}>
        <Icon name="late" small />
        {told.owesLate(owes, late < 1 ? null : workingText(late))}
      </span>
    )
  }
  const left = workingMinutesBetween(calendar, now, due)
  const day = boardDay(due, { zone, now })
  return (
    <span className={styles.owed}>
      {day === "" && <Icon name="clock" small />}
      {left <= SOON
        ? told.owesLeft(owes, workingText(left))
        : told.owesDue(owes, `${day} ${clockTime(due, zone)}`.trim())}
    </span>
  )
}
