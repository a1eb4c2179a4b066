import { expect, test } from "vitest"
import { comesTo } from "./sums.ts"
import type { Count, Money } from "./value.ts"

const PRICE: Money = { kind: "money", min: 10, max: 10, currency: "EUR", per: "", bound: "exact" }

function count(max: number): Count {
  return { kind: "count", min: max, max, of: "", bound: "exact" }
}

const SUMS: readonly (readonly [sum: number, counts: readonly number[], isSum: boolean])[] = [
  [30, [3], true],
  [80, [3, 5], true], // three and five
  [150, [3, 5], true], // three times five
  [60, [3], false], // three, and the same three again
]

test.each(SUMS)("%d of a price of ten and counts of %j: %s", (sum, counts, isSum) => {
  expect(comesTo(sum, { prices: [PRICE], counts: counts.map(count), shares: [], repeats: [] })).toBe(isSum)
})
