import { type Calendar, workingMinutesBetween } from "aboveboard-engine"
import { type Share, shareOf } from "./wilson.ts"

/**
 * What became of one promise, together with those that took over from it: the first due is what the customer was told,
 * the end is when the last of them was kept.
 */
export type PromiseOnRecord = {
  readonly ownerId: string | null
  /** When it was said, or its condition was met. */
  readonly begunAt: Temporal.Instant
  readonly dueUntil: Temporal.Instant
  /** When it was kept, or the customer let us off; null while neither is so. */
  readonly endedAt: Temporal.Instant | null
  readonly kept: boolean
}

/** A promise of the record in numbers, all in working minutes. */
export type CaseOfDeed = {
  /** From said to kept; to now, or to when the customer let us off, where it was not kept. */
  readonly worked: number
  readonly done: boolean
  readonly since: number
  /** Null while it is not due, and where the customer let us off before it was. */
  readonly inTime: boolean | null
  /** Of its owner's open promises, those due before it, when it was said. */
  readonly dueBefore: number
}

export function caseOf(
  promise: PromiseOnRecord,
  dueBefore: number,
  { now, calendar }: { readonly now: Temporal.Instant; readonly calendar: Calendar },
): CaseOfDeed {
  const ended = promise.endedAt ?? now
  // Evidence may be dated before the words were written down; nothing takes less than no time.
  const worked = Math.max(0, workingMinutesBetween(calendar, promise.begunAt, ended))
  const since = promise.endedAt === null ? worked : Math.max(0, workingMinutesBetween(calendar, promise.begunAt, now))
  return { worked, done: promise.kept, since, inTime: wasInTime(promise, ended), dueBefore }
}

/** Of those whose time has come, the share kept by the time first told. */
export function shareInTime(record: readonly CaseOfDeed[]): Share {
  const decided = record.filter(({ inTime }) => inTime !== null)
  return shareOf(decided.filter(({ inTime }) => inTime).length, decided.length)
}

function wasInTime({ dueUntil, kept, endedAt }: PromiseOnRecord, ended: Temporal.Instant): boolean | null {
  if (ended.epochMilliseconds > dueUntil.epochMilliseconds) return false
  return endedAt !== null && kept ? true : null
}
