import { beforeAll, describe, expect, it } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { everyParams, queryFor } from "../../../test/every-params.ts"
import { HIDDEN, OF_NO_CONVERSATION, hideHalf, secretsOf } from "../../../test/hidden-mailbox.ts"
import { type Caller, type TestApp, openShop, openTestApp } from "../../../test/http.ts"
import { join } from "../../../test/join.ts"
import { writeCompany } from "../../contract/companies.ts"
import { figuresAndLists } from "../../../test/report-lists.ts"
import { listConversations } from "../../contract/conversations.ts"
import { readCustomer, writeCustomer } from "../../contract/customers.ts"
import { createApiKey } from "../../contract/mail-settings.ts"
import { writeMailboxAccess } from "../../contract/mailbox-access.ts"
import { documentPaths } from "../../contract/messages.ts"
import { createOrder } from "../../contract/orders.ts"
import { listPromises } from "../../contract/promises.ts"
import { routes } from "../../contract/routes.ts"
import { listProposals, readToday, searchEverything } from "../../contract/today.ts"
import { SEEN_TABLES } from "../database/as-seen.ts"
import { listBehindFigure, listCasesBehind, readTrustReport } from "../../contract/trust-report.ts"
import { openSample, purgeSample } from "../../contract/workspace.ts"

const gets = routes.filter(({ method }) => method === "GET")

describe("In the sample shop", () => {
  eachStore((store) => {
    let test: TestApp
    let as: Caller
    let sample: { id: string; slug: string }
    let paramsOf: ReturnType<typeof everyParams>
    beforeAll(async () => {
      test = await openTestApp(store.database())
      const shop = await openShop(test, "old-mill")
      sample = await test.call(openSample, { as: shop.as })
      as = { ...shop.as, slug: sample.slug }
      // The sample shop has sold nothing; it can tell no program, so that there is no delivery to list.
      const [conversation] = (await test.call(listConversations, { as, query: {} })).items
      const sold = { conversationId: conversation?.id ?? "", number: "41", product: "Bike", orderedOn: "2026-11-02" }
      await test.call(createOrder, { as, body: sold })
      paramsOf = everyParams(test, as)
    })

    it.each(gets.map((route) => [route.path, route] as const))(
      "%s answers as the contract says",
      async (_path, route) => {
        const query = queryFor(route.path)
        for (const params of await paramsOf(route.path)) await test.call(route, { as, params, query })
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

    describe("the mail of an address that only admins may see", () => {
      let without: Caller
      let key: Caller
      let secrets: readonly string[]
      beforeAll(async () => {
        const { id: workspaceId, slug } = sample
        without = await join(test, { workspaceId, slug, name: "Wim", role: "lead" })
        key = { key: (await test.call(createApiKey, { as, body: { name: "Bot" } })).key }
        await hideHalf(test, workspaceId)
        await test.call(writeMailboxAccess, { as, body: { address: HIDDEN, everybody: false } })
        secrets = await secretsOf(test, workspaceId)
      })
      const foundIn = (body: string) => secrets.filter((secret) => body.includes(secret))

      it("each table was thought of: what of it is hidden, or that nothing in it is of a conversation", async () => {
        const tables = await store
          .database()
          .query<{ name: string }>(
            `select table_name as "name" from information_schema.columns where column_name = 'workspace_id' and table_schema = current_schema()`,
          )
        const known = [...SEEN_TABLES, ...OF_NO_CONVERSATION]
        expect(tables.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([])
      })

      it("is there for an admin", async () => {
        expect(foundIn((await test.send(readToday, { as })).body).length).toBeGreaterThan(10)
        expect(secrets.length).toBeGreaterThan(200)
      })

      it.each(gets.filter(({ caller }) => caller !== "anyone").map((route) => [route.path, route] as const))(
        "is nowhere in %s",
        async (_path, route) => {
          for (const params of await paramsOf(route.path)) {
            for (const caller of Object.keys(params).length === 0 ? [without, key] : [without]) {
              const { body, statusCode } = await test.send(route, { as: caller, params, query: queryFor(route.path) })
              expect(statusCode).toBeLessThan(500)
              expect(foundIn(body)).toEqual([])
            }
          }
        },
      )

      it("is in no figure of the trust report, and what is behind each is as many as it counts", async () => {
        const year = { from: "2026-01-01T00:00:00Z", until: "2027-01-01T00:00:00Z" }
        const whole = await test.call(readTrustReport, { as, query: year })
        const report = await test.call(readTrustReport, { as: without, query: year })
        expect(report.closed).toBeLessThan(whole.closed)
        for (const [figure, count, list] of figuresAndLists(report)) {
          const { count: behind } =
            list === "promises"
              ? await test.call(listBehindFigure, { as: without, query: { ...year, figure } })
              : await test.call(listCasesBehind, { as: without, query: { ...year, figure: list } })
          expect([figure, behind]).toEqual([figure, count])
        }
      })

      it.each(documentPaths.filter((path) => path !== "/changes").map((path) => [path]))(
        "is in no document of %s",
        async (path) => {
          for (const params of await paramsOf(path)) {
            const url = `/api/v1${path.replaceAll(/:(\w+)/g, (_whole, name: string) => params[name] ?? "0")}`
            const headers = { cookie: without.cookie ?? "", "aboveboard-workspace": without.slug ?? "" }
            expect(foundIn((await test.app.inject({ url, headers })).body)).toEqual([])
          }
        },
      )

      it("is counted in no answer to a change", async () => {
        const { database } = test.desk
        const [owed] = await database.query<{ id: string }>(
          `select p.customer_id as "id" from promise_rows p join conversations v using (workspace_id, conversation_id)
           where workspace_id = $1 and v.came_by = $2 and p.state = 'open' limit 1`,
          [sample.id, HIDDEN],
        )
        const customerId = owed?.id ?? ""
        await database.query(
          `insert into conversations (workspace_id, conversation_id, customer_id, channel, created_at, last_message_at)
           values ($1, $2, $3, 'call', now(), now())`,
          [sample.id, test.desk.newId(), customerId],
        )
        const change = { as: without, params: { customerId }, body: { company: "Crank Ltd" } }
        const changed = await test.call(writeCustomer, change)
        const params = { companyId: changed.companyId ?? "" }
        const company = await test.call(writeCompany, { as: without, params, body: { name: "Cranks Ltd" } })
        const whole = await test.call(readCustomer, { as, params: { customerId } })
        expect([changed.owes, company.owes, whole.owes > 0]).toEqual([0, 0, true])
      })
    })

    it("everything is gone once it is removed", async () => {
      await test.call(purgeSample, { as, params: { workspaceId: sample.id } })
      expect(await test.refused(readToday, { as })).toMatchObject({ status: 404 })
    })
  })
})
