import type { ReactNode } from "react"
import styles from "./letter.module.css"

/** What the customer will read, between the rules that frame a letter. */
export function Letter({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h3>{title}</h3>
      <blockquote className={styles.letter}>{children}</blockquote>
    </>
  )
}
