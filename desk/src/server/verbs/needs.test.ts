import { describe, expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { openPageShop } from "../../../test/page-shop.ts"
import { listNeeds, listRecommendations } from "../database/needs.ts"
import { eraseCustomer } from "./erase-customer.ts"
import { createFact } from "./facts.ts"
import { confirmNeed, dropNeed, recordNeed } from "./needs.ts"
import { readOrderWithBefore } from "./order-with-before.ts"
import { recordOrder } from "./orders.ts"
import type { RecommendationInput } from "./recommendations.ts"
import { type SendInput, sendMessage } from "./send.ts"
import { cancelMessage } from "./unsend.ts"

eachStore((store) => {
  async function shop() {
    const { desk, workspaceId, admin, lead, member, customerId, conversationId, mail } = await openPageShop(
      store.database(),
    )
    const [question] = await desk.database.query<{ id: string }>(
      `select message_id as "id" from messages where workspace_id = $1 and conversation_id = $2 and kind = 'inbound'`,
      [workspaceId, conversationId],
    )
    if (question === undefined) throw new Error("nobody asked")
    const source = { kind: "document" as const, name: "Price list" }
    const priceId = await createFact(desk, lead, {
      subject: "city wheel",
      attribute: "price",
      value: "€59",
      statement: "A city wheel costs EUR 59.",
      source,
    })
    const widthId = await createFact(desk, lead, {
      subject: "city wheel",
      attribute: "width",
      value: "28 mm",
      statement: "A city wheel is 28 mm wide.",
      source,
    })
    const needs = () => listNeeds(desk.database, workspaceId, customerId)
    const made = () => listRecommendations(desk.database, workspaceId, customerId)
    const text = "For what you need, we would take the city wheel."
    const send = (recommendation: RecommendationInput, more: Partial<SendInput> = {}) =>
      sendMessage(desk, member, conversationId, { text, promises: [], looked: true, recommendation, ...more })
    return {
      desk,
      workspaceId,
      admin,
      member,
      customerId,
      conversationId,
      mail,
      questionId: question.id,
      priceId,
      widthId,
      needs,
      made,
      send,
    }
  }

  describe("A need", () => {
    test("is quoted from the customer's message, over line ends, and never made up", async () => {
      const { desk, member, conversationId, questionId, needs } = await shop()
      await recordNeed(desk, member, conversationId, { messageId: questionId, words: "my  wheel\nready" })
      expect(await needs()).toMatchObject([{ standing: "theirs", messageId: questionId }])
      const invented = { messageId: questionId, words: "a faster wheel" }
      await expect(recordNeed(desk, member, conversationId, invented)).rejects.toThrow("not in the customer's message")
      const other = await shop()
      await expect(
        recordNeed(desk, member, conversationId, { messageId: other.questionId, words: "wheel" }),
      ).rejects.toMatchObject({ code: "invalid" })
    })

    test("without their words is ours until they say yes in a message of theirs", async () => {
      const { desk, member, conversationId, questionId, needs } = await shop()
      const id = await recordNeed(desk, member, conversationId, { words: "a rain cover" })
      expect(await needs()).toMatchObject([{ standing: "ours" }])
      await expect(confirmNeed(desk, member, id, desk.newId())).rejects.toMatchObject({ code: "invalid" })
      await confirmNeed(desk, member, id, questionId)
      expect(await needs()).toMatchObject([{ standing: "confirmed" }])
      await expect(confirmNeed(desk, member, id, questionId)).rejects.toMatchObject({ code: "conflict" })
      await dropNeed(desk, member, id)
      expect(await needs()).toEqual([])
    })
  })

  describe("A recommendation", () => {
    test("goes out when each need is theirs and a fact shows that it is met, and stands with what was said before a sale", async () => {
      const { desk, member, mail, conversationId, questionId, priceId, widthId, made, send } = await shop()
      const needId = await recordNeed(desk, member, conversationId, { messageId: questionId, words: "my wheel" })
      const fits = [{ needId, fit: "met" as const, factId: widthId }]
      const text = "We would take the city wheel. A city wheel costs EUR 59. I will call you by 16:00."
      const place = { start: text.indexOf("I will"), end: text.length - 1 }
      const due = { until: "2026-11-19T16:00:00Z" }
      const promises = [
        { ...place, words: text.slice(place.start, place.end), deed: "call-back", ownerId: member.id, due },
      ]
      await send({ product: "city wheel", priceFactIds: [priceId], total: "€59.00", fits }, { text, promises })
      const sold = { product: "city wheel", kind: "goods", customer: { mail } } as const
      const before = async (orderedOn: string) => {
        const orderId = await recordOrder(desk, member, { ...sold, orderedOn })
        return (await readOrderWithBefore(desk, member, orderId)).before
      }
      expect(await before("2026-11-19")).toMatchObject({
        needs: [{ words: "my wheel", standing: "theirs" }],
        recommendations: [{ product: "city wheel", total: "€59.00" }],
        claims: [{ quote: expect.stringContaining("59"), verdict: "supported" }],
        promises: [{ words: "I will call you by 16:00", state: "open" }],
      })
      expect(await before("2026-11-18")).toEqual({ needs: [], recommendations: [], claims: [], promises: [] })
      expect(await made()).toMatchObject([
        {
          product: "city wheel",
          total: "€59.00",
          fits: [{ words: "my wheel", fit: "met", fact: "A city wheel is 28 mm wide." }],
        },
      ])
    })

    test("with an unmet need or one that is ours waits until the sender has looked", async () => {
      const { desk, member, conversationId, priceId, made, send } = await shop()
      const needId = await recordNeed(desk, member, conversationId, { words: "a rain cover" })
      const input = { product: "city wheel", priceFactIds: [priceId], fits: [{ needId, fit: "not-met" as const }] }
      await expect(send(input)).rejects.toThrow("our idea of what they need")
      expect(await made()).toEqual([])
      await cancelMessage(desk, member, await send({ ...input, looked: true }))
      expect(await made()).toEqual([])
      await send({ product: null, priceFactIds: [], fits: [] })
      expect(await made()).toMatchObject([{ product: null, fits: [] }])
    })

    test("takes no need of somebody else, and loses the words when the customer is erased", async () => {
      const { desk, admin, workspaceId, member, customerId, conversationId, questionId, send, needs, made } =
        await shop()
      const other = await shop()
      const theirs = await recordNeed(other.desk, other.member, other.conversationId, { words: "other" })
      await expect(
        send({ product: "city wheel", priceFactIds: [], fits: [{ needId: theirs, fit: "met" }] }),
      ).rejects.toMatchObject({ code: "invalid" })
      const needId = await recordNeed(desk, member, conversationId, { messageId: questionId, words: "my wheel" })
      const fits = [{ needId, fit: "unknown" as const }]
      await send({ product: "the wheel for Rosa's knee", priceFactIds: [], total: "€59.00", fits, looked: true })
      await eraseCustomer(desk, admin, customerId)
      expect(await needs()).toEqual([])
      const rows = await desk.database.query("select words from needs where workspace_id = $1", [workspaceId])
      expect(rows).toEqual([{ words: null }])
      const recommended = await desk.database.query(
        "select product, total from recommendations where workspace_id = $1",
        [workspaceId],
      )
      expect(JSON.stringify([recommended, await made()])).not.toMatch(/knee|59/)
      await expect(recordNeed(desk, member, conversationId, { words: "a bell" })).rejects.toThrow("was erased")
    })
  })
})
