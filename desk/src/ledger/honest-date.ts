import { type Calendar, addWorkingTime, workingMinutesBetween } from "aboveboard-engine"
import { FLAT, type LoadLine, expectedAt, loadLine } from "./load-line.ts"
import { CASES_MIN, type Lasted, nineInTen } from "./nine-in-ten.ts"
import { type CaseOfDeed, shareInTime } from "./record-of-deed.ts"
import { sayableTime } from "./sayable-time.ts"
import type { Share } from "./wilson.ts"

/** What a promise is weighed with. */
export type Asked = {
  readonly now: Temporal.Instant
  readonly calendar: Calendar
  readonly due: Temporal.Instant
  /** When the owner's other owed promises are due, milliseconds since 1970, earliest first. */
  readonly dues: readonly number[]
  /** The team's last promises of this deed. */
  readonly record: readonly CaseOfDeed[]
  /** For one that is open already: when it was said, and how many were due before it then. Null for a new one. */
  readonly said: { readonly at: Temporal.Instant; readonly dueBefore: number } | null
}

/** The sum that a screen shows. Where there is not enough record, only the first two and `cases` say anything. */
export type Weighing = {
  /** Whole working minutes until due; negative when it is past. */
  readonly left: number
  readonly dueBefore: number
  /** How many of the record were kept, or came due. Under 10 there is no rate and no date. */
  readonly cases: number
  readonly inTime: Share | null
  /** When 9 in 10 of the record were done, counted from when it was said, whatever was due before. */
  readonly doneBy: Temporal.Instant | null
  /** The earliest sayable time by which 9 in 10 would be done given what is due before it. */
  readonly honest: Temporal.Instant | null
  /** The honest date is after the due that is asked for. */
  readonly atRisk: boolean
}

/**
 * Weighs a promise before it is made, or while it is owed: the honest date is when 9 in 10 of the team's promises of
 * this deed, with as much due before them, were done.
 *
 * Split-conformal prediction (Vovk, Gammerman, Shafer 2005; Lei et al. 2018) on working time from said to kept, each
 * divided by what the load line expects for the load it was said under; the value at rank ⌈0.9 (n + 1)⌉ times what the
 * line expects for this load, added to when it is said. Load is how many of the owner's owed promises are due before it.
 * Unfinished ones count as in `nineInTen`; one that is open already is compared with those that lasted as long. The line
 * is fitted on the record itself, not on a part held back: what that costs is measured in docs/honest-date.md.
 */
export function weigh(asked: Asked): Weighing {
  const { now, calendar, due, record } = asked
  const share = shareInTime(record)
  const isEnough = share.n >= CASES_MIN
  const doneBy = isEnough ? timeGiven(asked, FLAT) : null
  const honest = isEnough ? timeGiven(asked, loadLine(record.filter(({ done }) => done))) : null
  const sayable = (at: Temporal.Instant | null) => (at === null ? null : roundedFor(asked, at))
  return {
    left: Math.trunc(workingMinutesBetween(calendar, now, due)),
    dueBefore: countBefore(asked.dues, due.epochMilliseconds),
    cases: share.n,
    inTime: isEnough ? share : null,
    doneBy: sayable(doneBy),
    honest: sayable(honest),
    atRisk: honest !== null && honest.epochMilliseconds > due.epochMilliseconds,
  }
}

/** Sayable; the due that is asked for is so too, and what rounding adds is no risk. */
function roundedFor({ calendar, now, due }: Asked, at: Temporal.Instant): Temporal.Instant {
  const rounded = sayableTime(calendar, now, at)
  const isBeyond = at.epochMilliseconds <= due.epochMilliseconds && rounded.epochMilliseconds > due.epochMilliseconds
  return isBeyond ? due : rounded
}

/** When 9 in 10 are done by this line; null where the record cannot say, or the calendar has no such time. */
function timeGiven(asked: Asked, line: LoadLine): Temporal.Instant | null {
  const { calendar, now, said } = asked
  const begun = said?.at ?? now
  const dueBefore = said?.dueBefore ?? countBefore(asked.dues, asked.due.epochMilliseconds)
  const passed = said === null ? -1 : workingMinutesBetween(calendar, said.at, now) / expectedAt(line, dueBefore)
  const factor = nineInTen(
    asked.record.map((each) => lastedBy(line, each)),
    passed,
  )
  if (factor === null) return null
  const timeWith = (load: number) => addWorkingTime(calendar, begun, Math.ceil(factor * expectedAt(line, load)))
  const first = timeWith(dueBefore)
  if (first === null || said !== null || first.epochMilliseconds <= asked.due.epochMilliseconds) return first
  return laterThan(asked, first, dueBefore, timeWith)
}

/**
 * A later date has more due before it: the earliest sayable time that is not before the time which its own load asks
 * for, so that it is still honest once it is the due.
 */
function laterThan(
  { calendar, now, dues }: Asked,
  first: Temporal.Instant,
  from: number,
  timeWith: (load: number) => Temporal.Instant | null,
): Temporal.Instant | null {
  let at = sayableTime(calendar, now, first)
  for (let load = from; load < dues.length && (dues[load] ?? Infinity) < at.epochMilliseconds; load += 1) {
    const next = timeWith(load + 1)
    if (next === null) return null
    if (next.epochMilliseconds > at.epochMilliseconds) at = sayableTime(calendar, now, next)
  }
  return at
}

function lastedBy(line: LoadLine, { worked, done, since, dueBefore }: CaseOfDeed): Lasted {
  const unit = expectedAt(line, dueBefore)
  return { time: worked / unit, done, since: since / unit }
}

function countBefore(dues: readonly number[], moment: number): number {
  const index = dues.findIndex((due) => due >= moment)
  return index === -1 ? dues.length : index
}
