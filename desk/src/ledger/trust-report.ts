import { type Calendar, workingMinutesBetween } from "aboveboard-engine"
import { type DoneBy, type Observed, doneBy, medianOf, productLimit } from "./kaplan-meier.ts"
import { type Share, shareOf } from "./wilson.ts"

/** A promise as the report counts it. Instants are milliseconds since 1970; null where it did not happen. */
export type CountedPromise = {
  readonly id: string
  readonly deed: string
  readonly state: "proposed" | "open" | "kept" | "broken" | "renegotiated" | "released" | "dismissed" | "void"
  /** When it was said, or its condition was met. */
  readonly begunAt: number
  readonly dueUntil: number | null
  readonly brokenAt: number | null
  /** When it was kept by its evidence, or otherwise settled. */
  readonly endedAt: number | null
  readonly evidence: "message" | "call" | "visit" | "file" | "customer" | "word" | null
  readonly successorId: string | null
  readonly predecessorId: string | null
  /** Released because its customer was erased: counted nowhere. */
  readonly erased: boolean
}

/** `until` is exclusive. All in milliseconds. */
export type Period = { readonly from: number; readonly until: number; readonly now: number }

/** What became of a promise that was closed in the period. The first six add up to all that were closed. */
export const OUTCOMES = [
  "in-time",
  "late",
  "new-date",
  "new-date-late",
  "broken",
  "released",
  "void",
  "dismissed",
] as const
export type Outcome = (typeof OUTCOMES)[number]

const NONE: Readonly<Record<Outcome, number>> = {
  "in-time": 0,
  late: 0,
  "new-date": 0,
  "new-date-late": 0,
  broken: 0,
  released: 0,
  void: 0,
  dismissed: 0,
}

/** What a list of the report can be asked for: an outcome, all closed ones, a kind of evidence, or a bar of the lateness chart. */
export type Figure =
  | { readonly kind: "closed" }
  | { readonly kind: "outcome"; readonly outcome: Outcome }
  | { readonly kind: "evidence"; readonly evidence: NonNullable<CountedPromise["evidence"]> }
  | { readonly kind: "lateness"; readonly bar: number }

/** Those behind a figure, newest first: the same test that the figure counts by. */
export function behindFigure(
  all: readonly CountedPromise[],
  figure: Figure,
  period: Period,
  calendar: Calendar,
): readonly (CountedPromise & { readonly outcome: Outcome })[] {
  return closedIn(all, period)
    .filter(({ promise, outcome }) => {
      if (figure.kind === "outcome") return outcome === figure.outcome
      if (!isInWhole(outcome)) return false
      if (figure.kind === "closed") return true
      if (!isKept(outcome)) return false
      return figure.kind === "evidence" ? promise.evidence === figure.evidence : barOf(promise, calendar) === figure.bar
    })
    .map(({ promise, outcome }) => ({ ...promise, outcome }))
    .toSorted((a, b) => closedAt(b) - closedAt(a) || (a.id < b.id ? -1 : 1))
}

/** Working minutes from the time we gave to when it was kept: negative is early. Upper bounds, the last is open. */
export const LATENESS_BOUNDS = [-480, -240, 0, 60, 240, 480, Infinity] as const

export type PromiseFigures = {
  readonly closed: number
  readonly outcomes: Readonly<Record<Outcome, number>>
  readonly inTime: Share
  readonly byDeed: readonly { readonly deed: string; readonly share: Share }[]
  readonly evidence: Readonly<Record<NonNullable<CountedPromise["evidence"]>, number>>
  readonly lateness: { readonly n: number; readonly counts: readonly number[]; readonly medianLate: number | null }
  /** Medians in working minutes, of those kept in the period that had a due time. */
  readonly promisedAndDone: { readonly n: number; readonly promised: number | null; readonly done: number | null }
  /** Of those made in the period: the share kept within so many working minutes, whatever date was given. */
  readonly untilDone: {
    readonly n: number
    readonly open: number
    readonly median: number | null
    readonly within: readonly { readonly minutes: number; readonly share: DoneBy | null }[]
  }
}

/**
 * What became of a team's promises in a period. Closed are those that were kept, given a new date or released in it, and
 * those marked broken in it that still are. A new date is neither kept nor broken, and it counts in the whole: nothing can
 * be moved out of the figure by giving another date. Open ones are counted where time until done is told.
 */
export function promiseFigures(all: readonly CountedPromise[], period: Period, calendar: Calendar): PromiseFigures {
  const counted = all.filter(({ erased }) => !erased)
  const closed = closedIn(all, period)
  const outcomes: Record<Outcome, number> = { ...NONE }
  for (const { outcome } of closed) outcomes[outcome] += 1
  const inWhole = closed.filter(({ outcome }) => isInWhole(outcome))
  const kept = inWhole.filter(({ outcome }) => isKept(outcome)).map(({ promise }) => promise)
  return {
    closed: inWhole.length,
    outcomes,
    inTime: shareOf(outcomes["in-time"], inWhole.length),
    byDeed: byDeed(inWhole),
    evidence: evidenceOf(kept),
    lateness: latenessOf(kept, calendar),
    promisedAndDone: promisedAndDone(kept, calendar),
    untilDone: untilDone(counted, period, calendar),
  }
}

type Closed = { readonly promise: CountedPromise; readonly outcome: Outcome }

function closedIn(all: readonly CountedPromise[], period: Period): readonly Closed[] {
  return all.flatMap((promise) => {
    const outcome = promise.erased ? null : outcomeIn(promise, period)
    return outcome === null ? [] : [{ promise, outcome }]
  })
}

/** Null when it was not closed in the period. */
function outcomeIn(promise: CountedPromise, { from, until }: Period): Outcome | null {
  const at = closedAt(promise)
  if (at < from || at >= until) return null
  const isLate = promise.dueUntil !== null && at > promise.dueUntil
  switch (promise.state) {
    case "kept":
      return isLate ? "late" : "in-time"
    case "renegotiated":
      return isLate ? "new-date-late" : "new-date"
    case "broken":
    case "released":
    case "void":
    case "dismissed":
      return promise.state
    case "open":
    case "proposed":
      return null
    default:
      return promise.state satisfies never
  }
}

/** Never, while it is open. */
function closedAt({ state, brokenAt, endedAt }: CountedPromise): number {
  return (state === "broken" ? brokenAt : endedAt) ?? Infinity
}

/** What was not made, or was no promise, is no part of any rate. */
function isInWhole(outcome: Outcome): boolean {
  return outcome !== "void" && outcome !== "dismissed"
}

function isKept(outcome: Outcome): boolean {
  return outcome === "in-time" || outcome === "late"
}

function byDeed(closed: readonly Closed[]): PromiseFigures["byDeed"] {
  const deeds = Map.groupBy(closed, ({ promise }) => promise.deed)
  return [...deeds]
    .map(([deed, those]) => ({
      deed,
      share: shareOf(those.filter(({ outcome }) => outcome === "in-time").length, those.length),
    }))
    .toSorted((a, b) => b.share.n - a.share.n || (a.deed < b.deed ? -1 : 1))
}

function evidenceOf(kept: readonly CountedPromise[]): PromiseFigures["evidence"] {
  const counts = { message: 0, call: 0, visit: 0, file: 0, customer: 0, word: 0 }
  for (const { evidence } of kept) if (evidence !== null) counts[evidence] += 1
  return counts
}

function latenessOf(kept: readonly CountedPromise[], calendar: Calendar): PromiseFigures["lateness"] {
  const counts = LATENESS_BOUNDS.map(() => 0)
  const late: number[] = []
  let n = 0
  for (const promise of kept) {
    const bar = barOf(promise, calendar)
    if (bar === null) continue
    n += 1
    counts[bar] = (counts[bar] ?? 0) + 1
    const { dueUntil, endedAt } = promise
    if (dueUntil !== null && endedAt !== null && endedAt > dueUntil) late.push(between(calendar, dueUntil, endedAt))
  }
  return { n, counts, medianLate: middle(late) }
}

/** The place in LATENESS_BOUNDS; null for what had no time. */
function barOf({ dueUntil, endedAt }: CountedPromise, calendar: Calendar): number | null {
  if (dueUntil === null || endedAt === null) return null
  const minutes = between(calendar, dueUntil, endedAt)
  // After the time we gave, but before the next working minute: late by the clock, so it stands with the late.
  const place = endedAt > dueUntil ? Math.max(minutes, 1) : minutes
  return LATENESS_BOUNDS.findIndex((bound) => place <= bound)
}

function promisedAndDone(kept: readonly CountedPromise[], calendar: Calendar): PromiseFigures["promisedAndDone"] {
  const promised: number[] = []
  const done: number[] = []
  for (const { begunAt, dueUntil, endedAt } of kept) {
    if (dueUntil === null || endedAt === null) continue
    promised.push(Math.max(0, between(calendar, begunAt, dueUntil)))
    done.push(Math.max(0, between(calendar, begunAt, endedAt)))
  }
  return { n: done.length, promised: middle(promised), done: middle(done) }
}

const DAY = 480 // working minutes; a day of eight hours, as the lateness bounds have it
const WITHIN = [DAY, 2 * DAY, 5 * DAY, 10 * DAY]

/** Those that took over with a new date are the same case: it ends when the last of them does. */
function untilDone(all: readonly CountedPromise[], { from, until, now }: Period, calendar: Calendar) {
  const byId = new Map(all.map((promise) => [promise.id, promise]))
  const cases: Observed[] = []
  for (const first of all) {
    if (first.begunAt < from || first.begunAt >= until || !wasMade(first) || takesOver(first, byId)) continue
    const last = lastOf(first, byId)
    if (!wasMade(last)) continue
    const isOver = last.state === "kept" || last.state === "released"
    const end = isOver ? (last.endedAt ?? now) : now
    cases.push({ time: Math.max(0, between(calendar, first.begunAt, end)), done: last.state === "kept" })
  }
  const steps = productLimit(cases)
  return {
    n: cases.length,
    open: cases.filter(({ done }) => !done).length,
    median: cases.length < CASES_MIN ? null : medianOf(steps),
    within: WITHIN.map((minutes) => ({ minutes, share: doneBy(cases, steps, minutes) })),
  }
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

function between(calendar: Calendar, from: number, until: number): number {
  return workingMinutesBetween(
    calendar,
    Temporal.Instant.fromEpochMilliseconds(from),
    Temporal.Instant.fromEpochMilliseconds(until),
  )
}

/** The median; of an even number the lower of the two, so that it is one that happened. */
function middle(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? null
}
