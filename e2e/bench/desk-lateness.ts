import { randomBytes } from "node:crypto"
import { join } from "node:path"
import { standardSettings } from "../../desk/src/ledger/workspace-settings.ts"
import type { Database, Queries } from "../../desk/src/server/database/database.ts"
import { migrate } from "../../desk/src/server/database/migrate.ts"
import { startLoop } from "../../desk/src/server/follow-through/loop.ts"
import { timers } from "../../desk/src/server/timers.ts"
import type { Desk } from "../../desk/src/server/verbs/desk.ts"
import { requireCustomer } from "../../desk/src/server/verbs/named-customer.ts"
import { makePromise } from "../../desk/src/server/verbs/promises.ts"
import { openTestDesk, openTestWorkspace } from "../../desk/test/desk.ts"
import { insertManyPromises } from "../../desk/test/many-promises.ts"
import { setTimeout as sleep } from "node:timers/promises"
import type { Load } from "./lateness.ts"

const LEAD_SECONDS = 3 // for making the promises before the first is due
const TAIL_SECONDS = 3

/** Runs the real loop on the real clock over promises that fall due one after the other; milliseconds late, each. */
export async function runDesk(database: Database, { steps, everyMilliseconds }: Load): Promise<readonly number[]> {
  await migrate(database, join(import.meta.dirname, "../../desk/migrations"))
  const lateness: number[] = []
  const dues = new Map<string, number>()
  const observed = observing(database, (promiseId) => {
    const due = dues.get(promiseId)
    if (due !== undefined) lateness.push(performance.timeOrigin + performance.now() - due)
  })
  let wake = () => {}
  const desk: Desk = {
    ...openTestDesk(observed),
    now: () => Temporal.Now.instant(),
    newId: () => idAt(Date.now()),
    committed: () => wake(),
  }
  await fill(desk, { steps, everyMilliseconds })
  const rows = await database.query<{ id: string; at: string }>(
    `select promise_id as "id", due_until as "at" from promise_rows where next_at = due_until`,
  )
  for (const { id, at } of rows) dues.set(id, Temporal.Instant.from(at).epochMilliseconds)
  const loop = startLoop(desk, {
    send: async () => ({ kind: "accepted" }),
    append: async () => ({ kind: "there" }),
    tell: async () => ({ kind: "accepted" }),
    fetchDocument: async () => ({ kind: "failed", words: "Nothing is there." }),
    timers,
    report: console.error,
  })
  wake = loop.wake
  await sleep(LEAD_SECONDS * 1000 + steps * everyMilliseconds + TAIL_SECONDS * 1000)
  await loop.stop()
  return lateness
}

/** A team that works around the clock, and promises so short that the only step they have is the one at due. */
async function fill(desk: Desk, { steps, everyMilliseconds }: Load): Promise<void> {
  const { workspaceId, member } = await openTestWorkspace(desk)
  const hours = Object.fromEntries(["1", "2", "3", "4", "5", "6", "7"].map((day) => [day, ALWAYS]))
  const settings = { ...standardSettings("UTC"), hours }
  await desk.database.query("update workspaces set settings = $2 where workspace_id = $1", [workspaceId, settings])
  const customerId = await desk.database.transaction((queries) =>
    requireCustomer(queries, desk, member, { customer: { name: "Margaret" } }),
  )
  const until = desk.now().add({ minutes: 7 }).toString()
  const templateId = await makePromise(desk, member, {
    customerId,
    channel: "call",
    words: "I'll ring you in a minute.",
    deed: "call-back",
    ownerId: member.id,
    due: { until },
  })
  const from = desk.now().add({ seconds: LEAD_SECONDS })
  await insertManyPromises(desk.database, { workspaceId, templateId, count: steps, from, everyMilliseconds })
  await desk.database.query("update promise_rows set next_at = null where promise_id = $1", [templateId])
}

const ALWAYS = [{ from: "00:00", until: "24:00" }]

/** The store, telling of each promise about which a notice was committed. */
function observing(database: Database, committed: (promiseId: string) => void): Database {
  return {
    ...database,
    async transaction(work) {
      const told: string[] = []
      const watching = (queries: Queries): Queries => ({
        query(sql, parameters) {
          if (sql.includes("insert into notices")) told.push(...promisesIn(String(parameters?.[0])))
          return queries.query(sql, parameters)
        },
      })
      const result = await database.transaction((queries) => work(watching(queries)))
      told.forEach(committed)
      return result
    },
  }
}

/** The promises that notices, as JSON, are about. */
function promisesIn(notices: string): readonly string[] {
  return [...notices.matchAll(/"promiseId":"([^"]+)"/g)].map(([, id = ""]) => id)
}

function idAt(milliseconds: number): string {
  const time = milliseconds.toString(16).padStart(12, "0")
  const chance = randomBytes(10).toString("hex")
  return `${time.slice(0, 8)}-${time.slice(8)}-7${chance.slice(0, 3)}-8${chance.slice(3, 6)}-${chance.slice(6, 18)}`
}
