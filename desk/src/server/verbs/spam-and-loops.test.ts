import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { nameServer, openTestDesk } from "../../../test/desk.ts"
import { openOutgoing, takeSteps } from "../../../test/follow-through.ts"
import { type MailShop, openMailShop } from "../../../test/mail-shop.ts"
import { listConversations } from "../database/conversations.ts"
import { composeMail } from "../mail/send.ts"
import { listenForMail } from "../mail/listen.ts"
import { deliver } from "../../../test/mail-server.ts"
import { markSpam, unmarkSpam } from "./conversations.ts"
import { sendMessage } from "./send.ts"
import { writeMailSettings } from "./mail-settings.ts"

const listed = async ({ desk, workspaceId }: MailShop, filter: "open" | "awaiting" | "spam") =>
  (await listConversations(desk.database, workspaceId, { filter })).items.map(({ subject }) => subject)

eachStore((store) => {
  test("spam leaves every list but its own, what its sender begins anew follows, and one click brings all back", async () => {
    const shop = await openMailShop(openTestDesk(store.database()))
    await shop.write("Message-ID: <one@rosa>\nSubject: Cheap wheels", "Buy now")
    const [conversation] = await shop.conversations()
    const id = conversation?.id ?? ""
    await markSpam(shop.desk, shop.member, id)
    expect([await listed(shop, "open"), await listed(shop, "awaiting"), await listed(shop, "spam")]).toEqual([
      [],
      [],
      ["Cheap wheels"],
    ])
    await shop.write("Message-ID: <two@rosa>\nSubject: Cheaper wheels", "Buy now")
    await shop.write("Message-ID: <three@rosa>\nIn-Reply-To: <one@rosa>\nSubject: Re: Cheap wheels", "Buy now")
    expect(await listed(shop, "open")).toEqual([])
    expect((await listed(shop, "spam")).toSorted((a, b) => (a ?? "").localeCompare(b ?? ""))).toEqual([
      "Cheap wheels",
      "Cheaper wheels",
    ])
    await unmarkSpam(shop.desk, shop.member, id)
    expect(await listed(shop, "awaiting")).toEqual(["Cheap wheels"])
    // One of their conversations is none, so a new one is none either.
    await shop.write("Message-ID: <four@rosa>\nSubject: My own wheel", "Is it ready?")
    expect(await listed(shop, "open")).toContain("My own wheel")
  })

  test("what our own mail server marks as spam begins there only for somebody unknown", async () => {
    const shop = await openMailShop(openTestDesk(store.database()))
    await shop.write("Message-ID: <m@rosa>\nX-Spam-Flag: YES\nSubject: Unknown", "Hello")
    expect(await listed(shop, "spam")).toEqual(["Unknown"])
    const known = await openMailShop(shop.desk)
    await known.write("Message-ID: <n@rosa>\nSubject: Known", "Hello")
    await known.write("Message-ID: <o@rosa>\nX-Spam-Flag: YES\nSubject: Still known", "Hello")
    expect(await listed(known, "spam")).toEqual([])
  })

  test.each([
    ["Auto-Submitted: auto-replied", "an absence note by RFC 3834"],
    ["X-Autoreply: yes", "an older absence note"],
    ["Precedence: bulk", "a mailing"],
    ["List-Id: News <news.wheels.example>", "a list"],
    ["Return-Path: <>", "a null return path"],
  ])("%s is %s: nobody waits for an answer, and nothing is sent", async (header) => {
    const shop = await openMailShop(openTestDesk(store.database()))
    await nameServer(shop.desk, shop.workspaceId)
    await shop.write(`Message-ID: <x@rosa>\n${header}\nSubject: Away`, "I am away.")
    expect(await listed(shop, "awaiting")).toEqual([])
    const outgoing = openOutgoing()
    shop.desk.pass({ hours: 1 })
    await takeSteps(shop.desk, outgoing.send)
    expect(outgoing.mails).toEqual([])
  })

  test("two desks whose addresses write to each other exchange one message, and then nothing more", async () => {
    const desk = openTestDesk(store.database())
    const one = await openMailShop(desk)
    const other = await openMailShop(desk)
    for (const shop of [one, other]) await nameServer(desk, shop.workspaceId)
    // The other desk's address is a customer of the first: a member answers it once.
    await one.write(`From: ${other.ours}\nMessage-ID: <first@other>\nSubject: Hello`, "Hello?", { from: other.ours })
    const [conversation] = await one.conversations()
    await sendMessage(desk, one.member, conversation?.id ?? "", { text: "Hello.", promises: [] })
    const carried: string[] = []
    for (let round = 0; round < 6; round++) {
      desk.pass({ minutes: 1 })
      const outgoing = openOutgoing()
      await takeSteps(desk, outgoing.send)
      for (const mail of outgoing.mails) {
        const [to] = mail.to
        carried.push(to?.address ?? "")
        const raw = Buffer.from(await composeMail(mail))
        await deliver(one.port, { from: mail.from.address, to: [to?.address ?? ""], raw })
      }
    }
    expect(carried).toEqual([other.ours])
    expect(await listed(other, "awaiting")).toEqual(["Re: Hello"])
  })

  test("notices and codes say that no person typed them", async () => {
    const mail = {
      mailId: "notice.1@shop.example",
      inReplyTo: null,
      references: [],
      from: { name: "", address: "help@shop.example" },
      to: [{ name: "", address: "max@example.com" }],
      subject: "Due",
      text: "A promise is due.",
    }
    const raw = async (automatic: boolean) =>
      Buffer.from(await composeMail({ ...mail, ...(automatic ? { automatic: true } : {}) })).toString()
    expect(await raw(true)).toContain("Auto-Submitted: auto-generated")
    expect(await raw(false)).not.toContain("Auto-Submitted")
  })

  test("the answer comes from the address that was written to, whichever of ours it was", async () => {
    const shop = await openMailShop(openTestDesk(store.database()))
    const alias = `repairs@${shop.workspaceId}.example`
    const addresses = [shop.ours, alias]
    await writeMailSettings(shop.desk, shop.admin, { fromName: "A shop", addresses, server: null })
    const listener = await listenForMail(shop.desk, { host: "127.0.0.1", port: 0, report: () => {} })
    const raw = `From: Rosa <${shop.rosa}>\nTo: Nobody <nobody@elsewhere.example>\nCc: Repairs <${alias.toUpperCase()}>\nMessage-ID: <a@rosa>\nSubject: Frame\n\nHello`
    await deliver(listener.port, { from: shop.rosa, to: [alias], raw })
    await listener.close()
    const [conversation] = await shop.conversations()
    await sendMessage(shop.desk, shop.member, conversation?.id ?? "", { text: "Hello.", promises: [] })
    expect((await shop.messages()).at(-1)?.from?.address).toBe(alias)
  })
})
