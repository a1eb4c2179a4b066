import { workingMinutesBetween } from "aboveboard-engine"
import { useHere } from "../here.tsx"
import { Icon } from "../ui/icon.tsx"
import { Kbd } from "../ui/kbd.tsx"
import { useKeys } from "../ui/keys.tsx"
import { fullMoment, instantOf, moment, workingText } from "../ui/time.ts"
import { words } from "../words.ts"
import type { Weighed } from "./listed-promise.ts"
import { useReading } from "./use-reading.ts"
import { type WeighedDue, useWeighing } from "./use-weighing.ts"
import styles from "./weighing.module.css"

type Props = {
  /** Null while there is no due time to weigh. */
  readonly asked: WeighedDue | null
  /** Puts the honest date into the due field. */
  readonly onHonest: (at: Temporal.Instant) => void
  /** The key that is shown; single keys do not act while a text field has focus. */
  readonly keys: "H" | "Alt H"
  /** Where the page reckons by another clock than the minute. */
  readonly now?: Temporal.Instant
}

/** One line of arithmetic under a due time, before anything is said. H, and Alt+H in a field, takes the honest date. */
export function Weighing({ asked, onHonest, keys, now }: Props) {
  const { now: minute } = useReading()
  const { data } = useWeighing(asked)
  const honest = asked !== null && data?.weighed.atRisk ? instantOf(data.weighed.honest) : null
  const run = () => honest !== null && onHonest(honest)
  const key = { label: words.weighing.key, run }
  useKeys("card", honest === null ? {} : { H: key, "Alt+H": { ...key, foot: false } })
  return (
    <div className={styles.line} role="status" aria-label={words.weighing.label}>
      {data && asked !== null && (
        <WeighingSum {...data.asked} now={now ?? minute} weighed={data.weighed} onHonest={run} keys={keys} isFull />
      )}
    </div>
  )
}

type SumProps = {
  readonly weighed: Weighed
  readonly deed: string
  readonly due: Temporal.Instant
  /** By the same clock as the due time beside it. */
  readonly now: Temporal.Instant
  readonly onHonest: () => void
  readonly keys: string
  /** With what is due before it and when 9 in 10 were done; a row of the board says only why it is at risk. */
  readonly isFull?: boolean
}

/** The sum in words. What is at risk has the triangle, the words and what is missing, and leads to the honest date. */
export function WeighingSum({ weighed, deed, due, now, onHonest, keys, isFull = false }: SumProps) {
  const when = useWhen()
  const { calendar } = useHere()
  const left = Math.max(0, Math.trunc(workingMinutesBetween(calendar, now, due)))
  const parts = usePartsOf(weighed, deed, isFull)
  const honest = weighed.atRisk ? instantOf(weighed.honest) : null
  if (honest === null)
    return <p className={styles.sum}>{[words.weighing.left(workingText(left)), ...parts].join(" · ")}</p>
  return (
    <p className={styles.sum}>
      <span className={styles.mark}>
        <Icon name="risk" small />
        {words.weighing.atRisk}
      </span>{" "}
      <Shortfall left={left} due={due} honest={honest} /> · {parts.join(" · ")}{" "}
      <button type="button" className={styles.honest} onClick={onHonest}>
        <Kbd keys={keys} /> {words.weighing.honest(when(honest))}
      </button>
    </p>
  )
}

/** "6 h 30 left − 9 h until 9 in 10 would be done = 2 h 30 short" */
function Shortfall({ left, due, honest }: { left: number; due: Temporal.Instant; honest: Temporal.Instant }) {
  const { calendar } = useHere()
  const short = Math.ceil(workingMinutesBetween(calendar, due, honest))
  const told = words.weighing
  return (
    <>
      {told.left(workingText(left))} <span className={styles.sign}>−</span> {told.wouldTake(workingText(left + short))}{" "}
      <span className={styles.sign}>=</span> <span className={styles.short}>{told.short(workingText(short))}</span>
    </>
  )
}

function usePartsOf({ dueBefore, cases, inTime, doneBy, honest }: Weighed, deed: string, isFull: boolean) {
  const { settings } = useHere()
  const when = useWhen()
  const told = words.weighing
  const before = isFull ? [told.dueBefore(dueBefore)] : []
  const deeds = nameOfDeeds(deed, settings.deeds)
  if (inTime === null) return [...before, told.notEnough(cases, deeds)]
  const done = instantOf(doneBy)
  return [
    ...before,
    told.inTime(inTime.n, deeds, inTime.count, inTime.percent, inTime.low, inTime.high),
    ...(done === null || !isFull ? [] : [told.doneBy(when(done))]),
    ...(honest === null && isFull ? [told.notDone] : []),
  ]
}

function nameOfDeeds(deed: string, own: readonly { readonly id: string; readonly name: string }[]): string {
  const known = Object.entries(words.weighing.deeds).find(([id]) => id === deed)
  return known?.[1] ?? words.weighing.deed(own.find(({ id }) => id === deed)?.name ?? deed)
}

/** "15:00" today, "Mon 15:00" within a week, else with the date. */
function useWhen(): (at: Temporal.Instant) => string {
  const { now, zone } = useReading()
  const date = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDate()
  return (at) =>
    date(now).until(date(at), { largestUnit: "day" }).days < 7
      ? moment(at, { zone, now })
      : fullMoment(at, { zone, now })
}
