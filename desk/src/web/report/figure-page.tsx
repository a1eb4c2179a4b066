import { Link, useSearch } from "@tanstack/react-router"
import { listBehindFigure } from "../../contract/trust-report.ts"
import type { AnswerOf } from "../api.ts"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { useRead } from "../queries.ts"
import page from "../ui/page.module.css"
import { Empty, Failure, Loading } from "../ui/states.tsx"
import { instantOf, moment } from "../ui/time.ts"
import { useRowKeys } from "../ui/use-row-keys.ts"
import { useTitle } from "../ui/use-title.ts"
import { words } from "../words.ts"
import { dayText } from "./period.ts"
import styles from "./report.module.css"
import { useAsked } from "./use-report.ts"

const told = words.report

type Behind = AnswerOf<typeof listBehindFigure>["items"][number]

/** The promises behind one figure of the report. */
export function FigurePage() {
  const { slug } = useHere()
  const { figure, ...search } = useSearch({ from: "/$slug/report/promises" })
  const title = titleOf(figure)
  useTitle(`${title}, ${told.title}`)
  const asked = useAsked(search)
  const read = useRead(listBehindFigure, { query: { ...asked.query, figure } })
  const rows = useRowKeys(told.keys)
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
          {read.data !== undefined && `${told.behind.count(read.data.items.length, read.data.count)} · `}
          {told.fromUntil(dayText(asked.first, asked.last), dayText(asked.last, null))}
        </span>
      </div>
      {read.error !== null && (
        <Failure error={read.error} what={told.behind.failed} onRetry={() => void read.refetch()} />
      )}
      {read.data === undefined && read.error === null && <Loading rows={8} />}
      {read.data?.items.length === 0 && <Empty title={told.behind.empty} />}
      {read.data !== undefined && read.data.items.length > 0 && (
        <table className={page.table}>
          <thead>
            <tr>
              <th>{told.behind.columns.words}</th>
              <th>{told.behind.columns.customer}</th>
              <th>{told.behind.columns.due}</th>
              <th>{told.behind.columns.ended}</th>
            </tr>
          </thead>
          <tbody ref={rows}>
            {read.data.items.map((promise) => (
              <Row key={promise.id} promise={promise} />
            ))}
          </tbody>
        </table>
      )}
    </main>
  )
}

function Row({ promise }: { promise: Behind }) {
  const { slug, zone } = useHere()
  const now = useNow()
  const at = (text: string | null) => {
    const instant = instantOf(text)
    return instant === null ? told.behind.noDue : moment(instant, { zone, now })
  }
  const ended = promise.state === "broken" ? promise.brokenAt : (promise.evidence?.at ?? promise.settledAt)
  return (
    <tr>
      <td>
        <Link
          to="/$slug/promises/$promiseId"
          params={{ slug, promiseId: promise.id }}
          className={styles.words}
          data-row
        >
          {promise.words === null ? told.behind.erased : `“${promise.words}”`}
        </Link>
      </td>
      <td>{promise.customer.name}</td>
      <td className={page.number} data-label={told.behind.columns.due}>
        {at(promise.dueUntil)}
      </td>
      <td className={page.number} data-label={told.behind.columns.ended}>
        {at(ended)}
      </td>
    </tr>
  )
}

function titleOf(figure: string): string {
  const [kind, name = ""] = figure.split(":")
  const outcomes: Readonly<Record<string, string>> = told.outcomes
  const evidence: Readonly<Record<string, string>> = told.evidenceKinds
  if (kind === "outcome") return outcomes[name] ?? told.behind.closed
  if (kind === "evidence") return evidence[name] ?? told.behind.closed
  if (kind === "lateness") return told.behind.lateness(told.bars[Number(name)] ?? "")
  return told.behind.closed
}
