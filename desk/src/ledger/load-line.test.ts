import { describe, expect, it } from "vitest"
import { FLAT, expectedAt, loadLine } from "./load-line.ts"

describe("How long a promise takes with so many due before it", () => {
  it("rises with load where the record does, a little less steeply", () => {
    const line = loadLine(
      Array.from({ length: 60 }, (_, index) => ({ dueBefore: index % 12, worked: 30 + 20 * (index % 12) })),
    )
    expect(line.each).toBeGreaterThan(5)
    expect(line.each).toBeLessThanOrEqual(20)
    expect(expectedAt(line, 11)).toBeGreaterThan(2 * expectedAt(line, 0))
  })

  it("is flat where load makes nothing longer, where everything took no time, and under 20 cases", () => {
    expect(loadLine(Array.from({ length: 60 }, (_, index) => ({ dueBefore: index % 9, worked: 100 })))).toEqual(FLAT)
    expect(
      loadLine(Array.from({ length: 60 }, (_, index) => ({ dueBefore: index % 9, worked: 100 - (index % 9) }))),
    ).toEqual(FLAT)
    expect(loadLine(Array.from({ length: 60 }, (_, index) => ({ dueBefore: index % 9, worked: 0 })))).toEqual(FLAT)
    expect(loadLine(Array.from({ length: 19 }, (_, index) => ({ dueBefore: index, worked: index })))).toEqual(FLAT)
  })

  it("never expects nothing", () => {
    const line = loadLine(
      Array.from({ length: 60 }, (_, index) => ({ dueBefore: index % 2, worked: 500 * (index % 2) })),
    )
    expect(expectedAt(line, 0)).toBeGreaterThan(0)
  })
})
