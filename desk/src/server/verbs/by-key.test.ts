import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { nameServer, openTestDesk } from "../../../test/desk.ts"
import { openMailShop } from "../../../test/mail-shop.ts"
import { readPromise } from "../database/promises.ts"
import type { Actor } from "./desk.ts"
import { logTalk } from "./log.ts"
import { type SendInput, sendMessage } from "./send.ts"

eachStore((store) => {
  async function shop() {
    const desk = openTestDesk(store.database())
    const parts = await openMailShop(desk)
    await nameServer(desk, parts.workspaceId)
    await parts.write("Message-ID: <first@x>\nSubject: My wheel")
    const conversationId = (await parts.conversations())[0]?.id ?? ""
    const key: Actor = { workspaceId: parts.workspaceId, by: { kind: "key", id: desk.newId() }, role: "member" }
    const send = (actor: Actor, input: Partial<SendInput> & { text: string }) =>
      sendMessage(desk, actor, conversationId, { promises: [], ...input })
    return { ...parts, desk, conversationId, key, send }
  }

  test("what an API key logs and nobody captured is proposed to an admin, and is never said to be no promise", async () => {
    const { desk, key, admin, workspaceId, conversationId } = await shop()
    const text = "I will call her back tomorrow at 10."
    const notPromises = [{ start: 0, end: text.length }]
    const { proposed } = await logTalk(desk, key, { conversationId, channel: "call", text, promises: [], notPromises })
    expect(proposed).toHaveLength(1)
    expect(await readPromise(desk.database, workspaceId, proposed[0] ?? "")).toMatchObject({
      state: "proposed",
      owner: { id: admin.id },
    })
  })

  test("an API key cannot say that what it sends is no promise", async () => {
    const { key, member, send } = await shop()
    const text = "I will call you back tomorrow at 10."
    const notPromises = [{ start: 0, end: text.length }]
    await expect(send(key, { text, notPromises })).rejects.toMatchObject({ code: "conflict" })
    await send(member, { text, notPromises, looked: true })
  })

  test("an API key cannot look at what asks for a person, nor override a hold", async () => {
    const { key, member, send } = await shop()
    const text = "We guarantee that this is the cheapest wheel of all. It is the best in the world."
    const over = { text, looked: true, overrideReason: "It really is" }
    await expect(send(key, over)).rejects.toMatchObject({ code: "conflict" })
    await send(member, over)
    await send(key, { text: "Your wheel is here." })
  })
})
