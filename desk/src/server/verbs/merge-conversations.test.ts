import { describe, expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { openTestDesk } from "../../../test/desk.ts"
import { openMailShop } from "../../../test/mail-shop.ts"
import { listMoves, readStanding } from "../database/conversation-moves.ts"
import { listConversations, readConversation } from "../database/conversations.ts"
import { listTasks } from "../database/tasks.ts"
import { readPromise } from "../database/promises.ts"
import { listLinks } from "../database/customer-links.ts"
import { listTags } from "../database/tags.ts"
import { wakeConversations } from "../follow-through/run-once.ts"
import { changeConversations } from "./change-conversations.ts"
import { closeConversation, snoozeConversation } from "./conversations.ts"
import { readDraft, saveDraft } from "./drafts.ts"
import { eraseCustomer } from "./erase-customer.ts"
import { exportCustomer } from "./export-customer.ts"
import { writeNote } from "./log.ts"
import { mergeConversations, undoMerge } from "./merge-conversations.ts"
import { makePromise, renegotiatePromise } from "./promises.ts"
import { sendMessage } from "./send.ts"
import { splitConversation } from "./split-conversation.ts"
import { verify } from "./verify.ts"

const said = (words: string) => ({ words, cc: [], bcc: [], attachments: [] })

eachStore((store) => {
  /** Rosa has written about her wheel and, in a mail of its own, about her bell. */
  async function shop() {
    const opened = await openMailShop(openTestDesk(store.database()))
    const { desk, member, workspaceId, write, conversations, messages } = opened
    const about = async (subject: string) =>
      (await conversations()).find((each) => each.subject === subject)?.id ?? `no ${subject}`
    await write("Message-ID: <wheel@x>\nSubject: My wheel", "Is it ready?")
    await write("Message-ID: <bell@x>\nSubject: My bell", "It is silent.")
    const [wheel, bell] = [await about("My wheel"), await about("My bell")]
    const customerId = (await readConversation(desk.database, workspaceId, wheel))?.customer.id ?? ""
    const promise = (conversationId: string, words = "I will look at it") =>
      makePromise(desk, member, {
        customerId,
        conversationId,
        channel: "mail",
        deed: "other",
        ownerId: member.id,
        words,
        due: { until: "2026-11-20T17:00:00Z" },
      })
    const merge = (into: string, ...conversationIds: string[]) =>
      mergeConversations(desk, member, into, { conversationIds })
    const moves = (id: string) => listMoves(desk.database, workspaceId, id)
    const undo = async (id: string) => undoMerge(desk, member, id, (await moves(id)).at(-1)?.id ?? "")
    const texts = async (id: string) => (await messages(id)).map(({ text }) => text?.trim())
    const whereIs = async (promiseId: string) =>
      (await readPromise(desk.database, workspaceId, promiseId))?.conversationId
    const ids = async () => (await conversations()).map(({ id }) => id).toSorted()
    return { ...opened, about, wheel, bell, customerId, promise, merge, moves, undo, texts, whereIs, ids }
  }

  describe("Merging", () => {
    test("brings messages and promises along, and the old id leads to the new one", async () => {
      const { desk, workspaceId, wheel, bell, promise, merge, texts, whereIs, ids, moves } = await shop()
      const owed = await promise(bell)
      await merge(wheel, bell)
      expect(await texts(wheel)).toEqual(["Is it ready?", "It is silent."])
      expect([await whereIs(owed), await ids()]).toEqual([wheel, [wheel]])
      expect(await readStanding(desk.database, workspaceId, bell)).toBe(wheel)
      expect(await moves(wheel)).toMatchObject([
        { kind: "merge", by: "Max", messages: 1, from: { id: bell, subject: "My bell" }, undoneAt: null },
      ])
      expect((await verify(desk)).problems).toEqual([])
    })

    test("lets a later mail that answers a message of the one merged away come into the merged one", async () => {
      const { wheel, bell, merge, write, texts, ids } = await shop()
      await merge(wheel, bell)
      await write("Message-ID: <again@x>\nIn-Reply-To: <bell@x>\nSubject: Re: My bell", "Still silent.")
      expect([await texts(wheel), await ids()]).toEqual([["Is it ready?", "It is silent.", "Still silent."], [wheel]])
    })

    test("keeps both drafts of a member, and what is saved under the old id goes where it leads", async () => {
      const { desk, member, wheel, bell, merge } = await shop()
      const at = (conversationId: string) => ({ conversationId, kind: "reply" as const })
      await saveDraft(desk, member, at(wheel), { draft: said("Dear Rosa, the wheel"), revision: 0 })
      await saveDraft(desk, member, at(bell), { draft: said("Dear Rosa, the bell"), revision: 0 })
      await merge(wheel, bell)
      expect(await readDraft(desk, member, at(wheel))).toMatchObject({
        draft: said("Dear Rosa, the wheel"),
        others: [{ draft: said("Dear Rosa, the bell") }],
      })
      await saveDraft(desk, member, at(bell), { draft: said("Dear Rosa, it rings"), revision: 1 })
      const { draft, others } = await readDraft<ReturnType<typeof said>>(desk, member, at(wheel))
      expect(new Set([draft?.words, ...others.map((other) => other.draft.words)])).toEqual(
        new Set(["Dear Rosa, it rings", "Dear Rosa, the wheel", "Dear Rosa, the bell"]),
      )
    })

    test("opens what was closed, comes back in time for whoever put one aside, and has the tags of both", async () => {
      const { desk, member, workspaceId, wheel, bell, merge } = await shop()
      await changeConversations(desk, member, [bell], { kind: "tag", tag: "sound" })
      await closeConversation(desk, member, wheel)
      await snoozeConversation(desk, member, bell, { until: "2026-11-19T16:00:00Z" })
      await merge(wheel, bell)
      const merged = () => readConversation(desk.database, workspaceId, wheel)
      expect(await merged()).toMatchObject({ closedAt: null, snoozedUntil: "2026-11-19T16:00:00Z", tags: ["sound"] })
      expect(await listTags(desk.database, workspaceId)).toEqual([{ tag: "sound", open: 1 }])
      desk.setClock("2026-11-19T16:01:00Z")
      await wakeConversations(desk)
      expect(await merged()).toMatchObject({ snoozedUntil: null })
      expect(await listTasks(desk.database, workspaceId)).toMatchObject([{ ownerId: member.id, conversationId: wheel }])
    })

    test("neither loses nor doubles a message that waits to leave", async () => {
      const { desk, member, workspaceId, wheel, bell, merge } = await shop()
      const messageId = await sendMessage(desk, member, bell, { text: "Try it now.", promises: [] })
      await merge(wheel, bell)
      const rows = await desk.database.query(
        `select m.conversation_id as "id" from outbox x join messages m on m.message_id = x.message_id
         where x.workspace_id = $1 and x.message_id = $2 and x.done_at is null`,
        [workspaceId, messageId],
      )
      expect(rows).toEqual([{ id: wheel }])
    })

    test("is refused twice, into itself, and with spam", async () => {
      const { desk, member, wheel, bell, merge } = await shop()
      await expect(merge(wheel, wheel)).rejects.toMatchObject({ code: "invalid" })
      await expect(merge(wheel, desk.newId())).rejects.toMatchObject({ code: "not_found" })
      await merge(wheel, bell)
      await expect(merge(wheel, bell)).rejects.toMatchObject({ code: "conflict" })
      await expect(writeNote(desk, member, bell, "Too late")).rejects.toMatchObject({ code: "conflict" })
    })
  })

  describe("Conversations of two customers", () => {
    /** Paul has written, too, and is owed something. */
    async function twoCustomers() {
      const opened = await shop()
      const { desk, member, workspaceId, write, about, wheel } = opened
      const from = `paul@${desk.newId()}.example`
      await write(`From: Paul <${from}>\nMessage-ID: <lamp@x>\nSubject: My lamp`, "It is dark.", { from })
      const lamp = await about("My lamp")
      const paul = (await readConversation(desk.database, workspaceId, lamp))?.customer.id ?? ""
      await sendMessage(desk, member, lamp, { text: "Dear Paul, turn it on.", promises: [] })
      const merging = { conversationIds: [lamp], ofSeveralCustomers: true }
      return { ...opened, lamp, paul, mergeBoth: () => mergeConversations(desk, member, wheel, merging) }
    }

    test("are merged only when somebody said that they belong together", async () => {
      const { desk, workspaceId, wheel, lamp, paul, merge, mergeBoth, texts } = await twoCustomers()
      await expect(merge(wheel, lamp)).rejects.toMatchObject({ code: "conflict" })
      await mergeBoth()
      expect(await texts(wheel)).toEqual(["Is it ready?", "It is dark.", "Dear Paul, turn it on."])
      const his = await listConversations(desk.database, workspaceId, { filter: "all", customerId: paul })
      expect(his.items.map(({ id }) => id)).toEqual([wheel])
    })

    test("keep what was said with each when the other is erased, and it is in the export of whom it was said with", async () => {
      const { desk, admin, wheel, paul, customerId, mergeBoth, texts } = await twoCustomers()
      await mergeBoth()
      const exported = (await exportCustomer(desk, admin, paul)).elsewhere.map(({ text }) => text?.trim())
      expect(exported).toEqual(["It is dark.", "Dear Paul, turn it on."])
      const hers = (await exportCustomer(desk, admin, customerId)).conversations.flatMap((each) => each.messages)
      expect(hers.map(({ text }) => text?.trim())).toEqual(["Is it ready?", "It is silent."])
      await eraseCustomer(desk, admin, customerId)
      expect(await texts(wheel)).toEqual([undefined, "It is dark.", "Dear Paul, turn it on."])
      await eraseCustomer(desk, admin, paul)
      expect(await texts(wheel)).toEqual([undefined, undefined, undefined])
    })
  })

  describe("Taking it back", () => {
    test("gives back what was brought, with the promise that took another's place; what was written since stays", async () => {
      const { desk, member, wheel, bell, promise, merge, undo, write, texts, whereIs, ids, moves } = await shop()
      const [owed, here] = [await promise(bell), await promise(wheel, "I will true it")]
      await merge(wheel, bell)
      const later = { due: { until: "2026-11-23T17:00:00Z" }, reason: "The part is late.", agreed: true }
      const successor = await renegotiatePromise(desk, member, owed, later)
      await write("Message-ID: <since@x>\nIn-Reply-To: <bell@x>\nSubject: Re: My bell", "Still silent.")
      await undo(wheel)
      expect([await texts(wheel), await texts(bell)]).toEqual([["Is it ready?", "Still silent."], ["It is silent."]])
      expect([await whereIs(owed), await whereIs(successor), await whereIs(here)]).toEqual([bell, bell, wheel])
      expect(await ids()).toEqual([wheel, bell].toSorted())
      expect(await moves(wheel)).toMatchObject([{ undoneBy: "Max" }])
      expect((await verify(desk)).problems).toEqual([])
      await expect(undo(wheel)).rejects.toMatchObject({ code: "conflict" })
    })

    test("works inside out: what was merged before it was merged on goes back to where it was", async () => {
      const { desk, member, workspaceId, about, wheel, bell, merge, undo, write, texts, moves } = await shop()
      await write("Message-ID: <lamp@x>\nSubject: My lamp", "It is dark.")
      const lamp = await about("My lamp")
      await merge(bell, lamp)
      await merge(wheel, bell)
      expect(await readStanding(desk.database, workspaceId, lamp)).toBe(wheel)
      const first = (await moves(wheel))[0]?.id ?? ""
      await undoMerge(desk, member, wheel, first)
      expect([await texts(lamp), await texts(wheel)]).toEqual([["It is dark."], ["Is it ready?", "It is silent."]])
      await undo(wheel)
      expect([await texts(bell), await texts(wheel)]).toEqual([["It is silent."], ["Is it ready?"]])
    })
  })

  describe("Splitting", () => {
    test("makes a conversation of its own of some messages, with what was promised in them and what answers them", async () => {
      const { desk, member, workspaceId, wheel, write, messages, texts, whereIs, moves } = await shop()
      await write("Message-ID: <lock@x>\nIn-Reply-To: <wheel@x>\nSubject: Re: My wheel", "And my lock sticks.")
      const text = "I will send you a new lock by Friday 17:00."
      const promises = [
        {
          start: 0,
          end: text.length,
          words: text,
          deed: "send",
          ownerId: member.id,
          due: { until: "2026-11-20T17:00:00Z" },
        },
      ]
      const answer = await sendMessage(desk, member, wheel, { text, promises })
      const [, lock] = await messages(wheel)
      const owed = (await messages(wheel)).at(-1)?.made[0] ?? ""
      const split = await splitConversation(desk, member, wheel, [lock?.id ?? "", answer])
      expect([await texts(wheel), await texts(split)]).toEqual([["Is it ready?"], ["And my lock sticks.", text]])
      expect(await whereIs(owed)).toBe(split)
      expect(await readConversation(desk.database, workspaceId, split)).toMatchObject({
        subject: "Re: My wheel",
        owes: 1,
      })
      await write("Message-ID: <thanks@x>\nReferences: <wheel@x> <lock@x>\nIn-Reply-To: <lock@x>", "Thank you.")
      expect((await texts(split)).at(-1)).toBe("Thank you.")
      expect(await moves(split)).toMatchObject([{ kind: "split", from: { id: wheel }, messages: 2 }])
      await mergeConversations(desk, member, wheel, { conversationIds: [split] })
      expect([(await texts(wheel)).length, await whereIs(owed)]).toEqual([4, wheel])
      expect((await verify(desk)).problems).toEqual([])
    })

    test("gives what another customer wrote to that customer, and leaves something behind", async () => {
      const { desk, member, workspaceId, wheel, write, messages } = await shop()
      const from = `cees@${desk.newId()}.example`
      const cc = `Cc: Cees <${from}>\nMessage-ID: <copy@x>\nIn-Reply-To: <wheel@x>`
      await write(cc, "Cees knows more.")
      await write(`From: Cees <${from}>\nMessage-ID: <cees@x>\nIn-Reply-To: <copy@x>`, "It wobbles.", { from })
      const all = (await messages(wheel)).map(({ id }) => id)
      const split = await splitConversation(desk, member, wheel, all.slice(2))
      expect(await readConversation(desk.database, workspaceId, split)).toMatchObject({ customer: { name: "Cees" } })
      await expect(splitConversation(desk, member, wheel, all.slice(0, 2))).rejects.toMatchObject({ code: "invalid" })
      await expect(splitConversation(desk, member, wheel, all.slice(1))).rejects.toMatchObject({ code: "conflict" })
    })
  })

  test("A link to the customer's page works on after its conversation was merged", async () => {
    const { desk, workspaceId, wheel, bell, merge } = await shop()
    const row = { id: desk.newId(), at: desk.now().toString() }
    await desk.database.query(
      `insert into customer_links (workspace_id, link_id, conversation_id, token_digest, created_at, expires_at)
       values ($1, $2::uuid, $3, $2::uuid::text, $4::timestamptz, $4::timestamptz)`,
      [workspaceId, row.id, bell, row.at],
    )
    await merge(wheel, bell)
    expect(await listLinks(desk.database, workspaceId, wheel)).toMatchObject([{ id: row.id }])
  })
})
