import type { Database } from "../src/server/database/database.ts"
import { runOnce } from "../src/server/follow-through/run-once.ts"
import { requireCustomer } from "../src/server/verbs/named-customer.ts"
import { makePromise } from "../src/server/verbs/promises.ts"
import { openTestDesk, openTestWorkspace } from "./desk.ts"
import { insertManyPromises } from "./many-promises.ts"
import { countingRows } from "./rows-read.ts"

/** Among so many open promises, takes the steps of those that are due: how many rows each step read, and how many were told. */
export async function rowsOfSteps(
  database: Database,
  { open, due }: { readonly open: number; readonly due: number },
): Promise<{ readonly rows: readonly number[]; readonly told: number }> {
  const desk = openTestDesk(database, "2026-11-19T10:00:00Z")
  const { workspaceId, member } = await openTestWorkspace(desk)
  const customerId = await database.transaction((queries) =>
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
  await insertManyPromises(database, { workspaceId, templateId, count: open, from, everyMilliseconds: 1000 })
  desk.setClock(from.add({ seconds: due - 1 }).toString())
  const rows: number[] = []
  let isDue = true
  while (isDue) {
    const counting = countingRows(database)
    isDue = await runOnce({ ...desk, database: counting.database })
    if (isDue) rows.push(counting.rowsRead())
  }
  const told = await database.query("select 1 from notices where shown_at is not null")
  return { rows, told: told.length }
}
