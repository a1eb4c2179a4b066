import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { nameServer, openTestDesk } from "../../../test/desk.ts"
import { openMailShop } from "../../../test/mail-shop.ts"
import { listPromises } from "../database/promises.ts"
import { type SentMail, sendOnce } from "../follow-through/outbox.ts"
import { withContents } from "../follow-through/with-contents.ts"
import { htmlDocument } from "../mail/html-document.ts"
import { readMail } from "../mail/read-mail.ts"
import { composeMail } from "../mail/send.ts"
import { storeAttachment } from "./attachments.ts"
import { type SendInput, sendMessage } from "./send.ts"
import { changeSignature } from "./signatures.ts"

eachStore((store) => {
  async function shop() {
    const parts = await openMailShop(openTestDesk(store.database()))
    const { desk, member, workspaceId } = parts
    await nameServer(desk, workspaceId)
    await parts.write("Message-ID: <q@x>\nSubject: My wheel")
    const conversationId = (await parts.conversations())[0]?.id ?? ""
    const say = (text: string, input: Partial<SendInput> = {}) =>
      sendMessage(desk, member, conversationId, { text, promises: [], format: "markdown", ...input })
    const leave = async () => {
      const sent: SentMail[] = []
      desk.pass({ minutes: 3 })
      while (
        await sendOnce(desk, async (_, mail) => {
          if (mail.workspaceId === workspaceId) sent.push(mail)
          return { kind: "accepted" }
        })
      );
      const [mail] = sent
      if (mail === undefined) throw new Error("nothing left")
      const whole = await withContents(desk, mail)
      if (typeof whole === "string") throw new Error(whole)
      const raw = new TextDecoder().decode(await composeMail(whole))
      return { raw, read: await readMail(new TextEncoder().encode(raw)) }
    }
    return { ...parts, conversationId, say, leave }
  }

  test("What is marked goes out as text without marks and as HTML; its promise is recorded as the customer reads it", async () => {
    const { desk, workspaceId, member, say, leave, messages, conversationId } = await shop()
    const text = "Hello Rosa, **I will *call* you by 16:00** on [our line](https://shop.example/line)."
    const start = text.indexOf("I will")
    const end = text.indexOf("** on")
    const due = { until: "2026-11-19T16:00:00Z" }
    const captured = { start, end, words: text.slice(start, end), deed: "call-back", ownerId: member.id, due }
    await expect(say(text)).rejects.toMatchObject({ code: "conflict" })
    const plainly = text.replaceAll("*call*", "call")
    const inPlainly = { ...captured, end: plainly.indexOf("** on"), words: "I will call you by 16:00" }
    const id = await say(plainly, { promises: [inPlainly] })
    const { read, raw } = await leave()
    expect(read.text).toBe("Hello Rosa, I will call you by 16:00 on our line (https://shop.example/line).")
    expect(read.html).toContain("<strong>I will call you by 16:00</strong>")
    expect(read.html).toContain('<a href="https://shop.example/line">our line</a>')
    expect(raw).toMatch(/^Content-Type: multipart\/alternative/m)
    const [promise] = (await listPromises(desk.database, workspaceId, {})).items
    expect(promise).toMatchObject({ words: "I will call you by 16:00", state: "open" })
    const sent = (await messages(conversationId)).find((one) => one.id === id)
    expect(sent).toMatchObject({ text: read.text, hasHtml: true })
  })

  test("A contradiction is found through marks that stand in its words", async () => {
    const { say } = await shop()
    // Without its marks this is a promise, and nobody confirmed it.
    await expect(say("I **will** call *you* back today by 16:00.")).rejects.toMatchObject({ code: "conflict" })
  })

  test("Text without marks goes out as text alone, and marks of whoever did not ask for them stay as typed", async () => {
    const { say, leave } = await shop()
    await say("It is ready.\n\n2 * 3 * 4")
    expect((await leave()).raw).toMatch(/^Content-Type: text\/plain/m)
    await say("It is **ready**.", { format: "plain" })
    const { read } = await leave()
    expect([read.text, read.html]).toEqual(["It is **ready**.", null])
  })

  test("A picture stands in the text, from the mail itself; another file lies beside it", async () => {
    const { desk, member, say, leave, conversationId } = await shop()
    const content = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10])
    const put = (name: string, type: string) => storeAttachment(desk, member, conversationId, { content, name, type })
    const [hub, offer] = [await put("hub.png", "image/png"), await put("offer.pdf", "application/pdf")]
    const id = await say(`Look: ![hub](attachment:${hub.id})`, { attachments: [hub.id, offer.id] })
    const { raw, read } = await leave()
    expect(read.text).toBe("Look: [hub]")
    expect(read.html).toContain(`<img src="cid:${hub.id}@picture" alt="hub"`)
    expect(read.files.map(({ name, contentId }) => [name, contentId])).toEqual(
      expect.arrayContaining([
        ["hub.png", `${hub.id}@picture`],
        ["offer.pdf", null],
      ]),
    )
    expect(raw).toMatch(/Content-Type: multipart\/mixed[\s\S]*multipart\/alternative[\s\S]*multipart\/related/)
    const shown = await htmlDocument(desk, member, id, { remote: false })
    expect(String(shown.content)).toContain("data:image/png;base64,")
  })

  test("A signature stands below, is no part of what is said, and never twice", async () => {
    const { desk, admin, member, ours, say, leave, messages, conversationId } = await shop()
    await changeSignature(desk, member, { of: "own", text: "Max, workshop\nWe are the cheapest, guaranteed." })
    await changeSignature(desk, admin, { of: "workspace", text: "A shop" })
    await changeSignature(desk, admin, { of: "workspace", address: ours, text: "Help at A shop" })
    await expect(changeSignature(desk, member, { of: "workspace", text: "Mine" })).rejects.toMatchObject({
      code: "forbidden",
    })
    const text = "It is ready."
    const id = await say(text)
    const { read } = await leave()
    const signature = "Max, workshop\nWe are the cheapest, guaranteed.\nHelp at A shop"
    expect(read.text).toBe(`${text}\n\n-- \n${signature}`)
    const sent = (await messages(conversationId)).find((one) => one.id === id)
    expect(sent).toMatchObject({ verdict: "clear", own: [{ start: 0, end: text.length }] })
    await say(`**${text}**\n\n${signature}`, { looked: true })
    const again = await leave()
    expect(again.read.text.split("Max, workshop")).toHaveLength(2)
    await say(`**${text}**`)
    expect((await leave()).read.html).toContain("-- <br>\nMax, workshop<br>")
  })
})
