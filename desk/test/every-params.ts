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
  "/trust-report/headlines": PERIOD,
  "/standing-promises": PERIOD,
  "/decline-counts": { ...PERIOD, q: "frame" },
  "/retention-preview": { kind: "texts", months: 12 },
  "/holidays": { country: "GB" },
  "/trust-report/cases": { ...PERIOD, figure: "declines:all" },
  "/trust-report/promises": { ...PERIOD, figure: "closed" },
}

type Params = readonly Record<string, string>[]

/** Of what the path names, all there is; one empty set for a path without parameters. Asked for once by each caller. */
export function everyParams(test: TestApp, as: Caller): (path: string) => Promise<Params> {
  const known = new Map<string, Promise<Params>>()
  return async (path) => {
    const name = NAMES.find((each) => path.includes(`:${each}`))
    if (name === undefined) return [{}]
    const ids = known.get(name) ?? idsOf(name, test, as)
    known.set(name, ids)
    return ids
  }
}

/** The first that a path has is what it is about. */
const NAMES = [
  "orderId",
  "webhookId",
  "factId",
  "runId",
  "promiseId",
  "customerId",
  "companyId",
  "ownRuleId",
  "documentId",
  "conversationId",
  "messageId",
] as const

async function idsOf(name: (typeof NAMES)[number], test: TestApp, as: Caller): Promise<Params> {
  const ids = await listed(name, test, as)
  return ids.map((id) => ({ [name]: id }))
}

async function listed(name: (typeof NAMES)[number], test: TestApp, as: Caller): Promise<readonly string[]> {
  const query = { limit: 100 }
  const idOf = ({ id }: { readonly id: string }) => id
  switch (name) {
    case "orderId":
      return (await test.call(listOrders, { as, query: {} })).items.map(idOf)
    case "webhookId":
      return (await test.call(listWebhooks, { as })).items.map(idOf)
    case "factId":
      return (await test.call(listFacts, { as, query: {} })).items.map(idOf)
    case "runId":
      return (await test.call(listCorrections, { as, query: {} })).items.map(({ run }) => run.id)
    case "promiseId":
      return (await test.call(listPromises, { as, query })).items.map(idOf)
    case "customerId":
      return (await test.call(listCustomers, { as, query })).items.map(idOf)
    case "companyId":
      return (await test.call(listCompanies, { as, query: {} })).items.map(idOf)
    case "ownRuleId":
      return (await test.call(listOwnRules, { as })).items.map(idOf)
    case "documentId":
      return (await test.call(readAudit, { as })).documents.map(idOf)
    case "conversationId":
      return (await test.call(listConversations, { as, query: { ...query, filter: "all" } })).items.map(idOf)
    case "messageId":
      return messagesOf(test, as)
    default:
      throw new Error(`unknown ${name satisfies never}`)
  }
}

async function messagesOf(test: TestApp, as: Caller): Promise<readonly string[]> {
  const ids = await listed("conversationId", test, as)
  const threads = await Promise.all(
    ids.map((conversationId) => test.call(readConversation, { as, params: { conversationId } })),
  )
  const reviewed = threads.flatMap(({ messages }) => messages).filter(({ verdict }) => verdict !== null)
  return reviewed.map(({ id }) => id)
}
