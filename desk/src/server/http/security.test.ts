import { type LightMyRequestResponse } from "fastify"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as contract from "../../contract/security.ts"
import { readMe } from "../../contract/session.ts"
import { listSettingsLog } from "../../contract/settings-log.ts"
import { readToday } from "../../contract/today.ts"
import { insertPasskey } from "../database/identity-passkeys.ts"
import { resetSecondFactor } from "../verbs/reset-password.ts"
import { writeWorkspace } from "../../contract/workspace.ts"
import { codeOf } from "../../../test/authenticator.ts"
import { oneStore } from "../../../test/database.ts"
import { ORIGIN, PASSWORD, type TestApp, cookiesOf, openShop, openTestApp, signIn } from "../../../test/http.ts"
import { type SignInProvider, startSignInProvider } from "../../../test/sign-in-provider.ts"

describe("Signing in with more than a password", () => {
  let provider: SignInProvider
  beforeAll(async () => {
    provider = await startSignInProvider()
  })
  afterAll(() => provider.close())

  oneStore((store) => {
    const openApp = (limits = { all: 100_000, signIn: 100_000 }) => {
      const { issuer, clientId, clientSecret } = provider
      return openTestApp(
        store.database(),
        { limits },
        { provider: { issuer, clientId, clientSecret, name: "Harbour" } },
      )
    }
    const mailOf = (slug: string) => `admin@${slug}.example`

    async function openSecured(slug: string) {
      const test = await openApp()
      const shop = await openShop(test, slug)
      const set = await test.call(contract.prepareSecondFactor, { body: { password: PASSWORD }, as: shop.as })
      const confirmed = await test.send(contract.confirmSecondFactor, {
        body: { code: codeOf(set.uri, -1) },
        as: shop.as,
      })
      return { test, shop, ...set, as: { cookie: cookiesOf(confirmed), slug } }
    }

    it("asks for a code after the password once the first one was entered, and takes each only once", async () => {
      const { test, uri, recoveryCodes, as } = await openSecured("totp")
      expect(recoveryCodes).toHaveLength(10)
      expect(await test.call(contract.readSecurity, { as })).toMatchObject({
        secondFactor: true,
        recoveryCodesLeft: 10,
        sessions: [{ by: "code", current: true }],
      })
      const first = await signIn(test, mailOf("totp"))
      expect(first.json()).toEqual({ done: false, needs: "code" })
      expect((await test.send(readMe, { as: { cookie: cookiesOf(first) } })).statusCode).toBe(401)
      expect(await enter(test, first, "code", "000000")).toMatchObject({ statusCode: 422 })
      const code = codeOf(uri)
      const entered = await enter(test, first, "code", code)
      expect(entered.json()).toEqual({ done: true })
      expect(await test.call(readMe, { as: { cookie: cookiesOf(entered) } })).toMatchObject({ secureFirst: false })
      const { items } = await test.call(listSettingsLog, { as: { cookie: cookiesOf(entered), slug: "totp" } })
      expect(items.map(({ kind, after }) => [kind, after["by"]])).toEqual([
        ["signed-in", "code"],
        ["second-factor-on", undefined],
        ["signed-in", "password"],
      ])
      const again = await enter(test, await signIn(test, mailOf("totp")), "code", code)
      expect(again.json()).toMatchObject({ code: "invalid", detail: expect.stringContaining("used before") })
      expect(cookiesOf(again)).toBe("")
    })

    it("takes a recovery code once, and new ones end the old ones", async () => {
      const { test, recoveryCodes, as } = await openSecured("recovery")
      const [code = "", other = ""] = recoveryCodes
      const entered = await enter(test, await signIn(test, mailOf("recovery")), "recovery-code", code)
      expect(entered.statusCode).toBe(200)
      const security = await test.call(contract.readSecurity, { as })
      expect(security).toMatchObject({ recoveryCodesLeft: 9 })
      expect(security.sessions.map(({ by }) => by).toSorted()).toEqual(["code", "recovery-code"])
      const again = await enter(test, await signIn(test, mailOf("recovery")), "recovery-code", code)
      expect(again.statusCode).toBe(422)
      await test.call(contract.createRecoveryCodes, { body: { password: PASSWORD }, as })
      const old = await enter(test, await signIn(test, mailOf("recovery")), "recovery-code", other)
      expect(old.statusCode).toBe(422)
    })

    it("gives up after five wrong codes, and after ten locks for a quarter of an hour", async () => {
      const { test, uri } = await openSecured("guesses")
      const first = await signIn(test, mailOf("guesses"))
      for (let tries = 0; tries < 5; tries += 1) await enter(test, first, "code", "111111")
      expect(await enter(test, first, "code", codeOf(uri))).toMatchObject({ statusCode: 401 })
      const second = await signIn(test, mailOf("guesses"))
      for (let tries = 0; tries < 5; tries += 1) await enter(test, second, "code", "111111")
      const third = await enter(test, await signIn(test, mailOf("guesses")), "code", codeOf(uri))
      expect(third.json()).toMatchObject({ code: "too_many", detail: expect.stringContaining("quarter of an hour") })
    })

    it("counts guesses of codes, and of the password behind an open session, by address", async () => {
      const test = await openApp({ all: 100_000, signIn: 3 })
      const shop = await openShop(test, "limited")
      const guess = { body: { password: "a wrong passphrase" }, as: shop.as }
      expect(await test.refused(contract.prepareSecondFactor, guess)).toMatchObject({ code: "invalid" })
      expect(await test.refused(contract.endSecondFactor, guess)).toMatchObject({ code: "invalid" })
      expect(await test.refused(contract.preparePasskey, guess)).toMatchObject({ code: "too_many" })
      expect(await enter(test, await signIn(test, mailOf("limited")), "code", "1")).toMatchObject({ statusCode: 429 })
    })

    it("is asked of every member where an admin says so, and lets nobody past with a password alone", async () => {
      const test = await openApp()
      const shop = await openShop(test, "strict")
      const body = { settings: { access: { secondFactor: "required" } } } as const
      await test.call(writeWorkspace, { body, as: shop.as })
      expect(await test.refused(readToday, { as: shop.as })).toMatchObject({ status: 403, code: "second_factor" })
      expect(await test.call(readMe, { as: shop.as })).toMatchObject({ secureFirst: true, current: null })
      const { uri } = await test.call(contract.prepareSecondFactor, { body: { password: PASSWORD }, as: shop.as })
      expect(await test.refused(contract.confirmSecondFactor, { body: { code: "1" }, as: shop.as })).toMatchObject({
        code: "invalid",
      })
      const confirmed = await test.send(contract.confirmSecondFactor, { body: { code: codeOf(uri) }, as: shop.as })
      const as = { cookie: cookiesOf(confirmed), slug: "strict" }
      expect(await test.call(readMe, { as })).toMatchObject({
        secureFirst: false,
        current: { member: { role: "admin" } },
      })
      await test.call(readToday, { as })
      const changed = await changePassword(test, as.cookie, "another long passphrase")
      await test.call(readToday, { as: { cookie: cookiesOf(changed), slug: "strict" } })
      const ended = await test.send(contract.endSecondFactor, {
        body: { password: "another long passphrase" },
        as: { cookie: cookiesOf(changed) },
      })
      expect(await test.refused(readToday, { as: { cookie: cookiesOf(ended), slug: "strict" } })).toMatchObject({
        code: "second_factor",
      })
    })

    it("is not set up anew by whoever knows the password alone of somebody who has a passkey", async () => {
      const test = await openApp()
      const { as } = await openShop(test, "passkeyed")
      const [user] = await test.desk.database.query<{ id: string }>("select id from identity_users where email = $1", [
        mailOf("passkeyed"),
      ])
      const passkey = { id: "p", name: "Key", credential: "c", publicKey: "k", counter: 0, transports: [] }
      await insertPasskey(test.desk.database, { ...passkey, userId: user?.id ?? "" }, "2026-11-19T10:00:00Z")
      await test.call(contract.endOtherSessions, { as })
      const { request } = await test.call(contract.preparePasskey, { body: { password: PASSWORD }, as })
      expect(request).not.toBe("")
      const body = { settings: { access: { secondFactor: "required" } } } as const
      await test.call(writeWorkspace, { body, as })
      const given = { body: { password: PASSWORD }, as }
      for (const route of [contract.prepareSecondFactor, contract.preparePasskey, contract.createRecoveryCodes]) {
        expect(await test.refused(route, given)).toMatchObject({ code: "forbidden" })
      }
      const params = { passkeyId: "00000000-0000-4000-8000-000000000000" }
      expect(await test.refused(contract.deletePasskey, { params, as })).toMatchObject({ code: "forbidden" })
    })

    it("is given up by the operator for somebody who has lost it all", async () => {
      const { test, as } = await openSecured("lost")
      await resetSecondFactor(test.desk, "Admin@Lost.example")
      expect(await test.refused(readMe, { as })).toMatchObject({ status: 401 })
      expect((await signIn(test, mailOf("lost"))).json()).toEqual({ done: true })
      await expect(resetSecondFactor(test.desk, "x@lost.example")).rejects.toThrow("Nobody on this desk signs in as")
    })

    it("lists where one is signed in, and signs out there or everywhere else", async () => {
      const test = await openApp()
      const shop = await openShop(test, "places")
      const [one, two] = [await signIn(test, mailOf("places")), await signIn(test, mailOf("places"))]
      const { sessions } = await test.call(contract.readSecurity, { as: shop.as })
      expect(sessions.filter(({ current }) => current)).toHaveLength(1)
      expect(sessions).toHaveLength(3)
      const gone = sessions.find(({ current }) => !current)?.id ?? ""
      const params = { sessionId: gone }
      await test.call(contract.endSession, { params, as: shop.as })
      expect(await test.refused(contract.endSession, { params, as: shop.as })).toMatchObject({ code: "not_found" })
      expect(await test.call(contract.endOtherSessions, { as: shop.as })).toEqual({ ended: 1 })
      for (const other of [one, two]) {
        expect(await test.refused(readMe, { as: { cookie: cookiesOf(other) } })).toMatchObject({ status: 401 })
      }
      const stranger = await openShop(test, "strangers")
      const own = (await test.call(contract.readSecurity, { as: shop.as })).sessions[0]?.id ?? ""
      const theirs = await test.refused(contract.endSession, { params: { sessionId: own }, as: stranger.as })
      expect(theirs).toMatchObject({ code: "not_found" })
    })

    it("through the organisation's provider, for those who have been invited, by a verified address", async () => {
      const test = await openApp()
      const shop = await openShop(test, "oidc")
      await test.call(writeWorkspace, {
        body: { settings: { access: { secondFactor: "required" } } },
        as: shop.as,
      })
      provider.who = { sub: "ines", email: mailOf("oidc"), email_verified: true, name: "Ines" }
      const { location, cookie } = await throughProvider(test)
      expect(location).toBe("/oidc/today")
      await test.call(readToday, { as: { cookie, slug: "oidc" } })
      expect((await test.call(contract.readSecurity, { as: { cookie } })).sessions[0]).toMatchObject({ by: "provider" })
      const kept = await store
        .database()
        .query("select access_token, refresh_token, id_token from identity_accounts where provider_id = 'oidc'")
      expect(kept).toEqual([{ access_token: null, refresh_token: null, id_token: null }])
      provider.who = { ...provider.who, email: "ines-has-married@oidc.example" }
      expect(await throughProvider(test)).toMatchObject({ location: "/oidc/today" })
    })

    it("but not for an address that the provider has not verified, a stranger, a forged token or another browser", async () => {
      const test = await openApp()
      await openShop(test, "forged")
      const refused = { location: expect.stringMatching(/^\/sign-in\?error=/), cookie: "" }
      provider.who = { sub: "eve", email: mailOf("forged"), email_verified: false, name: "Eve" }
      expect(await throughProvider(test)).toMatchObject(refused)
      provider.who = { sub: "eve", email: "eve@elsewhere.example", email_verified: true, name: "Eve" }
      expect(await throughProvider(test)).toMatchObject(refused)
      provider.who = { sub: "eve", email: mailOf("forged"), email_verified: true, name: "Eve" }
      provider.forges = true
      expect(await throughProvider(test)).toMatchObject(refused)
      provider.forges = false
      expect(await throughProvider(test, "no cookies")).toMatchObject(refused)
      expect(await throughProvider(test)).toMatchObject({ location: "/oidc/today" })
    })
  })
})

function post(test: TestApp, path: string, cookie: string, payload: unknown): Promise<LightMyRequestResponse> {
  const headers = { "content-type": "application/json", origin: ORIGIN, host: new URL(ORIGIN).host, cookie }
  return test.app.inject({ method: "POST", url: `/api/auth/${path}`, headers, payload: JSON.stringify(payload) })
}

function enter(test: TestApp, after: LightMyRequestResponse, kind: "code" | "recovery-code", code: string) {
  return post(test, `sign-in/${kind}`, cookiesOf(after), { code })
}

function changePassword(test: TestApp, cookie: string, newPassword: string) {
  return post(test, "change-password", cookie, { currentPassword: PASSWORD, newPassword })
}

/** What a browser does: to the provider, signed in there, and back. */
async function throughProvider(test: TestApp, browser: "the same" | "no cookies" = "the same") {
  const asked = await post(test, "sign-in/provider", "", { back: "/oidc/today" })
  const there = await fetch(asked.json<{ url: string }>().url, { redirect: "manual" })
  const back = new URL(there.headers.get("location") ?? "")
  const cookie = browser === "the same" ? cookiesOf(asked) : ""
  const headers = { host: new URL(ORIGIN).host, cookie }
  const answer = await test.app.inject({ method: "GET", url: `${back.pathname}${back.search}`, headers })
  const session = answer.cookies.find(({ name, value }) => name.endsWith("session_token") && value !== "")
  return {
    location: answer.headers.location,
    cookie: session === undefined ? "" : `${session.name}=${encodeURIComponent(session.value)}`,
  }
}
