import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { openShop, openTestApp } from "../../../test/http.ts"
import { mboxOf } from "../../../test/mbox.ts"
import * as contract from "../../contract/imports.ts"
import { listConversations, readConversation } from "../../contract/conversations.ts"
import { listCustomers, readCustomer } from "../../contract/customers.ts"
import { type ByteSource, findMails, readMboxMail } from "../../ledger/mbox.ts"
import { readTicketExport } from "../../ledger/ticket-export.ts"
import { readConversationHead } from "../database/conversations.ts"
import { deskAsSeen } from "../verbs/desk.ts"
import { eraseCustomer } from "../verbs/erase-customer.ts"

eachStore((store) => {
  async function shop() {
    const app = await openTestApp(store.database())
    const slug = `shop-${app.desk.newId().slice(-8)}`
    return { app, ...(await openShop(app, slug)) }
  }

  test("a mail file is handed in by and by, goes on where it stopped, and a batch twice is the same as once", async () => {
    const { app, as } = await shop()
    const bytes = Buffer.from(mboxOf({ mails: 6, shop: `admin@${as.slug}.example`, until: app.desk.now() }))
    const source: ByteSource = {
      size: bytes.length,
      read: async (offset, length) => bytes.subarray(offset, offset + length),
    }
    const places = await findMails(source)
    const mails = await Promise.all(
      places.map(async (place) => ({
        base64: Buffer.from(await readMboxMail(source, place)).toString("base64"),
        at: new Date(place.time).toISOString(),
      })),
    )
    const file = { kind: "mails", fileName: "old.mbox", size: bytes.length, total: 6 } as const
    const { id } = await app.call(contract.beginImport, { as, body: file })
    const first = { as, params: { importId: id }, body: { done: 3, mails: mails.slice(0, 3) } }
    expect(await app.call(contract.importMailBatch, first)).toMatchObject({ done: 3, taken: 3, again: 0 })
    expect(await app.call(contract.importMailBatch, first)).toMatchObject({ done: 3, taken: 3, again: 3 })
    const again = await app.call(contract.beginImport, { as, body: file })
    expect(again).toMatchObject({ id, done: 3, endedAt: null })
    const rest = { as, params: { importId: id }, body: { done: 6, mails: mails.slice(3) } }
    expect(await app.call(contract.importMailBatch, rest)).toMatchObject({ done: 6, taken: 6, proposed: 3 })
    expect(await app.call(contract.endImport, { as, params: { importId: id } })).toMatchObject({ done: 6 })
    expect(await app.refused(contract.importMailBatch, rest)).toMatchObject({ code: "conflict" })
    const { items } = await app.call(contract.listImports, { as })
    expect(items).toMatchObject([{ fileName: "old.mbox", by: `Admin of ${as.slug}` }])
    expect((await app.call(listConversations, { as, query: { filter: "all" } })).items).toHaveLength(2)
  })

  test("tickets of another desk become conversations, once; what came later is added, and who was erased stays away", async () => {
    const { app, as, workspaceId, memberId } = await shop()
    const mail = `ida-${as.slug}@customers.example`
    const at = (minutes: number) => app.desk.now().subtract({ minutes }).toString()
    const comment = (id: number, author: object, body: string, minutes: number) => ({
      id,
      author,
      body,
      public: true,
      created_at: at(minutes),
    })
    const ida = { id: 1, name: "Ida Brook", email: mail }
    const admin = { id: 2, name: "Admin", email: `admin@${as.slug}.example` }
    const ticket = {
      id: 7,
      subject: "Size",
      status: "open",
      recipient: `Sizes <Sizes@${as.slug}.example>`,
      requester: ida,
      requester_id: 1,
      comments: [
        { ...comment(1, ida, "Too small.", 90), attachments: [{ file_name: "boot.jpg" }] },
        comment(2, admin, "I will send the right size tomorrow.", 60),
      ],
    }
    // Not for everybody: neither are the tickets that were written to it.
    const sizes = `sizes@${as.slug}.example`
    const addresses = "insert into mail_addresses (workspace_id, address, position) values ($1, $2, 5)"
    await app.desk.database.query(addresses, [workspaceId, sizes])
    const read = (one: object) => readTicketExport(JSON.stringify({ tickets: [one] }))
    const begun = await app.call(contract.beginImport, {
      as,
      body: { kind: "tickets", fileName: "tickets.json", size: 9, total: 1 },
    })
    const take = async (one: object) => {
      const { source, conversations } = read(one) ?? { source: "zendesk" as const, conversations: [] }
      const body = { done: 1, source, conversations: [...conversations] } as never
      return app.call(contract.importTicketBatch, { as, params: { importId: begun.id }, body })
    }
    expect(await take(ticket)).toMatchObject({ taken: 2, again: 0, proposed: 1 })
    expect(await take(ticket)).toMatchObject({ taken: 2, again: 2, proposed: 1 })
    const later = { ...ticket, comments: [...ticket.comments, comment(3, ida, "Thank you!", 30)] }
    expect(await take(later)).toMatchObject({ taken: 3, again: 4 })
    const [conversation, ...others] = (await app.call(listConversations, { as, query: { filter: "all" } })).items
    expect(others).toEqual([])
    const { messages: items } = await app.call(readConversation, {
      as,
      params: { conversationId: conversation?.id ?? "" },
    })
    expect(items.map(({ kind, by }) => [kind, by.kind === "member" ? by.id : null])).toEqual([
      ["inbound", null],
      ["outbound", memberId],
      ["inbound", null],
    ])
    expect(items[0]?.text).toBe("Too small.\n\n[Attached there, not in the export: boot.jpg]")
    const actor = { workspaceId, by: { kind: "member", id: memberId }, role: "admin" } as const
    const hidden = deskAsSeen(app.desk, { ...actor, role: "member", hidden: [sizes] }).database
    expect(await readConversationHead(hidden, workspaceId, conversation?.id ?? "")).toBe(null)
    expect(await readConversationHead(app.desk.database, workspaceId, conversation?.id ?? "")).not.toBe(null)
    await eraseCustomer(app.desk, actor, conversation?.customer.id ?? "")
    const more = { ...later, comments: [...later.comments, comment(4, ida, "Hello again.", 10)] }
    expect(await take(more)).toMatchObject({ taken: 3 })
  })

  test("customers from a table fill up those who are known, and a row between two of them is left out", async () => {
    const { app, as } = await shop()
    const begun = await app.call(contract.beginImport, {
      as,
      body: { kind: "customers", fileName: "customers.csv", size: 9, total: 3 },
    })
    const none = { company: null, mail: null, phone: null, scope: {} }
    const ida = { ...none, row: 2, name: "Ida Brook", mail: "ida@customers.example" }
    const jo = { ...none, row: 3, name: "Jo Fell", phone: "+44 20 7946 0000" }
    const both = { ...none, row: 4, name: "Both", mail: "IDA@customers.example", phone: "+442079460000" }
    const take = (customers: object[]) =>
      app.call(contract.importCustomerBatch, {
        as,
        params: { importId: begun.id },
        body: { done: 3, customers } as never,
      })
    expect(await take([ida, jo, both])).toMatchObject({
      taken: 2,
      leftOut: 1,
      problems: ["Row 4 was left out: its address is one customer's, its number another's."],
    })
    expect(
      await take([{ ...ida, name: "Somebody else", company: "Brook Ltd", scope: { plan: "Gold" } }]),
    ).toMatchObject({
      taken: 2,
      changed: 1,
    })
    expect(await take([ida, jo])).toMatchObject({ taken: 2, changed: 1, again: 2 })
    const { items } = await app.call(listCustomers, { as, query: { q: "ida" } })
    const found = await app.call(readCustomer, { as, params: { customerId: items[0]?.id ?? "" } })
    expect(found).toMatchObject({ name: "Ida Brook", company: "Brook Ltd", scope: { plan: "Gold" } })
  })

  test("nobody but an admin hands in, and a long body of a stranger is not even read", async () => {
    const { app, as } = await shop()
    const params = { importId: app.desk.newId() }
    const body = { done: 1, mails: [{ base64: "x".repeat(2_000_000), at: null }] }
    expect(await app.refused(contract.importMailBatch, { params, body })).toMatchObject({ status: 401 })
    expect(await app.refused(contract.importMailBatch, { as, params, body })).toMatchObject({ status: 404 })
  })
})
