import pino from "pino"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { type TestApp, openShop, openTestApp } from "../../../test/http.ts"
import { MIGRATIONS } from "../../../test/seeds.ts"
import { createCustomer } from "../../contract/customers.ts"
import { createPromise } from "../../contract/promises.ts"
import { searchEverything } from "../../contract/today.ts"
import { listenForScrapes } from "./listen.ts"
import { type Metrics, openMetrics } from "./open-metrics.ts"

describe("A desk that is watched", () => {
  eachStore((store) => {
    let test: TestApp
    let metrics: Metrics
    const lines: string[] = []
    beforeAll(async () => {
      metrics = openMetrics(store.database(), () => test.desk.now())
      const log = pino({ level: "info" }, { write: (line) => void lines.push(line) })
      test = await openTestApp(store.database(), { observe: metrics.observe, log, migrationsFolder: MIGRATIONS })
    })
    afterAll(() => test.app.close())

    it("counts requests by their route, and what waits, without any word or name", async () => {
      const shop = await openShop(test, "harbour")
      const due = { until: "2026-11-19T16:00:00Z" }
      const { id: customerId } = await test.call(createCustomer, { as: shop.as, body: { name: "Rosa Feld" } })
      const body = { customerId, channel: "call", words: "Send the pump", deed: "send", due } as const
      await test.call(createPromise, { as: shop.as, body: { ...body, ownerId: shop.memberId } })
      await test.send(searchEverything, { as: shop.as, query: { q: "Rosa Feld" } })
      const text = await metrics.text()
      expect(text).toContain('aboveboard_http_requests_total{method="POST",route="/api/v1/promises",status="200"} 1')
      expect(text).toContain('aboveboard_http_request_seconds_count{route="/api/v1/search"} 1')
      for (const line of ["database_up 1", "promises_open 1", "outbox_waiting 0"])
        expect(text).toContain(`aboveboard_${line}`)
      expect(text).not.toMatch(/Rosa|harbour/)
    })

    it("writes a line for each request, found by the id that the answer bears, without texts and addresses", async () => {
      const shop = await openShop(test, "mill")
      const answer = await test.send(searchEverything, { as: shop.as, query: { q: "rosa@example.org" } })
      const id = String(answer.headers["x-request-id"])
      const line: unknown = JSON.parse(lines.find((each) => each.includes(id)) ?? "null")
      expect(line).toMatchObject({ requestId: id, method: "GET", route: "/api/v1/search", status: 200 })
      expect(lines.join("")).not.toMatch(/rosa|mill/)
    })

    it("is alive without its database's tables, but not ready", async () => {
      const ask = async (url: string) => (await test.app.inject({ url })).json<unknown>()
      expect(await ask("/readyz")).toEqual({ ok: true })
      await store.database().query("update migrations set checksum = 'another' where number = 1")
      expect(await ask("/readyz")).toEqual({ ok: false, problem: "The tables are those of another version." })
      expect(await ask("/healthz")).toEqual({ ok: true })
      await store.database().query("alter table promise_rows rename to moved")
      expect(await metrics.text()).toContain("aboveboard_database_up 0")
      await store.database().query("alter table moved rename to promise_rows")
    })

    it("shows its figures on an address of their own", async () => {
      const scrapes = await listenForScrapes(metrics, { host: "127.0.0.1", port: 18_378 }, () => {})
      const answer = await fetch("http://127.0.0.1:18378/metrics")
      expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining("aboveboard_nodejs_")])
      expect((await fetch("http://127.0.0.1:18378/")).status).toBe(404)
      await scrapes.close()
      expect((await test.app.inject({ url: "/metrics" })).body).not.toContain("aboveboard_nodejs_")
    })
  })
})
