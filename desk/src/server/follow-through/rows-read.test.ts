import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { openTestDesk, openTestWorkspace } from "../../../test/desk.ts"
import { insertManyPromises } from "../../../test/many-promises.ts"
import { countingRows } from "../../../test/rows-read.ts"
import { requireCustomer } from "../verbs/named-customer.ts"
import { makePromise } from "../verbs/promises.ts"
import { runOnce } from "./run-once.ts"

const OPEN = 100_000
const DUE = 100
const ROWS_MAX = 200 // read by one step, however many promises there are
const TEST_MS_MAX = 180_000 // mostly for making the promises

eachStore((store) => {
  test(
    "one due step reads fewer than 200 rows among 100,000 open promises of which 100 are due",
    async () => {
      const desk = openTestDesk(store.database(), "2026-11-19T10:00:00Z")
      const { workspaceId, member } = await openTestWorkspace(desk)
      const customerId = await desk.database.transaction((queries) =>
        requireCustomer(queries, desk, member, { customer: { name: "Margaret" } }),
      )
      const templateId = await makePromise(desk, member, {
        customerId,
        channel: "call",
        words: "I'll ring you.",
        deed: "call-back",
        ownerId: member.id,
        due: { until: "2027-01-20T10:00:00Z" },
      })
      const from = Temporal.Instant.from("2026-11-19T10:01:00Z")
      await insertManyPromises(desk.database, { workspaceId, templateId, count: OPEN, from, everyMilliseconds: 1000 })
      desk.setClock(from.add({ seconds: DUE - 1 }).toString())
      const steps: number[] = []
      let isDue = true
      while (isDue) {
        const counting = countingRows(desk.database)
        isDue = await runOnce({ ...desk, database: counting.database })
        if (isDue) steps.push(counting.rowsRead())
      }
      const told = await desk.database.query("select 1 from notices where shown_at is not null", [])
      expect(told).toHaveLength(DUE)
      expect(Math.min(...steps)).toBeGreaterThan(5) // something was counted
      expect(Math.max(...steps)).toBeLessThan(ROWS_MAX)
    },
    TEST_MS_MAX,
  )
})
