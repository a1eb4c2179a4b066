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
  const { query } = useAsked(SEARCH)
  const { data, isError } = useRead(readHeadlines, { query })
  if (isError) return null // the report says why it cannot be computed; here nothing hangs on it
  return (
    <dl className={styles.totals} aria-busy={data === undefined}>
      <Total name={told.inTime}>{data && <InTime share={data.inTime} />}</Total>
      <Total name={told.late}>{data && <Late {...data.late} />}</Total>
      <Total name={told.overridden}>{data && <Overridden {...data} />}</Total>
      <Total name={told.corrections}>{data && <Corrections {...data.corrections} />}</Total>
    </dl>
  )
}

function Total({ name, children }: { name: string; children: ReactNode | undefined }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children ?? UNKNOWN}</dd>
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

function Late({ n, median }: { n: number; median: number | null }) {
  const value = isEnough({ n }) && median !== null ? workingText(median) : null
  return <Figure value={value} whole={words.report.n(n)} />
}

/** Which they were is for leads and admins; how many, for everybody. */
function Overridden({ overridden, sent }: { overridden: number; sent: number }) {
  const { member } = useHere()
  const count =
    member.role === "member" ? overridden : <Counted figure="overridden" count={overridden} search={SEARCH} />
  return <Figure value={count} whole={told.ofMessages(sent)} />
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
