import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { nameServer, openTestDesk } from "../../../test/desk.ts"
import { openMailShop } from "../../../test/mail-shop.ts"
import { listConversations, readConversation, readConversationHead } from "../database/conversations.ts"
import { listPromises } from "../database/promises.ts"
import { type SentMail, sendOnce } from "../follow-through/outbox.ts"
import { storeAttachment } from "./attachments.ts"
import { beginConversation, discardBegun } from "./begin-conversation.ts"
import { addAddress, createCustomer, writeCustomer } from "./customers.ts"
import { saveDraft } from "./drafts.ts"
import { answerOf } from "./envelope.ts"
import { eraseCustomer } from "./erase-customer.ts"
import { logTalk, writeNote } from "./log.ts"
import { sendMessage } from "./send.ts"
import { cancelMessage } from "./unsend.ts"

eachStore((store) => {
  async function shop() {
    const parts = await openMailShop(openTestDesk(store.database()))
    const { desk, workspaceId, member, lead } = parts
    await nameServer(desk, workspaceId)
    const listOf = async ({ id }: { id: string }) =>
      (await listConversations(desk.database, workspaceId, { filter: "open", memberId: id })).items.map((one) => one.id)
    const leave = async () => {
      const sent: SentMail[] = []
      desk.pass({ minutes: 3 })
      while (
        await sendOnce(desk, async (_, mail) => {
          if (mail.workspaceId === workspaceId) sent.push(mail)
          return { kind: "accepted" }
        })
      );
      return sent
    }
    const begin = (input: Parameters<typeof beginConversation>[2]) => beginConversation(desk, member, input)
    const view = (id: string) => readConversation(desk.database, workspaceId, id)
    return { ...parts, listOf, leave, begin, view, lead }
  }

  test("A mail to a new address makes its customer and conversation; its promise is owed, and the answer comes back into it", async () => {
    const { desk, workspaceId, member, begin, leave, write, messages, ours, conversations } = await shop()
    const address = `Nia@${desk.newId()}.example`
    const id = await begin({ to: address, name: "Nia Roe", subject: "Your test ride" })
    const text = "Hello Nia, I will ring you tomorrow by 10:00."
    const captured = {
      start: text.indexOf("I will"),
      end: text.length - 1,
      words: "I will ring you tomorrow by 10:00",
      deed: "call-back",
      ownerId: member.id,
      due: { until: "2026-11-20T10:00:00Z" },
    }
    await expect(sendMessage(desk, member, id, { text, promises: [] })).rejects.toMatchObject({ code: "conflict" })
    await sendMessage(desk, member, id, { text, promises: [captured] })
    const [mail] = await leave()
    expect(mail).toMatchObject({
      to: [{ name: "Nia Roe", address }],
      from: { address: ours },
      subject: "Your test ride",
    })
    expect(mail).toMatchObject({ inReplyTo: null, references: [] })
    expect((await listPromises(desk.database, workspaceId, {})).items).toMatchObject([{ state: "open" }])
    await write(`From: nia@${address.split("@")[1]}\nIn-Reply-To: <${mail?.mailId}>\nMessage-ID: <a@nia>`, "Gladly")
    expect((await messages(id)).map(({ kind }) => kind)).toEqual(["outbound", "inbound"])
    expect(await conversations()).toHaveLength(1)
  })

  test("Until it is sent it stands in its writer's list alone; stopped, it is theirs again; a logged call makes it everybody's", async () => {
    const { desk, member, lead, begin, listOf, view } = await shop()
    const id = await begin({ to: `nia@${desk.newId()}.example`, subject: "Your test ride" })
    expect([await listOf(member), await listOf(lead)]).toEqual([[id], []])
    expect(await begin({ to: (await view(id))?.subject ? `nia@other.${desk.newId()}.example` : "" })).not.toBe(id)
    const messageId = await sendMessage(desk, member, id, { text: "Hello.", promises: [] })
    expect(await listOf(lead)).toEqual([id])
    await cancelMessage(desk, member, messageId)
    expect([(await view(id))?.unsent, await listOf(lead)]).toEqual([true, []])
    await logTalk(desk, member, { conversationId: id, channel: "call", text: "She rang.", promises: [] })
    expect(await listOf(lead)).toEqual([id])
  })

  test("Begun twice it is one; without a subject it does not leave; the next mail follows the first", async () => {
    const { desk, member, begin, leave } = await shop()
    const mail = `nia@${desk.newId()}.example`
    const customerId = await createCustomer(desk, member, { name: "Nia", mail })
    await addAddress(desk, member, customerId, { kind: "mail", shown: `work.${mail}` })
    const id = await begin({ customerId, to: `Work.${mail}` })
    expect(await begin({ to: `work.${mail}` })).toBe(id)
    const say = (subject?: string) => sendMessage(desk, member, id, { text: "Hello.", promises: [], subject })
    await expect(say()).rejects.toMatchObject({ code: "invalid", fields: [{ path: "subject" }] })
    await say("Your test ride")
    const [first] = await leave()
    await say()
    const [second] = await leave()
    expect(second).toMatchObject({ to: [{ address: `work.${mail}` }], subject: "Re: Your test ride" })
    expect(second?.inReplyTo).toBe(first?.mailId)
    expect(second?.references).toEqual([first?.mailId])
  })

  test("Whoever asked not to be written to first is not, not even where it was begun before; an answer may go", async () => {
    const { desk, member, begin, write, rosa, conversations, workspaceId } = await shop()
    await write("Message-ID: <q@x>\nSubject: My wheel")
    const customerId = (await conversations())[0]?.customer.id ?? ""
    const id = await begin({ to: rosa, subject: "News" })
    await writeCustomer(desk, member, customerId, { noFirstMail: true })
    await expect(begin({ customerId })).rejects.toMatchObject({ code: "conflict" })
    await expect(sendMessage(desk, member, id, { text: "News.", promises: [] })).rejects.toThrow("not to be written to")
    const theirs = (await conversations()).find((one) => one.id !== id)?.id ?? ""
    await sendMessage(desk, member, theirs, { text: "It is ready.", promises: [] })
    const head = await readConversationHead(desk.database, workspaceId, theirs)
    expect(head === null ? null : (await answerOf(desk.database, workspaceId, head)).to?.address).toBe(rosa)
  })

  test("A note before the first mail makes no answer of it: it has its own subject, and nobody gets it who asked for none", async () => {
    const { desk, member, begin, leave } = await shop()
    const mail = `nia@${desk.newId()}.example`
    const customerId = await createCustomer(desk, member, { name: "Nia", mail })
    const id = await begin({ customerId, subject: "Your test ride" })
    await writeNote(desk, member, id, "She likes it fast.")
    await writeCustomer(desk, member, customerId, { noFirstMail: true })
    const say = () => sendMessage(desk, member, id, { text: "Hello.", promises: [] })
    await expect(say()).rejects.toThrow("not to be written to")
    await writeCustomer(desk, member, customerId, { noFirstMail: false })
    await say()
    expect(await leave()).toMatchObject([{ subject: "Your test ride", to: [{ address: mail }] }])
    await say()
    expect(await leave()).toMatchObject([{ subject: "Re: Your test ride" }])
  })

  test("Nobody writes first to somebody who was erased, by id or address, until they have written again", async () => {
    const { desk, admin, member, begin, write, rosa, conversations } = await shop()
    await write("Message-ID: <q@x>")
    const customerId = (await conversations())[0]?.customer.id ?? ""
    const begun = await begin({ to: rosa, subject: "News" })
    await eraseCustomer(desk, admin, customerId)
    await expect(begin({ customerId })).rejects.toThrow("erased")
    await expect(begin({ to: rosa.toUpperCase() })).rejects.toThrow("was erased")
    await expect(sendMessage(desk, member, begun, { text: "Hi", promises: [] })).rejects.toMatchObject({
      code: "invalid",
    })
    await write("Message-ID: <again@x>", "I am back")
    expect(await begin({ to: rosa, subject: "Welcome" })).toEqual(expect.any(String))
  })

  test("It cannot be begun with ourselves, a member, a stranger's address of a customer, or a line that is a header", async () => {
    const { desk, member, begin, ours } = await shop()
    await expect(begin({ to: ours })).rejects.toMatchObject({ code: "invalid" })
    await expect(begin({ to: ours.replace("@", "+x@") })).rejects.toMatchObject({ code: "invalid" })
    await expect(begin({ to: "max@example.com" })).rejects.toThrow("member's address")
    await expect(begin({ to: "a@x.example\nBcc: b@x.example" })).rejects.toMatchObject({ code: "invalid" })
    const customerId = await createCustomer(desk, member, { name: "Nia", mail: `nia@${desk.newId()}.example` })
    await expect(begin({ customerId, to: "other@x.example" })).rejects.toThrow("none of this customer's")
    await expect(begin({})).rejects.toMatchObject({ fields: [{ path: "to" }] })
  })

  test("What was begun and not sent is discarded by its writer, with draft and files; not when there is more in it", async () => {
    const { desk, member, lead, begin, listOf, view } = await shop()
    const text = { conversationId: "", channel: "call", text: "She rang.", promises: [] } as const
    const content = new TextEncoder().encode("an offer")
    const [bare, noted] = [
      await begin({ to: `nia@${desk.newId()}.example` }),
      await begin({ to: `ada@${desk.newId()}.example` }),
    ]
    await saveDraft(
      desk,
      member,
      { conversationId: bare, kind: "reply" },
      { draft: { words: "Dear Nia", cc: [], bcc: [], attachments: [] }, revision: 0 },
    )
    await storeAttachment(desk, member, bare, { content, name: "offer.pdf", type: "application/pdf" })
    await logTalk(desk, lead, { ...text, conversationId: noted })
    await expect(discardBegun(desk, lead, bare)).rejects.toMatchObject({ code: "forbidden" })
    await expect(discardBegun(desk, member, noted)).rejects.toMatchObject({ code: "conflict" })
    await discardBegun(desk, member, bare)
    expect([await view(bare), await listOf(member)]).toEqual([null, [noted]])
    await expect(discardBegun(desk, member, bare)).rejects.toMatchObject({ code: "not_found" })
  })
})
