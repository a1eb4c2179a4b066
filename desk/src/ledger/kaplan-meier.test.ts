import { describe, expect, it } from "vitest"
import { doneBy, medianOf, productLimit } from "./kaplan-meier.ts"

/** Freireich et al. 1963, weeks in remission under 6-mercaptopurine; negative: still in remission when last seen. */
const REMISSION = [6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35].map(
  (weeks) => ({ time: Math.abs(weeks), done: weeks > 0 }),
)

describe("the product-limit estimate", () => {
  it("gives the published figures of the remission trial of Freireich 1963, as in Kleinbaum and Klein, Survival Analysis", () => {
    const told = productLimit(REMISSION).map((step) => [step.time, step.atRisk, round(step.left), round(step.error)])
    expect(told).toEqual([
      [6, 21, 0.8571, 0.0764],
      [7, 17, 0.8067, 0.0869],
      [10, 15, 0.7529, 0.0963],
      [13, 12, 0.6902, 0.1068],
      [16, 11, 0.6275, 0.1141],
      [22, 7, 0.5378, 0.1282],
      [23, 6, 0.4482, 0.1346],
    ])
    expect(medianOf(productLimit(REMISSION))).toBe(23)
  })

  it("is the plain share where nothing is open", () => {
    const cases = Array.from({ length: 20 }, (_, index) => ({ time: index + 1, done: true }))
    expect(doneBy(cases, productLimit(cases), 5)?.percent).toBe(25)
    expect(doneBy(cases, productLimit(cases), 20)?.percent).toBe(100)
  })

  it("does not let open promises pass for kept ones, nor for broken ones", () => {
    const done = Array.from({ length: 10 }, () => ({ time: 1, done: true }))
    const open = Array.from({ length: 10 }, () => ({ time: 0.5, done: false }))
    expect(doneBy([...done, ...open], productLimit([...done, ...open]), 1)?.percent).toBe(100)
    const longOpen = open.map((each) => ({ ...each, time: 2 }))
    expect(doneBy([...done, ...longOpen], productLimit([...done, ...longOpen]), 1)?.percent).toBe(50)
  })

  it("says nothing where fewer than ten were watched as long", () => {
    const cases = [...Array.from({ length: 9 }, () => ({ time: 1, done: true })), { time: 2, done: false }]
    expect(doneBy(cases, productLimit(cases), 3)).toBeNull()
  })

  it("keeps its range within 0 and 100 and around the figure", () => {
    for (const time of [6, 10, 23, 30]) {
      const told = doneBy(REMISSION, productLimit(REMISSION), time)
      if (told === null) continue
      expect(told.low).toBeLessThanOrEqual(told.percent)
      expect(told.high).toBeGreaterThanOrEqual(told.percent)
      expect(told.low).toBeGreaterThanOrEqual(0)
      expect(told.high).toBeLessThanOrEqual(100)
    }
  })
})

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
