import { Link } from "@tanstack/react-router"
import { useNow } from "../edge.tsx"
import { useHere } from "../here.tsx"
import { boardDay, instantOf } from "../ui/time.ts"
import { words } from "../words.ts"
import { Line, Lines } from "./lines.tsx"
import { Rate } from "./rate.tsx"
import styles from "./report.module.css"
import type { Report } from "./use-report.ts"

const told = words.report

/** What customers said of promises, and what the review found in what was sent. */
export function SaidAndSent({ report }: { report: Report }) {
  const { customersSaid, reviewed } = report
  return (
    <>
      <Lines title={told.customers}>
        <Line name={told.confirmed}>{customersSaid.confirmed}</Line>
        <Line name={told.disputed}>{customersSaid.disputed}</Line>
        <Line name={told.chased}>{customersSaid.chased}</Line>
      </Lines>
      <Lines title={told.reviewed} note={told.reviewedOf(reviewed.messages)}>
        {(["supported", "contradicted", "unsupported", "needsEvidence"] as const).map((verdict) => (
          <Line key={verdict} name={told.claims[verdict]}>
            {reviewed.claims[verdict]}
          </Line>
        ))}
        <Line name={told.overridden}>{reviewed.overridden}</Line>
      </Lines>
      <HonestNoes report={report} />
      {report.returning.length > 0 && (
        <>
          <Lines title={told.returning}>
            {report.returning.map(({ treated, share }) => (
              <Line key={treated} name={told.treated[treated]}>
                <Rate share={share} />
              </Line>
            ))}
          </Lines>
          <p className={styles.aside}>{told.returningHint}</p>
        </>
      )}
    </>
  )
}

function HonestNoes({ report }: { report: Report }) {
  const { slug } = useHere()
  const { byBasis, wroteAgain } = report.declines
  const n = byBasis.reduce((sum, each) => sum + each.n, 0)
  const withAlternative = byBasis.reduce((sum, each) => sum + each.withAlternative, 0)
  if (n === 0) return null
  return (
    <Lines title={told.noes} note={told.noesOf(n)}>
      {byBasis.map((each) => (
        <Line key={each.basis} name={words.decline.bases[each.basis]}>
          {each.n}
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
        {n}
      </Line>
      <Line name={told.withAlternative}>{told.of(withAlternative, n)}</Line>
      <Line name={told.wroteAgain}>
        <Rate share={wroteAgain} />
      </Line>
    </Lines>
  )
}

/** Each with the words of its reason. Who did it is not here: the team answers for it. */
export function Overrides({ report }: { report: Report }) {
  const { slug, zone } = useHere()
  const now = useNow()
  const { overrides, reviewed } = report
  if (overrides.length === 0) return null
  return (
    <section>
      <h2>
        {told.overrides} <small>{told.overridesOf(overrides.length, reviewed.overridden)}</small>
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
