import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { shareOf } from "./wilson.ts"

describe("A share", () => {
  it("is rounded down, its 95 % range outward", () => {
    expect(shareOf(25, 40)).toEqual({ count: 25, n: 40, percent: 62, low: 47, high: 76 })
    expect(shareOf(41, 47)).toEqual({ count: 41, n: 47, percent: 87, low: 74, high: 95 })
  })

  it("never says that what always happened must happen", () => {
    expect(shareOf(10, 10)).toEqual({ count: 10, n: 10, percent: 100, low: 72, high: 100 })
    expect(shareOf(0, 10)).toEqual({ count: 0, n: 10, percent: 0, low: 0, high: 28 })
  })

  it("without cases says nothing: anything from 0 to 100", () => {
    expect(shareOf(0, 0)).toEqual({ count: 0, n: 0, percent: 0, low: 0, high: 100 })
  })

  it("has a range that holds the share, and narrows with more cases", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
        const count = Math.round(part * n)
        const { percent, low, high } = shareOf(count, n)
        const more = shareOf(count * 4, n * 4)
        expect(low).toBeLessThanOrEqual(percent)
        expect(high).toBeGreaterThanOrEqual((100 * count) / n)
        expect(more.high - more.low).toBeLessThanOrEqual(high - low)
      }),
    )
  })
})
