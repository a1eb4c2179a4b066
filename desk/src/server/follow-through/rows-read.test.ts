import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { rowsOfSteps } from "../../../test/rows-of-a-step.ts"

const OPEN = 100_000 // `npm run bench` does it with 1,000,000
const DUE = 100
const ROWS_MAX = 200 // read by one step, however many promises there are
const TEST_MS_MAX = 180_000 // mostly for making the promises

eachStore((store) => {
  test(
    "one due step reads fewer than 200 rows among 100,000 open promises of which 100 are due",
    async () => {
      const { rows, told } = await rowsOfSteps(store.database(), { open: OPEN, due: DUE })
      expect(told).toBe(DUE)
      expect(Math.min(...rows)).toBeGreaterThan(5) // something was counted
      expect(Math.max(...rows)).toBeLessThan(ROWS_MAX)
    },
    TEST_MS_MAX,
  )
})
