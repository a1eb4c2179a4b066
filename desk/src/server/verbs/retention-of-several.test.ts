import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { heardIn } from "../../../test/heard.ts"
import { openTestDesk } from "../../../test/desk.ts"
import { openMailShop } from "../../../test/mail-shop.ts"
import { listMoves } from "../database/conversation-moves.ts"
import { readCustomer } from "../database/customers.ts"
import { closeConversation } from "./conversations.ts"
import { createCustomer } from "./customers.ts"
import type { Desk } from "./desk.ts"
import { eraseCustomer } from "./erase-customer.ts"
import { endHold, setHold } from "./legal-holds.ts"
import { logTalk } from "./log.ts"
import { mergeConversations, undoMerge } from "./merge-conversations.ts"
import { changeRetention, previewRetention, retainOnce } from "./retention.ts"
import { splitConversation } from "./split-conversation.ts"

eachStore((store) => {
  /** In November 2026 Rosa wrote about a jar with a copy to Cees, and Cees wrote there, too. It is closed. */
  async function shop() {
    const opened = await openMailShop(openTestDesk(store.database()))
    const { desk, workspaceId, admin, member, write, conversations, messages } = opened
    const cees = { mail: `cees@${desk.newId()}.example`, id: "" }
    const ivo = await createCustomer(desk, member, { name: "Ivo" })
    await write(`Cc: Cees <${cees.mail}>\nMessage-ID: <jar@x>\nSubject: A jar`, "Where is my jar?")
    const id = (await conversations())[0]?.id ?? ""
    const customerId = (await conversations())[0]?.customer.id ?? ""
    const ceesWrites = async () => {
      const headers = `From: Cees <${cees.mail}>\nMessage-ID: <cees@x>\nIn-Reply-To: <jar@x>`
      await write(headers, "The jar is sour.", { from: cees.mail })
      const [row] = await desk.database.query<{ id: string }>(
        `select customer_id as "id" from customers where workspace_id = $1 and name = 'Cees'`,
        [workspaceId],
      )
      await closeConversation(desk, member, id)
      return row?.id ?? ""
    }
    const name = async (of: string) => (await readCustomer(desk.database, workspaceId, of))?.name
    const texts = async () => (await messages(id)).map(({ text }) => text?.trim())
    /** Two years later, by the desk or by one that is listened to; gives what the preview says. */
    const retain = async (kind: "texts" | "customers", by: Desk = desk) => {
      desk.setClock("2029-01-01T12:00:00Z")
      const seen = await previewRetention(desk, admin, { kind, months: 12 })
      await changeRetention(desk, admin, { kind, months: 12, count: seen.count })
      while (await retainOnce(by)) continue
      return seen
    }
    return { ...opened, id, customerId, cees, ivo, ceesWrites, name, texts, retain }
  }

  test("Nobody goes with their name who has words in a conversation with somebody else", async () => {
    const { ceesWrites, retain, name, texts, ivo } = await shop()
    const cees = await ceesWrites()
    expect(await retain("customers")).toMatchObject({ count: 1 })
    expect([await name(ivo), await name(cees)]).toEqual([null, "Cees"])
    expect(await texts()).toEqual(["Where is my jar?", "The jar is sour."])
  })

  test("What was said with somebody and merged into a conversation with another keeps their name, and is held with them", async () => {
    const { desk, admin, member, id, ivo, customerId, conversations, retain, name } = await shop()
    await logTalk(desk, member, { customerId: ivo, channel: "call", text: "He asks for honey", promises: [] })
    const talk = (await conversations()).find(({ customer }) => customer.id === ivo)?.id ?? ""
    await mergeConversations(desk, member, id, { conversationIds: [talk], ofSeveralCustomers: true })
    await closeConversation(desk, member, id)
    expect(await retain("customers")).toMatchObject({ count: 0 })
    const holdId = await setHold(desk, admin, { customerId: ivo, reason: "A lawsuit" })
    expect(await retain("texts")).toMatchObject({ count: 0, held: 1 })
    await endHold(desk, admin, holdId)
    expect(await retain("texts")).toMatchObject({ count: 1 })
    expect(await name(ivo)).toBe("Ivo")
    expect(await retain("customers")).toMatchObject({ count: 2 })
    expect([await name(ivo), await name(customerId)]).toEqual([null, null])
  })

  test("A legal hold of a customer keeps what they wrote in conversations with others, by rule and by hand", async () => {
    const { desk, admin, ceesWrites, retain, texts, customerId } = await shop()
    await setHold(desk, admin, { customerId: await ceesWrites(), reason: "A lawsuit" })
    expect(await retain("texts")).toMatchObject({ count: 0, held: 1 })
    await expect(eraseCustomer(desk, admin, customerId)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/^A conversation with them is under legal hold/),
    })
    expect(await texts()).toEqual(["Where is my jar?", "The jar is sour."])
  })

  test("Whom a mail under legal hold names stays, by rule and by hand, and holds up nobody else", async () => {
    const { desk, admin, member, workspaceId, id, cees, ivo, retain, name } = await shop()
    const ceesId = await createCustomer(desk, member, { name: "Cees", mail: cees.mail })
    await setHold(desk, admin, { conversationId: id, reason: "A lawsuit" })
    await desk.database.query(
      `insert into customers (workspace_id, customer_id, name, created_at)
       select workspace_id, gen_random_uuid(), 'Nobody', created_at + interval '1 hour' from customers cross join generate_series(1, 20)
       where workspace_id = $1 and customer_id = $2`,
      [workspaceId, ceesId],
    )
    let tries = 0
    const database = heardIn(desk.database, (sql, values) => {
      if (/from customers .*for update/s.test(sql) && values.includes(ceesId)) tries += 1
    })
    await retain("customers", { ...desk, database })
    expect(tries).toBe(1) // of two batches
    expect([await name(ceesId), await name(ivo)]).toEqual(["Cees", null])
    await expect(eraseCustomer(desk, admin, ceesId)).rejects.toMatchObject({ code: "conflict" })
    const raw = "select 1 from messages where workspace_id = $1 and raw_digest is not null"
    expect((await desk.database.query(raw, [workspaceId])).length).toBe(1)
  })

  test("Nothing is taken out of a conversation under legal hold: there it would not be held", async () => {
    const { desk, admin, member, id, ceesWrites, messages, write, conversations, workspaceId } = await shop()
    const cees = await ceesWrites()
    await write("Message-ID: <honey@x>\nSubject: Honey", "And my honey?")
    const honey = (await conversations()).find(({ subject }) => subject === "Honey")?.id ?? ""
    await mergeConversations(desk, member, id, { conversationIds: [honey] })
    const [move] = await listMoves(desk.database, workspaceId, id)
    const undo = () => undoMerge(desk, member, id, move?.id ?? "")
    const holdId = await setHold(desk, admin, { conversationId: id, reason: "A lawsuit" })
    const split = async () => splitConversation(desk, member, id, [(await messages(id)).at(-1)?.id ?? ""])
    const refused = { code: "conflict", message: expect.stringContaining("under legal hold") }
    await expect(split()).rejects.toMatchObject(refused)
    await expect(undo()).rejects.toMatchObject(refused)
    await endHold(desk, admin, holdId)
    // Held through Cees alone, whose mail is in it: what others wrote beside him would be held no longer.
    const through = await setHold(desk, admin, { customerId: cees, reason: "A lawsuit" })
    const [first] = await messages(id)
    await expect(splitConversation(desk, member, id, [first?.id ?? ""])).rejects.toMatchObject(refused)
    await expect(undo()).rejects.toMatchObject(refused)
    await endHold(desk, admin, through)
    await undo()
    await split()
  })
})
