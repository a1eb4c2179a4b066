import { randomUUID } from "node:crypto"
import { beforeAll, describe, expect, it } from "vitest"
import { eachStore } from "../../../test/database.ts"
import {
  type Caller,
  PASSWORD,
  type Shop,
  type TestApp,
  cookiesOf,
  openShop,
  openTestApp,
  signIn,
} from "../../../test/http.ts"
import { createCustomer } from "../../contract/customers.ts"
import { createApiKey } from "../../contract/mail-settings.ts"
import * as contract from "../../contract/members.ts"
import { createPromise, readPromise } from "../../contract/promises.ts"
import { endSessionsOfMember } from "../../contract/security.ts"
import { readMe, writePreferences } from "../../contract/session.ts"
import { readToday } from "../../contract/today.ts"
import { readTrustReport } from "../../contract/trust-report.ts"
import { readWorkspace, writeWorkspace } from "../../contract/workspace.ts"
import { insertConversation } from "../database/conversations.ts"
import { insertMessage, insertReview } from "../database/messages.ts"
import { insertTask } from "../database/tasks.ts"

describe("The team", () => {
  eachStore((store) => {
    let test: TestApp
    let shop: Shop
    let bea: Caller & { id: string }
    beforeAll(async () => {
      test = await openTestApp(store.database())
      shop = await openShop(test, "old-mill")
      bea = await join("bea@example.org", "Bea")
    })
    async function join(email: string, name: string, password = PASSWORD) {
      const { token } = await test.call(contract.createInvitation, { as: shop.as, body: { email, role: "member" } })
      const response = await test.send(contract.acceptInvitation, { body: { token, name, password } })
      const as = { cookie: cookiesOf(response), slug: "old-mill" }
      const me = await test.call(readMe, { as })
      return { ...as, id: me.current?.member.id ?? "" }
    }

    it("grows by an invitation, whose token works once", async () => {
      const { token } = await test.call(contract.createInvitation, {
        as: shop.as,
        body: { email: "Cem@Example.org", role: "lead" },
      })
      const told = await test.call(contract.readInvitation, { body: { token } })
      expect(told).toEqual({ workspace: "old-mill", email: "cem@example.org", hasUser: false })
      const accept = { body: { token, name: "Cem", password: PASSWORD } }
      expect(await test.call(contract.acceptInvitation, accept)).toEqual({ slug: "old-mill" })
      expect(await test.refused(contract.acceptInvitation, accept)).toMatchObject({ status: 404 })
      const { items } = await test.call(contract.listMembers, { as: shop.as })
      expect(items).toContainEqual(expect.objectContaining({ name: "Cem", role: "lead", email: "cem@example.org" }))
    })

    it("takes no expired and no revoked invitation", async () => {
      const invite = (email: string) =>
        test.call(contract.createInvitation, { as: shop.as, body: { email, role: "member" } })
      const revoked = await invite("dan@example.org")
      await test.call(contract.revokeInvitation, { as: shop.as, params: { invitationId: revoked.id } })
      expect(await test.refused(contract.readInvitation, { body: { token: revoked.token } })).toMatchObject({
        status: 404,
      })
      const replaced = await invite("eve@example.org")
      const expired = await invite("eve@example.org")
      expect(await test.refused(contract.readInvitation, { body: { token: replaced.token } })).toMatchObject({
        status: 404,
      })
      test.desk.pass({ hours: 8 * 24 })
      expect(await test.refused(contract.readInvitation, { body: { token: expired.token } })).toMatchObject({
        status: 404,
      })
    })

    it("asks somebody with a password on this desk for that one", async () => {
      const harbour = await openShop(test, "harbour")
      const { token } = await test.call(contract.createInvitation, {
        as: harbour.as,
        body: { email: "bea@example.org", role: "member" },
      })
      const guess = { body: { token, name: "Bea", password: "somebody else's guess" } }
      expect(await test.refused(contract.acceptInvitation, guess)).toMatchObject({ status: 422 })
      await test.call(contract.acceptInvitation, { body: { token, name: "Bea", password: PASSWORD } })
      const me = await test.call(readMe, { as: bea })
      expect(me.workspaces.map(({ slug }) => slug)).toEqual(["old-mill", "harbour"])
    })

    it("is changed by admins only, and never without one", async () => {
      const params = { memberId: shop.memberId }
      expect(await test.refused(contract.writeMember, { as: bea, params, body: { role: "member" } })).toMatchObject({
        status: 403,
      })
      expect(await test.refused(contract.writeMember, { as: shop.as, params, body: { role: "lead" } })).toMatchObject({
        status: 409,
      })
      expect(await test.refused(contract.removeMember, { as: shop.as, params })).toMatchObject({ status: 409 })
    })

    it("hands over what a removed member owes, to the stand-in, and each promise says so", async () => {
      const fay = await join("fay@example.org", "Fay")
      const gus = await join("gus@example.org", "Gus")
      const customer = await test.call(createCustomer, { as: shop.as, body: { name: "Ida" } })
      const promise = await test.call(createPromise, {
        as: fay,
        body: {
          customerId: customer.id,
          channel: "call",
          words: "Send the invoice",
          deed: "send",
          ownerId: fay.id,
          due: { until: "2027-01-04T10:00:00Z" },
        },
      })
      await test.call(contract.writeMember, { as: shop.as, params: { memberId: fay.id }, body: { standInId: gus.id } })
      const removed = await test.call(contract.removeMember, { as: shop.as, params: { memberId: fay.id } })
      expect(removed).toEqual({ handedOver: 1, to: gus.id })
      const after = await test.call(readPromise, { as: shop.as, params: { promiseId: promise.id } })
      expect(after).toMatchObject({ owner: { name: "Gus" }, chainVerifies: true })
      expect(after.entries.at(-1)).toMatchObject({ kind: "handed-over", body: { why: "removed" } })
      expect(await test.refused(readWorkspace, { as: fay })).toMatchObject({ status: 401 })
    })

    it("signs a member out everywhere, where an admin says so, and lets them sign in again", async () => {
      const ivy = await join("ivy@example.org", "Ivy")
      const params = { memberId: ivy.id }
      expect(await test.refused(endSessionsOfMember, { as: bea, params })).toMatchObject({ status: 403 })
      expect(await test.call(endSessionsOfMember, { as: shop.as, params })).toEqual({ ended: 1 })
      expect(await test.refused(readWorkspace, { as: ivy })).toMatchObject({ status: 401 })
      const again = await signIn(test, "ivy@example.org")
      expect(again.statusCode).toBe(200)
    })

    it("takes the API keys along that a removed admin has made", async () => {
      const hal = await join("hal@example.org", "Hal")
      const role = (to: "admin" | "member") =>
        test.call(contract.writeMember, { as: shop.as, params: { memberId: hal.id }, body: { role: to } })
      await role("admin")
      const { key } = await test.call(createApiKey, { as: hal, body: { name: "Hal's script" } })
      await test.call(readWorkspace, { as: { key } })
      await test.call(contract.removeMember, { as: shop.as, params: { memberId: hal.id } })
      expect(await test.refused(readWorkspace, { as: { key } })).toMatchObject({ status: 401 })
    })

    it("shows leads and admins what was sent in spite of a hold and why, members only how often", async () => {
      const { workspaceId, memberId } = shop
      const { id: customerId } = await test.call(createCustomer, { as: shop.as, body: { name: "Rosa" } })
      const database = store.database()
      const [conversationId, messageId, taskId] = [randomUUID(), randomUUID(), randomUUID()]
      const at = "2026-06-01T10:00:00Z"
      const conversation = { workspaceId, id: conversationId, customerId, channel: "mail" as const, subject: null, at }
      await insertConversation(database, conversation)
      const by = { kind: "member" as const, id: memberId }
      const sent = { kind: "outbound" as const, channel: "mail" as const, by, at, recordedAt: at, text: "€49", own: [] }
      await insertMessage(database, { workspaceId, id: messageId, conversationId, salt: "0".repeat(32), ...sent })
      const review = { override: { reason: "Agreed with Lea" } }
      await insertReview(database, { workspaceId, messageId, verdict: "hold", review, at })
      const words = "Sent. Reason: Agreed with Lea"
      await insertTask(database, { workspaceId, id: taskId, kind: "override", ownerId: memberId, words, at })
      const period = { from: "2026-01-01T00:00:00Z", until: "2027-01-01T00:00:00Z" }
      const seen = async (as: Caller) => {
        const { overrides, reviewed } = await test.call(readTrustReport, { as, query: period })
        const { tasks } = await test.call(readToday, { as, query: {} })
        return [overrides.map(({ reason }) => reason), reviewed.overridden, tasks.map((task) => task.words)]
      }
      expect(await seen(shop.as)).toEqual([["Agreed with Lea"], 1, [words]])
      expect(await seen(bea)).toEqual([[], 1, []])
    })

    it("keeps each member's own preferences", async () => {
      await test.call(writePreferences, { as: bea, body: { theme: "dark" } })
      const me = await test.call(writePreferences, { as: bea, body: { keys: "off", zone: "Asia/Tokyo" } })
      expect(me.current?.member).toMatchObject({ zone: "Asia/Tokyo", preferences: { theme: "dark", keys: "off" } })
    })

    it("works by settings that an admin changes one at a time", async () => {
      const before = await test.call(readWorkspace, { as: bea })
      const change = { settings: { graceMinutes: 60 } }
      const after = await test.call(writeWorkspace, { as: shop.as, body: change })
      expect(after.settings).toEqual({ ...before.settings, graceMinutes: 60 })
      expect(await test.refused(writeWorkspace, { as: bea, body: change })).toMatchObject({ status: 403 })
    })
  })
})
