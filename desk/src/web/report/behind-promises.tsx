import { Link } from "@tanstack/react-router"
import { listBehindFigure } from "../../contract/trust-report.ts"
import type { AnswerOf } from "../api.ts"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { useRead } from "../queries.ts"
import page from "../ui/page.module.css"
import { RowTable } from "../ui/row-table.tsx"
import { instantOf, moment } from "../ui/time.ts"
import { words } from "../words.ts"
import { FigureFrame } from "./figure-frame.tsx"
import type { ReportSearch } from "./period.ts"
import styles from "./report.module.css"
import { useAsked } from "./use-report.ts"

const told = words.report

type Behind = AnswerOf<typeof listBehindFigure>["items"][number]

/** The promises behind one figure of the report. */
export function BehindPromises({ figure, search }: { figure: string; search: ReportSearch }) {
  const asked = useAsked(search)
  const read = useRead(listBehindFigure, { query: { ...asked.query, figure } })
  const { columns } = told.behind
  return (
    <FigureFrame title={titleOf(figure)} read={read} asked={asked} search={search} isNow={figure === "open"}>
      <RowTable columns={[columns.words, columns.customer, columns.due, columns.ended]}>
        {read.data?.items.map((promise) => (
          <Row key={promise.id} promise={promise} />
        ))}
      </RowTable>
    </FigureFrame>
  )
}

function Row({ promise }: { promise: Behind }) {
  const { slug, zone } = useHere()
  const now = useNow()
  const at = (text: string | null, otherwise: string) => {
    const instant = instantOf(text)
    return instant === null ? otherwise : moment(instant, { zone, now })
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
        {at(promise.dueUntil, told.behind.noDue)}
      </td>
      <td className={page.number} data-label={told.behind.columns.ended}>
        {at(ended, promise.state === "open" ? told.behind.stillOpen : told.behind.noDue)}
      </td>
    </tr>
  )
}

function titleOf(figure: string): string {
  const [kind, name = ""] = figure.split(":")
  const { behind } = told
  const named: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    outcome: told.outcomes,
    evidence: told.evidenceKinds,
    made: behind.made,
    said: { confirmed: told.confirmed, disputed: told.disputed, chased: told.chased },
  }
  if (kind === "lateness") return behind.lateness(told.bars[Number(name)] ?? "")
  if (kind === "kept") return behind.kept
  if (kind === "open") return behind.open
  return named[kind ?? ""]?.[name] ?? behind.closed
}
