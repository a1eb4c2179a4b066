import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { nameServer, openTestDesk } from "../../../test/desk.ts"
import { openMailShop } from "../../../test/mail-shop.ts"
import { readMessage } from "../database/messages.ts"
import { readPromise } from "../database/promises.ts"
import { sendOnce } from "../follow-through/outbox.ts"
import { createCustomer } from "./customers.ts"
import { eraseCustomer } from "./erase-customer.ts"
import { logTalk, writeNote } from "./log.ts"
import { mailIdOf } from "./mail-id.ts"
import { changeMember } from "./members.ts"
import { confirmPromise, makePromise, meetCondition, renegotiatePromise } from "./promises.ts"
import { removeMember } from "./remove-member.ts"
import { reopenPromise } from "./reopen.ts"
import { sendMessage } from "./send.ts"
import { keepPromise } from "./settle.ts"
import { retryMessage } from "./unsend.ts"
import { verify } from "./verify.ts"

const DUE = { until: "2026-11-20T16:00:00Z" }

eachStore((store) => {
  async function shop() {
    const desk = openTestDesk(store.database())
    const parts = await openMailShop(desk)
    await nameServer(desk, parts.workspaceId)
    await parts.write("Message-ID: <first@x>\nSubject: My wheel")
    const [conversation] = await parts.conversations()
    const conversationId = conversation?.id ?? ""
    const customerId = conversation?.customer.id ?? ""
    const promise = (over: object = {}) =>
      makePromise(desk, parts.member, {
        customerId,
        channel: "call",
        words: "I'll ring you.",
        deed: "call-back",
        ownerId: parts.member.id,
        due: DUE,
        ...over,
      })
    const read = async (id: string) => {
      const found = await readPromise(desk.database, parts.workspaceId, id)
      if (found === null) throw new Error("no such promise")
      return found
    }
    const send = (keeps: readonly string[] = [], actor = parts.member) =>
      sendMessage(desk, actor, conversationId, { text: "It is ready.", promises: [], keeps })
    /** The mails of other tests that are due by now leave first. */
    const leave = async (messageId: string, kind: "accepted" | "refused") => {
      desk.pass({ seconds: 11 })
      const outcome = { kind, words: "no" }
      while (await sendOnce(desk, async () => outcome));
      expect(await readMessage(desk.database, parts.workspaceId, messageId)).not.toMatchObject({ delivery: "waiting" })
    }
    return { ...parts, desk, conversationId, customerId, promise, read, send, leave }
  }

  test("a promise that is opened again is not left with somebody who has gone", async () => {
    const { desk, admin, lead, member, promise, read } = await shop()
    const [kept, renegotiated] = [await promise(), await promise()]
    await keepPromise(desk, member, kept, { kind: "word" })
    await renegotiatePromise(desk, member, renegotiated, { due: DUE, reason: "Late", agreed: true })
    await changeMember(desk, admin, member.id, { standInId: lead.id })
    await removeMember(desk, admin, member.id)
    await reopenPromise(desk, admin, kept, { why: "mistake" })
    await reopenPromise(desk, admin, renegotiated, { why: "disputed" })
    expect(await read(kept)).toMatchObject({ state: "open", owner: { id: lead.id } })
    expect(await read(renegotiated)).toMatchObject({ state: "open", owner: { id: lead.id } })
    expect((await verify(desk)).problems).toEqual([])
  })

  test("nor is one that a bounced mail had kept, or one that is made again when a mail is tried again", async () => {
    const { desk, admin, member, promise, read, send, leave, write, ours, conversationId, workspaceId } = await shop()
    const kept = await promise()
    const keeping = await send([kept])
    await leave(keeping, "accepted")
    const text = "I will call you today by 16:00."
    const found = { start: 0, end: text.length - 1, words: text, deed: "call-back", ownerId: member.id, due: DUE }
    const promising = await sendMessage(desk, member, conversationId, { text, promises: [found] })
    await leave(promising, "refused")
    await removeMember(desk, admin, member.id)
    await write(
      "From: MAILER-DAEMON@mx.example\nSubject: Undelivered",
      `550 no such user <${mailIdOf(desk, keeping, ours)}>`,
      { from: "" },
    )
    expect(await read(kept)).toMatchObject({ state: "open", owner: { id: admin.id } })
    await retryMessage(desk, admin, promising)
    const made = (await readMessage(desk.database, workspaceId, promising))?.made ?? []
    const owners = await Promise.all(made.map(async (id) => [(await read(id)).state, (await read(id)).owner?.id]))
    expect(owners).toContainEqual(["open", admin.id])
  })

  test("of a promise that got a new date twice, one is owed after it is opened again", async () => {
    const { desk, member, promise, read } = await shop()
    const first = await promise()
    const again = { due: DUE, reason: "Late", agreed: true }
    const second = await renegotiatePromise(desk, member, first, again)
    const third = await renegotiatePromise(desk, member, second, again)
    await reopenPromise(desk, member, first, { why: "disputed" })
    expect([(await read(first)).state, (await read(second)).state, (await read(third)).state]).toEqual([
      "open",
      "void",
      "void",
    ])
    expect((await verify(desk)).problems).toEqual([])
  })

  test("a promise is shown to be kept by what concerns its customer, and by nothing that lies ahead", async () => {
    const { desk, member, promise, conversationId, send, write, conversations, messages } = await shop()
    const id = await promise()
    const strangerId = await createCustomer(desk, member, { name: "Somebody else" })
    const log = { channel: "call" as const, text: "We spoke.", promises: [] }
    const stranger = await logTalk(desk, member, { ...log, customerId: strangerId })
    const refused = (evidence: Parameters<typeof keepPromise>[3]) =>
      expect(keepPromise(desk, member, id, evidence)).rejects.toMatchObject({ name: "Mistake" })
    await refused({ kind: "message", messageId: stranger.messageId })
    await refused({ kind: "customer", messageId: stranger.messageId })
    await refused({ kind: "message", messageId: await writeNote(desk, member, conversationId, "I did it, I think.") })
    await refused({ kind: "customer", messageId: await send() })
    await refused({ kind: "word", at: "2999-01-01T00:00:00Z" })
    await write("Message-ID: <thanks@x>\nIn-Reply-To: <first@x>", "Thank you, all is well")
    expect(await conversations()).toHaveLength(2) // the stranger's call, and Rosa's mails
    const thanks = (await messages(conversationId)).at(-1)
    await keepPromise(desk, member, id, { kind: "customer", messageId: thanks?.id ?? "" })
  })

  test("a window that ends before it begins, and a deed that nobody listed, are refused wherever they are given", async () => {
    const { desk, member, customerId, promise, conversationId } = await shop()
    const due = { from: "2026-11-21T10:00:00Z", until: "2026-11-20T10:00:00Z" }
    const id = await promise()
    await expect(promise({ due })).rejects.toThrow("window")
    await expect(renegotiatePromise(desk, member, id, { due, reason: "Late", agreed: true })).rejects.toThrow("window")
    const conditional = await promise({ due: null, condition: "once the part is here" })
    await expect(meetCondition(desk, member, conditional, due)).rejects.toThrow("window")
    const deed = "ring Rosa Lind at home"
    await expect(promise({ deed })).rejects.toThrow("deeds")
    const text = "I will ring you tomorrow at 10."
    const captured = { start: 0, end: text.length - 1, words: text, deed, ownerId: member.id, due: DUE }
    await expect(logTalk(desk, member, { customerId, channel: "call", text, promises: [captured] })).rejects.toThrow(
      "deeds",
    )
    await expect(sendMessage(desk, member, conversationId, { text, promises: [captured] })).rejects.toThrow("deeds")
    const { proposed } = await logTalk(desk, member, { customerId, channel: "call", text, promises: [] })
    const terms = { ownerId: member.id, due: DUE }
    await expect(confirmPromise(desk, member, proposed[0] ?? "", { ...terms, deed })).rejects.toThrow("deeds")
    await confirmPromise(desk, member, proposed[0] ?? "", terms)
  })

  test("nothing is written about somebody who was erased", async () => {
    const {
      desk,
      admin,
      member,
      promise,
      read,
      send,
      leave,
      write,
      ours,
      conversationId,
      customerId,
      conversations,
      workspaceId,
    } = await shop()
    const [byMail, byWord] = [await promise(), await promise()]
    const sent = await send([byMail])
    await leave(sent, "accepted")
    await keepPromise(desk, member, byWord, { kind: "word" })
    await eraseCustomer(desk, admin, customerId)
    await expect(reopenPromise(desk, member, byWord, { why: "disputed", note: "Rosa rang" })).rejects.toThrow("erased")
    await expect(promise()).rejects.toThrow("no such customer")
    await expect(writeNote(desk, member, conversationId, "Rosa rang")).rejects.toThrow("erased")
    const log = { channel: "call" as const, text: "I will call Rosa back", promises: [] }
    await expect(logTalk(desk, member, { ...log, conversationId })).rejects.toThrow("erased")
    await write(
      "From: MAILER-DAEMON@mx.example\nSubject: Undelivered",
      `550 no such user <${mailIdOf(desk, sent, ours)}>`,
      { from: "" },
    )
    expect((await read(byMail)).state).toBe("kept")
    expect((await conversations()).find(({ id }) => id === conversationId)).toMatchObject({
      lastWords: null,
      closedAt: expect.any(String),
    })
    const left = await desk.database.query(
      "select 1 from message_texts t join messages m using (workspace_id, message_id) where m.workspace_id = $1 and m.conversation_id = $2",
      [workspaceId, conversationId],
    )
    expect(left).toEqual([])
  })
})
