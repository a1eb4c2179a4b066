import { Link } from "@tanstack/react-router"
import type { ReactNode } from "react"
import { useHere } from "../here.tsx"
import type { ReportSearch } from "./period.ts"
import styles from "./report.module.css"

/** A section of figures, a line each, as in book-keeping; the double rule closes a total. */
export function Lines({ title, note, children }: { title: string; note?: string | undefined; children: ReactNode }) {
  return (
    <section>
      <h2>
        {title} {note !== undefined && <small>{note}</small>}
      </h2>
      <dl className={styles.lines}>{children}</dl>
    </section>
  )
}

export function Line({ name, isTotal = false, children }: { name: ReactNode; isTotal?: boolean; children: ReactNode }) {
  return (
    <div className={isTotal ? styles.total : ""}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

type CountedProps = {
  readonly figure: string
  readonly count: number
  readonly search: ReportSearch
  readonly children?: ReactNode
}

/** A count that opens the list behind it; `children` is shown instead where a share stands for it. */
export function Counted({ figure, count, search, children = count }: CountedProps) {
  const { slug } = useHere()
  if (count === 0) return <>{children}</>
  return (
    <Link
      to="/$slug/report/promises"
      params={{ slug }}
      search={{ ...search, figure }}
      className={styles.count}
      data-row
    >
      {children}
    </Link>
  )
}
