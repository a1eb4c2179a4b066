import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { shareOf, wilson } from "./wilson.ts"

describe("A share", () => {
  it("is rounded down, its 95 % range outward", () => {
    expect(shareOf(25, 40)).toEqual({ count: 25, n: 40, percent: 62, low: 47, high: 76 })
    expect(shareOf(41, 47)).toEqual({ count: 41, n: 47, percent: 87, low: 74, high: 95 })
  })

  it("has the range that Newcombe 1998 prints for the score method (Statistics in Medicine 17, table I, method 3)", () => {
    const printed = [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const
    for (const [count, n, low, high] of printed) {
      expect(wilson(count, n).low).toBeCloseTo(low, 4)
      expect(wilson(count, n).high).toBeCloseTo(high, 4)
    }
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
