import { SOON_MINUTES } from "../../ledger/board.ts"
import { words } from "../words.ts"
import styles from "./due-badge.module.css"
import { Icon } from "./icon.tsx"
import { workingText } from "./time.ts"

/**
 * How much working time is left or has passed: "2 h 12 late", "33 min left". `late` says on which side of the due time
 * we are, because outside working hours no working time has passed yet. `title` holds the clock time and the zone.
 */
export function DueBadge({ left, late, title }: { left: number; late: boolean; title?: string }) {
  if (late) {
    return (
      <span className={styles.late} title={title}>
        <Icon name="late" />
        {lateText(left)}
      </span>
    )
  }
  const soon = left <= SOON_MINUTES
  return (
    <span className={soon ? styles.soon : styles.left} title={title}>
      {soon && <Icon name="clock" />}
      {words.promise.left(workingText(left))}
    </span>
  )
}

/** Broken: the cross and the word, with how late it is. */
export function BrokenBadge({ left, title }: { left: number | null; title?: string }) {
  return (
    <span className={styles.broken} title={title}>
      <span className={styles.late}>
        <Icon name="x" />
        {words.promise.states.broken}
      </span>
      {left !== null && left < 0 && <small className={styles.how}>{lateText(left)}</small>}
    </span>
  )
}

/** Past due outside working hours, no working time has passed yet. */
function lateText(left: number): string {
  return left > -1 ? words.promise.lateAtAll : words.promise.late(workingText(left))
}
