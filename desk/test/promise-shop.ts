import type { Database } from "../src/server/database/database.ts"
import { listNotices } from "../src/server/database/notice-list.ts"
import { requireCustomer } from "../src/server/verbs/named-customer.ts"
import { makePromise } from "../src/server/verbs/promises.ts"
import { verify } from "../src/server/verbs/verify.ts"
import { nameServer, openTestDesk, openTestWorkspace } from "./desk.ts"
import { openOutgoing } from "./follow-through.ts"

/** Thursday 19 November 2026 at noon in London, five working hours before the shop closes. */
export const NOON = "2026-11-19T12:00:00Z"

/** A shop at noon, with Max, whose stand-in is Lea, and Ada; what earlier tests of the file left is quiet. */
export async function openPromiseShop(database: Database) {
  const desk = openTestDesk(database, NOON)
  const team = await openTestWorkspace(desk)
  await nameServer(desk, team.workspaceId)
  const customerId = await desk.database.transaction((queries) =>
    requireCustomer(queries, desk, team.member, { customer: { name: "Margaret" } }),
  )
  await desk.database.query("update members set stand_in_id = $2 where member_id = $1", [team.member.id, team.lead.id])
  await desk.database.query("update promise_rows set next_at = null where workspace_id <> $1", [team.workspaceId])
  await desk.database.query("update notices set show_at = null, mail_at = null where workspace_id <> $1", [
    team.workspaceId,
  ])
  const made: string[] = []
  const promise = async (until = "2026-11-19T16:00:00Z", words = "I'll ring you before four.") => {
    const id = await makePromise(desk, team.member, {
      customerId,
      channel: "call",
      words,
      deed: "call-back",
      ownerId: team.member.id,
      due: { until, words: "before four" },
    })
    made.push(id)
    return id
  }
  const problems = async () =>
    (await verify(desk)).problems.filter((problem) => made.some((id) => problem.includes(id)))
  const outgoing = openOutgoing()
  const names = new Map([
    [team.admin.id, "Ada"],
    [team.lead.id, "Lea"],
    [team.member.id, "Max"],
  ])
  /** "due Max 16:00": what was shown to whom, when in London. */
  const told = async (...memberIds: string[]) => {
    const lists = await Promise.all(
      memberIds.map(async (id) => {
        const list = await listNotices(desk.database, team.workspaceId, id)
        return list.map(({ step, shownAt }) => ({ shownAt, line: `${step} ${names.get(id)} ${clock(shownAt)}` }))
      }),
    )
    const lines = lists.flat().toSorted((one, other) => Temporal.Instant.compare(one.shownAt, other.shownAt))
    return lines.map(({ line }) => line)
  }
  const everybody = [team.member.id, team.lead.id, team.admin.id]
  return { desk, ...team, customerId, promise, outgoing, told, everybody, problems }
}

function clock(at: string): string {
  const there = Temporal.Instant.from(at).toZonedDateTimeISO("Europe/London")
  return `${there.toLocaleString("en-GB", { weekday: "short" })} ${there.toPlainTime().toString({ smallestUnit: "minute" })}`
}
