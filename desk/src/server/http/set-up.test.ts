import { beforeAll, describe, expect, it } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { PASSWORD, type TestApp, cookiesOf, openTestApp } from "../../../test/http.ts"
import * as members from "../../contract/members.ts"
import * as session from "../../contract/session.ts"

const SET_UP = {
  workspace: "Old Mill & Söhne",
  zone: "Europe/Berlin",
  name: "Ines",
  email: "Ines@example.org",
  password: PASSWORD,
}

describe("The first visit", () => {
  eachStore((store) => {
    let test: TestApp
    beforeAll(async () => {
      test = await openTestApp(store.database())
    })

    it("is asked for until there is a workspace", async () => {
      expect(await test.call(session.readSetup)).toEqual({ needed: true })
    })

    it("refuses a time zone that nobody knows, and a short password", async () => {
      const zone = await test.refused(session.createSetup, { body: { ...SET_UP, zone: "Mars/Olympus" } })
      expect(zone).toMatchObject({ status: 422, code: "invalid", fields: [{ path: "zone" }] })
      const short = await test.refused(session.createSetup, { body: { ...SET_UP, password: "short" } })
      expect(short).toMatchObject({ status: 422, fields: [{ path: "password" }] })
    })

    it("is refused under a name that anybody could let point here, and taken under those that are the desk's", async () => {
      const body = { ...SET_UP, zone: "Mars/Olympus" } // refused in any case, so that the desk stays as it is
      const statusAt = async (host: string) =>
        (await test.refused(session.createSetup, { body, headers: { host, origin: `http://${host}` } })).status
      for (const host of [
        "evil.example",
        "evil.example:8377",
        "localhost.evil.example",
        "desk.test.evil.example",
        "127.0.0.1.evil.example",
        "192.168.1.5",
        "",
      ]) {
        expect([host, await statusAt(host)]).toEqual([host, 403])
      }
      for (const host of [
        "desk.test",
        "desk.test:9000",
        "localhost:8377",
        "shop.localhost",
        "127.0.0.1:9000",
        "[::1]:8377",
      ]) {
        expect([host, await statusAt(host)]).toEqual([host, 422])
      }
      expect(await test.call(session.readSetup)).toEqual({ needed: true })
    })

    it("makes the workspace and its admin, who is signed in by it", async () => {
      const response = await test.send(session.createSetup, { body: SET_UP })
      expect(response.json()).toEqual({ slug: "old-mill-sohne" })
      const me = await test.call(session.readMe, { as: { cookie: cookiesOf(response) } })
      expect(me).toMatchObject({
        user: { name: "Ines", email: "ines@example.org" },
        workspaces: [{ slug: "old-mill-sohne", name: "Old Mill & Söhne", kind: "real" }],
        current: { member: { role: "admin", zone: "Europe/Berlin" }, canSend: false, addresses: [] },
      })
    })

    it("happens once", async () => {
      expect(await test.call(session.readSetup)).toEqual({ needed: false })
      expect(await test.refused(session.createSetup, { body: SET_UP })).toMatchObject({ status: 409, code: "conflict" })
    })

    it("leaves nobody else a way to sign up", async () => {
      const headers = { "content-type": "application/json" }
      const body = { name: "Mallory", email: "mallory@example.org", password: PASSWORD }
      const answer = await test.app.inject({ method: "POST", url: "/api/auth/sign-up/email", headers, payload: body })
      expect(answer.statusCode).toBe(404)
    })

    it("is followed by signing in with the right password only", async () => {
      const wrong = await signIn(test, "a wrong passphrase")
      expect(wrong.statusCode).toBe(401)
      expect(wrong.json()).toMatchObject({ code: "unauthenticated" })
      const right = await signIn(test, PASSWORD)
      const { items } = await test.call(members.listMembers, { as: { cookie: cookiesOf(right) } })
      expect(items).toMatchObject([{ name: "Ines", role: "admin", owes: 0 }])
    })

    it("keeps the session cookie from scripts and from other sites", async () => {
      const { cookies } = await signIn(test, PASSWORD)
      expect(cookies.find(({ name }) => name.endsWith("session_token"))).toMatchObject({
        httpOnly: true,
        sameSite: "Lax",
      })
    })

    it("ends a session at sign-out", async () => {
      const as = { cookie: cookiesOf(await signIn(test, PASSWORD)) }
      await test.app.inject({
        method: "POST",
        url: "/api/auth/sign-out",
        headers: { cookie: as.cookie, "sec-fetch-site": "same-origin" },
      })
      expect(await test.refused(session.readMe, { as })).toMatchObject({ status: 401, code: "unauthenticated" })
    })
  })
})

function signIn(test: TestApp, password: string) {
  const headers = { "content-type": "application/json" }
  const body = { email: "ines@example.org", password }
  return test.app.inject({ method: "POST", url: "/api/auth/sign-in/email", headers, payload: body })
}
