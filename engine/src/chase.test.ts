import { expect, test } from "vitest"
import { leastTime } from "../bench/measure.ts"
import { findChases } from "./chase.ts"
import { CHASES, LEFT } from "./chase/chase-cases.ts"

test.each(CHASES)("chases (%s): %s", (deed, text) => {
  const [chase] = findChases(text)
  expect(chase === undefined ? "no chase" : (chase.deed ?? "none")).toBe(deed)
})

test.each(LEFT)("chases nothing: %s", (text) => {
  expect(findChases(text)).toEqual([])
})

test("the customer's own sentence is pointed at, with offsets into the text", () => {
  const text = "Hello 🚲,\n\nthe lamp works. You said you’d call. Rosa\n\n> You said you'd write."
  const chases = findChases(text)
  expect(chases.map(({ quote }) => quote)).toEqual(["You said you’d call."])
  expect(text.slice(chases[0]?.start, chases[0]?.end)).toBe("You said you’d call.")
})

test("what could be a first question is weak", () => {
  expect(findChases("When can I expect my parcel?")[0]).toMatchObject({ isWeak: true, deed: "send" })
  expect(findChases("Any news?")[0]).toMatchObject({ isWeak: false })
})

test("time is linear in the text", () => {
  const worst = `${"you said you said i was told any any still still have you ".repeat(20_000)}`
  expect(leastTime(() => findChases(worst), 4_000)).toBeLessThan(4_000) // 1.2 MB; quadratic would be minutes
})
