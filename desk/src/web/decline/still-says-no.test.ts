import { expect, test } from "vitest"
import { stillSaysNo } from "./still-says-no.ts"

const NO = {
  basis: "policy",
  refused: "refund the bike after 35 days",
  reason: "It was ridden.",
  alternative: "We can sell it for you.",
} as const

test("a no stands as long as one of its parts does, however the others were changed", () => {
  const put =
    "Hello Bill,\n\nNo, we won’t refund the bike after\n35 days. It was ridden. What we can do instead: we can sell it for you."
  expect(stillSaysNo(put, NO)).toBe(true)
  expect(stillSaysNo("Hello Bill, no refund, sorry: it was ridden!", NO)).toBe(true)
})

test("what says something else is recorded as no no", () => {
  expect(stillSaysNo("Hello Bill, bring it in tomorrow and we will look at it.", NO)).toBe(false)
  expect(stillSaysNo("Hello Bill", { basis: "policy", refused: "repair it", reason: "Too old." })).toBe(false)
})
