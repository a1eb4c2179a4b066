import type { ReactNode } from "react"
import page from "../ui/page.module.css"
import styles from "./imports.module.css"

const LINES_MAX = 200 // of the preview
const PROBLEMS_MAX = 100

type Props<Line> = {
  readonly told: {
    readonly sum: (added: number, changed: number, same: number) => string
    readonly problems: (count: number) => string
    readonly others: (count: number) => string
  }
  readonly counts: { readonly new: number; readonly changed: number; readonly same: number }
  readonly problems: readonly string[]
  /** Those that change something. */
  readonly lines: readonly Line[]
  readonly keyOf: (line: Line) => string | number
  readonly children: (line: Line) => ReactNode
}

/** What a file would change, before it does: how much, what is left out and why, and each line. `children` are its cells. */
export function PreviewPart<Line>({ told, counts, problems, lines, keyOf, children }: Props<Line>) {
  return (
    <section className={styles.preview} aria-live="polite">
      <h3>{told.sum(counts.new, counts.changed, counts.same)}</h3>
      {problems.length > 0 && (
        <div className={styles.unread}>
          <b>{told.problems(problems.length)}</b>
          <ul>
            {problems.slice(0, PROBLEMS_MAX).map((problem, index) => (
              <li key={index}>{problem}</li>
            ))}
          </ul>
          {problems.length > PROBLEMS_MAX && told.others(problems.length - PROBLEMS_MAX)}
        </div>
      )}
      {lines.length > 0 && (
        <table className={page.table}>
          <tbody>
            {lines.slice(0, LINES_MAX).map((line) => (
              <tr key={keyOf(line)}>{children(line)}</tr>
            ))}
          </tbody>
        </table>
      )}
      {lines.length > LINES_MAX && <p className="mute x">{told.others(lines.length - LINES_MAX)}</p>}
    </section>
  )
}
