import { describe, expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { openTestDesk, openTestWorkspace } from "../../../test/desk.ts"
import { listRecord } from "../database/record-of-deed.ts"
import { requireCustomer } from "./named-customer.ts"
import {
  handOverPromise,
  makePromise,
  meetCondition,
  releasePromise,
  renegotiatePromise,
  setWaiting,
} from "./promises.ts"
import { keepPromise } from "./settle.ts"
import { weighNextDue, weighPromise } from "./weigh-promise.ts"

const MONDAY = Temporal.Instant.from("2026-10-05T08:00:00Z") // 09:00 in London

describe("A promise is weighed by what the team did with the last ones of its deed", () => {
  eachStore((store) => {
    async function shop() {
      const desk = openTestDesk(store.database(), MONDAY.toString())
      const team = await openTestWorkspace(desk)
      const { member, workspaceId } = team
      const customerId = await desk.database.transaction((queries) =>
        requireCustomer(queries, desk, member, {
          customer: { name: "Margaret", phone: `+44 20 ${desk.newId().replaceAll(/\D/g, "").slice(-8)}` },
        }),
      )
      const promise = (until: string, more: { condition?: string; ownerId?: string; deed?: string } = {}) =>
        makePromise(desk, member, {
          customerId,
          channel: "call",
          words: "I'll ring you with the price of the new wheel.",
          deed: more.deed ?? "call-back",
          ownerId: more.ownerId ?? member.id,
          due: more.condition === undefined ? { until } : null,
          condition: more.condition ?? null,
        })
      const keep = (id: string) => keepPromise(desk, member, id, { kind: "word" })
      const weigh = (dueUntil: string, deed = "call-back", ownerId = member.id) =>
        weighPromise(desk, member, { ownerId, deed, dueUntil })
      const record = () => listRecord(desk.database, workspaceId, ["call-back"], 200)
      /** One a day from Monday on: said at 10:00, due three hours later, kept after so many hours. */
      const keepAfter = async (hours: readonly number[]) => {
        for (const after of hours) {
          desk.pass({ hours: 1 })
          const id = await promise(desk.now().add({ hours: 3 }).toString())
          desk.pass({ minutes: after * 60 })
          await keep(id)
          desk.setClock(nextDay(desk.now()))
        }
      }
      return { desk, ...team, customerId, promise, keep, weigh, record, keepAfter }
    }

    test("without a record it says the time left and what is due before, and no more", async () => {
      const { promise, weigh, member, lead } = await shop()
      await promise("2026-10-05T10:00:00Z")
      await promise("2026-10-05T12:00:00Z")
      await promise("2026-10-05T10:00:00Z", { ownerId: lead.id })
      expect(await weigh("2026-10-05T11:00:00Z", "call-back", member.id)).toEqual({
        left: 180,
        dueBefore: 1,
        cases: 0,
        inTime: null,
        doneBy: null,
        honest: null,
        atRisk: false,
      })
    })

    test("with a record it says the share kept in time with its range, and the honest date", async () => {
      const { desk, weigh, keepAfter } = await shop()
      await keepAfter([1, 1, 2, 2, 2, 2, 2, 3, 4, 5, 5, 5])
      const now = desk.now()
      const weighed = await weigh(now.add({ hours: 2 }).toString())
      expect(weighed).toMatchObject({ left: 120, cases: 12, atRisk: true })
      expect(weighed.inTime).toEqual({ count: 8, n: 12, percent: 66, low: 39, high: 87 })
      expect(weighed.honest).toBe(now.add({ hours: 5 }).toString())
      expect((await weigh(now.add({ hours: 6 }).toString())).atRisk).toBe(false)
      expect(await weigh(now.add({ hours: 2 }).toString(), "refund")).toMatchObject({ cases: 0, honest: null })
    })

    test("what a new date took over is one case, not kept by the first date and done when the last one was", async () => {
      const { desk, member, promise, keep, record } = await shop()
      const first = await promise("2026-10-05T10:00:00Z")
      const terms = { reason: "The supplier is late", agreed: true }
      const due = { until: "2026-10-05T14:00:00Z" }
      const second = await renegotiatePromise(desk, member, first, { ...terms, due })
      const third = await renegotiatePromise(desk, member, second, { ...terms, due: { until: "2026-10-06T14:00:00Z" } })
      expect(await record()).toMatchObject([{ promiseId: first, kept: false, endedAt: null }])
      desk.setClock("2026-10-06T13:00:00Z")
      await keep(third)
      const dueUntil = "2026-10-05T10:00:00Z"
      expect(await record()).toMatchObject([
        { promiseId: first, dueUntil, kept: true, endedAt: "2026-10-06T13:00:00Z" },
      ])
    })

    test("a condition that is met begins it, and before that it is no case", async () => {
      const { desk, member, promise, record } = await shop()
      const id = await promise("", { condition: "you send the photos" })
      expect(await record()).toEqual([])
      desk.setClock("2026-10-07T09:00:00Z")
      await meetCondition(desk, member, id, { until: "2026-10-07T12:00:00Z" })
      expect(await record()).toMatchObject([{ promiseId: id, begunAt: "2026-10-07T09:00:00Z" }])
    })

    test("what the customer let go ends there, kept by nobody", async () => {
      const { desk, member, promise, record } = await shop()
      const id = await promise("2026-10-05T10:00:00Z")
      desk.pass({ hours: 1 })
      await releasePromise(desk, member, id, "She found one elsewhere")
      expect(await record()).toMatchObject([{ kept: false, endedAt: desk.now().toString() }])
    })

    test("only the last of a deed are read, the newest first", async () => {
      const { desk, workspaceId, keepAfter } = await shop()
      await keepAfter([1, 1, 1, 1])
      const two = await listRecord(desk.database, workspaceId, ["call-back", "refund"], 2)
      expect(two.map(({ begunAt }) => begunAt)).toEqual(["2026-10-08T09:00:00Z", "2026-10-07T09:00:00Z"])
    })

    test("the next promises due are weighed as open ones; what is late, broken or settled is not", async () => {
      const { desk, member, promise, keep, keepAfter } = await shop()
      await keepAfter([1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 4, 4, 5, 5, 5, 5])
      const soon = await promise(desk.now().add({ minutes: 90 }).toString())
      await keep(await promise(desk.now().add({ minutes: 30 }).toString()))
      const late = await promise(desk.now().add({ minutes: 20 }).toString())
      const calm = await promise(desk.now().add({ hours: 7 }).toString())
      await setWaiting(desk, member, calm, { on: "supplier" })
      desk.pass({ hours: 1 })
      const weighed = await weighNextDue(desk, member)
      expect(weighed.map(({ promiseId }) => promiseId)).toEqual([soon, calm])
      expect(weighed[0]).toMatchObject({ left: 30, dueBefore: 1, atRisk: true })
      expect(weighed[1]).toMatchObject({ left: 360, dueBefore: 2, atRisk: false })
      await handOverPromise(desk, member, late, { ownerId: member.id })
    })

    test("a new date of an open promise does not count the promise itself", async () => {
      const { desk, member, promise } = await shop()
      const promiseId = await promise("2026-10-05T10:00:00Z")
      const asked = { ownerId: member.id, deed: "call-back", dueUntil: "2026-10-05T12:00:00Z" }
      expect(await weighPromise(desk, member, { ...asked, promiseId })).toMatchObject({ dueBefore: 0 })
      expect(await weighPromise(desk, member, asked)).toMatchObject({ dueBefore: 1 })
    })

    test("another workspace's owner or promise is not found", async () => {
      const { weigh, desk, member } = await shop()
      const other = await shop()
      await expect(weigh("2026-10-05T12:00:00Z", "call-back", other.member.id)).rejects.toMatchObject({
        code: "not_found",
      })
      const promiseId = await other.promise("2026-10-05T10:00:00Z")
      const asked = { ownerId: member.id, deed: "call-back", dueUntil: "2026-10-05T12:00:00Z", promiseId }
      await expect(weighPromise(desk, member, asked)).rejects.toMatchObject({ code: "not_found" })
    })
  })
})

/** 09:00 in London on the working day after. */
function nextDay(at: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO("Europe/London")
  const days = local.dayOfWeek >= 5 ? 8 - local.dayOfWeek : 1
  return local.add({ days }).with({ hour: 9, minute: 0, second: 0 }).toInstant().toString()
}
