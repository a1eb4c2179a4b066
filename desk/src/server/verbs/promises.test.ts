import { describe, expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { openTestDesk, openTestWorkspace } from "../../../test/desk.ts"
import { readEntries } from "../database/entries.ts"
import { readPromise } from "../database/promises.ts"
import { runOnce } from "../follow-through/run-once.ts"
import type { Actor, Desk } from "./desk.ts"
import { requireCustomer } from "./named-customer.ts"
import {
  confirmPromise,
  dismissPromise,
  handOverPromise,
  makePromise,
  meetCondition,
  releasePromise,
  renegotiatePromise,
  setWaiting,
} from "./promises.ts"
import { chainVerifies, recordPromise } from "./record-entry.ts"
import { reopenPromise } from "./reopen.ts"
import { keepPromise } from "./settle.ts"

eachStore((store) => {
  async function shop() {
    const desk = openTestDesk(store.database())
    const team = await openTestWorkspace(desk)
    const customerId = await desk.database.transaction((queries) =>
      requireCustomer(queries, desk, team.member, {
        customer: { name: "Margaret", phone: `+44 20 ${desk.newId().replaceAll(/\D/g, "").slice(-8)}` },
      }),
    )
    const promise = (until = "2026-11-19T16:00:00Z") =>
      makePromise(desk, team.member, {
        customerId,
        channel: "call",
        words: "I'll ring you before four with the price of the new wheel.",
        deed: "call-back",
        ownerId: team.member.id,
        due: { until, words: "before four" },
      })
    const read = async (id: string) => {
      const view = await readPromise(desk.database, team.workspaceId, id)
      if (view === null) throw new Error("no such promise")
      return view
    }
    return { desk, ...team, customerId, promise, read }
  }

  test("a promise written down is open, with its owner and its due time, and its chain verifies", async () => {
    const { desk, promise, read, workspaceId, member } = await shop()
    const id = await promise()
    expect(await read(id)).toMatchObject({
      state: "open",
      owner: { id: member.id, name: "Max" },
      dueWords: "before four",
    })
    await expectChain(desk, workspaceId, id)
  })

  test("an open promise is marked broken one working day after it was due, not before, and stays owed", async () => {
    const { desk, promise, read } = await shop()
    const id = await promise()
    desk.setClock("2026-11-20T15:59:59Z")
    await drain(desk)
    expect((await read(id)).state).toBe("open")
    desk.setClock("2026-11-20T16:00:00Z")
    await drain(desk)
    expect(await read(id)).toMatchObject({ state: "broken", settledAt: null })
  })

  test("a promise kept an hour after it was marked broken counts as kept late", async () => {
    const { desk, promise, read, member, workspaceId } = await shop()
    const id = await promise()
    desk.setClock("2026-11-20T17:00:00Z")
    await drain(desk)
    desk.pass({ hours: 1 })
    await keepPromise(desk, member, id, { kind: "word", note: "rang her at home" })
    const kept = await read(id)
    expect(kept).toMatchObject({ state: "kept", evidence: { kind: "word", note: "rang her at home" } })
    expect(kept.brokenAt).not.toBeNull()
    await expectChain(desk, workspaceId, id)
  })

  test("a new date makes a successor, and the chain of both verifies", async () => {
    const { desk, promise, read, member, workspaceId } = await shop()
    const id = await promise()
    const successorId = await renegotiatePromise(desk, member, id, {
      due: { until: "2026-11-23T12:00:00Z", words: "by Monday noon" },
      reason: "The supplier answers on Monday.",
      agreed: true,
    })
    expect(await read(id)).toMatchObject({ state: "renegotiated", successorId })
    expect(await read(successorId)).toMatchObject({ state: "open", predecessorId: id, dueWords: "by Monday noon" })
    await expectChain(desk, workspaceId, id)
    await expectChain(desk, workspaceId, successorId)
  })

  test("once marked broken, a new date needs the customer's agreement", async () => {
    const { desk, promise, member } = await shop()
    const id = await promise()
    desk.setClock("2026-11-20T17:00:00Z")
    await drain(desk)
    const due = { until: "2026-11-24T12:00:00Z" }
    await expect(renegotiatePromise(desk, member, id, { due, reason: "Late", agreed: false })).rejects.toThrow(
      "agreement",
    )
    await renegotiatePromise(desk, member, id, { due, reason: "She is fine with Tuesday", agreed: true })
  })

  test("a disputed renegotiation opens the promise again and makes its successor void", async () => {
    const { desk, promise, read, member } = await shop()
    const id = await promise()
    const successorId = await renegotiatePromise(desk, member, id, {
      due: { until: "2026-11-24T12:00:00Z" },
      reason: "Short of staff",
      agreed: true,
    })
    await reopenPromise(desk, member, id, { why: "disputed", note: "She never agreed" })
    expect((await read(id)).state).toBe("open")
    expect((await read(successorId)).state).toBe("void")
  })

  test("only a proposed promise can be dismissed", async () => {
    const { desk, promise, member, read, customerId } = await shop()
    const id = await promise()
    await expect(dismissPromise(desk, member, id, "no promise")).rejects.toMatchObject({ code: "conflict" })
    const proposed = await propose(desk, member, customerId)
    await dismissPromise(desk, member, proposed, "small talk")
    expect((await read(proposed)).state).toBe("dismissed")
  })

  test("a proposed promise is on nobody's list until it is confirmed", async () => {
    const { desk, member, read, customerId } = await shop()
    const id = await propose(desk, member, customerId)
    expect((await read(id)).state).toBe("proposed")
    await confirmPromise(desk, member, id, { ownerId: member.id, due: { until: "2026-11-20T12:00:00Z" } })
    expect(await read(id)).toMatchObject({ state: "open", words: "someone will call you back" })
  })

  test("a promise with an unmet condition is due when the condition is met", async () => {
    const { desk, member, read, customerId } = await shop()
    const id = await makePromise(desk, member, {
      customerId,
      channel: "visit",
      words: "Bring the frame in and we will weld it.",
      deed: "repair",
      ownerId: member.id,
      due: null,
      condition: "she brings the frame in",
    })
    desk.pass({ hours: 24 * 30 })
    await drain(desk)
    expect(await read(id)).toMatchObject({ state: "open", dueUntil: null, conditionMet: false })
    await meetCondition(desk, member, id, { until: "2026-12-24T12:00:00Z" })
    expect(await read(id)).toMatchObject({ conditionMet: true })
    await expect(meetCondition(desk, member, id, { until: "2026-12-24T12:00:00Z" })).rejects.toMatchObject({
      code: "conflict",
    })
  })

  describe("who may do what", () => {
    test("a member hands over their own promise, not somebody else's; a lead may", async () => {
      const { desk, promise, member, lead, read } = await shop()
      const id = await promise()
      await handOverPromise(desk, member, id, { ownerId: lead.id, note: "Yours now" })
      await expect(handOverPromise(desk, member, id, { ownerId: member.id })).rejects.toMatchObject({
        code: "forbidden",
      })
      await handOverPromise(desk, lead, id, { ownerId: member.id })
      expect((await read(id)).owner?.id).toBe(member.id)
    })

    test("ids of another workspace are not found", async () => {
      const { desk, promise } = await shop()
      const other = await shop()
      const id = await promise()
      await expect(releasePromise(desk, other.member, id, "Never mind")).rejects.toMatchObject({ code: "not_found" })
    })
  })

  test("what it waits on is shown until it is on us again", async () => {
    const { desk, promise, member, read } = await shop()
    const id = await promise()
    await setWaiting(desk, member, id, { on: "supplier", note: "Tern, asked 10:20" })
    expect((await read(id)).waiting).toMatchObject({ on: "supplier", note: "Tern, asked 10:20" })
    await setWaiting(desk, member, id, { on: null })
    expect((await read(id)).waiting).toBeNull()
  })

  test("the database itself refuses to change or delete an entry", async () => {
    const { desk, promise, workspaceId } = await shop()
    const id = await promise()
    const where = "where workspace_id = $1 and promise_id = $2"
    await expect(desk.database.query(`update entries set body = '{}' ${where}`, [workspaceId, id])).rejects.toThrow(
      "appended",
    )
    await expect(desk.database.query(`delete from entries ${where}`, [workspaceId, id])).rejects.toThrow("appended")
  })

  async function propose(desk: Desk, actor: Actor & { id: string }, customerId: string): Promise<string> {
    return desk.database.transaction((queries) =>
      recordPromise(queries, desk, actor, {
        kind: "proposed",
        body: {
          customerId,
          conversationId: null,
          messageId: null,
          predecessorId: null,
          channel: "call",
          saidAt: desk.now().toString(),
          saidBy: actor.id,
          deed: "call-back",
          ownerId: actor.id,
          conditional: false,
          from: null,
          until: null,
        },
        texts: { words: "someone will call you back" },
      }),
    )
  }

  async function drain(desk: Desk): Promise<void> {
    while (await runOnce(desk));
  }

  async function expectChain(desk: Desk, workspaceId: string, promiseId: string): Promise<void> {
    const key = { workspaceId, promiseId }
    expect(chainVerifies(desk, key, await readEntries(desk.database, key))).toBe(true)
  }
})
