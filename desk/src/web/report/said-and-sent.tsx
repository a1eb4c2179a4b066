import { Link } from "@tanstack/react-router"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { boardDay, instantOf } from "../ui/time.ts"
import { words } from "../words.ts"
import { Counted, Line, Lines } from "./lines.tsx"
import { type ReportSearch, unfiltered } from "./period.ts"
import { Rate } from "./rate.tsx"
import styles from "./report.module.css"
import type { Report } from "./use-report.ts"

const told = words.report

type Props = { readonly report: Report; readonly search: ReportSearch }

const VERDICTS = [
  ["supported", "supported"],
  ["contradicted", "contradicted"],
  ["unsupported", "unsupported"],
  ["needsEvidence", "needs-evidence"],
  ["onStale", "stale"],
] as const

/** What customers said of promises, and what the review found in what was sent. */
export function SaidAndSent({ report, search }: Props) {
  const { customersSaid } = report
  return (
    <>
      <Lines title={told.customers}>
        {(["confirmed", "disputed", "chased"] as const).map((said) => (
          <Line key={said} name={told[said]}>
            <Counted figure={`said:${said}`} count={customersSaid[said]} search={search} />
          </Line>
        ))}
      </Lines>
      <Reviewed report={report} search={search} />
      <HonestNoes report={report} search={search} />
      {report.returning.length > 0 && (
        <>
          <Lines title={told.returning}>
            {report.returning.map(({ treated, share }) => (
              <Line key={treated} name={told.treated[treated]}>
                <Rate share={share} figure={`returning:${treated}`} whole={`treated:${treated}`} search={search} />
              </Line>
            ))}
          </Lines>
          <p className={styles.aside}>{told.returningHint}</p>
        </>
      )}
    </>
  )
}

function Reviewed({ report: { reviewed, facts }, search }: Props) {
  const { member } = useHere()
  return (
    <Lines title={told.reviewed} note={unfiltered(search)}>
      <Line name={told.cases.reviewed}>
        <Counted figure="reviewed" count={reviewed.messages} search={search} />
      </Line>
      {VERDICTS.map(([verdict, figure]) => (
        <Line key={verdict} name={told.cases[`claims:${figure}`]}>
          <Counted figure={`claims:${figure}`} count={reviewed.claims[verdict]} search={search} />
        </Line>
      ))}
      <Line name={told.overridden}>
        {member.role === "member" ? (
          reviewed.overridden
        ) : (
          <Counted figure="overridden" count={reviewed.overridden} search={search} />
        )}
      </Line>
      <Line name={told.cases["facts:stale"]}>
        <Counted figure="facts:stale" count={facts.stale} search={search} /> {told.ofWhole}{" "}
        <Counted figure="facts:in-force" count={facts.inForce} search={search} />
      </Line>
    </Lines>
  )
}

function HonestNoes({ report, search }: Props) {
  const { slug } = useHere()
  const { byBasis, wroteAgain } = report.declines
  const n = byBasis.reduce((sum, each) => sum + each.n, 0)
  const withAlternative = byBasis.reduce((sum, each) => sum + each.withAlternative, 0)
  if (n === 0) return null
  return (
    <Lines title={told.noes} note={unfiltered(search)}>
      {byBasis.map((each) => (
        <Line key={each.basis} name={words.decline.bases[each.basis]}>
          <span className="mute">{told.instead(each.withAlternative)}</span>{" "}
          <Counted figure={`declines:${each.basis}`} count={each.n} search={search} />
        </Line>
      ))}
      <Line
        name={
          <Link to="/$slug/declines" params={{ slug }}>
            {words.decline.page}
          </Link>
        }
        isTotal
      >
        <Counted figure="declines:all" count={n} search={search} />
      </Line>
      <Line name={told.withAlternative}>
        <Counted figure="declines:with-alternative" count={withAlternative} search={search} />
      </Line>
      <Line name={told.withoutAlternative}>
        <Counted figure="declines:without-alternative" count={n - withAlternative} search={search} />
      </Line>
      <Line name={told.wroteAgain}>
        <Rate share={wroteAgain} figure="declines:wrote-again" whole="declines:month-ago" search={search} />
      </Line>
    </Lines>
  )
}

/** Each with the words of its reason. Who did it is not here: the team answers for it. */
export function Overrides({ report, search }: Props) {
  const { slug, zone } = useHere()
  const now = useNow()
  const { overrides, reviewed } = report
  if (overrides.length === 0) return null
  return (
    <section>
      <h2>
        {told.overrides} <small>{unfiltered(search, told.overridesOf(overrides.length, reviewed.overridden))}</small>
      </h2>
      <ol className={styles.reasons}>
        {overrides.map(({ messageId, conversationId, at, reason }) => (
          <li key={messageId}>
            <time dateTime={at}>{boardDay(instantOf(at) ?? now, { zone, now }) || words.today.title}</time>
            <Link to="/$slug/conversations/$conversationId" params={{ slug, conversationId }} data-row>
              “{reason}”
            </Link>
          </li>
        ))}
      </ol>
    </section>
  )
}
