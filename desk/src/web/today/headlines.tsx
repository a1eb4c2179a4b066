import type { ReactNode } from "react"
import { readHeadlines } from "../../contract/trust-report.ts"
import { useHere } from "../here.tsx"
import { useRead } from "../queries.ts"
import { Counted } from "../report/lines.tsx"
import { isEnough } from "../report/rate.tsx"
import { useAsked } from "../report/use-report.ts"
import { workingText } from "../ui/time.ts"
import { words } from "../words.ts"
import styles from "./headlines.module.css"

const told = words.today.headlines
const SEARCH = { days: "30" } as const
const UNKNOWN = "\u00a0" // it keeps its place until it is known, so that nothing below it moves

/** How the team kept its word in the last 30 days: four figures of the trust report, each with its n. */
export function Headlines() {
  const { member } = useHere()
  const { query } = useAsked(SEARCH)
  const { data, isError } = useRead(readHeadlines, { query })
  if (isError) return null // the report says why it cannot be computed; here nothing hangs on it
  return (
    <dl className={styles.totals} aria-busy={data === undefined}>
      <Total name={told.inTime}>{data === undefined ? UNKNOWN : <InTime share={data.inTime} />}</Total>
      <Total name={told.late}>
        {data === undefined ? (
          UNKNOWN
        ) : (
          <Figure
            value={isEnough(data.late) && data.late.median !== null ? workingText(data.late.median) : null}
            whole={words.report.n(data.late.n)}
          />
        )}
      </Total>
      <Total name={told.overridden}>
        {data === undefined ? (
          UNKNOWN
        ) : (
          <Figure
            value={
              member.role === "member" ? (
                data.overridden
              ) : (
                <Counted figure="overridden" count={data.overridden} search={SEARCH} />
              )
            }
            whole={told.ofMessages(data.sent)}
          />
        )}
      </Total>
      <Total name={told.corrections}>{data === undefined ? UNKNOWN : <Corrections {...data.corrections} />}</Total>
    </dl>
  )
}

function Total({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** `value` null: there are too few cases to say. */
function Figure({ value, whole }: { value: ReactNode; whole: ReactNode }) {
  return (
    <>
      {value === null ? <i>{words.report.notEnough}</i> : <b>{value}</b>} <span>{whole}</span>
    </>
  )
}

function Corrections({ people, notYet }: { people: number; notYet: number }) {
  return people === 0 ? <i>{told.noneOpen}</i> : <Figure value={notYet} whole={told.ofTold(people)} />
}

type Share = {
  readonly count: number
  readonly n: number
  readonly percent: number
  readonly low: number
  readonly high: number
}

function InTime({ share }: { share: Share }) {
  const { percent, low, high, count, n } = share
  if (!isEnough(share)) return <Figure value={null} whole={words.report.n(n)} />
  return (
    <Figure
      value={words.report.percent(percent)}
      whole={
        <>
          {words.report.range(low, high)}, <Counted figure="outcome:in-time" count={count} search={SEARCH} />{" "}
          {words.report.ofWhole} <Counted figure="closed" count={n} search={SEARCH} />
        </>
      }
    />
  )
}
