import { useState } from "react"
import { listStandingPromises } from "../../contract/standing-promises.ts"
import type { AnswerOf } from "../api.ts"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { useRead } from "../queries.ts"
import { PERIODS, type PeriodDays, periodUntilToday } from "../report/period.ts"
import { Button } from "../ui/button.tsx"
import { controlClass } from "../ui/field.tsx"
import { useKeys } from "../ui/keys.tsx"
import page from "../ui/page.module.css"
import { Empty, Failure, Loading } from "../ui/states.tsx"
import { words } from "../words.ts"
import { PublicPage } from "./public-page.tsx"
import { StandingDialog } from "./standing-dialog.tsx"
import { StandingRow } from "./standing-row.tsx"
import styles from "./standing.module.css"

const told = words.standing

export type Standing = AnswerOf<typeof listStandingPromises>["items"][number]

/** What is promised to every customer, and what the record shows of it. */
export function StandingPart() {
  const { member, zone } = useHere()
  const [days, setDays] = useState<PeriodDays>("365")
  const [isAdding, setAdding] = useState(false)
  const { from, until } = periodUntilToday(days, useNow(), zone)
  const read = useRead(listStandingPromises, { query: { from, until } })
  const mayWrite = member.role === "admin"
  useKeys("page", mayWrite ? { a: { label: told.keys.add, run: () => setAdding(true) } } : {})
  return (
    <section className={page.section}>
      <div className={page.lead}>
        <p className={page.hint}>
          {told.hint} {!mayWrite && told.onlyAdmins}
        </p>
        <div className={page.buttons}>
          <Period days={days} onChange={setDays} />
          {mayWrite && (
            <Button keys="A" onClick={() => setAdding(true)}>
              {told.add}
            </Button>
          )}
        </div>
      </div>
      {read.data === undefined && !read.isError && <Loading rows={4} />}
      {read.isError && <Failure error={read.error} what={told.failed} onRetry={() => void read.refetch()} />}
      {read.data?.items.length === 0 && <Empty title={told.empty}>{told.emptyHint}</Empty>}
      <ol className={styles.list}>
        {read.data?.items.map((standing) => (
          <StandingRow key={standing.id} standing={standing} />
        ))}
      </ol>
      {mayWrite && <PublicPage />}
      {isAdding && <StandingDialog known={null} onClose={() => setAdding(false)} />}
    </section>
  )
}

function Period({ days, onChange }: { days: PeriodDays; onChange: (days: PeriodDays) => void }) {
  return (
    <select
      className={controlClass}
      aria-label={told.period}
      value={days}
      onChange={(event) => onChange(PERIODS.find((each) => each === event.target.value) ?? "365")}
    >
      {PERIODS.map((each) => (
        <option key={each} value={each}>
          {told.periods[each]}
        </option>
      ))}
    </select>
  )
}
