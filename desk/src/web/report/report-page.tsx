import { useSearch } from "@tanstack/react-router"
import page from "../ui/page.module.css"
import { Empty, Failure, Loading } from "../ui/states.tsx"
import { useTitle } from "../ui/use-title.ts"
import { words } from "../words.ts"
import { Accounted } from "./accounted.tsx"
import { LatenessChart } from "./lateness-chart.tsx"
import { PromisesInTime } from "./promises-in-time.tsx"
import { ReportHead } from "./report-head.tsx"
import styles from "./report.module.css"
import { AfterTheSale, AnswersHelped, Corrections } from "./after-sale-lines.tsx"
import { Overrides, SaidAndSent } from "./said-and-sent.tsx"
import { UntilDone } from "./until-done.tsx"
import { type Report, useDeedName, useReport } from "./use-report.ts"
import type { ReportSearch } from "./period.ts"

const told = words.report

/** What became of what the team promised, with n and range; each figure opens its list. */
export function ReportPage() {
  useTitle(told.title)
  const search = useSearch({ from: "/$slug/report" })
  const { read, ...asked } = useReport(search)
  return (
    <main id="main" className={page.page}>
      <ReportHead search={search} asked={asked} report={read.data ?? null} />
      {read.data === undefined && read.error === null && <Loading rows={8} />}
      {read.error !== null && <Failure error={read.error} what={told.failed} onRetry={() => void read.refetch()} />}
      {read.data !== undefined && <Figures report={read.data} search={search} />}
    </main>
  )
}

function Figures({ report, search }: { report: Report; search: ReportSearch }) {
  const deedName = useDeedName()
  return (
    <>
      <div className={styles.columns}>
        <div>
          {report.closed === 0 ? (
            <Empty title={told.nothing}>{told.nothingHint}</Empty>
          ) : (
            <>
              <PromisesInTime figures={report} deedName={deedName} search={search} />
              <LatenessChart lateness={report.lateness} broken={report.outcomes.broken} search={search} />
            </>
          )}
          <UntilDone report={report} search={search} />
          <AfterTheSale report={report} search={search} />
          <AnswersHelped report={report} search={search} />
          <Overrides report={report} search={search} />
        </div>
        <div>
          <Accounted report={report} search={search} />
          <SaidAndSent report={report} search={search} />
          <Corrections report={report} search={search} />
        </div>
      </div>
      <p className={styles.method}>{told.method}</p>
    </>
  )
}
