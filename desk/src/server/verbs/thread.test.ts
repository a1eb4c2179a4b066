import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { nameServer, openTestDesk } from "../../../test/desk.ts"
import { startMailServer } from "../../../test/mail-server.ts"
import { answered, openMailShop } from "../../../test/mail-shop.ts"
import { readConversation } from "../database/conversations.ts"
import { type Send, sendOnce } from "../follow-through/outbox.ts"
import { sendMail } from "../mail/send.ts"
import { closeConversation } from "./conversations.ts"
import { sendMessage } from "./send.ts"

eachStore((store) => {
  const shop = () => openMailShop(openTestDesk(store.database()))

  test("An answer to our mail goes on in its conversation, opens it again and ends its rest, also when only our mark in the id is left", async () => {
    const parts = await shop()
    await parts.write("Message-ID: <f@x>\nSubject: My wheel", "ready?")
    const { conversationId, mailId } = await answered(parts)
    await closeConversation(parts.desk, parts.member, conversationId)
    await parts.desk.database.query("update conversations set snoozed_until = now() where conversation_id = $1", [
      conversationId,
    ])
    await parts.write(`Message-ID: <g@x>\nIn-Reply-To: <${mailId}>\nSubject: another subject`, "Thanks")
    expect(await parts.messages(conversationId)).toHaveLength(3)
    expect(await readConversation(parts.desk.database, parts.workspaceId, conversationId)).toMatchObject({
      closedAt: null,
      snoozedUntil: null,
    })
    await parts.write(
      `Message-ID: <h@x>\nReferences: <f@x> <${mailId.replace(/@.*/, "@rewritten.example")}>`,
      "Thanks again",
    )
    expect(await parts.messages(conversationId)).toHaveLength(4)
    expect(await parts.conversations()).toHaveLength(1)
  })

  test("The same subject alone starts a new conversation", async () => {
    const { write, conversations } = await shop()
    await write("Message-ID: <i@x>\nSubject: My wheel")
    await write("Message-ID: <j@x>\nSubject: Re: My wheel")
    expect(await conversations()).toHaveLength(2)
  })

  test("A stranger who knows our Message-ID does not get into the conversation; somebody who was in copy does", async () => {
    const parts = await shop()
    const cy = `cy@${parts.desk.newId()}.example`
    await parts.write(`Message-ID: <k@x>\nCc: Cy <${cy.toUpperCase()}>`, "hi")
    const { conversationId, mailId } = await answered(parts)
    await parts.write(`From: Rosa <eve@elsewhere.example>\nIn-Reply-To: <${mailId}>`, "send the refund to me")
    expect(await parts.conversations()).toHaveLength(2)
    await parts.write(`From: ${cy}\nIn-Reply-To: <${mailId}>`, "from Cy")
    const messages = await parts.messages(conversationId)
    expect(messages.map(({ text }) => text)).toEqual(["hi", null, "from Cy"])
    expect(messages.map(({ by }) => by.name)).toEqual(["Rosa", "Max", cy])
    expect(await parts.conversations()).toHaveLength(2)
  })

  test("A forged mark is no way in", async () => {
    const parts = await shop()
    await parts.write("Message-ID: <l@x>")
    const { messageId } = await answered(parts)
    await parts.write(`In-Reply-To: <${messageId}.${"0".repeat(20)}@${parts.ours.split("@")[1]}>`, "forged")
    expect(await parts.conversations()).toHaveLength(2)
  })

  test("An answer of ours goes out, and the customer's reply to it comes back in, also when the server gave it another Message-ID", async () => {
    const parts = await shop()
    const { desk, member, workspaceId, rosa } = parts
    await nameServer(desk, workspaceId)
    await parts.write("Message-ID: <first@x>\nSubject: My wheel", "ready?")
    const conversationId = (await parts.conversations())[0]?.id ?? ""
    const given = "given@am0.eurprd01.prod.outlook.com"
    const onData: NonNullable<Parameters<typeof startMailServer>[0]>["onData"] = (stream, _, done) =>
      void stream.resume().on("end", () => done(null, `2.0.0 OK <${given}> [Hostname=am0]`))
    for (const [server, reply] of [
      [await startMailServer(), "ours"],
      [await startMailServer({ onData }), "theirs"],
    ] as const) {
      await sendMessage(desk, member, conversationId, { text: "Nearly.", promises: [] })
      desk.pass({ seconds: 11 })
      const send: Send = (outgoing, mail) => sendMail({ ...outgoing, host: "127.0.0.1", port: server.port }, mail)
      while (await sendOnce(desk, send));
      await server.close()
      const [mail] = server.mails
      const id = reply === "theirs" ? given : /^Message-ID:\s*<([^>]+)>/im.exec(mail?.raw ?? "")?.[1]
      if (reply === "ours")
        expect(mail).toMatchObject({ to: [rosa], raw: expect.stringContaining("References: <first@x>") })
      await parts.write(`In-Reply-To: <${id}>`, reply)
    }
    const texts = (await parts.messages(conversationId)).map(({ text }) => text)
    expect(texts).toEqual(["ready?", "Nearly.", "ours", "Nearly.", "theirs"])
  })
})
