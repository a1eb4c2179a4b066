import { describe, expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { nameServer, openTestDesk, openTestWorkspace } from "../../../test/desk.ts"
import { insertConversation, refreshConversation } from "../database/conversations.ts"
import { countDeclines, listDeclines } from "../database/declines.ts"
import { insertMessage } from "../database/messages.ts"
import { type DeclineInput, readWrongRequests } from "./declines.ts"
import { eraseCustomer } from "./erase-customer.ts"
import { createFact } from "./facts.ts"
import { requireCustomer } from "./named-customer.ts"
import { sendMessage } from "./send.ts"
import { readTrustReport } from "./trust-report.ts"
import { cancelMessage } from "./unsend.ts"

const ASKED = "Could you date the invoice back to March? I need it for my taxes."
const TEXT = "No, we won’t date the invoice back. An invoice with another date is false."
const WRONG: DeclineInput = {
  basis: "wrong",
  refused: "date the invoice back",
  reason: "An invoice with another date is false",
  rule: "Tax code",
}
const YEAR = { from: "2026-01-01T00:00:00Z", until: "2027-01-01T00:00:00Z" }

eachStore((store) => {
  async function shop() {
    const desk = openTestDesk(store.database())
    const team = await openTestWorkspace(desk)
    const { workspaceId, member } = team
    await nameServer(desk, workspaceId)
    const mail = `bill-${desk.newId().slice(-8)}@example.org`
    const customerId = await desk.database.transaction((queries) =>
      requireCustomer(queries, desk, member, { customer: { name: "Bill", mail } }),
    )
    const conversationId = desk.newId()
    const at = desk.now().toString()
    await insertConversation(desk.database, {
      workspaceId,
      id: conversationId,
      customerId,
      channel: "mail",
      subject: "Invoice",
      at,
    })
    const askedId = desk.newId()
    await insertMessage(desk.database, {
      workspaceId,
      id: askedId,
      conversationId,
      kind: "inbound",
      channel: "mail",
      by: { kind: "customer", id: customerId },
      at,
      recordedAt: at,
      salt: desk.newSalt(),
      text: ASKED,
      own: [{ start: 0, end: ASKED.length }],
      subject: "Invoice",
      from: { name: "Bill", address: mail },
      mailId: `${askedId}@example.org`,
    })
    await refreshConversation(desk.database, workspaceId, conversationId)
    const asked = { messageId: askedId, start: 0, end: ASKED.indexOf("?") + 1 }
    const say = (decline: DeclineInput) =>
      sendMessage(desk, member, conversationId, { text: TEXT, promises: [], decline, looked: true })
    const list = async (filter = {}) => (await listDeclines(desk.database, workspaceId, filter)).items
    return { desk, ...team, customerId, conversationId, askedId, asked, say, list }
  }

  describe("An honest no", () => {
    test("is recorded with the message that says it: the words asked, the basis and the rule", async () => {
      const { say, asked, list } = await shop()
      const messageId = await say({ ...WRONG, asked })
      expect(await list()).toMatchObject([
        {
          messageId,
          basis: "wrong",
          asked: "Could you date the invoice back to March?",
          rule: "Tax code",
          alternative: null,
        },
      ])
      expect(await list({ q: "INVOICE back to march" })).toHaveLength(1)
      expect(await list({ q: "refund" })).toHaveLength(0)
      expect(await list({ basis: "law" })).toHaveLength(0)
    })

    test("rests on the version of a fact that holds today, and on no other", async () => {
      const { desk, lead, say, list } = await shop()
      const fact = {
        subject: "returns",
        attribute: "return window",
        value: "30 days",
        statement: "You can return it within 30 days.",
        source: { kind: "person" as const, name: "Lea" },
      }
      const factId = await createFact(desk, lead, fact)
      await say({
        basis: "policy",
        refused: "take it back",
        reason: "It is 40 days",
        factId,
        alternative: "sell it for you",
      })
      expect(await list()).toMatchObject([
        { fact: { id: factId, version: 1, statement: "You can return it within 30 days." } },
      ])
      const coming = await createFact(desk, lead, { ...fact, attribute: "sale window", validFrom: "2027-05-01" })
      await expect(say({ ...WRONG, factId: coming })).rejects.toThrow("holds nothing today")
    })

    test("quotes only the customer, and only in this conversation", async () => {
      const { say, asked } = await shop()
      const other = await shop()
      await expect(say({ ...WRONG, asked: { ...asked, messageId: other.askedId } })).rejects.toMatchObject({
        code: "invalid",
      })
      await expect(say({ ...WRONG, asked: { ...asked, start: 500, end: 501 } })).rejects.toThrow("empty")
    })

    test("that was undone was not said", async () => {
      const { desk, workspaceId, member, say, list } = await shop()
      await cancelMessage(desk, member, await say(WRONG))
      expect(await list()).toEqual([])
      expect(await countDeclines(desk.database, workspaceId, YEAR)).toEqual([])
    })

    test("counts by basis, with and without something else to offer, and stands in the trust report", async () => {
      const { desk, workspaceId, say } = await shop()
      await say(WRONG)
      await say({ basis: "policy", refused: "do it", reason: "It is too late", alternative: "sell it for you" })
      await say({ basis: "policy", refused: "do it", reason: "It is too late" })
      const counts = [
        { basis: "policy", n: 2, withAlternative: 1 },
        { basis: "wrong", n: 1, withAlternative: 0 },
      ]
      expect(await countDeclines(desk.database, workspaceId, YEAR)).toEqual(counts)
      expect(await countDeclines(desk.database, workspaceId, { ...YEAR, q: "SELL it" })).toEqual([
        { basis: "policy", n: 1, withAlternative: 1 },
      ])
      const report = await readTrustReport(desk, workspaceId, YEAR)
      expect(report.declines).toMatchObject({ byBasis: counts, wroteAgain: { n: 0 } })
    })

    test("to what is wrong, said twice, is shown to leads with the words, and to members not", async () => {
      const { desk, lead, member, customerId, say, asked } = await shop()
      await say({ ...WRONG, asked })
      expect(await readWrongRequests(desk, lead)).toEqual([])
      desk.pass({ minutes: 5 })
      await say(WRONG)
      expect(await readWrongRequests(desk, lead)).toMatchObject([
        {
          customer: { id: customerId, name: "Bill" },
          declines: [{ asked: null }, { asked: "Could you date the invoice back to March?" }],
        },
      ])
      await expect(readWrongRequests(desk, member)).rejects.toMatchObject({ code: "forbidden" })
    })

    test("keeps its basis and loses its words when the customer is erased", async () => {
      const { desk, admin, lead, customerId, say, asked, list } = await shop()
      await say({ ...WRONG, asked })
      await say(WRONG)
      await desk.database.query("update messages set delivery = 'accepted' where delivery = 'waiting'")
      await eraseCustomer(desk, admin, customerId)
      expect(await list()).toMatchObject([{ basis: "wrong", asked: null, reason: null, rule: null }, { refused: null }])
      expect(await readWrongRequests(desk, lead)).toEqual([])
    })
  })
})
