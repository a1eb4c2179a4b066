import { type Weighing, weigh } from "../src/ledger/honest-date.ts"
import { type CaseOfDeed, caseOf } from "../src/ledger/record-of-deed.ts"
import type { DeskKind } from "./desk-kind.ts"
import { type Played, playDesk } from "./play-desk.ts"

/** How often what was weighed was kept by its honest date. */
export type Coverage = {
  readonly weighed: number
  readonly dated: Counted
  /** The same, apart for those with less due before them than the middle one, and with more. */
  readonly light: Counted
  readonly loaded: Counted
  /** By when 9 in 10 were done whatever was due before: the same apart, were load left out. */
  readonly lightWithoutLoad: Counted
  readonly loadedWithoutLoad: Counted
  /** Of those weighed at some moment while they were open. */
  readonly open: Counted
  /** Of the dues asked for, how many were met: what is promised without the honest date. */
  readonly asked: Counted
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
type Found = { readonly made: Weighed[]; readonly open: Weighed[] }

export function coverageOf(kind: DeskKind, run: Run): Coverage {
  const found = run.seeds.map((seed) => weighedIn(kind, seed, run))
  const made = found.flatMap((each) => each.made)
  const dated = made.filter(({ weighing }) => weighing.honest !== null)
  const loads = dated.map(({ weighing }) => weighing.dueBefore).toSorted((a, b) => a - b)
  const middle = loads[loads.length >> 1] ?? 0
  const light = dated.filter(({ weighing }) => weighing.dueBefore <= middle)
  const loaded = dated.filter(({ weighing }) => weighing.dueBefore > middle)
  return {
    weighed: made.length,
    dated: countKept(dated, honestOf),
    light: countKept(light, honestOf),
    loaded: countKept(loaded, honestOf),
    lightWithoutLoad: countKept(light, ({ weighing }) => weighing.doneBy),
    loadedWithoutLoad: countKept(loaded, ({ weighing }) => weighing.doneBy),
    open: countKept(
      found.flatMap((each) => each.open),
      honestOf,
    ),
    asked: countKept(made, ({ asked }) => asked),
  }
}

function weighedIn(kind: DeskKind, seed: number, run: Run): Found {
  const found: Found = { made: [], open: [] }
  let count = 0
  playDesk(kind, seed, run.promises, (promise, all, owed) => {
    count += 1
    if (count <= run.from || (!kind.saysHonest && count % run.every !== 0)) return
    const { at: now, due: asked } = promise
    const record = recordOf(kind, all, now, run.recordMax)
    const weighing = weigh({ now, calendar: kind.calendar, due: asked, dues: owed, record, said: null })
    if (kind.saysHonest && weighing.atRisk) promise.due = weighing.honest ?? asked
    // What is said last is not done when the simulation ends; those are not counted, whatever became of them.
    if (promise.number >= run.promises * COUNTED) return
    found.made.push({ promise, asked, weighing })
    const open = oneOpen(all, now, count)
    if (open !== undefined) found.open.push({ ...weighOpen(kind, open, now, record), asked })
  })
  return found
}

const COUNTED = 0.85 // of all promises of a run

/** Any of those that are open at a moment, so that what is open long is met as often as it would be looked at. */
function oneOpen(all: readonly Played[], now: Temporal.Instant, draw: number): Played | undefined {
  const open = all.filter((each) => each.isWeighed && !isKeptBy(each, now) && isBefore(each.at, now))
  return open[(draw * 7919) % open.length]
}

function weighOpen({ calendar }: DeskKind, promise: Played, now: Temporal.Instant, record: readonly CaseOfDeed[]) {
  const { at, due, dueBefore } = promise
  return { promise, weighing: weigh({ now, calendar, due, dues: [], record, said: { at, dueBefore } }) }
}

function recordOf({ calendar }: DeskKind, all: readonly Played[], now: Temporal.Instant, most: number): CaseOfDeed[] {
  const before = all.filter(({ at, isWeighed }) => isWeighed && isBefore(at, now))
  return before.slice(-most).map((each) => {
    const { ownerId, at, due, dueBefore } = each
    const kept = isKeptBy(each, now)
    const endedAt = kept ? each.kept : null
    return caseOf({ ownerId, begunAt: at, dueUntil: due, endedAt, kept }, dueBefore, { now, calendar })
  })
}

function countKept(weighed: readonly Weighed[], dateOf: (one: Weighed) => Temporal.Instant | null): Counted {
  const dates = weighed.flatMap((one) => {
    const date = dateOf(one)
    return date === null ? [] : [isKeptBy(one.promise, date)]
  })
  return { n: dates.length, inTime: dates.filter(Boolean).length }
}

function honestOf({ weighing }: Weighed): Temporal.Instant | null {
  return weighing.honest
}

function isKeptBy({ kept }: Played, date: Temporal.Instant): boolean {
  return kept !== null && kept.epochMilliseconds <= date.epochMilliseconds
}

function isBefore(at: Temporal.Instant, now: Temporal.Instant): boolean {
  return at.epochMilliseconds < now.epochMilliseconds
}
