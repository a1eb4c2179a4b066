import { describe, expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { runUntil } from "../../../test/follow-through.ts"
import { openListener } from "../../../test/mail-shop.ts"
import { deliver } from "../../../test/mail-server.ts"
import { openPromiseShop } from "../../../test/promise-shop.ts"
import { listConversations } from "../database/conversations.ts"
import { listMessages } from "../database/messages.ts"
import { listNotices } from "../database/notice-list.ts"

eachStore((store) => {
  /** Max has been mailed that half of the time is left; `write` is a mail to the shop that refers to that one. */
  async function told() {
    const shop = await openPromiseShop(store.database())
    const { desk, workspaceId, outgoing, promise } = shop
    await promise()
    await runUntil(desk, outgoing.send, "2026-11-19T14:10:00Z", { minutes: 1 })
    const mail = outgoing.mails[0]
    if (mail === undefined) throw new Error("no notice was mailed")
    const { port } = await openListener(desk)
    const to = `help@${workspaceId}.example`
    const write = (headers: string, body: string, from: string) =>
      deliver(port, { from, to: [to], raw: `To: ${to}\n${headers}\n\n${body}\n` })
    const conversations = async () => (await listConversations(desk.database, workspaceId, { filter: "all" })).items
    const messages = async () => {
      const id = (await conversations())[0]?.id ?? ""
      return (await listMessages(desk.database, workspaceId, id, undefined)).messages
    }
    const customers = () =>
      desk.database.query<{ name: string | null }>("select name from customers where workspace_id = $1", [workspaceId])
    return { ...shop, mail, write, conversations, messages, customers }
  }

  describe("what answers a notice", () => {
    test("is a note of that member beside the promise, makes nobody a customer, and gives no link away", async () => {
      const { mail, write, conversations, messages, customers, member } = await told()
      const quoted = mail.text.replaceAll(/^/gm, "> ")
      const headers = `From: Max <max@example.com>\nSubject: Re: x\nIn-Reply-To: <${mail.mailId}>`
      expect(await write(headers, `Rang her at two.\n\n${quoted}`, "max@example.com")).toBe("250 Taken in")
      const [conversation] = await conversations()
      expect(conversation?.customer.name).toBe("Margaret")
      expect(conversation?.awaitingSince).toBeNull()
      const [note, ...more] = await messages()
      expect(more).toEqual([])
      expect(note).toMatchObject({ kind: "note", channel: "internal", by: { kind: "member", id: member.id } })
      expect(note?.text).toContain("Rang her at two.")
      expect(note?.text).toContain("/api/act/…")
      expect(note?.text).not.toMatch(/\/api\/act\/\w/)
      expect(await customers()).toEqual([{ name: "Margaret" }])
    })

    test("is nobody's word when it comes from another address", async () => {
      const { mail, write, messages } = await told()
      await write(`From: x <x@else.example>\nReferences: <${mail.mailId}>`, "Done.", "x@else.example")
      expect((await messages())[0]).toMatchObject({
        kind: "note",
        by: { kind: "desk", id: null },
        from: { address: "x@else.example" },
      })
    })

    test("an id that we did not give makes it a customer's mail", async () => {
      const { mail, write, conversations } = await told()
      const forged = mail.mailId.replace(/[0-9a-f]{6}@/, "ffffff@")
      await write(`From: Max <max@example.com>\nIn-Reply-To: <${forged}>`, "Hello", "max@example.com")
      expect((await conversations())[0]?.customer.name).toBe("Max")
    })

    test("mails from a member's address are one customer's, who does not take the address: their notices go on", async () => {
      const { desk, write, conversations, customers, outgoing } = await told()
      for (const subject of ["One", "Two"]) {
        await write(`From: Max <max@example.com>\nSubject: ${subject}`, "Does this work?", "max@example.com")
      }
      expect(await conversations()).toHaveLength(2)
      expect(await customers()).toHaveLength(2)
      const before = outgoing.mails.length
      await runUntil(desk, outgoing.send, "2026-11-19T16:10:00Z", { minutes: 1 })
      expect(outgoing.mails.slice(before).map(({ to }) => to[0]?.address)).toContain("max@example.com")
    })

    test("that came back is told beside the notice", async () => {
      const { desk, mail, write, messages, workspaceId, member } = await told()
      const report = [
        'From: mailer <daemon@example.com>\nSubject: Undelivered\nContent-Type: multipart/report; report-type=delivery-status; boundary="b"',
        "--b\nContent-Type: text/plain\n\nIt was not delivered.",
        "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nFinal-Recipient: rfc822; max@example.com\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 no such user",
        `--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: <${mail.mailId}>\nSubject: x\n\n--b--`,
      ]
      await write(report[0] ?? "", report.slice(1).join("\n"), "")
      const [notice] = await listNotices(desk.database, workspaceId, member.id)
      expect(notice?.mailProblem).toContain("550 no such user")
      expect((await messages())[0]).toMatchObject({ kind: "note", by: { kind: "desk" } })
    })
  })
})
