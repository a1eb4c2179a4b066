import type { Clock } from "./edge.tsx"

const MINUTE = 60_000 // milliseconds

/**
 * A clock that wakes its listeners at the start of each minute, and when a page that slept is looked at again.
 * `milliseconds` is the time now; `wait` calls back after some milliseconds.
 */
export function minuteClock(milliseconds: () => number, wait: (done: () => void, ms: number) => () => void): Clock {
  const listeners = new Set<() => void>()
  let minute = startOfMinute(milliseconds())
  let stop: (() => void) | null = null
  const catchUp = () => {
    const next = startOfMinute(milliseconds())
    if (next.equals(minute)) return
    minute = next
    for (const listener of listeners) listener()
  }
  const plan = () => {
    stop = wait(
      () => {
        catchUp()
        plan()
      },
      MINUTE - (milliseconds() % MINUTE),
    )
  }
  return {
    now: () => Temporal.Instant.fromEpochMilliseconds(milliseconds()),
    minute: () => minute,
    onMinute: (listener) => {
      if (listeners.size === 0) {
        minute = startOfMinute(milliseconds())
        plan()
      }
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) stop?.()
      }
    },
  }
}

function startOfMinute(milliseconds: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds - (milliseconds % MINUTE))
}
