import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { nameServer, openTestDesk, openTestWorkspace } from "../../../test/desk.ts"
import { insertConversation } from "../database/conversations.ts"
import { listHeld } from "../database/held-messages.ts"
import { readMessage } from "../database/messages.ts"
import { listTasks } from "../database/tasks.ts"
import { type BotInput, assertBotMayLeave, sendAsBot, settleHeldMessage, tieTaken } from "./bot-messages.ts"
import type { Actor } from "./desk.ts"
import { dismissFinding } from "./dismissals.ts"
import { eraseCustomer } from "./erase-customer.ts"
import { exportCustomer } from "./export-customer.ts"
import { createFact } from "./facts.ts"
import { requireCustomer } from "./named-customer.ts"
import { sendMessage } from "./send.ts"
import { cancelMessage } from "./unsend.ts"
import { changeWorkspace } from "./workspace.ts"

const SAYS_SO = "I am the shop's automated assistant. A basic service costs €59."

eachStore((store) => {
  async function shop() {
    const desk = openTestDesk(store.database())
    const team = await openTestWorkspace(desk)
    const { workspaceId, member, lead } = team
    await nameServer(desk, workspaceId)
    const at = desk.now().toString()
    const customer = { name: "Rosa", mail: `rosa-${desk.newId().slice(-8)}@example.org` }
    const customerId = await desk.database.transaction((queries) =>
      requireCustomer(queries, desk, member, { customer }),
    )
    const conversationId = desk.newId()
    await insertConversation(desk.database, {
      workspaceId,
      id: conversationId,
      customerId,
      channel: "mail",
      subject: "Service",
      at,
    })
    await createFact(desk, lead, {
      subject: "basic service",
      attribute: "price",
      value: "€59",
      statement: "A basic service costs €59.",
      source: { kind: "document", name: "Price list" },
    })
    const bot: Actor = { workspaceId, by: { kind: "key", id: desk.newId() }, role: "member" }
    const write = (input: Partial<BotInput>) =>
      sendAsBot(desk, bot, { conversationId, text: SAYS_SO, author: "bot", promises: [], ...input })
    const held = () => listHeld(desk.database, workspaceId, conversationId)
    const tasks = async () => (await listTasks(desk.database, workspaceId)).filter(({ kind }) => kind === "held")
    return { desk, ...team, bot, write, held, tasks, customerId, conversationId }
  }

  test("what a bot says truly, and says as a bot, leaves", async () => {
    const { write, held } = await shop()
    expect(await write({})).toMatchObject({ state: "sent" })
    expect(await held()).toEqual([])
    expect(await write({ text: "A basic service costs €59." })).toMatchObject({ state: "sent" }) // it has said so before
  })

  test.each([
    ["that contradicts a fact", { text: "I am a bot. A basic service costs €39." }],
    ["that promises what nobody does", { text: "I am a bot. We will send you a new pump by Friday." }],
    ["that does not say that a bot wrote it", { text: "A basic service costs €59." }],
    ["whose caller does not say that it is a bot", { author: undefined }],
  ])("a message %s waits for a person, who finds it in the conversation and on Today", async (_name, input) => {
    const { desk, member, write, held, tasks, conversationId } = await shop()
    const outcome = await write(input)
    expect(outcome.state).toBe("held")
    expect(await held()).toMatchObject([{ conversationId, text: "text" in input ? input.text : SAYS_SO }])
    expect(await tasks()).toMatchObject([{ conversationId }])
    const [draft] = await held()
    await settleHeldMessage(desk, member, draft?.id ?? "", { taken: false })
    expect(await held()).toEqual([])
    expect(await tasks()).toEqual([])
    await expect(settleHeldMessage(desk, member, draft?.id ?? "", { taken: true })).rejects.toMatchObject({
      code: "not_found",
    })
  })

  test("what a member takes over is tied to the message that they send of it, and to the next one where they undo that", async () => {
    const { desk, member, lead, write, held, conversationId, workspaceId } = await shop()
    await write({ author: undefined })
    await settleHeldMessage(desk, member, (await held())[0]?.id ?? "", { taken: true })
    await write({ author: undefined })
    await settleHeldMessage(desk, member, (await held())[0]?.id ?? "", { taken: false })
    const send = async (actor: Actor) => {
      const input = { text: "A basic service costs €59.", promises: [] }
      return sendMessage(desk, actor, conversationId, input, (queries, messageId) =>
        tieTaken(queries, actor, { conversationId, messageId }),
      )
    }
    const drafted = async (id: string) => (await readMessage(desk.database, workspaceId, id))?.draftedBy
    expect(await drafted(await send(lead))).toBeNull()
    const undone = await send(member)
    expect(await drafted(undone)).toBe("")
    await cancelMessage(desk, member, undone)
    expect(await drafted(undone)).toBeNull()
    expect(await drafted(await send(member))).toBe("")
    expect(await drafted(await send(member))).toBeNull()
  })

  test("where the workspace says so, every draft of a bot waits; members do not come in by this door", async () => {
    const { desk, admin, member, bot, write, conversationId } = await shop()
    await changeWorkspace(desk, admin, { settings: { bots: { drafts: "wait" } } })
    expect(await write({})).toMatchObject({ state: "held" })
    await expect(assertBotMayLeave(desk, bot, conversationId, SAYS_SO)).rejects.toMatchObject({ code: "conflict" })
    const asMember = sendAsBot(desk, member, { conversationId, text: SAYS_SO, author: "bot", promises: [] })
    await expect(asMember).rejects.toMatchObject({ code: "forbidden" })
  })

  test("by the members' door a bot's words leave no sooner, and no key says that a rule is not about them", async () => {
    const { desk, member, bot, write, conversationId } = await shop()
    const text = "A basic service costs €59."
    await expect(assertBotMayLeave(desk, bot, conversationId, text)).rejects.toThrow("that a bot wrote it")
    await assertBotMayLeave(desk, member, conversationId, text)
    await write({})
    await assertBotMayLeave(desk, bot, conversationId, text)
    const dismissed = dismissFinding(desk, bot, { rule: "claim/contradicted", words: "A basic service costs €39." })
    await expect(dismissed).rejects.toMatchObject({ code: "forbidden" })
  })

  test("what is held about a customer is in their export; nothing is once they were erased", async () => {
    const { desk, admin, customerId, write, held } = await shop()
    await write({ author: undefined })
    expect((await exportCustomer(desk, admin, customerId)).held).toMatchObject([{ text: SAYS_SO }])
    await eraseCustomer(desk, admin, customerId)
    await expect(write({ author: undefined })).rejects.toThrow("was erased")
    expect(await held()).toEqual([])
  })
})
