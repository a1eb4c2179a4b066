import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { openPageShop } from "../../../test/page-shop.ts"
import { listPromises } from "../database/promises.ts"
import { logTalk } from "./log.ts"

const TEXT = "I will call you today by 16:00. We will send you the invoice tomorrow."
const SECOND = { start: TEXT.indexOf("We will"), end: TEXT.length }

eachStore((store) => {
  async function shop() {
    const opened = await openPageShop(store.database())
    const { desk, member, workspaceId } = opened
    const due = { until: "2026-11-19T16:00:00Z" }
    const whole = { start: 0, end: TEXT.length, words: TEXT, deed: "call-back", ownerId: member.id, due }
    const states = async () =>
      (await listPromises(desk.database, workspaceId, {})).items.map(({ state }) => state).toSorted()
    return { ...opened, whole, states }
  }

  test("One place over the whole text speaks for one promise in it, not for all", async () => {
    const { send, whole, states } = await shop()
    await expect(send({ text: TEXT, promises: [whole], looked: true })).rejects.toThrow("send you the invoice")
    await expect(send({ text: TEXT, promises: [], notPromises: [whole], looked: true })).rejects.toThrow("invoice")
    await send({ text: TEXT, promises: [whole], notPromises: [SECOND], looked: true })
    expect(await states()).toEqual(["dismissed", "open"])
  })

  test("In a logged call the promise that no place speaks for is proposed", async () => {
    const { desk, member, conversationId, whole, states } = await shop()
    await logTalk(desk, member, { conversationId, channel: "call", text: TEXT, promises: [whole] })
    expect(await states()).toEqual(["open", "proposed"])
  })
})
