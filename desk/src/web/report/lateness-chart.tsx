import { Link } from "@tanstack/react-router"
import type { PromiseFigures } from "../../ledger/trust-report.ts"
import { useHere } from "../here.tsx"
import { workingText } from "../ui/time.ts"
import { words } from "../words.ts"
import type { ReportSearch } from "./period.ts"
import styles from "./report.module.css"

const told = words.report

const HEIGHT = 110 // px of the tallest bar
const EARLY = 3 // bars before the time we gave

/** Each bar carries its count and opens its list; late bars are hatched, so that colour is not all that says it. */
export function LatenessChart({
  lateness,
  broken,
  search,
}: {
  lateness: PromiseFigures["lateness"]
  broken: number
  search: ReportSearch
}) {
  const tallest = Math.max(1, ...lateness.counts)
  const lateCount = lateness.counts.slice(EARLY).reduce((sum, count) => sum + count, 0)
  return (
    <section>
      <h2>
        {told.lateness} <small>{told.latenessOf(lateness.n)}</small>
      </h2>
      <ol className={styles.bars}>
        {told.bars.map((name, bar) => (
          <Bar key={name} name={name} bar={bar} count={lateness.counts[bar] ?? 0} tallest={tallest} search={search} />
        ))}
      </ol>
      <p className={styles.note}>
        {lateness.medianLate === null ? told.noneLate : told.medianLate(workingText(lateness.medianLate), lateCount)}{" "}
        {broken > 0 && told.brokenNotShown(broken)}
      </p>
    </section>
  )
}

function Bar({
  name,
  bar,
  count,
  tallest,
  search,
}: {
  name: string
  bar: number
  count: number
  tallest: number
  search: ReportSearch
}) {
  const { slug } = useHere()
  const isLate = bar >= EARLY
  return (
    <li className={isLate ? styles.lateBar : styles.bar}>
      {bar === EARLY && <span className={styles.gave}>{told.timeWeGave}</span>}
      <Link to="/$slug/report/promises" params={{ slug }} search={{ ...search, figure: `lateness:${bar}` }}>
        <span className={styles.column}>
          <b>{count}</b>
          <i style={{ height: `${count === 0 ? 0 : Math.max(2, Math.round((HEIGHT * count) / tallest))}px` }} />
        </span>
        <span className={styles.label}>{name}</span>
      </Link>
    </li>
  )
}
