import { readAudit } from "../src/contract/audit.ts"
import { listCompanies } from "../src/contract/companies.ts"
import { listConversations, readConversation } from "../src/contract/conversations.ts"
import { listCorrections } from "../src/contract/corrections.ts"
import { listCustomers } from "../src/contract/customers.ts"
import { listFacts } from "../src/contract/facts.ts"
import { listOrders } from "../src/contract/orders.ts"
import { listOwnRules } from "../src/contract/own-rules.ts"
import { listPromises } from "../src/contract/promises.ts"
import { listWebhooks } from "../src/contract/webhooks.ts"
import type { Caller, TestApp } from "./http.ts"

const PERIOD = { from: "2026-11-01T00:00:00Z", until: "2026-12-01T00:00:00Z" }

/** What a path cannot be asked without. */
export function queryFor(path: string): object {
  return QUERIES[path] ?? {}
}

const QUERIES: Readonly<Record<string, object>> = {
  "/search": { q: "the" },
  "/trust-report": PERIOD,
  "/standing-promises": PERIOD,
  "/decline-counts": { ...PERIOD, q: "frame" },
  "/retention-preview": { kind: "texts", months: 12 },
  "/holidays": { country: "GB" },
  "/trust-report/cases": { ...PERIOD, figure: "declines:all" },
  "/trust-report/promises": { ...PERIOD, figure: "closed" },
}

/** Of what the path names, all there is; one empty set for a path without parameters. */
export async function everyParams(test: TestApp, as: Caller, path: string): Promise<readonly Record<string, string>[]> {
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
  if (path.includes(":companyId")) return idsOf("companyId", (await test.call(listCompanies, { as, query: {} })).items)
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
