import { beforeAll, describe, expect, it } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { ORIGIN, type Shop, type TestApp, openShop, openTestApp } from "../../../test/http.ts"
import { addAddress, createCustomer, writeCustomer } from "../../contract/customers.ts"
import { createLog, createNote } from "../../contract/messages.ts"
import { createPromise, handOverPromise, listPromises } from "../../contract/promises.ts"
import { writeMailSettings } from "../../contract/mail-settings.ts"
import { readToday } from "../../contract/today.ts"
import { writeWorkspace } from "../../contract/workspace.ts"
import { verify } from "../verbs/verify.ts"

const INVALID = { status: 422, code: "invalid" }

describe("What is at the edge of what can be kept", () => {
  eachStore((store) => {
    let test: TestApp
    let shop: Shop
    let customerId: string
    beforeAll(async () => {
      test = await openTestApp(store.database())
      shop = await openShop(test, "old-mill")
      customerId = (await test.call(createCustomer, { as: shop.as, body: { name: "Margaret" } })).id
    })
    const promise = (over: object = {}) => ({
      as: shop.as,
      body: {
        customerId,
        channel: "call" as const,
        words: "I'll ring you.",
        deed: "call-back",
        ownerId: shop.memberId,
        due: { until: "2026-12-01T10:00:00Z" },
        ...over,
      },
    })

    it.each([
      [{ saidAt: "0000-01-01T00:00:00Z" }],
      [{ saidAt: "0001-01-01T00:00:00+14:00" }],
      [{ due: { until: "9999-12-31T23:59:59-12:00" } }],
      [{ due: { until: "+275760-09-13T00:00:00Z" } }],
      [{ due: { until: "2026-12-01T10:00:00+23:59" } }],
      [{ due: { until: "2026-02-30T10:00:00Z" } }],
    ])("is refused where no calendar reckons with it: %j", async (over) => {
      expect(await test.refused(createPromise, promise(over))).toMatchObject(INVALID)
    })

    it("is taken at the ends of what the calendar reckons with, and shown again", async () => {
      await test.call(
        createPromise,
        promise({ saidAt: "1900-01-01T00:00:00-12:00", due: { until: "1900-01-02T00:00:00Z" } }),
      )
      await test.call(createPromise, promise({ due: { until: "2999-12-31T23:59:59.999+12:00" } }))
      expect((await test.call(readToday, { as: shop.as })).owed).toHaveLength(2)
      expect((await test.call(listPromises, { as: shop.as })).items).toHaveLength(2)
    })

    it("is the same id in upper case", async () => {
      const made = await test.call(
        createPromise,
        promise({ customerId: customerId.toUpperCase(), ownerId: shop.memberId.toUpperCase() }),
      )
      const params = { promiseId: made.id.toUpperCase() }
      const body = { ownerId: shop.memberId.toUpperCase() }
      await test.call(handOverPromise, { as: shop.as, params, body })
      expect((await verify(test.desk)).problems).toEqual([])
    })

    it("is no cursor when it only looks like one", async () => {
      const id = "01900000-0000-7000-8000-000000000001"
      for (const at of ["+275760-09-13T00:00:00Z", "-000001-01-01T00:00Z", "2026-01-01T00:00:00+01:00[Europe/Paris]"]) {
        expect(await test.refused(listPromises, { as: shop.as, query: { cursor: `${at}|${id}` } })).toMatchObject(
          INVALID,
        )
      }
    })

    it("is no name when nobody can see it, or when it is more than a line", async () => {
      for (const name of ["\u200b\u200b", "\u2066 \u2069", "A\r\nBcc: somebody@example.org", "\u202etxt.exe"]) {
        expect([name, await test.refused(createCustomer, { as: shop.as, body: { name } })]).toMatchObject([
          name,
          INVALID,
        ])
      }
      const fromName = "The shop\nBcc: somebody@example.org"
      const settings = { fromName, addresses: [], server: null }
      expect(await test.refused(writeMailSettings, { as: shop.as, body: settings })).toMatchObject(INVALID)
      for (const name of ["مريم", "👩‍🔧", "Ó Briain"]) await test.call(createCustomer, { as: shop.as, body: { name } })
    })

    it("is no address when it would be two, or cannot be seen, or is longer than mail allows", async () => {
      for (const shown of ["a>,<b@example.org", "a;b@example.org", "\u202ea@example.org", "a\u200b@example.org"]) {
        const body = { kind: "mail" as const, shown }
        expect(await test.refused(addAddress, { as: shop.as, params: { customerId }, body })).toMatchObject(INVALID)
      }
      const log = { channel: "call" as const, text: "She rang.", promises: [] }
      const customer = { mail: `${"a".repeat(5_000)}@example.org` }
      expect(await test.refused(createLog, { as: shop.as, body: { ...log, customer } })).toMatchObject(INVALID)
      await test.call(createLog, { as: shop.as, body: { ...log, customer: { name: "Bo", mail: " ", phone: "" } } })
    })

    it("is no time zone when it is an offset or a date", async () => {
      for (const zone of ["+05:00", "2020-01-01T00:00Z", "2020-01-01T00:00Z[Europe/Paris]", "Mars/Olympus"]) {
        expect(
          await test.refused(writeCustomer, { as: shop.as, params: { customerId }, body: { zone } }),
        ).toMatchObject(INVALID)
        expect(await test.refused(writeWorkspace, { as: shop.as, body: { settings: { zone } } })).toMatchObject(INVALID)
      }
    })

    it("are no working hours when they end before they begin, or overlap, or go on after midnight", async () => {
      for (const shifts of [
        [{ from: "17:00", until: "09:00" }],
        [{ from: "09:00", until: "09:00" }],
        [
          { from: "13:00", until: "17:00" },
          { from: "09:00", until: "13:30" },
        ],
        [{ from: "09:00", until: "24:30" }],
      ]) {
        const settings = { hours: { "1": shifts } }
        expect(await test.refused(writeWorkspace, { as: shop.as, body: { settings } })).toMatchObject(INVALID)
      }
    })

    it("are no working hours at all, and then every minute counts", async () => {
      await test.call(writeWorkspace, { as: shop.as, body: { settings: { hours: {} } } })
      await test.call(createPromise, promise())
      expect((await verify(test.desk)).problems).toEqual([])
    })

    it("is a text of 100,000 characters, and not one more", async () => {
      const customer = { name: "Somebody who talks much" }
      const log = (text: string) => ({ as: shop.as, body: { customer, channel: "call" as const, text, promises: [] } })
      const { message } = await test.call(createLog, log("🚲".repeat(50_000)))
      expect(message.text).toHaveLength(100_000)
      expect(await test.refused(createLog, log("x".repeat(100_001)))).toMatchObject(INVALID)
      const params = { conversationId: message.conversationId }
      expect(await test.refused(createNote, { as: shop.as, params, body: { text: " \u200b " } })).toMatchObject(INVALID)
    })

    it("keeps a promise that was found with a due time which no calendar reckons with", async () => {
      const body = {
        customer: { name: "Ida" },
        channel: "call" as const,
        text: "I will call you in 9000 years.",
        promises: [],
      }
      expect((await test.call(createLog, { as: shop.as, body })).proposed).toHaveLength(1)
    })

    it("is refused when it is nested deeper than anything that we take", async () => {
      const payload = `{"name":"x","more":${"[".repeat(100_000)}${"]".repeat(100_000)}}`
      const headers = {
        "content-type": "application/json",
        origin: ORIGIN,
        host: "desk.test",
        cookie: shop.as.cookie ?? "",
      }
      const answer = await test.app.inject({ method: "POST", url: "/api/v1/customers", headers, payload })
      expect(answer.json()).toMatchObject(INVALID)
    })
  })
})
