import type { Calendar } from "aboveboard-engine"
import { type CountedPromise, type Period, between } from "./counted-promise.ts"
import { type DoneBy, type Observed, doneBy, medianOf, productLimit } from "./kaplan-meier.ts"

/** Of those made in the period: the share kept within so many working minutes, whatever date was given. */
export type UntilDone = {
  readonly n: number
  readonly open: number
  readonly median: number | null
  readonly within: readonly { readonly minutes: number; readonly share: DoneBy | null }[]
}

const DAY = 480 // working minutes; a day of eight hours, as the lateness bounds have it
const WITHIN = [DAY, 2 * DAY, 5 * DAY, 10 * DAY]

export function untilDone(all: readonly CountedPromise[], period: Period, calendar: Calendar): UntilDone {
  const cases = casesMade(all, period, calendar)
  const steps = productLimit(cases)
  return {
    n: cases.length,
    open: cases.filter(({ done }) => !done).length,
    median: cases.length < CASES_MIN ? null : medianOf(steps),
    within: WITHIN.map((minutes) => ({ minutes, share: doneBy(cases, steps, minutes) })),
  }
}

/** A case, by the first of its promises. */
export type MadeCase = Observed & { readonly first: CountedPromise }

/** Those that took over with a new date are the same case: it ends when the last of them does. */
export function casesMade(
  all: readonly CountedPromise[],
  { from, until, now }: Period,
  calendar: Calendar,
): readonly MadeCase[] {
  const byId = new Map(all.map((promise) => [promise.id, promise]))
  const cases: MadeCase[] = []
  for (const first of all) {
    if (first.begunAt < from || first.begunAt >= until || !wasMade(first) || takesOver(first, byId)) continue
    const last = lastOf(first, byId)
    if (!wasMade(last)) continue
    const isOver = last.state === "kept" || last.state === "released"
    const end = isOver ? (last.endedAt ?? now) : now
    cases.push({ first, time: Math.max(0, between(calendar, first.begunAt, end)), done: last.state === "kept" })
  }
  return cases
}

const CASES_MIN = 10

/** A condition that is not met has begun nothing. */
function wasMade({ state, dueUntil }: CountedPromise): boolean {
  return state !== "proposed" && state !== "dismissed" && state !== "void" && dueUntil !== null
}

function takesOver({ predecessorId }: CountedPromise, byId: ReadonlyMap<string, CountedPromise>): boolean {
  return predecessorId !== null && byId.get(predecessorId)?.state === "renegotiated"
}

function lastOf(first: CountedPromise, byId: ReadonlyMap<string, CountedPromise>): CountedPromise {
  let last = first
  for (let steps = 0; last.state === "renegotiated" && steps < byId.size; steps += 1) {
    const next = last.successorId === null ? undefined : byId.get(last.successorId)
    if (next === undefined) break
    last = next
  }
  return last
}
