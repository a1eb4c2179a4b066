import ICAL from "ical.js"
import { beforeAll, describe, expect, it } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { type Shop, type TestApp, openShop, openTestApp } from "../../../test/http.ts"
import * as contract from "../../contract/calendar-links.ts"
import { createCustomer } from "../../contract/customers.ts"
import { createPromise, keepPromise } from "../../contract/promises.ts"

describe("A member's calendar feed", () => {
  eachStore((store) => {
    let test: TestApp
    let shop: Shop
    beforeAll(async () => {
      test = await openTestApp(store.database())
      shop = await openShop(test, "old-mill")
    })

    async function promised(words: string) {
      const customer = await test.call(createCustomer, { as: shop.as, body: { name: "Rosa" } })
      return test.call(createPromise, {
        as: shop.as,
        body: {
          customerId: customer.id,
          channel: "call",
          words,
          deed: "call-back",
          ownerId: shop.memberId,
          due: { until: "2027-01-04T10:00:00Z" },
        },
      })
    }

    const get = (url: string, headers: Record<string, string> = {}) =>
      test.app.inject({ method: "GET", url: new URL(url).pathname, headers })

    it("shows what they owe, says when nothing has changed, and ends when it is taken back", async () => {
      const call = await promised("I'll ring you")
      const { url } = await test.call(contract.createCalendarLink, { as: shop.as })
      expect((await test.call(contract.createCalendarLink, { as: shop.as })).url).toBe(url)
      const first = await get(url)
      expect(first.statusCode).toBe(200)
      expect(first.headers["content-type"]).toBe("text/calendar; charset=utf-8")
      const events = new ICAL.Component(ICAL.parse(first.body)).getAllSubcomponents("vevent")
      expect(events.map((each) => new ICAL.Event(each).summary)).toEqual(["I'll ring you (Rosa)"])

      const etag = String(first.headers["etag"])
      const again = await get(url, { "if-none-match": etag })
      expect([again.statusCode, again.body]).toEqual([304, ""])
      await promised("I'll send it")
      const changed = await get(url, { "if-none-match": etag })
      expect(changed.statusCode).toBe(200)
      expect(changed.headers["etag"]).not.toBe(etag)
      const params = { promiseId: call.id }
      await test.call(keepPromise, { as: shop.as, params, body: { evidence: { kind: "word" } } })
      expect((await get(url)).body).not.toContain("I'll ring you")

      await test.call(contract.revokeCalendarLink, { as: shop.as })
      expect((await get(url)).statusCode).toBe(404)
      expect(await test.call(contract.readCalendarLink, { as: shop.as })).toEqual({ link: null })
      expect((await test.call(contract.createCalendarLink, { as: shop.as })).url).not.toBe(url)
    })

    it("is nobody's at a guessed address, and stops with its member", async () => {
      const { url } = await test.call(contract.createCalendarLink, { as: shop.as })
      expect((await get(url.replace(/[0-9a-f]\.ics/, "x.ics"))).statusCode).toBe(404)
      await test.desk.database.query("update members set removed_at = now() where member_id = $1", [shop.memberId])
      expect((await get(url)).statusCode).toBe(404)
    })
  })
})
