import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Lasted, nineInTen } from "./nine-in-ten.ts"

const LONG_AGO = 10_000

describe("When 9 in 10 were done", () => {
  it("is the value at rank ⌈0.9 (n + 1)⌉ where everything is done", () => {
    expect(nineInTen(done(20, 1))).toBe(19)
    expect(nineInTen(done(99, 1))).toBe(90)
    expect(nineInTen(done(200, 1))).toBe(181)
  })

  it("is the longest of ten, and is not said of nine", () => {
    expect(nineInTen(done(10, 1))).toBe(10)
    expect(nineInTen(done(9, 1))).toBe(null)
    expect(nineInTen([])).toBe(null)
  })

  it("does not depend on the order of the record", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(done(40, 3), { minLength: 40 }), (shuffled) => {
        expect(nineInTen(shuffled)).toBe(nineInTen(done(40, 3)))
      }),
    )
  })

  it("comes later when something is not done that was said as long ago", () => {
    const open = [lasted(500, false), lasted(600, false)]
    expect(nineInTen([...done(30, 1), ...open])).toBe(30)
    expect(nineInTen(done(30, 1))).toBe(28)
  })

  it("hardly changes for what was only just said: it is too early to know", () => {
    const justSaid = Array.from({ length: 15 }, () => ({ time: 0, done: false, since: 0 }))
    expect(nineInTen([...done(100, 1), ...justSaid])).toBe(92)
    expect(nineInTen(done(100, 1))).toBe(91)
  })

  it("is not known when more than 1 in 10 are not done after the longest time that anything took", () => {
    const open = Array.from({ length: 5 }, () => lasted(400, false))
    expect(nineInTen([...done(30, 1), ...open])).toBe(null)
  })

  it("is not known when fewer than ten were said as long ago as the answer", () => {
    const young = done(40, 1).map((each) => ({ ...each, since: each.time }))
    expect(nineInTen(young)).toBe(null)
  })

  it("of something that has lasted for a while, looks at those which lasted as long", () => {
    expect(nineInTen(done(100, 1), 50)).toBe(96)
    expect(nineInTen(done(100, 1), 90)).toBe(100)
    expect(nineInTen(done(100, 1), 91)).toBe(null)
  })

  it("is never before what was asked after, and never earlier when one takes longer", () => {
    const record = fc.array(
      fc.record({ time: fc.integer({ min: 0, max: 900 }), done: fc.boolean(), since: fc.constant(LONG_AGO) }),
      { minLength: 10, maxLength: 60 },
    )
    fc.assert(
      fc.property(record, fc.integer({ min: 0, max: 400 }), (cases, after) => {
        const said = nineInTen(cases, after)
        if (said !== null) expect(said).toBeGreaterThan(after)
        const [first, ...rest] = cases
        if (first === undefined) return
        const before = nineInTen(cases)
        const later = nineInTen([...rest, { ...first, time: first.time + 1_000 }])
        if (before !== null && later !== null) expect(later).toBeGreaterThanOrEqual(before)
      }),
    )
  })
})

/** `count` that took `step`, 2 `step`, 3 `step`… */
function done(count: number, step: number): Lasted[] {
  return Array.from({ length: count }, (_, index) => lasted((index + 1) * step, true))
}

function lasted(time: number, isDone: boolean): Lasted {
  return { time, done: isDone, since: LONG_AGO }
}
