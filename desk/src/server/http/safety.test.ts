import { beforeAll, describe, expect, it } from "vitest"
import { Writable } from "node:stream"
import pino from "pino"
import { eachStore } from "../../../test/database.ts"
import { ORIGIN, PASSWORD, type Shop, type TestApp, openShop, openTestApp, signIn } from "../../../test/http.ts"
import { createCustomer, listCustomers } from "../../contract/customers.ts"
import { createApiKey, listApiKeys, revokeApiKey } from "../../contract/mail-settings.ts"
import { readMe } from "../../contract/session.ts"

const NAME = "Somebody Whose Name Is Private"

describe("The door", () => {
  eachStore((store) => {
    let test: TestApp
    let shop: Shop
    const logged: string[] = []
    beforeAll(async () => {
      const sink = new Writable({
        write(chunk, _encoding, done) {
          logged.push(String(chunk))
          done()
        },
      })
      test = await openTestApp(store.database(), {
        log: pino({ level: "trace" }, sink),
        limits: { all: 1_000, signIn: 20 },
      })
      shop = await openShop(test, "old-mill")
    })
    const add = (headers: Record<string, string>, payload = JSON.stringify({ name: NAME })) =>
      test.app.inject({ method: "POST", url: "/api/v1/customers", headers: { host: "desk.test", ...headers }, payload })
    const json = { "content-type": "application/json" }

    it("refuses a changing call that another site makes with the reader's cookies", async () => {
      const cookie = shop.as.cookie ?? ""
      const crossSite = await add({ ...json, cookie, "sec-fetch-site": "cross-site", origin: "https://evil.example" })
      expect(crossSite.json()).toMatchObject({ status: 403, code: "forbidden" })
      expect((await add({ ...json, cookie, origin: "https://evil.example" })).statusCode).toBe(403)
      expect((await add({ ...json, cookie, origin: "null" })).statusCode).toBe(403)
      expect((await add({ ...json, cookie })).statusCode).toBe(403)
      expect((await add({ ...json, cookie, origin: ORIGIN })).statusCode).toBe(200)
      expect((await add({ ...json, cookie, "sec-fetch-site": "same-origin" })).statusCode).toBe(200)
    })

    it("takes nothing but JSON, so that a form cannot call it", async () => {
      const headers = { cookie: shop.as.cookie ?? "", origin: ORIGIN }
      for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]) {
        const answer = await add({ ...headers, "content-type": type })
        expect(answer.json()).toMatchObject({ status: 422, code: "invalid" })
      }
      const broken = await add({ ...headers, ...json }, `{"name": "${NAME}`)
      expect(broken.json()).toMatchObject({ status: 422, detail: "The request could not be read as JSON." })
      const large = await add({ ...headers, ...json }, JSON.stringify({ name: "x".repeat(1_100_000) }))
      expect(large.json()).toMatchObject({ status: 422, code: "invalid" })
    })

    it("refuses text that the database could not keep", async () => {
      const nul = await test.refused(createCustomer, { as: shop.as, body: { name: "a\0b" } })
      expect(nul).toMatchObject({ status: 422 })
      const half = await test.refused(createCustomer, { as: shop.as, body: { name: "a\ud800b" } })
      expect(half).toMatchObject({ status: 422 })
    })

    it("allows no scripts but the app's own, no frames, and no guessing of types", async () => {
      const { headers } = await test.app.inject({ url: "/api/v1/setup" })
      const policy = String(headers["content-security-policy"])
      expect(policy).toContain("script-src 'self';")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "x-frame-options": "DENY" })
      expect(headers["strict-transport-security"]).toBeUndefined() // this desk is on plain http
    })

    it("sends cookies over TLS only, where that is how it is reached", async () => {
      const secure = await openTestApp(store.database(), { publicUrl: "https://desk.test" })
      const answer = await signIn(secure, "admin@old-mill.example", PASSWORD, "https://desk.test")
      expect(answer.cookies).toContainEqual(
        expect.objectContaining({ name: "__Secure-aboveboard.session_token", secure: true, httpOnly: true }),
      )
      expect(answer.headers["strict-transport-security"]).toContain("max-age=31536000")
    })

    it("lets an API key in, with the rights of a member, until it is revoked", async () => {
      const { key, id } = await test.call(createApiKey, { as: shop.as, body: { name: "Till" } })
      expect((await test.call(listCustomers, { as: { key } })).items.length).toBeGreaterThan(0)
      expect(await test.refused(listApiKeys, { as: { key } })).toMatchObject({ status: 403 })
      expect(await test.refused(readMe, { as: { key } })).toMatchObject({ status: 403 })
      await test.call(revokeApiKey, { as: shop.as, params: { apiKeyId: id } })
      expect(await test.refused(listCustomers, { as: { key } })).toMatchObject({ status: 401, code: "unauthenticated" })
    })

    it("says who is missing where there is no session, and nothing else", async () => {
      expect(await test.refused(listCustomers)).toMatchObject({ status: 401, code: "unauthenticated" })
      const unknown = await test.app.inject({ url: "/api/v1/nothing-here" })
      expect(unknown.json()).toMatchObject({ status: 404, code: "not_found" })
      expect(unknown.headers["content-type"]).toContain("application/problem+json")
    })

    it("tells strangers nothing of what failed inside", async () => {
      const broken = await openTestApp(store.database(), {
        testServer: () => Promise.reject(new TypeError(`${NAME} is not a function`)),
        log: test.app.log,
      })
      const answer = await broken.app.inject({
        method: "POST",
        url: "/api/v1/mail-settings/tests",
        headers: { ...json, cookie: shop.as.cookie ?? "", origin: ORIGIN },
        payload: { host: "mail.example", port: 25, security: "none", username: null },
      })
      expect(answer.json()).toMatchObject({ status: 500, code: "failed" })
      expect(answer.body).not.toContain(NAME)
      expect(logged.join("")).toContain(`"name":"TypeError"`)
    })

    it("stops somebody who tries passwords", async () => {
      const codes: number[] = []
      for (let attempt = 0; attempt < 25; attempt += 1) {
        codes.push((await signIn(test, "admin@old-mill.example", "a wrong passphrase")).statusCode)
      }
      expect(codes.at(-1)).toBe(429)
      expect((await signIn(test, "admin@old-mill.example", PASSWORD)).json()).toMatchObject({ code: "too_many" })
    })

    it("stops them too when they spell the address in another way", async () => {
      const careful = await openTestApp(store.database(), { limits: { all: 1_000, signIn: 3 } })
      const payload = { email: "admin@old-mill.example", password: "a wrong passphrase" }
      const codes: number[] = []
      for (const url of [
        "/api/auth/sign-in/email",
        "/api/%61uth/sign-in/email",
        "/%61pi/auth/sign-in/email/",
        "/api/auth/sign-in/%65mail?x=1",
      ]) {
        codes.push(
          (
            await careful.app.inject({
              method: "POST",
              url,
              headers: { ...json, origin: ORIGIN, host: "desk.test" },
              payload,
            })
          ).statusCode,
        )
      }
      expect(codes).toEqual([401, 401, 401, 429])
    })

    it("logs neither what people wrote nor their addresses", async () => {
      await test.send(listCustomers, { as: shop.as, query: { q: NAME } })
      const log = logged.join("")
      expect(log).toContain(`"route":"/api/v1/customers"`)
      expect(log).not.toContain(NAME)
      expect(log).not.toContain(encodeURIComponent(NAME))
      expect(log).not.toContain("old-mill")
      expect(log).not.toContain("127.0.0.1")
    })
  })
})
