import { WHOLE_OUTCOMES } from "../../ledger/trust-report.ts"
import { words } from "../words.ts"
import { Counted, Line, Lines } from "./lines.tsx"
import type { ReportSearch } from "./period.ts"
import { CountAndShare } from "./rate.tsx"
import type { Report } from "./use-report.ts"

const told = words.report

const APART = ["void", "dismissed"] as const
const EVIDENCE = ["message", "call", "visit", "file", "customer", "word"] as const

/** What became of every promise that was closed, and what shows that the kept ones were kept. */
export function Accounted({ report, search }: { report: Report; search: ReportSearch }) {
  const kept = report.outcomes["in-time"] + report.outcomes.late
  return (
    <>
      <Lines title={told.accounted(report.closed)}>
        {WHOLE_OUTCOMES.map((outcome) => (
          <Line key={outcome} name={told.outcomes[outcome]}>
            <CountAndShare figure={`outcome:${outcome}`} share={report.shares[outcome]} search={search} />
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
        <Line name={told.openNow}>
          <Counted figure="open" count={report.openNow} search={search} />
        </Line>
      </Lines>
      <Lines title={told.evidence}>
        {EVIDENCE.map((kind) => (
          <Line key={kind} name={told.evidenceKinds[kind]}>
            <Counted figure={`evidence:${kind}`} count={report.evidence[kind]} search={search} />
          </Line>
        ))}
        <Line name={told.kept} isTotal>
          <Counted figure="kept" count={kept} search={search} />
        </Line>
      </Lines>
    </>
  )
}
