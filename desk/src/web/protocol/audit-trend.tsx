import page from "../ui/page.module.css"
import { words } from "../words.ts"
import { type Audit, openIn, useMomentText } from "./audit-data.ts"
import styles from "./protocol.module.css"

const told = words.protocol
const HEIGHT = 72 // px of the tallest bar
const BARS_MAX = 16
const RUNS_MIN = 2 // one bar is no trend

/** How many findings were open after each change; each bar carries its count. */
export function AuditTrend({ runs }: { runs: Audit["runs"] }) {
  const at = useMomentText()
  const shown = runs.slice(-BARS_MAX)
  if (shown.length < RUNS_MIN) return null
  const tallest = Math.max(1, ...shown.map(openIn))
  const [first] = shown
  const last = shown.at(-1)
  return (
    <section className={page.section}>
      <h2>
        {told.trend} <span>{told.trendOf(shown.length)}</span>
      </h2>
      <div className={styles.trend}>
        <ol className={styles.bars}>
          {shown.map((run) => (
            <li key={run.at} title={told.run(openIn(run), at(run.at))}>
              <span>{openIn(run)}</span>
              <i style={{ height: `${Math.round((HEIGHT * openIn(run)) / tallest)}px` }} />
            </li>
          ))}
        </ol>
        {first !== undefined && last !== undefined && (
          <p className={styles.ends}>
            <span>{at(first.at)}</span>
            <span>{at(last.at)}</span>
          </p>
        )}
      </div>
    </section>
  )
}
