import type { ReactNode } from "react"
import type { Review } from "aboveboard-engine"
import { Icon } from "../../ui/icon.tsx"
import type { Decision } from "./decisions.ts"
import styles from "./review-bar.module.css"
import { verdictOf } from "./verdict.ts"

/** The verdict as a sentence, spoken only when it changes, and the way out. */
export function ReviewBar({
  review,
  decisions,
  factCount,
  children,
}: {
  review: Review | null
  factCount: number | null
  decisions: readonly Decision[]
  children: ReactNode
}) {
  const verdict = verdictOf(review, decisions, factCount)
  return (
    <div className={styles.bar}>
      <output className={styles.verdict} data-tone={verdict.tone}>
        {verdict.icon !== null && <Icon name={verdict.icon} />}
        {verdict.text}
        {verdict.extra !== "" && <span className={styles.extra}>{verdict.extra}</span>}
      </output>
      <div className={styles.acts}>{children}</div>
    </div>
  )
}
