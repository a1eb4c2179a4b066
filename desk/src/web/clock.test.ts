import { expect, test } from "vitest"
import { minuteClock } from "./clock.ts"

function simulated(start: string) {
  let now = Date.parse(start)
  let waiting: { done: () => void; at: number } | null = null
  const clock = minuteClock(
    () => now,
    (done, ms) => {
      waiting = { done, at: now + ms }
      return () => {
        waiting = null
      }
    },
  )
  const pass = (ms: number) => {
    now += ms
    const due = waiting
    if (due !== null && due.at <= now) due.done()
  }
  return { clock, pass, isWaiting: () => waiting !== null }
}

test("wakes its listeners when the minute ends, and not before", () => {
  const { clock, pass } = simulated("2026-06-04T13:12:40Z")
  const seen: string[] = []
  clock.onMinute(() => seen.push(clock.minute().toString()))
  pass(19_000)
  expect(seen).toEqual([])
  pass(1_000)
  pass(60_000)
  expect(seen).toEqual(["2026-06-04T13:13:00Z", "2026-06-04T13:14:00Z"])
})

test("a page that slept through minutes shows the right one when it wakes", () => {
  const { clock, pass } = simulated("2026-06-04T13:12:40Z")
  clock.onMinute(() => {})
  pass(3 * 60 * 60_000)
  expect(clock.minute().toString()).toBe("2026-06-04T16:12:00Z")
})

test("asks for no time when nobody listens", () => {
  const { clock, isWaiting } = simulated("2026-06-04T13:12:40Z")
  const stop = clock.onMinute(() => {})
  expect(isWaiting()).toBe(true)
  stop()
  expect(isWaiting()).toBe(false)
})
