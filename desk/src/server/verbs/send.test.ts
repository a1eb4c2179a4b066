import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { nameServer, openTestDesk, openTestWorkspace } from "../../../test/desk.ts"
import { insertConversation, readConversation, refreshConversation } from "../database/conversations.ts"
import { insertMessage, readMessage } from "../database/messages.ts"
import { listPromises } from "../database/promises.ts"
import { listTasks } from "../database/tasks.ts"
import { type Send, sendOnce } from "../follow-through/outbox.ts"
import type { SendOutcome } from "../follow-through/try-again.ts"
import { logTalk, writeNote } from "./log.ts"
import { makePromise } from "./promises.ts"
import { requireCustomer } from "./named-customer.ts"
import { type SendInput, sendMessage } from "./send.ts"
import { cancelMessage, retryMessage } from "./unsend.ts"

const ANSWER = "Thanks, I will call you today by 16:00."
const PLACE = { start: ANSWER.indexOf("I will"), end: ANSWER.length - 1 }

eachStore((store) => {
  async function shop(options: { server: boolean } = { server: true }) {
    const desk = openTestDesk(store.database())
    const team = await openTestWorkspace(desk)
    const { workspaceId, member } = team
    if (options.server) await nameServer(desk, workspaceId)
    const mail = `rosa-${desk.newId().slice(-8)}@example.org`
    const customerId = await desk.database.transaction((queries) =>
      requireCustomer(queries, desk, member, { customer: { name: "Rosa", mail } }),
    )
    const conversationId = desk.newId()
    const at = desk.now().toString()
    await insertConversation(desk.database, {
      workspaceId,
      id: conversationId,
      customerId,
      channel: "mail",
      subject: "My wheel",
      at,
    })
    const write = async (text: string) => {
      const id = desk.newId()
      await insertMessage(desk.database, {
        workspaceId,
        id,
        conversationId,
        kind: "inbound",
        channel: "mail",
        by: { kind: "customer", id: customerId },
        at: desk.now().toString(),
        recordedAt: desk.now().toString(),
        salt: desk.newSalt(),
        text,
        own: [{ start: 0, end: text.length }],
        subject: "My wheel",
        from: { name: "Rosa", address: mail },
        mailId: `${id}@example.org`,
      })
      await refreshConversation(desk.database, workspaceId, conversationId)
      return id
    }
    const question = await write("When is my wheel ready?")
    const captured = {
      ...PLACE,
      words: "I will call you today by 16:00",
      deed: "call-back",
      ownerId: member.id,
      due: { until: "2026-11-19T16:00:00Z" },
    }
    const send = (input: Partial<SendInput> = {}) =>
      sendMessage(desk, member, conversationId, { text: ANSWER, promises: [captured], ...input })
    const leave = async (outcome: SendOutcome = { kind: "accepted" }) => {
      const sent: string[] = []
      const record: Send = async (_, { mailId }) => {
        // The loop serves all workspaces, and other tests left mail of theirs.
        if (mailId.includes(workspaceId)) sent.push(mailId)
        return outcome
      }
      while (await sendOnce(desk, record));
      return sent
    }
    const promises = async () => (await listPromises(desk.database, workspaceId, {})).items
    const message = async (id: string) => {
      const view = await readMessage(desk.database, workspaceId, id)
      if (view === null) throw new Error("no such message")
      return view
    }
    return { desk, ...team, customerId, conversationId, write, question, send, leave, promises, message }
  }

  test("a promise in a message is open when it is sent, and the message leaves after ten seconds, not before", async () => {
    const { desk, send, leave, promises, message } = await shop()
    const id = await send()
    expect((await promises()).map(({ state }) => state)).toEqual(["open"])
    desk.pass({ seconds: 9 })
    expect(await leave()).toEqual([])
    desk.pass({ seconds: 1 })
    expect(await leave()).toHaveLength(1)
    expect(await message(id)).toMatchObject({ delivery: "accepted" })
  })

  test("a message with a promise that nobody confirmed does not leave", async () => {
    const { send, promises } = await shop()
    await expect(send({ promises: [] })).rejects.toMatchObject({ code: "conflict" })
    expect(await promises()).toEqual([])
  })

  test("what the sender says is no promise is recorded as dismissed by them", async () => {
    const { send, promises } = await shop()
    await send({ promises: [], notPromises: [PLACE] })
    expect((await promises()).map(({ state }) => state)).toEqual(["dismissed"])
  })

  test("an undone message never leaves, and its promise is void", async () => {
    const { desk, send, leave, promises, member, message } = await shop()
    const id = await send()
    await cancelMessage(desk, member, id)
    desk.pass({ minutes: 5 })
    expect(await leave()).toEqual([])
    expect((await promises()).map(({ state }) => state)).toEqual(["void"])
    expect((await message(id)).delivery).toBe("cancelled")
  })

  test("a message that has left cannot be undone", async () => {
    const { desk, send, leave, member } = await shop()
    const id = await send()
    desk.pass({ seconds: 10 })
    await leave()
    await expect(cancelMessage(desk, member, id)).rejects.toMatchObject({ code: "conflict" })
  })

  test("a message keeps an older promise once our server has accepted it, not when Send is pressed", async () => {
    const { desk, send, leave, member, customerId, promises } = await shop()
    const older = await makePromise(desk, member, {
      customerId,
      channel: "call",
      words: "I'll write to you today.",
      deed: "answer",
      ownerId: member.id,
      due: { until: "2026-11-19T17:00:00Z" },
    })
    const id = await send({ keeps: [older] })
    expect((await promises()).find((one) => one.id === older)?.state).toBe("open")
    desk.pass({ seconds: 10 })
    await leave()
    expect((await promises()).find((one) => one.id === older)).toMatchObject({
      state: "kept",
      evidence: { kind: "message", messageId: id },
    })
  })

  test("a message refused for good makes its promise void and a task; trying again makes the promise again with the same Message-ID", async () => {
    const { desk, send, leave, member, promises, message, workspaceId } = await shop()
    const id = await send()
    desk.pass({ seconds: 10 })
    const first = await leave({ kind: "refused", words: "550 no such mailbox" })
    expect(await message(id)).toMatchObject({ delivery: "failed", problem: "550 no such mailbox" })
    expect((await promises()).map(({ state }) => state)).toEqual(["void"])
    expect(await listTasks(desk.database, workspaceId)).toMatchObject([
      { kind: "failed", ownerId: member.id, messageId: id },
    ])
    await retryMessage(desk, member, id)
    expect(await leave()).toEqual(first)
    expect((await promises()).map(({ state }) => state).toSorted()).toEqual(["open", "void"])
  })

  test("a server that is away is tried again later, and the message says so meanwhile", async () => {
    const { desk, send, leave, message } = await shop()
    const id = await send()
    desk.pass({ seconds: 10 })
    await leave({ kind: "later", words: "connection refused" })
    expect(await message(id)).toMatchObject({ delivery: "waiting", problem: "connection refused", attempts: 1 })
    desk.pass({ seconds: 59 })
    expect(await leave()).toEqual([])
    desk.pass({ seconds: 1 })
    expect(await leave()).toHaveLength(1)
  })

  test("a crash after the server took it sends it again with the same Message-ID, after the lease", async () => {
    const { desk, send, leave, message } = await shop()
    const id = await send()
    await leave()
    desk.pass({ seconds: 10 })
    const seen: string[] = []
    const crash: Send = async (_, { mailId }) => {
      seen.push(mailId)
      throw new Error("the process was killed")
    }
    await expect(sendOnce(desk, crash)).rejects.toThrow("killed")
    expect(await leave()).toEqual([])
    desk.pass({ seconds: 120 })
    expect(await leave()).toEqual(seen)
    expect((await message(id)).delivery).toBe("accepted")
  })

  test("a try that outlived its lease cannot undo what another try did", async () => {
    const { desk, send, leave, message, promises } = await shop()
    const id = await send()
    await leave()
    desk.pass({ seconds: 10 })
    const slow: Send = async () => {
      desk.pass({ seconds: 121 })
      await leave()
      return { kind: "refused", words: "550 too late" }
    }
    await sendOnce(desk, slow)
    expect(await message(id)).toMatchObject({ delivery: "accepted", problem: null })
    expect((await promises()).map(({ state }) => state)).toEqual(["open"])
  })

  test("without an outgoing server the message waits and says so", async () => {
    const { desk, send, leave, message } = await shop({ server: false })
    const id = await send()
    desk.pass({ hours: 1 })
    expect(await leave()).toEqual([])
    expect(await message(id)).toMatchObject({
      delivery: "waiting",
      leavesAt: null,
      problem: "not sent: no outgoing mail server",
    })
  })

  test("a password sealed with another key lets mail wait, with what to do, and stops no other workspace", async () => {
    const { desk, send, leave, message, workspaceId } = await shop()
    await desk.database.query("update mail_settings set sealed_password = $2 where workspace_id = $1", [
      workspaceId,
      new Uint8Array([1]),
    ])
    const id = await send()
    desk.pass({ seconds: 10 })
    const otherKey = { ...desk, secrets: { seal: desk.secrets.seal, open: () => failWith("another key") } }
    while (await sendOnce(otherKey, async () => ({ kind: "accepted" })));
    expect((await message(id)).problem).toContain("Enter the mail server's password again")
    expect(await leave()).toEqual([])
  })

  test("a send is stopped when the customer wrote meanwhile", async () => {
    const { send, question, write } = await shop()
    await write("Never mind, I will come by.")
    await expect(send({ lastSeenMessageId: question })).rejects.toThrow("wrote again")
  })

  test("a customer waits for an answer until one is on its way, or a call was logged", async () => {
    const { desk, send, write, conversationId, workspaceId, member } = await shop()
    const awaiting = async () =>
      (await readConversation(desk.database, workspaceId, conversationId))?.awaitingSince ?? null
    expect(await awaiting()).not.toBeNull()
    const id = await send()
    expect(await awaiting()).toBeNull()
    await cancelMessage(desk, member, id)
    expect(await awaiting()).not.toBeNull()
    await logTalk(desk, member, { conversationId, channel: "call", text: "Told her it is ready.", promises: [] })
    expect(await awaiting()).toBeNull()
    await write("And the brakes?")
    await writeNote(desk, member, conversationId, "Tom knows about the brakes")
    expect(await awaiting()).not.toBeNull()
  })

  test("a logged call keeps a promise with the call as evidence, and what it promises is proposed to whoever logged it", async () => {
    const { desk, send, leave, member, conversationId, promises } = await shop()
    await send()
    desk.pass({ seconds: 10 })
    await leave()
    const [made] = await promises()
    const { messageId, proposed } = await logTalk(desk, member, {
      conversationId,
      channel: "call",
      text: "Rosa wants it by Saturday. I'll send her a quote tomorrow.",
      promises: [],
      keeps: made ? [made.id] : [],
    })
    const after = await promises()
    expect(after.find(({ id }) => id === made?.id)).toMatchObject({
      state: "kept",
      evidence: { kind: "call", messageId },
    })
    expect(after.filter(({ id }) => proposed.includes(id))).toMatchObject([
      { state: "proposed", owner: { id: member.id }, deed: "send" },
    ])
  })

  test("a message cannot keep a promise made to somebody else", async () => {
    const { desk, send, member } = await shop()
    const otherId = await desk.database.transaction((queries) =>
      requireCustomer(queries, desk, member, { customer: { name: "Somebody else" } }),
    )
    const other = await makePromise(desk, member, {
      customerId: otherId,
      channel: "call",
      words: "We'll send it.",
      deed: "send",
      ownerId: member.id,
      due: { until: "2026-11-20T12:00:00Z" },
    })
    await expect(send({ keeps: [other] })).rejects.toMatchObject({ code: "invalid" })
  })
})

function failWith(sentence: string): never {
  throw new Error(sentence)
}
