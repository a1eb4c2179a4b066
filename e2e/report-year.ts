import { isDeepStrictEqual } from "node:util"
import { listCustomers } from "../desk/src/contract/customers.ts"
import { countDeclines, listDeclines, listWrongRequests } from "../desk/src/contract/declines.ts"
import { readNeeds } from "../desk/src/contract/needs.ts"
import { listOrders, readOrder } from "../desk/src/contract/orders.ts"
import { listPracticeCases } from "../desk/src/contract/practice.ts"
import type { Route } from "../desk/src/contract/route.ts"
import { createStandingPromise, listStandingPromises } from "../desk/src/contract/standing-promises.ts"
import { listBehindFigure, listCasesBehind, readTrustReport } from "../desk/src/contract/trust-report.ts"
import type { Database } from "../desk/src/server/database/database.ts"
import * as verbs from "../desk/src/server/verbs/trust-report.ts"
import { insertGeneratedYear } from "../desk/test/generated-desk.ts"
import { type Shop, type TestApp, openShop, openTestApp } from "../desk/test/http.ts"
import { reportBySql, rounded } from "../desk/test/report-by-sql.ts"
import { figuresAndLists } from "../desk/test/report-lists.ts"

export const CONVERSATIONS = 20_000
const NOW = "2027-01-01T00:00:00Z"
const YEAR = { from: "2026-01-01T00:00:00Z", until: NOW }

export type ReportYear = { readonly test: TestApp; readonly shop: Shop }

/** A desk of twelve months and 20,000 conversations, at the end of its year. */
export async function openReportYear(database: Database): Promise<ReportYear> {
  const test = await openTestApp(database)
  const shop = await openShop(test, "year")
  const { workspaceId, memberId: ownerId } = shop
  await insertGeneratedYear(database, { workspaceId, ownerId, conversations: CONVERSATIONS })
  test.desk.setClock(YEAR.from)
  for (const measure of [
    { kind: "first-answer", minutes: 480, percent: 90 },
    { kind: "kept-in-time", deed: null, percent: 90 },
    { kind: "told-before-late", deed: null, percent: 90 },
  ] as const) {
    const text = { what: "We answer.", limits: "", complain: "Write to us." }
    await test.call(createStandingPromise, { as: shop.as, body: { ...text, measure } })
  }
  await database.query("analyze")
  test.desk.setClock(NOW)
  return { test, shop }
}

/** Every figure of its trust report beside SQL of its own, and every list beside its figure; what differs. */
export async function recountYear({ test, shop }: ReportYear): Promise<readonly string[]> {
  const { desk } = test
  const report = await verbs.readTrustReport(desk, shop.workspaceId, YEAR)
  const told = await reportBySql(desk.database, { workspaceId: shop.workspaceId, ...YEAR, now: NOW })
  const wrong: string[] = []
  if (!isDeepStrictEqual(rounded(report), told)) {
    wrong.push(`The report says\n${JSON.stringify(rounded(report))}\nand the SQL says\n${JSON.stringify(told)}`)
  }
  for (const [figure, count, list] of figuresAndLists(report)) {
    const query = { ...YEAR, figure }
    const { count: behind } =
      list === "promises"
        ? await test.call(listBehindFigure, { as: shop.as, query })
        : await test.call(listCasesBehind, { as: shop.as, query: { ...YEAR, figure: list } })
    if (behind !== count) wrong.push(`${figure} counts ${count}, and its list has ${behind}`)
  }
  return wrong
}

/** What the screens of saying no, needs, sales, practice and the report ask the desk for, each by its name. */
export async function screensOf({ test, shop }: ReportYear): Promise<Readonly<Record<string, () => Promise<void>>>> {
  const ask = (route: Route, parts: object) => async () => {
    const answer = await test.send(route, { as: shop.as, ...parts })
    if (answer.statusCode !== 200) throw new Error(`${route.path}: ${answer.body}`)
  }
  const orders = await test.call(listOrders, { as: shop.as, query: {} })
  const [customer] = (await test.call(listCustomers, { as: shop.as, query: {} })).items
  const { database } = test.desk
  const [conversation] = await database.query<{ id: string }>(
    "select conversation_id as id from conversations where workspace_id = $1 order by created_at desc limit 1",
    [shop.workspaceId],
  )
  const quarter = { from: "2026-10-02T00:00:00Z", until: NOW }
  return {
    "trust report, 12 months": ask(readTrustReport, { query: YEAR }),
    "trust report, 3 months": ask(readTrustReport, { query: quarter }),
    "promises behind a figure, 12 months": ask(listBehindFigure, { query: { ...YEAR, figure: "closed" } }),
    "statements behind a figure": ask(listCasesBehind, { query: { ...YEAR, figure: "claims:stale" } }),
    "promises to every customer, 12 months": ask(listStandingPromises, { query: YEAR }),
    "customers who came back": ask(listCasesBehind, { query: { ...YEAR, figure: "returning:late" } }),
    "orders undone after a broken promise": ask(listCasesBehind, {
      query: { ...YEAR, figure: "orders:let-down-undone" },
    }),
    "what we said no to": ask(listDeclines, { query: {} }),
    "what we said no to, by its words": ask(listDeclines, { query: { q: "too late", basis: "policy" } }),
    "how often we said no": ask(countDeclines, { query: YEAR }),
    "wrong requests": ask(listWrongRequests, {}),
    orders: ask(listOrders, { query: {} }),
    "orders to be undone": ask(listOrders, { query: { filter: "undone" } }),
    "an order with what came before": ask(readOrder, { params: { orderId: orders.items[0]?.id ?? "" } }),
    "needs of a conversation": ask(readNeeds, { params: { conversationId: conversation?.id ?? customer?.id ?? "" } }),
    "practice desk": ask(listPracticeCases, {}),
  }
}
