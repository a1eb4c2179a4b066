import { describe, expect, test } from "vitest"
import { eachStore } from "../test/database.ts"
import { PLANTED } from "./planted/planted.ts"
import { runWorld } from "./world/world.ts"

describe("simulated teams among faults", () => {
  test.each([3, 7, 20_261])(
    "with seed %i nothing is forgotten, lost, told twice or told to a customer",
    async (seed) => {
      const report = await runWorld({ seed, days: 12, promisesADay: 20 })
      expect(report.problems).toEqual([])
      expect(report.promiseDays).toBeGreaterThan(500)
      expect(report.mails).toBeGreaterThan(50)
      expect(report.keptByMail).toBeGreaterThan(3)
      expect(report.troubles.crash).toBeGreaterThan(20)
      expect(report.repeated).toBeGreaterThan(20)
    },
  )

  test("one seed gives the same bytes again, another gives others", async () => {
    const run = (seed: number) => runWorld({ seed, days: 3, promisesADay: 12 })
    const [first, again, other] = [await run(41), await run(41), await run(42)]
    expect(again).toEqual(first)
    expect(other.digest).not.toBe(first.digest)
  })
})

describe("of the mistakes that are planted, the simulator finds that", () => {
  test.each(PLANTED)("$what", async ({ tamper, found }) => {
    const report = await runWorld({ seed: 11, days: 16, promisesADay: 12, tamper: tamper() })
    expect(report.problems.join("\n")).toMatch(found)
  })
})

eachStore((store) => {
  test("the store in memory answers each statement as the real one does, and the rows are the same at the end", async () => {
    const report = await runWorld({ seed: 7, days: 2, promisesADay: 10, beside: store.database() })
    expect(report.problems).toEqual([])
    expect(report.mails).toBeGreaterThan(10)
    expect(report.troubles.removed).toBeGreaterThan(0)
    expect(report.compared).toBeGreaterThan(400)
  })
})
