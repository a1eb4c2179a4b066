import type { ReactNode } from "react"
import { words } from "../words.ts"
import styles from "./quote.module.css"

/** What a person said: serif, in quotation marks, the opening one hanging where there is room. */
export function Quote({ said, children }: { said: string | null; children?: ReactNode }) {
  if (said === null) return <p className="mute">{words.ui.erased}</p>
  return (
    <p className={`q ${styles.quote}`}>
      “{said}”{children}
    </p>
  )
}
