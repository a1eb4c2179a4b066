import { type Weighing, weigh } from "../src/ledger/honest-date.ts"
import { type CaseOfDeed, caseOf } from "../src/ledger/record-of-deed.ts"
import { dueBeforeAmong } from "../src/ledger/due-before.ts"
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
  playDesk(kind, seed, run.promises, (promise, all) => {
    count += 1
    if (count <= run.from || (!kind.saysHonest && count % run.every !== 0)) return
    const asked = promise.due
    const weighing = weighPlayed(kind, promise, all, run.recordMax)
    if (kind.saysHonest && weighing.atRisk) promise.due = weighing.honest ?? asked
    // What is said last is not done when the simulation ends; those are not counted, whatever became of them.
    if (promise.number < run.promises * 0.85) found.push({ promise, asked, weighing })
  })
  return found
}

function weighPlayed(kind: DeskKind, promise: Played, all: readonly Played[], recordMax: number): Weighing {
  const { calendar } = kind
  const now = promise.at
  const before = all.filter((each) => each.at.epochMilliseconds < now.epochMilliseconds)
  const record = before.filter((each) => each.isWeighed).slice(-recordMax)
  const oldest = record[0]?.number ?? 0
  const reach = Math.max(0, oldest - 300)
  const load = dueBeforeAmong(before.slice(reach).map((each) => burdenOf(each)))
  const cases = record.map((each): CaseOfDeed => {
    const dueUntil = each.due.toString()
    const kept = each.kept !== null && each.kept.epochMilliseconds <= now.epochMilliseconds
    const { ownerId, at, due } = each
    const dueBefore = load.count({ ownerId, promiseId: null, at: at.epochMilliseconds, due: due.epochMilliseconds })
    const endedAt = kept ? each.kept.toString() : null
    return caseOf({ ownerId, begunAt: at.toString(), dueUntil, endedAt, kept }, dueBefore, { now, calendar })
  })
  const dues = load.dues({ ownerId: promise.ownerId, promiseId: null, at: now.epochMilliseconds })
  return weigh({ now, calendar, due: promise.due, dues, record: cases, said: null })
}

function burdenOf({ number, ownerId, at, due, kept }: Played) {
  return {
    promiseId: String(number),
    ownerId,
    saidAt: at.toString(),
    dueUntil: due.toString(),
    settledAt: kept?.toString() ?? null,
  }
}

function countInTime(weighed: readonly Weighed[]): Counted {
  const inTime = weighed.filter(({ promise, weighing }) => isKeptBy(promise, weighing.honest)).length
  return { n: weighed.length, inTime }
}

function isKeptBy({ kept }: Played, date: Temporal.Instant | null): boolean {
  return kept !== null && date !== null && kept.epochMilliseconds <= date.epochMilliseconds
}
