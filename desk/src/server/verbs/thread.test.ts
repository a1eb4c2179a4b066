import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { openTestDesk } from "../../../test/desk.ts"
import { answered, openMailShop } from "../../../test/mail-shop.ts"
import { readConversation } from "../database/conversations.ts"
import { closeConversation } from "./conversations.ts"

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
    expect(await parts.conversations()).toHaveLength(2)
  })

  test("A forged mark is no way in", async () => {
    const parts = await shop()
    await parts.write("Message-ID: <l@x>")
    const { messageId } = await answered(parts)
    await parts.write(`In-Reply-To: <${messageId}.${"0".repeat(20)}@${parts.ours.split("@")[1]}>`, "forged")
    expect(await parts.conversations()).toHaveLength(2)
  })
})
