import type { Calendar } from "aboveboard-engine"
import { type CountedPromise, type Period, between } from "./counted-promise.ts"
import { type UntilDone, untilDone } from "./until-done.ts"
import { type Share, shareOf } from "./wilson.ts"

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

/** The outcomes that add up to all that were closed. */
export const WHOLE_OUTCOMES = ["in-time", "late", "new-date", "new-date-late", "broken", "released"] as const
export type WholeOutcome = (typeof WHOLE_OUTCOMES)[number]

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

/** What a list of closed promises can be asked for: an outcome, all, the kept, a kind of evidence, a bar of the lateness chart. */
export type Figure =
  | { readonly kind: "closed" }
  | { readonly kind: "kept" }
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
      if (figure.kind === "kept") return true
      return figure.kind === "evidence"
        ? promise.evidence === figure.evidence
        : standsInBar(promise, figure.bar, calendar)
    })
    .map(({ promise, outcome }) => ({ ...promise, outcome }))
    .toSorted((a, b) => closedAt(b) - closedAt(a) || (a.id < b.id ? -1 : 1))
}

/** Working minutes from the time we gave to when it was kept: negative is early. Upper bounds, the last is open. */
export const LATENESS_BOUNDS = [-480, -240, 0, 60, 240, 480, Infinity] as const

export type PromiseFigures = {
  readonly closed: number
  readonly outcomes: Readonly<Record<Outcome, number>>
  /** Of all that were closed, each with its range; what is in no rate is not among them. */
  readonly shares: Readonly<Record<WholeOutcome, Share>>
  readonly inTime: Share
  /** Kept in time, and shown by something else than a member's word. */
  readonly inTimeShown: Share
  readonly byDeed: readonly { readonly deed: string; readonly share: Share }[]
  readonly evidence: Readonly<Record<NonNullable<CountedPromise["evidence"]>, number>>
  readonly lateness: { readonly n: number; readonly counts: readonly number[]; readonly medianLate: number | null }
  /** Medians in working minutes, of those kept in the period that had a due time. */
  readonly promisedAndDone: { readonly n: number; readonly promised: number | null; readonly done: number | null }
  readonly untilDone: UntilDone
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
    shares: sharesOf(outcomes, inWhole.length),
    inTime: shareOf(outcomes["in-time"], inWhole.length),
    inTimeShown: shareOf(inWhole.filter(isShownInTime).length, inWhole.length),
    byDeed: byDeed(inWhole),
    evidence: evidenceOf(kept),
    ...timesOf(kept, calendar),
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

function sharesOf(outcomes: Readonly<Record<Outcome, number>>, n: number): PromiseFigures["shares"] {
  return {
    "in-time": shareOf(outcomes["in-time"], n),
    late: shareOf(outcomes.late, n),
    "new-date": shareOf(outcomes["new-date"], n),
    "new-date-late": shareOf(outcomes["new-date-late"], n),
    broken: shareOf(outcomes.broken, n),
    released: shareOf(outcomes.released, n),
  }
}

function isShownInTime({ promise: { evidence }, outcome }: Closed): boolean {
  return outcome === "in-time" && evidence !== null && evidence !== "word"
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

/** Of those kept that had a due time: how early or late they were, and what was promised beside what it took. */
function timesOf(
  kept: readonly CountedPromise[],
  calendar: Calendar,
): Pick<PromiseFigures, "lateness" | "promisedAndDone"> {
  const counts = LATENESS_BOUNDS.map(() => 0)
  const late: number[] = []
  const promised: number[] = []
  const done: number[] = []
  for (const { begunAt, dueUntil, endedAt } of kept) {
    if (dueUntil === null || endedAt === null) continue
    const minutes = between(calendar, dueUntil, endedAt)
    const bar = barOf(minutes, endedAt > dueUntil)
    counts[bar] = (counts[bar] ?? 0) + 1
    if (endedAt > dueUntil) late.push(minutes)
    promised.push(Math.max(0, between(calendar, begunAt, dueUntil)))
    done.push(Math.max(0, between(calendar, begunAt, endedAt)))
  }
  const n = done.length
  return {
    lateness: { n, counts, medianLate: middle(late) },
    promisedAndDone: { n, promised: middle(promised), done: middle(done) },
  }
}

function standsInBar({ dueUntil, endedAt }: CountedPromise, bar: number, calendar: Calendar): boolean {
  if (dueUntil === null || endedAt === null) return false
  return barOf(between(calendar, dueUntil, endedAt), endedAt > dueUntil) === bar
}

/** The place in LATENESS_BOUNDS. */
function barOf(minutes: number, isLate: boolean): number {
  // After the time we gave, but before the next working minute: late by the clock, so it stands with the late.
  const place = isLate ? Math.max(minutes, 1) : minutes
  return LATENESS_BOUNDS.findIndex((bound) => place <= bound)
}

/** The median; of an even number the lower of the two, so that it is one that happened. */
function middle(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? null
}
