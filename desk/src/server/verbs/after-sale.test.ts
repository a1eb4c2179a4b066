import { describe, expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { nameServer, openTestDesk } from "../../../test/desk.ts"
import { openMailShop } from "../../../test/mail-shop.ts"
import { listTasks } from "../database/tasks.ts"
import { listOrders } from "../database/orders.ts"
import { readPromise } from "../database/promises.ts"
import { readSettings } from "../database/settings.ts"
import { eraseCustomer } from "./erase-customer.ts"
import { exportCustomer } from "./export-customer.ts"
import { importOrders, previewOrders } from "./order-files.ts"
import { type OrderInput, changeOrder, recordOrder } from "./orders.ts"
import { answerOutcome, askOutcome, findCheck } from "./outcome-checks.ts"
import { confirmPromise } from "./promises.ts"
import { reviewText } from "./review-text.ts"
import { chooseOrder, dropRequest, readAfterSale } from "./sale-requests.ts"
import { changeWorkspace } from "./workspace.ts"

const LAMP = { number: "1042", product: "Trail lamp", kind: "goods", country: "DE", orderedOn: "2026-11-02" } as const

eachStore((store) => {
  async function shop() {
    const shop = await openMailShop(openTestDesk(store.database()))
    const { desk, workspaceId, member, rosa } = shop
    await nameServer(desk, workspaceId)
    const order = (change: Partial<OrderInput> = {}) =>
      recordOrder(desk, member, { ...LAMP, customer: { name: "Rosa", mail: rosa }, ...change })
    const orders = async () => (await listOrders(desk.database, workspaceId, {})).items
    const afterSale = async () => readAfterSale(desk, member, (await shop.conversations())[0]?.id ?? "")
    const promiseOf = async (id: string | null | undefined) => readPromise(desk.database, workspaceId, id ?? "")
    return { ...shop, order, orders, afterSale, promiseOf }
  }

  describe("A customer who wants to undo a sale", () => {
    test("is recognised: the order, the clock, and the refund with its legal due, proposed and not confirmed", async () => {
      const { desk, member, write, order, afterSale, promiseOf } = await shop()
      const orderId = await order({ deliveredOn: "2026-11-10" })
      await write("Subject: Lamp", "Hello,\n\nI hereby withdraw from the contract for order 1042.\n\nRosa")
      const { orders, requests } = await afterSale()
      expect(orders).toMatchObject([{ window: { state: "open", until: "2026-11-24T23:59:59Z", daysLeft: 5 } }])
      expect(requests).toMatchObject([
        {
          kind: "withdrawal",
          orderId,
          words: "I hereby withdraw from the contract for order 1042.",
          answeredAt: null,
          answerWaits: false,
        },
      ])
      const promise = await promiseOf(requests[0]?.promiseId)
      expect(promise).toMatchObject({
        state: "proposed",
        deed: "refund",
        words: "Pay back everything for order 1042 (Trail lamp)",
        dueUntil: "2026-12-03T23:59:59Z",
      })
      desk.pass({ hours: 24 * 30 })
      expect((await promiseOf(promise?.id))?.state).toBe("proposed")
      await confirmPromise(desk, member, promise?.id ?? "", {
        ownerId: member.id,
        due: { until: promise?.dueUntil ?? "" },
      })
      expect((await promiseOf(promise?.id))?.state).toBe("open")
    })

    test("is answered with date and time in a draft that promises nothing by itself and that the review has nothing against", async () => {
      const { desk, workspaceId, write, order, afterSale } = await shop()
      await order({ deliveredOn: "2026-11-10" })
      await write("Subject: Lamp", "I want to return it, please.")
      const text = (await afterSale()).requests[0]?.acknowledgement ?? ""
      expect(text).toContain("Thursday, 19 November 2026 at 14:12 (Europe/London), for order 1042 (Trail lamp)")
      expect(text).toContain("sending the goods back is Thursday, 3 December 2026")
      const verdict = await reviewText(desk.database, desk, workspaceId, { text, channel: "mail", author: "member" })
      expect(verdict.findings).toEqual([])
      expect(verdict.promises.filter(({ kind }) => kind !== "now")).toEqual([])
    })

    test("lives in a country that the rules know, and letters that are none are refused, as is a total without currency", async () => {
      const { desk, member, order, orders } = await shop()
      const id = await order({ country: "UK" })
      expect(await orders()).toMatchObject([{ country: "GB" }])
      await expect(order({ number: "7", total: "49" })).rejects.toMatchObject({ fields: [{ path: "total" }] })
      const nowhere = changeOrder(desk, member, id, { country: "XX" })
      await expect(nowhere).rejects.toMatchObject({ code: "invalid", fields: [{ path: "country" }] })
    })

    test("gets no legal date where no rule says one, nor where it could be several orders", async () => {
      const { desk, member, write, order, afterSale, promiseOf } = await shop()
      const first = await order({ deliveredOn: "2026-11-10" })
      await order({ number: "1043", product: "Pump", country: "US", deliveredOn: "2026-11-10" })
      await order({ number: "1044", product: "Bell", deliveredOn: "2026-11-12" })
      await write("Subject: Hm", "I want my money back.")
      const [request] = (await afterSale()).requests
      expect(request).toMatchObject({ kind: "refund", orderId: null, promiseId: null })
      await chooseOrder(desk, member, request?.id ?? "", first)
      const [chosen] = (await afterSale()).requests
      expect(await promiseOf(chosen?.promiseId)).toMatchObject({ state: "proposed", dueUntil: "2026-12-03T23:59:59Z" })
    })
    test.each(["9999", "9999 and order 9998"])("who names order %s, not theirs, is given no other", async (named) => {
      const { write, order, afterSale } = await shop()
      await order({ deliveredOn: "2026-11-10" })
      await write("Subject: Lamp", `I hereby withdraw from the contract for order ${named}.`)
      expect((await afterSale()).requests).toMatchObject([{ kind: "withdrawal", orderId: null, promiseId: null }])
    })
    test("who asks twice asked once, and what a member reads otherwise goes with its proposal", async () => {
      const { desk, member, write, order, afterSale, promiseOf } = await shop()
      await order({ deliveredOn: "2026-11-10" })
      await write("Subject: Lamp\nMessage-ID: <a@x.example>", "Please cancel my order 1042.")
      await write("Subject: Re: Lamp\nIn-Reply-To: <a@x.example>", "I said: please cancel my order 1042.")
      const { requests } = await afterSale()
      expect(requests).toHaveLength(1)
      await dropRequest(desk, member, requests[0]?.id ?? "")
      expect((await afterSale()).requests).toEqual([])
      expect((await promiseOf(requests[0]?.promiseId))?.state).toBe("dismissed")
    })
  })

  describe("An order", () => {
    test("keeps the rule that it was sold under when the settings change, and has one number", async () => {
      const { desk, admin, order, orders } = await shop()
      await order()
      await changeWorkspace(desk, admin, {
        settings: { afterSale: { withdrawal: [], outcome: { on: false, days: 14 } } },
      })
      await order({ number: "1043" })
      expect((await orders()).map(({ number, rule }) => [number, rule?.days ?? null])).toEqual([
        ["1043", null],
        ["1042", 14],
      ])
      await expect(order()).rejects.toMatchObject({ code: "conflict" })
    })

    test("comes from a file, with a preview, customers by their address, and what is new of what is known", async () => {
      const { desk, member, rosa, order, orders } = await shop()
      await order()
      const file = [
        "number,mail,name,product,ordered,delivered,country",
        `1042,${rosa},Rosa,Trail lamp,2026-11-02,2026-11-10,DE`,
        "1050,carl@example.org,Carl,Bell,2026-11-12,,FR",
        "1051,carl@,Carl,Bell,2026-11-12,,FR",
      ].join("\n")
      expect(await previewOrders(desk, member, file)).toMatchObject({
        counts: { new: 1, changed: 1, same: 0 },
        problems: [{ row: 4, problem: "“carl@” is no mail address." }],
      })
      expect(await importOrders(desk, member, file)).toEqual({ added: 1, changed: 1 })
      expect(await importOrders(desk, member, file)).toEqual({ added: 0, changed: 0 })
      expect(await orders()).toMatchObject([
        { number: "1050", customer: { name: "Carl" } },
        { number: "1042", deliveredOn: "2026-11-10" },
      ])
    })

    test("loses its words with its customer, who takes it along in the export", async () => {
      const { desk, admin, write, order, orders } = await shop()
      await order({ deliveredOn: "2026-11-10" })
      await write("Subject: Lamp", "Please cancel my order 1042.")
      const customerId = (await orders())[0]?.customer.id ?? ""
      const exported = await exportCustomer(desk, admin, customerId)
      expect(exported).toMatchObject({ orders: [{ number: "1042" }], saleRequests: [{ kind: "cancellation" }] })
      await eraseCustomer(desk, admin, customerId)
      expect(await orders()).toMatchObject([
        { number: null, product: null, kind: "goods", request: { kind: "cancellation" } },
      ])
    })
  })

  describe("Whether it helped", () => {
    async function asking() {
      const opened = await shop()
      const { desk, admin, workspaceId } = opened
      const policy = async (on: boolean) => {
        const { afterSale } = await readSettings(desk.database, workspaceId)
        await changeWorkspace(desk, admin, { settings: { afterSale: { ...afterSale, outcome: { on, days: 14 } } } })
      }
      await policy(true)
      const asked = async () => {
        while (await askOutcome(desk)) {
          // every step that is due
        }
        const rows = await desk.database.query<{ text: string; at: string }>(
          `select t.text, m.at from messages m join message_texts t on t.workspace_id = m.workspace_id and t.message_id = m.message_id
           where m.workspace_id = $1 and m.by_kind = 'desk' and m.kind = 'outbound' order by m.seq`,
          [workspaceId],
        )
        return rows
      }
      const check = async () =>
        findCheck(desk, /outcome\/([0-9a-f]{48})/.exec((await asked())[0]?.text ?? "")?.[1] ?? "")
      const askedNow = async () => (await check()) ?? Promise.reject(new Error("the customer was not asked"))
      return { ...opened, policy, asked, check, askedNow }
    }

    test("is asked once an order, so many days after delivery, in working hours", async () => {
      const { desk, order, asked } = await asking()
      await order({ deliveredOn: "2026-11-07" }) // its fourteenth day is a Saturday
      desk.setClock("2026-11-21T12:00:00Z")
      expect(await asked()).toEqual([])
      desk.setClock("2026-11-23T09:00:00Z")
      expect(await asked()).toMatchObject([{ at: "2026-11-23T09:00:00Z" }])
      desk.pass({ hours: 24 * 60 })
      expect(await asked()).toHaveLength(1)
    })

    test("is not asked while the policy is off, of old orders, of goods that never came, after a withdrawal or an erasure", async () => {
      const { desk, admin, write, order, orders, asked, policy } = await asking()
      await order({ deliveredOn: "2026-10-01", orderedOn: "2026-10-01" })
      await order({ number: "1043" })
      await order({ number: "1044", deliveredOn: "2026-11-10" })
      await write("Subject: Lamp", "I would like to return the lamp of order 1044.")
      await order({ number: "1045", deliveredOn: "2026-11-11", customer: { mail: "gone@example.org" } })
      const gone = (await orders()).find(({ number }) => number === "1045")
      await eraseCustomer(desk, admin, gone?.customer.id ?? "")
      await order({ number: "1046", deliveredOn: "2026-11-12" })
      await policy(false)
      desk.setClock("2026-12-01T12:00:00Z")
      expect(await asked()).toEqual([])
      await policy(true)
      expect(await asked()).toHaveLength(1)
    })

    test.each(["no", "partly"] as const)("opens a conversation: %s, in their words, once", async (answer) => {
      const { desk, order, orders, askedNow, conversations, messages } = await asking()
      await order({ deliveredOn: "2026-11-10" })
      desk.setClock("2026-11-24T10:00:00Z")
      const open = await askedNow()
      expect(await answerOutcome(desk, open, { answer, words: "It is too dim for the forest." })).toBe(true)
      expect(await answerOutcome(desk, open, { answer: "yes", words: "" })).toBe(false)
      expect(await orders()).toMatchObject([{ check: { answer, words: "It is too dim for the forest." } }])
      expect(await conversations()).toMatchObject([{ awaitingSince: "2026-11-24T10:00:00Z", closedAt: null }])
      expect((await messages()).at(-1)).toMatchObject({
        kind: "inbound",
        channel: "form",
        text: `Did Trail lamp do what you needed it for? ${answer === "no" ? "No." : "Only in part."}\n\nIt is too dim for the forest.`,
      })
    })

    test("with a no that wants the money back is a request to undo that order, as in a mail", async () => {
      const { desk, order, askedNow, afterSale } = await asking()
      const orderId = await order({ deliveredOn: "2026-11-10" })
      desk.setClock("2026-11-24T10:00:00Z")
      const open = await askedNow()
      await answerOutcome(desk, open, { answer: "no", words: "I want my money back, please." })
      expect((await afterSale()).requests).toMatchObject([{ kind: "refund", orderId }])
    })

    test("is asked after all where nobody wanted it undone, or it was about another order", async () => {
      const { desk, member, write, order, orders, afterSale } = await asking()
      await order({ deliveredOn: "2026-11-10" })
      const planned = async () => (await orders()).map(({ number, checkAt }) => [number, checkAt !== null])
      await write("Subject: Lamp\nMessage-ID: <a@x.example>", "Please cancel my order 1042.")
      expect(await planned()).toEqual([["1042", false]])
      const other = await order({ number: "1043", deliveredOn: "2026-11-10" })
      const request = (await afterSale()).requests[0]?.id ?? ""
      await chooseOrder(desk, member, request, other)
      expect(await planned()).toEqual([
        ["1043", false],
        ["1042", true],
      ])
      await dropRequest(desk, member, request)
      expect(await planned()).toEqual([
        ["1043", true],
        ["1042", true],
      ])
    })

    test("opens nothing where it did, and the link ends after a month", async () => {
      const { desk, order, orders, askedNow, check, conversations } = await asking()
      await order({ deliveredOn: "2026-11-10" })
      desk.setClock("2026-11-24T10:00:00Z")
      const open = await askedNow()
      await answerOutcome(desk, open, { answer: "yes", words: "" })
      expect(await orders()).toMatchObject([{ check: { answer: "yes" } }])
      expect(await conversations()).toMatchObject([{ awaitingSince: null }])
      desk.pass({ hours: 24 * 31 })
      expect(await check()).toBeNull()
    })

    test("where it cannot be asked becomes a task, and is not tried again", async () => {
      const { desk, workspaceId, order, asked, orders } = await asking()
      await order({ deliveredOn: "2026-11-10", customer: { name: "Carl" } })
      desk.setClock("2026-11-24T10:00:00Z")
      expect(await asked()).toEqual([])
      expect(await listTasks(desk.database, workspaceId)).toMatchObject([
        { words: expect.stringContaining("order 1042 (Trail lamp): This customer has no mail address") },
      ])
      expect(await orders()).toMatchObject([{ check: { answer: null }, checkAt: null }])
    })

    test("is planned for what is delivered later", async () => {
      const { desk, member, order, asked } = await asking()
      const id = await order()
      await changeOrder(desk, member, id, { deliveredOn: "2026-11-19" })
      desk.setClock("2026-12-03T12:00:00Z")
      expect(await asked()).toHaveLength(1)
    })
  })
})
