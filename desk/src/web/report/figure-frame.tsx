import { Link } from "@tanstack/react-router"
import type { ReactNode } from "react"
import { useHere } from "../here.tsx"
import page from "../ui/page.module.css"
import { Empty, Failure, Loading } from "../ui/states.tsx"
import { useTitle } from "../ui/use-title.ts"
import { words } from "../words.ts"
import { type ReportSearch, dayText } from "./period.ts"
import styles from "./report.module.css"

const told = words.report

type Props = {
  readonly title: string
  readonly read: {
    readonly data: { readonly count: number; readonly items: readonly unknown[] } | undefined
    readonly error: Error | null
    readonly refetch: () => unknown
  }
  readonly asked: { readonly first: Temporal.PlainDate; readonly last: Temporal.PlainDate }
  readonly search: ReportSearch
  /** As it is now, whatever the period. */
  readonly isNow?: boolean
  readonly children: ReactNode
}

/** The page of a list behind a figure: what it is of, how many, and the way back; the table where there is something in it. */
export function FigureFrame({ title, read, asked, search, isNow = false, children }: Props) {
  const { slug } = useHere()
  useTitle(`${title}, ${told.title}`)
  const { data, error } = read
  return (
    <main id="main" className={page.page}>
      <p className={styles.back}>
        <Link to="/$slug/report" params={{ slug }} search={search}>
          {told.behind.back}
        </Link>
      </p>
      <div className={page.head}>
        <h1>{title}</h1>
        <span className="mute">
          {data !== undefined && `${told.behind.count(data.items.length, data.count)} · `}
          {isNow ? told.behind.now : told.fromUntil(dayText(asked.first, asked.last), dayText(asked.last, null))}
        </span>
      </div>
      {error !== null && <Failure error={error} what={told.behind.failed} onRetry={() => void read.refetch()} />}
      {data === undefined && error === null && <Loading rows={8} />}
      {data?.items.length === 0 && <Empty title={told.behind.empty} />}
      {data !== undefined && data.items.length > 0 && children}
    </main>
  )
}
