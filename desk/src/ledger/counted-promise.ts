import { type Calendar, workingMilliseconds } from "aboveboard-engine"

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

const MINUTE = 60_000 // milliseconds

/** Working minutes between two moments of a counted promise; negative when `until` is before `from`. */
export function between(calendar: Calendar, from: number, until: number): number {
  return until < from
    ? -workingMilliseconds(calendar, until, from) / MINUTE
    : workingMilliseconds(calendar, from, until) / MINUTE
}
