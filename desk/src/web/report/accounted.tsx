import { type Outcome, OUTCOMES } from "../../ledger/trust-report.ts"
import { words } from "../words.ts"
import { Counted, Line, Lines } from "./lines.tsx"
import type { ReportSearch } from "./period.ts"
import type { Report } from "./use-report.ts"

const told = words.report

const APART: readonly Outcome[] = ["void", "dismissed"]
const EVIDENCE = ["message", "call", "visit", "file", "customer", "word"] as const

/** What became of every promise that was closed, and what shows that the kept ones were kept. */
export function Accounted({ report, search }: { report: Report; search: ReportSearch }) {
  const inWhole = OUTCOMES.filter((outcome) => !APART.includes(outcome))
  const kept = report.outcomes["in-time"] + report.outcomes.late
  return (
    <>
      <Lines title={told.accounted(report.closed)}>
        {inWhole.map((outcome) => (
          <Line key={outcome} name={told.outcomes[outcome]}>
            <Counted figure={`outcome:${outcome}`} count={report.outcomes[outcome]} search={search} />
          </Line>
        ))}
        <Line name={told.closed} isTotal>
          <Counted figure="closed" count={report.closed} search={search} />
        </Line>
      </Lines>
      <Lines title={told.notCounted}>
        {APART.map((outcome) => (
          <Line key={outcome} name={told.outcomes[outcome]}>
            <Counted figure={`outcome:${outcome}`} count={report.outcomes[outcome]} search={search} />
          </Line>
        ))}
        <Line name={told.openNow}>{report.openNow}</Line>
      </Lines>
      <Lines title={told.evidence}>
        {EVIDENCE.map((kind) => (
          <Line key={kind} name={told.evidenceKinds[kind]}>
            <Counted figure={`evidence:${kind}`} count={report.evidence[kind]} search={search} />
          </Line>
        ))}
        <Line name={told.kept} isTotal>
          {kept}
        </Line>
      </Lines>
    </>
  )
}
