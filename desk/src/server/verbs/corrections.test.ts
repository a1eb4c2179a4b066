import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { nameServer, openTestDesk, openTestWorkspace } from "../../../test/desk.ts"
import { countTold } from "../database/assertions.ts"
import { insertConversation, refreshConversation } from "../database/conversations.ts"
import { insertMessage } from "../database/messages.ts"
import { listTasks } from "../database/tasks.ts"
import { countReviewed } from "../database/reviewed-report.ts"
import { type Send, sendOnce } from "../follow-through/outbox.ts"
import type { SendOutcome } from "../follow-through/try-again.ts"
import * as verbs from "./corrections.ts"
import { eraseCustomer } from "./erase-customer.ts"
import { exportCustomer } from "./export-customer.ts"
import { changeFact, createFact } from "./facts.ts"
import { recordOrder } from "./orders.ts"
import { requireCustomer } from "./named-customer.ts"
import { createReply } from "./saved-replies.ts"
import { listReplies } from "../database/saved-replies.ts"
import { sendMessage } from "./send.ts"
import { listToldOfFact, listToldToCustomer, toldOfFactAsCsv } from "./told.ts"
import { cancelMessage } from "./unsend.ts"

const AT_49 = {
  subject: "basic service",
  aliases: ["small service"],
  attribute: "price",
  value: "€49",
  statement: "A basic service costs €49.",
  source: { kind: "document" as const, name: "Price list" },
}
const AT_59 = { ...AT_49, value: "€59", statement: "A basic service costs €59." }
const SAID = "Hello, a basic service costs €49."

eachStore((store) => {
  async function shop() {
    const desk = openTestDesk(store.database())
    const team = await openTestWorkspace(desk)
    const { workspaceId, member, lead } = team
    await nameServer(desk, workspaceId)
    const customer = async (name: string) => {
      const mail = `${name.toLowerCase()}-${desk.newId().slice(-8)}@example.org`
      const customerId = await desk.database.transaction((queries) =>
        requireCustomer(queries, desk, member, { customer: { name, mail } }),
      )
      const conversationId = desk.newId()
      const at = desk.now().toString()
      await insertConversation(desk.database, {
        workspaceId,
        id: conversationId,
        customerId,
        channel: "mail",
        subject: "Service",
        at,
      })
      const write = async (text: string) => {
        const id = desk.newId()
        const now = desk.now().toString()
        await insertMessage(desk.database, {
          workspaceId,
          id,
          conversationId,
          kind: "inbound",
          channel: "mail",
          by: { kind: "customer", id: customerId },
          at: now,
          recordedAt: now,
          salt: desk.newSalt(),
          text,
          own: [{ start: 0, end: text.length }],
          from: { name, address: mail },
          mailId: `${id}@example.org`,
        })
        await refreshConversation(desk.database, workspaceId, conversationId)
      }
      await write("What does a basic service cost?")
      return {
        customerId,
        conversationId,
        mail,
        write,
        send: (text: string, more = {}) => sendMessage(desk, member, conversationId, { text, promises: [], ...more }),
      }
    }
    /** Mail that was written elsewhere, before the desk: no review was made of it. */
    const imported = async ({ conversationId }: { conversationId: string }, text: string, at: string) => {
      await insertMessage(desk.database, {
        workspaceId,
        id: desk.newId(),
        conversationId,
        kind: "outbound",
        channel: "mail",
        by: { kind: "desk", id: null },
        at,
        recordedAt: at,
        salt: desk.newSalt(),
        text,
        own: [{ start: 0, end: text.length }],
        delivery: "accepted",
      })
    }
    const leave = async (outcomeFor: (to: string) => SendOutcome = () => ({ kind: "accepted" })) => {
      desk.pass({ seconds: 10 })
      const record: Send = async (_, { to }) => outcomeFor(to[0]?.address ?? "")
      while (await sendOnce(desk, record));
    }
    return { desk, ...team, lead, customer, imported, leave }
  }

  test("what a message claims is on record with the version of the fact: by fact, by customer, and as CSV", async () => {
    const { desk, member, lead, customer } = await shop()
    const factId = await createFact(desk, lead, AT_49)
    const rosa = await customer("Rosa")
    await rosa.send(SAID)
    const [told] = (await listToldOfFact(desk, member, factId, {})).items
    expect(told).toMatchObject({
      customer: { id: rosa.customerId, name: "Rosa" },
      version: 1,
      verdict: "supported",
      by: { kind: "member", name: "Max" },
      isChanged: false,
    })
    expect(told?.words).toContain("€49")
    expect((await listToldToCustomer(desk, member, rosa.customerId, {})).items).toEqual([told])
    expect(await toldOfFactAsCsv(desk, lead, factId)).toContain("Rosa")
    await changeFact(desk, lead, factId, AT_59)
    expect((await listToldOfFact(desk, member, factId, {})).items).toMatchObject([{ isChanged: true }])
  })

  test("a message that a fact contradicts is held; sent with a reason, it is recorded and the leads are told", async () => {
    const { desk, workspaceId, lead, member, customer } = await shop()
    const factId = await createFact(desk, lead, AT_59)
    const rosa = await customer("Rosa")
    await expect(rosa.send(SAID)).rejects.toMatchObject({ code: "conflict" })
    expect((await listToldOfFact(desk, member, factId, {})).items).toEqual([])
    const sentId = await rosa.send(SAID, { overrideReason: "Agreed with Lea for this customer" })
    expect((await listToldOfFact(desk, member, factId, {})).items).toMatchObject([{ verdict: "contradicted" }])
    expect((await listTasks(desk.database, workspaceId)).filter(({ kind }) => kind === "override")).toMatchObject([
      { ownerId: lead.by.id, words: expect.stringContaining("Agreed with Lea") },
    ])
    const period = { from: "2026-01-01T00:00:00Z", until: "2027-01-01T00:00:00Z" }
    const reviewed = () => countReviewed(desk.database, workspaceId, period)
    expect(await reviewed()).toMatchObject({ messages: 1, overridden: 1, claims: { contradicted: 1 } })
    expect([...(await countTold(desk.database, workspaceId, [factId])).values()]).toEqual([1])
    await cancelMessage(desk, member, sentId) // what was undone told nobody, and is in no figure
    expect(await reviewed()).toMatchObject({ messages: 0, overridden: 0, claims: { contradicted: 0 } })
    expect([...(await countTold(desk.database, workspaceId, [factId])).values()]).toEqual([])
  })

  test("everybody who was told the old price is found, in imported mail too, and corrected, honoured or left for a person", async () => {
    const { desk, member, lead, customer, imported, leave } = await shop()
    const factId = await createFact(desk, lead, AT_49)
    const [rosa, omar, vera, paul] = [
      await customer("Rosa"),
      await customer("Omar"),
      await customer("Vera"),
      await customer("Paul"),
    ]
    await rosa.send(SAID)
    await omar.send(SAID)
    await imported(vera, "Good morning, the small service costs €49 with us.", "2026-10-01T10:00:00Z")
    await imported(paul, "Good morning, we open at nine.", "2026-10-01T10:00:00Z")
    await leave()
    for (const [place, { customerId }] of [vera, rosa, vera].entries()) {
      const sold = { number: `${place}`, product: "Touring bike", total: null, kind: "goods" as const, country: null }
      const days = { orderedOn: "2026-10-02", deliveredOn: place === 2 ? null : "2026-10-09", exception: null }
      await recordOrder(desk, member, { ...sold, ...days, customerId })
    }
    desk.pass({ hours: 24 })
    await changeFact(desk, lead, factId, AT_59)
    await expect(verbs.startCorrection(desk, member, factId)).rejects.toMatchObject({ code: "forbidden" })
    const runId = await verbs.startCorrection(desk, lead, factId)
    await expect(verbs.startCorrection(desk, lead, factId)).rejects.toMatchObject({ code: "conflict" })

    const read = () => verbs.readCorrection(desk.database, lead, runId)
    const run = await read()
    expect(run).toMatchObject({ from: "€49.00", to: "€59.00", counts: { all: 3, told: 3 } })
    expect(run.people.map(({ name }) => name ?? "").toSorted()).toEqual(["Omar", "Rosa", "Vera"])
    expect(run.people[0]).toMatchObject({ name: "Vera", openOrders: 1, products: ["Touring bike"] }) // it matters to her first
    expect(run.people.find(({ name }) => name === "Rosa")).toMatchObject({ openOrders: 0, products: ["Touring bike"] })
    expect(run.people.find(({ name }) => name === "Omar")).toMatchObject({ openOrders: 0, products: [] })
    const draft = run.people.find(({ name }) => name === "Rosa")?.draft ?? ""
    expect(draft).toMatch(
      /^Hello Rosa,[\s\S]*On 19 November 2026 we told you: “.*€49.*”[\s\S]*A basic service costs €59\./,
    )

    await expect(verbs.sendBatch(desk, lead, runId, {})).rejects.toMatchObject({ code: "conflict" })
    await verbs.previewCorrection(desk, lead, runId)
    await verbs.chooseForCustomer(desk, member, { runId, customerId: omar.customerId }, { choice: "honour" })
    await verbs.chooseForCustomer(
      desk,
      member,
      { runId, customerId: vera.customerId },
      { choice: "correct", words: "It costs €55 now." },
    )
    expect(await verbs.sendBatch(desk, lead, runId, {})).toEqual({ sent: 2, held: 1 })
    expect((await read()).counts).toMatchObject({ sending: 2, held: 1 })
    await leave((to) => (to === rosa.mail ? { kind: "refused", words: "550 no such mailbox" } : { kind: "accepted" }))
    expect((await read()).counts).toMatchObject({ undeliverable: 1, honoured: 1, held: 1 })

    // By hand, as any message: the run knows that she was told.
    desk.pass({ minutes: 5 })
    await vera.send("A basic service costs €59.")
    await leave()
    expect((await read()).counts).toMatchObject({ corrected: 1, held: 0 })
    desk.pass({ minutes: 5 })
    await vera.write("Thank you for telling me.")
    await verbs.closeCorrection(desk, lead, runId)
    expect((await read()).counts).toMatchObject({ all: 3, undeliverable: 1, honoured: 1 })
    await expect(verbs.sendBatch(desk, lead, runId, {})).rejects.toMatchObject({ code: "conflict" })
  })

  test("two batches at once write to each customer once; what a key chooses is refused", async () => {
    const { desk, workspaceId, admin, lead, member, customer, leave } = await shop()
    const factId = await createFact(desk, lead, AT_49)
    const rosa = await customer("Rosa")
    await rosa.send(SAID)
    await leave()
    desk.pass({ hours: 24 })
    await changeFact(desk, lead, factId, AT_59)
    const runId = await verbs.startCorrection(desk, lead, factId)
    await verbs.previewCorrection(desk, lead, runId)
    const key = { workspaceId, by: { kind: "key" as const, id: desk.newId() }, role: "member" as const }
    const chosen = { choice: "correct" as const, words: "Buy now." }
    const byKey = verbs.chooseForCustomer(desk, key, { runId, customerId: rosa.customerId }, chosen)
    await expect(byKey).rejects.toMatchObject({ code: "forbidden" })
    const note = "She is a friend of the shop"
    await verbs.chooseForCustomer(desk, member, { runId, customerId: rosa.customerId }, { choice: "correct", note })
    const both = await Promise.all([verbs.sendBatch(desk, lead, runId, {}), verbs.sendBatch(desk, lead, runId, {})])
    const sum = (of: "sent" | "held") => both.reduce((total, batch) => total + batch[of], 0)
    expect([sum("sent"), sum("held")]).toEqual([1, 0])
    expect((await listToldToCustomer(desk, member, rosa.customerId, {})).items).toHaveLength(2)
    expect((await exportCustomer(desk, admin, rosa.customerId)).corrections).toMatchObject([
      { choice: "correct", note },
    ])
  })

  test("a saved reply that a fact comes to contradict is marked, and its owner has a task until it is put right", async () => {
    const { desk, workspaceId, member, lead } = await shop()
    const factId = await createFact(desk, lead, AT_49)
    await createReply(desk, member, { name: "Price", text: "Hello {{customer.name}}, a basic service costs €49." })
    await createReply(desk, member, {
      name: "By fact",
      text: "Hello, a basic service costs {{fact:basic service/price}}.",
    })
    const verdicts = async () =>
      (await listReplies(desk.database, workspaceId)).map(({ name, verdict }) => [name, verdict])
    const tasks = async () => (await listTasks(desk.database, workspaceId)).filter(({ kind }) => kind === "reply")
    expect(await verdicts()).toEqual([
      ["By fact", "clear"],
      ["Price", "clear"],
    ])
    await changeFact(desk, lead, factId, AT_59)
    expect(await verdicts()).toEqual([
      ["By fact", "clear"],
      ["Price", "hold"],
    ])
    expect(await tasks()).toMatchObject([{ ownerId: member.id }])
    const [, reply] = await listReplies(desk.database, workspaceId)
    const { writeReply } = await import("./saved-replies.ts")
    await writeReply(desk, member, reply?.id ?? "", { text: "A basic service costs €59." })
    expect(await tasks()).toEqual([])
    expect((await listReplies(desk.database, workspaceId))[1]?.factIds).toEqual([factId])
  })

  test("of an erased customer it stays on record that they were told, without the words", async () => {
    const { desk, admin, lead, member, customer, leave } = await shop()
    const factId = await createFact(desk, lead, AT_49)
    const rosa = await customer("Rosa")
    await rosa.send(SAID)
    await leave()
    await eraseCustomer(desk, admin, rosa.customerId)
    expect((await listToldOfFact(desk, member, factId, {})).items).toMatchObject([
      { words: null, version: 1, customer: { name: null } },
    ])
  })
})
