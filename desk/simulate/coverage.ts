import { type Weighing, weigh } from "../src/ledger/honest-date.ts"
import { type CaseOfDeed, caseOf } from "../src/ledger/record-of-deed.ts"
import type { DeskKind } from "./desk-kind.ts"
import { type Played, playDesk } from "./play-desk.ts"

/** How often what was weighed was kept by its honest date. */
export type Coverage = {
  readonly weighed: number
  /** With no date: under 10 cases, or 9 in 10 not done yet. */
  readonly without: number
  readonly inTime: number
  /** The same, apart for those with less due before them than the middle one, and with more. */
  readonly light: Counted
  readonly loaded: Counted
  /** Of the dues asked for, how many were met: what is promised without the honest date. */
  readonly asked: number
}

export type Counted = { readonly n: number; readonly inTime: number }

export type Run = {
  readonly seeds: readonly number[]
  /** Promises a seed, of all deeds; half are of the one that is weighed. */
  readonly promises: number
  /** Every how manieth of them is weighed. */
  readonly every: number
  /** How many must be on record before the first is. */
  readonly from: number
  readonly recordMax: number
}

type Weighed = { readonly promise: Played; readonly asked: Temporal.Instant; readonly weighing: Weighing }

export function coverageOf(kind: DeskKind, run: Run): Coverage {
  const weighed = run.seeds.flatMap((seed) => weighedIn(kind, seed, run))
  const dated = weighed.filter(({ weighing }) => weighing.honest !== null)
  const loads = dated.map(({ weighing }) => weighing.dueBefore).toSorted((a, b) => a - b)
  const middle = loads[loads.length >> 1] ?? 0
  return {
    weighed: weighed.length,
    without: weighed.length - dated.length,
    inTime: countInTime(dated).inTime,
    light: countInTime(dated.filter(({ weighing }) => weighing.dueBefore <= middle)),
    loaded: countInTime(dated.filter(({ weighing }) => weighing.dueBefore > middle)),
    asked: weighed.filter(({ promise, asked }) => isKeptBy(promise, asked)).length,
  }
}

function weighedIn(kind: DeskKind, seed: number, run: Run): readonly Weighed[] {
  const found: Weighed[] = []
  let count = 0
  playDesk(kind, seed, run.promises, (promise, all, owed) => {
    count += 1
    if (count <= run.from || (!kind.saysHonest && count % run.every !== 0)) return
    const asked = promise.due
    const weighing = weigh({ ...askedOf(kind, promise, owed), record: recordOf(kind, all, promise.at, run.recordMax) })
    if (kind.saysHonest && weighing.atRisk) promise.due = weighing.honest ?? asked
    // What is said last is not done when the simulation ends; those are not counted, whatever became of them.
    if (promise.number < run.promises * 0.85) found.push({ promise, asked, weighing })
  })
  return found
}

function askedOf({ calendar }: DeskKind, { at, due }: Played, dues: readonly number[]) {
  return { now: at, calendar, due, dues, said: null }
}

function recordOf({ calendar }: DeskKind, all: readonly Played[], now: Temporal.Instant, most: number): CaseOfDeed[] {
  const time = { now, calendar }
  const before = all.filter(({ at, isWeighed }) => isWeighed && at.epochMilliseconds < now.epochMilliseconds)
  return before.slice(-most).map(({ ownerId, at, due, kept: keptAt, dueBefore }) => {
    const kept = keptAt !== null && keptAt.epochMilliseconds <= now.epochMilliseconds
    return caseOf({ ownerId, begunAt: at, dueUntil: due, endedAt: kept ? keptAt : null, kept }, dueBefore, time)
  })
}

function countInTime(weighed: readonly Weighed[]): Counted {
  const inTime = weighed.filter(({ promise, weighing }) => isKeptBy(promise, weighing.honest)).length
  return { n: weighed.length, inTime }
}

function isKeptBy({ kept }: Played, date: Temporal.Instant | null): boolean {
  return kept !== null && date !== null && kept.epochMilliseconds <= date.epochMilliseconds
}
