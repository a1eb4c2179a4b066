import { beforeAll, describe, expect, it } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { type Caller, type TestApp, openShop, openTestApp } from "../../../test/http.ts"
import { readAudit } from "../../contract/audit.ts"
import { listConversations, readConversation } from "../../contract/conversations.ts"
import { listCorrections } from "../../contract/corrections.ts"
import { listCustomers } from "../../contract/customers.ts"
import { listFacts } from "../../contract/facts.ts"
import { listOwnRules } from "../../contract/own-rules.ts"
import { createOrder, listOrders } from "../../contract/orders.ts"
import { listPromises } from "../../contract/promises.ts"
import { routes } from "../../contract/routes.ts"
import { listProposals, readToday, searchEverything } from "../../contract/today.ts"
import { listWebhooks } from "../../contract/webhooks.ts"
import { openSample, purgeSample } from "../../contract/workspace.ts"

describe("In the sample shop", () => {
  eachStore((store) => {
    let test: TestApp
    let as: Caller
    let sample: { id: string; slug: string }
    beforeAll(async () => {
      test = await openTestApp(store.database())
      const shop = await openShop(test, "old-mill")
      sample = await test.call(openSample, { as: shop.as })
      as = { ...shop.as, slug: sample.slug }
      // The sample shop has sold nothing; it can tell no program, so that there is no delivery to list.
      const [conversation] = (await test.call(listConversations, { as, query: {} })).items
      const sold = { conversationId: conversation?.id ?? "", number: "41", product: "Bike", orderedOn: "2026-11-02" }
      await test.call(createOrder, { as, body: sold })
    })

    it.each(routes.filter(({ method }) => method === "GET").map((route) => [route.path, route] as const))(
      "%s answers as the contract says",
      async (_path, route) => {
        const query = QUERIES[route.path] ?? {}
        for (const params of await everyParams(test, as, route.path)) await test.call(route, { as, params, query })
      },
    )

    it("pages lead through every list once", async () => {
      const whole = await test.call(listPromises, { as, query: { limit: 100 } })
      const ids: string[] = []
      let cursor: string | undefined
      do {
        const { items, next } = await test.call(listPromises, { as, query: { limit: 7, cursor } })
        ids.push(...items.map(({ id }) => id))
        cursor = next ?? undefined
      } while (cursor !== undefined)
      expect(ids).toEqual(whole.items.map(({ id }) => id))
      expect(new Set(ids).size).toBe(ids.length)
    })

    it("there is something on every screen", async () => {
      const today = await test.call(readToday, { as })
      expect(today.owed.length).toBeGreaterThan(10)
      expect(today.awaiting.length).toBeGreaterThan(0)
      expect((await test.call(listProposals, { as })).items.length).toBeGreaterThan(0)
      expect((await test.call(searchEverything, { as, query: { q: "bike" } })).items.length).toBeGreaterThan(0)
    })

    it("everything is gone once it is removed", async () => {
      await test.call(purgeSample, { as, params: { workspaceId: sample.id } })
      expect(await test.refused(readToday, { as })).toMatchObject({ status: 404 })
    })
  })
})

const PERIOD = { from: "2026-11-01T00:00:00Z", until: "2026-12-01T00:00:00Z" }

/** What a path cannot be asked without. */
const QUERIES: Readonly<Record<string, object>> = {
  "/search": { q: "the" },
  "/trust-report": PERIOD,
  "/decline-counts": PERIOD,
  "/holidays": { country: "GB" },
  "/trust-report/promises": { ...PERIOD, figure: "closed" },
  "/trust-report/cases": { ...PERIOD, figure: "declines:all" },
}

/** Of what the path names, all there is; one empty set for a path without parameters. */
async function everyParams(test: TestApp, as: Caller, path: string): Promise<readonly Record<string, string>[]> {
  const idsOf = (name: string, items: readonly { id: string }[]) => items.map(({ id }) => ({ [name]: id }))
  const query = { limit: 100 }
  if (path.includes(":orderId")) return idsOf("orderId", (await test.call(listOrders, { as, query: {} })).items)
  if (path.includes(":webhookId")) return idsOf("webhookId", (await test.call(listWebhooks, { as })).items)
  if (path.includes(":factId")) return idsOf("factId", (await test.call(listFacts, { as, query: {} })).items)
  if (path.includes(":runId")) {
    const { items } = await test.call(listCorrections, { as, query: {} })
    return items.map(({ run }) => ({ runId: run.id }))
  }
  if (path.includes(":promiseId")) return idsOf("promiseId", (await test.call(listPromises, { as, query })).items)
  if (path.includes(":customerId")) return idsOf("customerId", (await test.call(listCustomers, { as, query })).items)
  if (path.includes(":ownRuleId")) return idsOf("ownRuleId", (await test.call(listOwnRules, { as })).items)
  if (path.includes(":documentId")) return idsOf("documentId", (await test.call(readAudit, { as })).documents)
  const conversations = await test.call(listConversations, { as, query: { ...query, filter: "all" } })
  if (path.includes(":conversationId")) return idsOf("conversationId", conversations.items)
  if (!path.includes(":messageId")) return [{}]
  const threads = await Promise.all(
    conversations.items.map(({ id }) => test.call(readConversation, { as, params: { conversationId: id } })),
  )
  const reviewed = threads.flatMap(({ messages }) => messages).filter(({ verdict }) => verdict !== null)
  return idsOf("messageId", reviewed)
}
