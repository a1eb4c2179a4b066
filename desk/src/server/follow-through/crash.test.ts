import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { failingAt, takeSteps } from "../../../test/follow-through.ts"
import { NOON, openPromiseShop } from "../../../test/promise-shop.ts"
import { listNotices } from "../database/notice-list.ts"
import { keepPromise } from "../verbs/settle.ts"

eachStore((store) => {
  const shop = () => openPromiseShop(store.database())

  test("a crash between any two statements tells nobody twice and forgets nothing", async () => {
    const { desk, promise, outgoing, member, workspaceId, problems } = await shop()
    let reached = true
    for (let statement = 1; reached; statement += 1) {
      desk.setClock(NOON)
      const id = await promise()
      reached = false
      for (const at of ["2026-11-19T14:00:00Z", "2026-11-19T14:04:00Z"]) {
        desk.setClock(at)
        const failing = failingAt(desk.database, statement)
        await takeSteps({ ...desk, database: failing.database }, outgoing.send).catch(() => {})
        reached ||= failing.reached()
        desk.pass({ minutes: 3 }) // a lease of the outbox has to run out
        await takeSteps(desk, outgoing.send)
      }
      const told = await listNotices(desk.database, workspaceId, member.id)
      expect(told.filter(({ promiseId }) => promiseId === id).map(({ step }) => step)).toEqual(["half"])
      expect(new Set(outgoing.mails.map(({ mailId }) => mailId)).size).toBe(statement)
      await keepPromise(desk, member, id, { kind: "word" })
    }
    expect(await problems()).toEqual([])
  })

  test("two processes at once share the work and tell nobody twice", async () => {
    const { desk, promise, outgoing, member, workspaceId, problems } = await shop()
    for (let count = 0; count < 40; count += 1) await promise()
    desk.setClock("2026-11-19T14:00:00Z")
    await Promise.all([takeSteps(desk, outgoing.send), takeSteps(desk, outgoing.send), takeSteps(desk, outgoing.send)])
    desk.pass({ minutes: 4 })
    await Promise.all([takeSteps(desk, outgoing.send), takeSteps(desk, outgoing.send)])
    expect(await listNotices(desk.database, workspaceId, member.id)).toHaveLength(40)
    expect(outgoing.mails.reduce((sum, { text }) => sum + text.split("Half of the time is left").length - 1, 0)).toBe(
      40,
    )
    expect(await problems()).toEqual([])
  })
})
