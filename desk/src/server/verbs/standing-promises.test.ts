import { beforeAll, expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { openTestDesk, openTestWorkspace } from "../../../test/desk.ts"
import { insertGeneratedYear } from "../../../test/generated-desk.ts"
import type { StandingText } from "../../ledger/standing-promise.ts"
import { insertConversation } from "../database/conversations.ts"
import { insertMessage } from "../database/messages.ts"
import { readAudit } from "./audit.ts"
import { requireCustomer } from "./named-customer.ts"
import { readLog } from "./settings-log.ts"
import {
  addStandingPromise,
  changeStandingPromise,
  listStandingPromises,
  readPublicProtocol,
  withdrawStandingPromise,
} from "./standing-promises.ts"
import { changeWorkspace } from "./workspace.ts"

const ANSWER: StandingText = {
  what: "We answer within 2 working hours.",
  limits: "Not at weekends.",
  complain: "Write to the owner: owner@harbour.example.",
  measure: { kind: "first-answer", minutes: 120, percent: 90 },
}
const YEAR = { from: "2026-01-01T00:00:00Z", until: "2027-01-01T00:00:00Z" }
const LOG = { kind: null, memberId: null, from: null, until: null, before: null }

eachStore((store) => {
  async function shop() {
    const desk = openTestDesk(store.database())
    const team = await openTestWorkspace(desk)
    const customer = { name: "Rosa", phone: desk.newId().replaceAll(/\D/g, "").slice(-9) }
    const customerId = await desk.database.transaction((queries) =>
      requireCustomer(queries, desk, team.member, { customer }),
    )
    const { workspaceId } = team
    /** A conversation that the customer begins at `at`, with our answer at `answered`. */
    async function asked(at: string, answered: string | null, how: "mail" | "call" | "refused" = "mail") {
      const id = desk.newId()
      await insertConversation(desk.database, { workspaceId, id, customerId, channel: "mail", subject: null, at })
      const message = { workspaceId, conversationId: id, salt: desk.newSalt(), text: "Hello", own: [] }
      const theirs = { kind: "inbound", channel: "mail", by: { kind: "customer", id: customerId } } as const
      await insertMessage(desk.database, { ...message, ...theirs, id: desk.newId(), at, recordedAt: at })
      if (answered === null) return
      const ours =
        how === "call"
          ? ({ kind: "note", channel: "call" } as const)
          : ({ kind: "outbound", channel: "mail", delivery: how === "mail" ? "accepted" : "failed" } as const)
      const by = { kind: "member", id: team.member.id } as const
      const sent = { ...message, ...ours, by, id: desk.newId(), at: answered, recordedAt: answered }
      await insertMessage(desk.database, sent)
      await desk.database.query(
        "update messages set accepted_at = at where workspace_id = $1 and message_id = $2 and delivery = 'accepted'",
        [workspaceId, sent.id],
      )
      await desk.database.query(
        "update conversations set last_message_at = $3 where workspace_id = $1 and conversation_id = $2",
        [workspaceId, id, answered],
      )
    }
    const measured = async (period = YEAR) => {
      const [standing] = await listStandingPromises(desk, workspaceId, period)
      return standing?.versions.map((each) => each.measured) ?? []
    }
    return { desk, ...team, asked, measured }
  }

  test("first answers are measured in working time; what can still be in time is not counted, a refused mail is no answer", async () => {
    const { desk, admin, asked, measured } = await shop()
    await addStandingPromise(desk, admin, ANSWER)
    desk.setClock("2026-11-23T12:00:00Z") // a Monday
    for (let index = 0; index < 8; index += 1) await asked("2026-11-20T16:30:00Z", "2026-11-23T10:20:00Z") // 1 h 50 of work
    await asked("2026-11-20T16:30:00Z", "2026-11-20T16:40:00Z", "call")
    await asked("2026-11-20T16:30:00Z", "2026-11-23T10:31:00Z")
    await asked("2026-11-20T16:30:00Z", "2026-11-20T16:40:00Z", "refused")
    await asked("2026-11-23T11:00:00Z", null)
    expect(await measured()).toMatchObject([{ kind: "share", share: { count: 9, n: 11, percent: 81 } }])
  })

  test("each text is measured by what happened while it held, and stays in the record with who changed it", async () => {
    const { desk, admin, lead, asked, measured } = await shop()
    const id = await addStandingPromise(desk, admin, ANSWER)
    await asked("2026-11-20T10:00:00Z", "2026-11-20T11:00:00Z")
    desk.setClock("2026-11-23T09:00:00Z")
    await expect(changeStandingPromise(desk, lead, id, ANSWER)).rejects.toMatchObject({ code: "forbidden" })
    await changeStandingPromise(desk, admin, id, { ...ANSWER, measure: { ...ANSWER.measure, minutes: 30 } as never })
    await asked("2026-11-23T10:00:00Z", "2026-11-23T11:00:00Z")
    desk.setClock("2026-11-24T09:00:00Z")
    expect(await measured()).toMatchObject([
      { from: "2026-11-23T09:00:00Z", share: { count: 0, n: 1 } },
      { until: "2026-11-23T09:00:00Z", share: { count: 1, n: 1 } },
    ])
    expect(await measured({ from: "2026-11-23T12:00:00Z", until: YEAR.until })).toMatchObject([
      { kind: "share", share: { n: 0 } },
      { kind: "outside" },
    ])
    const none = { kind: "none", why: "Nobody counts them." } as const
    await changeStandingPromise(desk, admin, id, { ...ANSWER, measure: none })
    expect((await measured())[0]).toEqual({ kind: "none" })
    const { items } = await readLog(desk, admin, LOG)
    expect(items.slice(0, 3).map(({ kind }) => kind)).toEqual([
      "standing-changed",
      "standing-changed",
      "standing-added",
    ])
  })

  test("its words are under audit, and the page is there for anybody only once an admin says so", async () => {
    const { desk, admin, lead, member, workspaceId } = await shop()
    const [row] = await desk.database.query<{ slug: string }>("select slug from workspaces where workspace_id = $1", [
      workspaceId,
    ])
    const slug = row?.slug ?? ""
    const id = await addStandingPromise(desk, admin, { ...ANSWER, what: "Hurry, only 3 left at this price!" })
    const { documents } = await readAudit(desk, member)
    const said = documents.find(({ ofDesk }) => ofDesk?.id === id)
    expect(said).toMatchObject({ name: "We promise: Hurry, only 3 left at this price!" })
    expect((said?.confirm ?? 0) + (said?.remark ?? 0) + (said?.hold ?? 0)).toBeGreaterThan(0)
    expect(await readPublicProtocol(desk, slug)).toBeNull()
    await changeWorkspace(desk, admin, { settings: { publicProtocol: { on: true } } })
    expect(await readPublicProtocol(desk, slug)).toMatchObject({ promises: [{ id }] })
    await expect(withdrawStandingPromise(desk, lead, id)).rejects.toMatchObject({ code: "forbidden" })
    await withdrawStandingPromise(desk, admin, id)
    expect(await readPublicProtocol(desk, slug)).toMatchObject({ promises: [] })
    const unknown = { ...ANSWER, measure: { kind: "kept-in-time", deed: "fly", percent: 90 } } as const
    await expect(addStandingPromise(desk, admin, unknown)).rejects.toMatchObject({ code: "invalid" })
  })
})

eachStore((store) => {
  const now = "2027-01-15T00:00:00Z"
  const period = { from: "2026-03-01T00:00:00Z", until: "2026-10-01T00:00:00Z" }
  let desk: ReturnType<typeof openTestDesk>
  let team: Awaited<ReturnType<typeof openTestWorkspace>>
  beforeAll(async () => {
    desk = openTestDesk(store.database(), "2026-01-01T00:00:00Z")
    team = await openTestWorkspace(desk)
    await addStandingPromise(desk, team.admin, {
      ...ANSWER,
      measure: { kind: "kept-in-time", deed: null, percent: 90 },
    })
    const told = { kind: "told-before-late", deed: null, percent: 100 } as const
    await addStandingPromise(desk, team.admin, { ...ANSWER, measure: told })
    desk.setClock(now)
    await insertGeneratedYear(desk.database, { ...team, ownerId: team.member.id, conversations: 1_000 })
    await desk.database.query(
      "update promise_rows set condition_met = true where workspace_id = $1 and deed <> 'send'",
      [team.workspaceId],
    )
  })

  test("what was kept, and who was told before it was late, is what SQL of its own says of a generated year", async () => {
    const standing = await listStandingPromises(desk, team.workspaceId, period)
    const shares = standing.map(({ versions: [now] }) => (now?.measured.kind === "share" ? now.measured.share : null))
    const rows = await desk.database.query<Record<string, unknown>>(
      `select state, deed, condition_met as "met", erased_at, settled_at, due_until,
         extract(epoch from least((evidence->>'at')::timestamptz, settled_at) - due_until)::float8 as late,
         extract(epoch from settled_at - due_until)::float8 as settled_late,
         (case when state = 'broken' then broken_at when state = 'kept' then least((evidence->>'at')::timestamptz, settled_at)
           else settled_at end) between $2 and $3 as closed,
         due_until >= $2 and due_until < $3 as due
       from promise_rows join customers using (workspace_id, customer_id)
       where workspace_id = $1 and due_until is not null
         and not (state = 'released' and erased_at is not distinct from settled_at)`,
      [team.workspaceId, period.from, period.until],
    )
    const closed = rows.filter(
      (row) => row["closed"] && ["kept", "renegotiated", "broken", "released"].includes(String(row["state"])),
    )
    const kept = closed.filter((row) => row["state"] === "kept" && Number(row["late"]) <= 0)
    expect(shares[0]).toMatchObject({ count: kept.length, n: closed.length })
    const missed = rows.filter(
      (row) =>
        row["due"] === true &&
        row["met"] === true &&
        ["open", "broken", "kept", "renegotiated", "released"].includes(String(row["state"])) &&
        !(row["state"] === "kept" && Number(row["late"]) <= 0) &&
        !(row["state"] === "released" && Number(row["settled_late"]) <= 0),
    )
    const told = missed.filter((row) => row["state"] === "renegotiated" && Number(row["settled_late"]) <= 0)
    expect(shares[1]).toMatchObject({ count: told.length, n: missed.length })
    expect(Math.min(kept.length, told.length, missed.length - told.length)).toBeGreaterThan(0)
  })
})
