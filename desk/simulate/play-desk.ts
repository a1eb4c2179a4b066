import { addWorkingTime, endOfWorkingDay } from "aboveboard-engine"
import { type Chance, chanceOf, exponential } from "./chance.ts"
import type { DeskKind } from "./desk-kind.ts"

/** A promise of the simulation. Minutes are working minutes since it began; `at` and the others are moments. */
export type Played = {
  readonly number: number
  readonly ownerId: string
  /** Of the deed that is weighed; the others only keep the owners busy. */
  readonly isWeighed: boolean
  readonly minute: number
  readonly at: Temporal.Instant
  due: Temporal.Instant
  /** Of its owner's promises, those due before it when it was said. */
  dueBefore: number
  readonly ready: number
  readonly service: number
  /** In the moment at which its owner began it, when it will be kept is settled. */
  kept: Temporal.Instant | null
}

type Owner = { free: number; waiting: Played[]; doing: Played | null }

/** `owed`: when what its owner owes already is due, milliseconds since 1970, earliest first. */
type Said = (promise: Played, all: readonly Played[], owed: readonly number[]) => void

const START = Temporal.Instant.from("2026-01-05T09:00:00Z")

/**
 * Plays a desk: promises come in by chance, each owner does one at a time, in the order in which they are due or were
 * said. `said` is called for each promise of the weighed deed when it is made, and may change its due.
 */
export function playDesk(kind: DeskKind, seed: number, count: number, said: Said): void {
  const chance = chanceOf(seed * 7919 + kind.name.length)
  const owners = new Map<string, Owner>()
  const all: Played[] = []
  let minute = 0
  for (let number = 0; all.length < count; number += 1) {
    const part = number / count
    minute += exponential(meanService(kind, 1) / (kind.busy(part, minute) * kind.owners))(chance)
    const promise = drawn(kind, chance, { number, minute, part })
    const owner = owners.get(promise.ownerId) ?? { free: 0, waiting: [], doing: null }
    owners.set(promise.ownerId, owner)
    for (const each of owners.values()) workUntil(kind, each, minute, chance)
    const owed = owedBy(owner, promise.at)
    if (promise.isWeighed) said(promise, all, owed)
    promise.dueBefore = owed.filter((due) => due < promise.due.epochMilliseconds).length
    all.push(promise)
    owner.waiting.push(promise)
  }
}

const OTHERS = 0.7 // what another deed takes, of what the weighed one takes

function meanService({ service }: DeskKind, drift: number): number {
  return drift * service * ((1 + OTHERS) / 2)
}

type Coming = { readonly number: number; readonly minute: number; readonly part: number }

function drawn(kind: DeskKind, chance: Chance, { number, minute, part }: Coming): Played {
  const isWeighed = chance() < 0.5
  const drift = kind.drift(part)
  const service = (isWeighed ? 1 : OTHERS) * drift * kind.service * kind.shape(chance)
  const slack = kind.slack(chance)
  const ready = minute + Math.max(drift * kind.wait(chance), kind.putOff * slack * chance())
  const at = saidAt(kind, minute, chance)
  return {
    number,
    ownerId: `owner ${Math.floor(chance() * kind.owners)}`,
    isWeighed,
    minute,
    at,
    due: addWorkingTime(kind.calendar, at, Math.round(slack)) ?? at,
    dueBefore: 0,
    ready,
    service,
    kept: null,
  }
}

function saidAt({ calendar, outside }: DeskKind, minute: number, chance: Chance): Temporal.Instant {
  const at = momentOf(calendar, minute)
  const hours = 1 + 9 * chance()
  return chance() < outside ? (endOfWorkingDay(calendar, at) ?? at).add({ seconds: Math.round(hours * 3600) }) : at
}

/** Everything that the owner begins before `minute`: of what can be begun, what is due (or was said) first. */
function workUntil(kind: DeskKind, owner: Owner, minute: number, chance: Chance): void {
  for (;;) {
    const earliest = Math.min(...owner.waiting.map(({ ready }) => ready))
    const start = Math.max(owner.free, earliest)
    if (start >= minute) return
    const ready = owner.waiting.filter((each) => each.ready <= start)
    const next = ready.reduce((a, b) => (isBefore(kind, b, a) ? b : a))
    owner.waiting = owner.waiting.filter((each) => each !== next)
    owner.free = start + next.service
    owner.doing = next
    next.kept = keptAt(kind, next, owner.free, chance)
  }
}

function owedBy({ waiting, doing }: Owner, at: Temporal.Instant): readonly number[] {
  const isUnderway = doing !== null && doing.kept !== null && doing.kept.epochMilliseconds > at.epochMilliseconds
  const owed = isUnderway ? [...waiting, doing] : waiting
  return owed.map(({ due }) => due.epochMilliseconds).toSorted((a, b) => a - b)
}

function isBefore({ order }: DeskKind, a: Played, b: Played): boolean {
  if (order === "said") return a.number < b.number
  return a.due.epochMilliseconds < b.due.epochMilliseconds
}

/** Some is done in the evening before, if it had been said by then. */
function keptAt({ calendar, outside }: DeskKind, promise: Played, minute: number, chance: Chance): Temporal.Instant {
  const at = momentOf(calendar, minute)
  if (chance() >= outside) return at
  const opened = at.toZonedDateTimeISO(calendar.zone).startOfDay().toInstant()
  const evening = opened.subtract({ seconds: Math.round(6 * 3600 * chance()) })
  return evening.epochMilliseconds > promise.at.epochMilliseconds ? evening : at
}

function momentOf(calendar: DeskKind["calendar"], minute: number): Temporal.Instant {
  const at = addWorkingTime(calendar, START, wholeMilliseconds(minute))
  if (at === null) throw new Error("the simulated calendar has no working time")
  return at
}

function wholeMilliseconds(minutes: number): number {
  return Math.round(minutes * 60_000) / 60_000
}
