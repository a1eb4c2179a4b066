import { describe, expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { heardIn } from "../../../test/heard.ts"
import { nameServer, openTestDesk } from "../../../test/desk.ts"
import { openTestApp } from "../../../test/http.ts"
import { answered, openMailShop } from "../../../test/mail-shop.ts"
import { readAnswerCheck } from "../database/answer-checks.ts"
import { queriesAsSeen } from "../database/as-seen.ts"
import { listTasks } from "../database/tasks.ts"
import { automaticTexts } from "./automatic-texts.ts"
import { standardSettings } from "../../ledger/workspace-settings.ts"
import { readSettings } from "../database/settings.ts"
import { answerWhetherItHelped, askWhetherItHelped, findAnswerCheck } from "./answer-checks.ts"
import { closeConversation, assignConversation, markSpam, reopenConversation } from "./conversations.ts"
import { writeCustomer } from "./customers.ts"
import { eraseCustomer } from "./erase-customer.ts"
import { exportCustomer } from "./export-customer.ts"
import { mergeCustomers } from "./merge-customers.ts"
import { makePromise } from "./promises.ts"
import { readAfterSale } from "./sale-requests.ts"
import { keepPromise } from "./settle.ts"
import { changeWorkspace } from "./workspace.ts"

const OPEN = "2026-11-20T14:12:00Z" // a Friday, a day after the test desk's clock begins

eachStore((store) => {
  async function shop() {
    const opened = await openMailShop(openTestDesk(store.database()))
    const { desk, workspaceId, admin, member } = opened
    await nameServer(desk, workspaceId)
    const policy = (on: boolean) =>
      changeWorkspace(desk, admin, { settings: { answerCheck: { on, hours: 24, days: 30 } } })
    /** Rosa wrote, was answered, and her conversation was closed. */
    const closed = async (headers = "Subject: Lamp") => {
      await opened.write(headers)
      const { conversationId } = await answered(opened)
      await closeConversation(desk, member, conversationId)
      return conversationId
    }
    const asked = async () => {
      while (await askWhetherItHelped(desk)) {
        // every step that is due
      }
      return desk.database.query<{ text: string; at: string }>(
        `select t.text, m.at from messages m join message_texts t on t.workspace_id = m.workspace_id and t.message_id = m.message_id
         where m.workspace_id = $1 and m.by_kind = 'desk' and m.kind = 'outbound' order by m.seq`,
        [workspaceId],
      )
    }
    const token = async () => /helped\/([0-9a-f]{48})/.exec((await asked())[0]?.text ?? "")?.[1] ?? ""
    const check = async () => {
      const open = await findAnswerCheck(desk, await token())
      if (open === null) throw new Error("the customer was not asked")
      return open
    }
    return { ...opened, policy, closed, asked, token, check }
  }

  async function asking() {
    const opened = await shop()
    await opened.policy(true)
    return opened
  }

  describe("Whether an answer helped", () => {
    test("is not asked by default, and not of what was closed before it was switched on", async () => {
      const { desk, workspaceId, closed, asked, policy } = await shop()
      expect((await readSettings(desk.database, workspaceId)).answerCheck.on).toBe(false)
      await closed()
      await policy(true)
      desk.setClock("2026-11-24T12:00:00Z")
      expect(await asked()).toEqual([])
    })

    test("is no answer to what the customer wrote last: a sale that they want undone still waits for one", async () => {
      const opened = await asking()
      const { desk, workspaceId, member, write, asked, messages } = opened
      await write("Subject: Lamp")
      const { conversationId, mailId } = await answered(opened)
      desk.pass({ hours: 1 })
      await write(
        `Subject: Re: Lamp\nIn-Reply-To: <${mailId}>`,
        "Hello,\n\nI hereby withdraw from the contract.\n\nRosa",
      )
      await closeConversation(desk, member, conversationId)
      desk.setClock("2026-11-24T12:00:00Z")
      expect(await asked()).toHaveLength(1)
      const id = (await messages(conversationId)).at(-1)?.id
      await desk.database.query(
        "update messages set delivery = 'accepted' where workspace_id = $1 and message_id = $2",
        [workspaceId, id],
      )
      expect((await readAfterSale(desk, member, conversationId)).requests).toMatchObject([
        { kind: "withdrawal", answeredAt: null, answerWaits: false },
      ])
    })

    test("is asked once a conversation, the hours after it was closed, in working hours", async () => {
      const { desk, member, closed, asked, conversations } = await asking()
      desk.setClock("2026-11-20T14:12:00Z")
      const id = await closed()
      desk.setClock("2026-11-21T15:00:00Z") // a Saturday
      expect(await asked()).toEqual([])
      desk.setClock("2026-11-23T09:00:00Z")
      expect(await asked()).toMatchObject([{ at: "2026-11-23T09:00:00Z" }])
      expect((await conversations())[0]?.closedAt).not.toBeNull()
      await reopenConversation(desk, member, id)
      await closeConversation(desk, member, id)
      desk.setClock("2027-02-23T12:00:00Z")
      expect(await asked()).toHaveLength(1)
    })

    test("is asked at most once in so many days of people who are one", async () => {
      const { desk, admin, closed, asked, conversations } = await asking()
      await closed()
      await closed("Subject: Pump\nFrom: Rosa M. <rosa.m@elsewhere.example>")
      const [one, other] = (await conversations()).map(({ customer }) => customer.id)
      await mergeCustomers(desk, admin, one ?? "", other ?? "")
      desk.setClock(OPEN)
      expect(await asked()).toHaveLength(1)
      desk.setClock("2026-12-29T12:00:00Z")
      await closed("Subject: Bell")
      desk.setClock("2026-12-30T12:30:00Z")
      expect(await asked()).toHaveLength(2)
    })

    test("is not asked while something is owed, and is when it was kept soon", async () => {
      const { desk, member, closed, asked, conversations } = await asking()
      await closed()
      const customerId = (await conversations())[0]?.customer.id ?? ""
      const promiseId = await makePromise(desk, member, {
        customerId,
        channel: "call",
        ownerId: member.id,
        words: "Send the cable",
        deed: "send",
        due: { until: "2026-11-30T12:00:00Z" },
      })
      desk.setClock(OPEN)
      expect(await asked()).toEqual([])
      await keepPromise(desk, member, promiseId, { kind: "word", note: "sent" })
      desk.setClock("2026-11-23T15:00:00Z")
      expect(await asked()).toHaveLength(1)
    })

    test("what was planned is dropped before the workspace is held: whoever asks holds a check first, too", async () => {
      const { desk, admin } = await asking()
      const said: string[] = []
      const database = heardIn(desk.database, (sql) => said.push(sql))
      const settings = { answerCheck: { on: false, hours: 24, days: 30 } }
      await changeWorkspace({ ...desk, database }, admin, { settings })
      const at = (pattern: RegExp) => said.findIndex((sql) => pattern.test(sql))
      expect(at(/update answer_checks/)).toBeGreaterThan(-1)
      expect(at(/update answer_checks/)).toBeLessThan(at(/from workspaces .*for update/))
    })

    test("is not asked of spam, of what a machine wrote, without an answer, nor who is not written to first, open or off again", async () => {
      const { desk, admin, member, closed, asked, conversations, write, policy } = await asking()
      await markSpam(desk, member, await closed())
      desk.setClock(OPEN)
      expect(await asked()).toEqual([])
      await closed("Subject: Away\nAuto-Submitted: auto-replied\nFrom: Bot <bot@elsewhere.example>")
      await write("Subject: Unanswered\nFrom: Carl <carl@elsewhere.example>")
      await closeConversation(desk, member, (await conversations())[0]?.id ?? "")
      await reopenConversation(desk, member, await closed("Subject: Open\nFrom: Dora <dora@elsewhere.example>"))
      await closed("Subject: Quiet\nFrom: Erik <erik@elsewhere.example>")
      const erik = (await conversations())[0]?.customer.id ?? ""
      await writeCustomer(desk, admin, erik, { noFirstMail: true })
      desk.setClock("2026-11-23T15:00:00Z")
      expect(await asked()).toEqual([])
      await closed("Subject: Asked\nFrom: Fay <fay@elsewhere.example>")
      desk.setClock("2026-11-24T15:30:00Z")
      expect(await asked()).toHaveLength(1)
      await closed("Subject: Last\nFrom: Hal <hal@elsewhere.example>")
      await policy(false)
      desk.setClock("2026-11-25T16:00:00Z")
      expect(await asked()).toHaveLength(1)
    })

    test("is never asked for real in the sample shop", async () => {
      const { desk, workspaceId, closed, asked } = await asking()
      await closed()
      await desk.database.query("update workspaces set kind = 'sample' where workspace_id = $1", [workspaceId])
      desk.setClock(OPEN)
      expect(await asked()).toEqual([])
    })

    test("comes in with a no as the customer's words and a task of whoever has it, once", async () => {
      const { desk, workspaceId, member, closed, check, conversations, messages } = await asking()
      const id = await closed()
      await assignConversation(desk, member, id, member.id)
      desk.setClock(OPEN)
      const open = await check()
      expect(await answerWhetherItHelped(desk, open, { answer: "no", words: "It still flickers." })).toBe(true)
      expect(await answerWhetherItHelped(desk, open, { answer: "yes", words: "" })).toBe(false)
      expect((await messages(id)).at(-1)).toMatchObject({
        kind: "inbound",
        channel: "form",
        text: "Did our answer help? No.\n\nIt still flickers.",
      })
      expect(await conversations()).toMatchObject([{ closedAt: null, awaitingSince: OPEN }])
      expect(await listTasks(desk.database, workspaceId)).toMatchObject([
        { ownerId: member.id, conversationId: id, words: "The customer says that the answer did not help." },
      ])
      expect(await readAnswerCheck(desk.database, workspaceId, id)).toMatchObject({ answer: "no" })
    })

    test("opens nothing with a yes; the link ends after a month", async () => {
      const { desk, workspaceId, closed, check, token, conversations } = await asking()
      await closed()
      desk.setClock(OPEN)
      await answerWhetherItHelped(desk, await check(), { answer: "yes", words: "Thanks" })
      expect((await conversations())[0]?.closedAt).not.toBeNull()
      expect(await listTasks(desk.database, workspaceId)).toEqual([])
      const link = await token()
      desk.pass({ hours: 24 * 31 })
      expect(await findAnswerCheck(desk, link)).toBeNull()
    })

    test("goes with the customer: the words, the link, and what was still to be asked; the export has it", async () => {
      const { desk, admin, workspaceId, closed, check, token, conversations } = await asking()
      const id = await closed()
      desk.setClock(OPEN)
      await answerWhetherItHelped(desk, await check(), { answer: "partly", words: "Rosa's own words" })
      const customerId = (await conversations())[0]?.customer.id ?? ""
      expect((await exportCustomer(desk, admin, customerId)).answerChecks).toMatchObject([
        { conversationId: id, answer: "partly", words: "Rosa's own words" },
      ])
      const link = await token()
      await eraseCustomer(desk, admin, customerId)
      expect(await findAnswerCheck(desk, link)).toBeNull()
      expect(await readAnswerCheck(desk.database, workspaceId, id)).toMatchObject({ answer: "partly", words: null })
    })

    test("is not asked of an erased customer, and is seen by nobody who does not see the mailbox", async () => {
      const { desk, admin, workspaceId, ours, closed, asked, conversations } = await asking()
      const id = await closed()
      desk.setClock(OPEN)
      expect(await asked()).toHaveLength(1)
      const hidden = queriesAsSeen(desk.database, [ours])
      expect(await readAnswerCheck(hidden, workspaceId, id)).toBeNull()
      await closed("Subject: Bell\nFrom: Gus <gus@elsewhere.example>")
      const gus = (await conversations()).find(({ customer }) => customer.name === "Gus")
      await eraseCustomer(desk, admin, gus?.customer.id ?? "")
      desk.setClock("2026-11-24T12:00:00Z")
      expect(await asked()).toHaveLength(1)
    })

    test("has its words in the protocol audit where it is on", () => {
      const settings = standardSettings("Europe/London")
      const keys = (on: boolean) =>
        automaticTexts("Shop", { ...settings, answerCheck: { ...settings.answerCheck, on } }).map(({ key }) => key)
      expect(keys(false).filter((key) => key.endsWith(":answer"))).toEqual([])
      expect(keys(true).filter((key) => key.endsWith(":answer"))).toEqual([
        "customer-mail:answer",
        "customer-page:answer",
      ])
    })
  })

  test("Opening the page of the question changes nothing; what is posted counts once", async () => {
    const { app, desk } = await openTestApp(store.database())
    const shop = await openMailShop(desk)
    await nameServer(desk, shop.workspaceId)
    await changeWorkspace(desk, shop.admin, { settings: { answerCheck: { on: true, hours: 24, days: 30 } } })
    await shop.write("Subject: Lamp")
    const { conversationId } = await answered(shop)
    await closeConversation(desk, shop.member, conversationId)
    desk.pass({ hours: 24 })
    while (await askWhetherItHelped(desk)) {
      // every step that is due
    }
    const path = /\/p\/helped\/[0-9a-f]{48}/.exec((await shop.messages(conversationId)).at(-1)?.text ?? "")?.[0] ?? ""
    const get = () => app.inject({ url: path })
    const post = (answer: string) =>
      app.inject({
        method: "POST",
        url: path,
        headers: { "content-type": "application/x-www-form-urlencoded", origin: "null" },
        body: new URLSearchParams({ answer, say: "" }).toString(),
      })
    const given = async () => (await readAnswerCheck(desk.database, shop.workspaceId, conversationId))?.answer
    const page = await get()
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain("Did our answer help?")
    expect(page.body).not.toContain("<script")
    await get()
    expect(await given()).toBeNull()
    expect((await post("maybe")).statusCode).toBe(422)
    expect((await post("partly")).statusCode).toBe(303)
    expect((await post("yes")).statusCode).toBe(303)
    expect(await given()).toBe("partly")
    expect((await get()).body).toContain("You answered: <b>In part</b>")
    expect((await app.inject({ url: `/p/helped/${"0".repeat(48)}` })).statusCode).toBe(404)
    await app.close()
  })
})
