import { beforeAll, describe, expect, it } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { type Shop, type TestApp, openShop, openTestApp } from "../../../test/http.ts"
import { listNotices, readNotices, sayOnIt } from "../../contract/notices.ts"
import { createPromise, readPromise } from "../../contract/promises.ts"
import { createLog } from "../../contract/messages.ts"
import { showNotice } from "../follow-through/show-notice.ts"
import { runOnce } from "../follow-through/run-once.ts"
import { type LinkAction, linkToken } from "../verbs/notice-links.ts"

describe("A link in a member's mail", () => {
  eachStore((store) => {
    let test: TestApp
    let shop: Shop
    beforeAll(async () => {
      test = await openTestApp(store.database())
      shop = await openShop(test, "harbour")
    })

    async function made(words = "I will ring you <before> four.") {
      const { as, memberId } = shop
      const { customer } = await test.call(createLog, {
        as,
        body: { customer: { name: "Margaret" }, channel: "call", text: "She rang.", promises: [] },
      })
      const due = { until: test.desk.now().add({ hours: 24 }).toString() }
      const body = {
        customerId: customer.id,
        channel: "call" as const,
        words,
        deed: "call-back",
        ownerId: memberId,
        due,
      }
      return test.call(createPromise, { as, body })
    }

    function addressOf(promiseId: string, action: LinkAction): string {
      const { workspaceId, memberId } = shop
      return `/api/act/${linkToken(test.desk, { workspaceId, memberId, promiseId, step: "due", round: 0, action })}`
    }

    const press = (url: string, body = "") =>
      test.app.inject({
        method: "POST",
        url,
        payload: body,
        headers: { "content-type": "application/x-www-form-urlencoded" },
      })

    it("asks first and changes nothing when it is opened, however often", async () => {
      const promise = await made()
      for (let time = 0; time < 3; time += 1) {
        const page = await test.app.inject({ url: addressOf(promise.id, "kept") })
        expect(page.statusCode).toBe(200)
        expect(page.body).toContain("Was it kept?")
        expect(page.body).toContain("I will ring you &lt;before&gt; four.")
        expect(page.body).not.toContain("<script")
      }
      const { state } = await test.call(readPromise, { as: shop.as, params: { promiseId: promise.id } })
      expect(state).toBe("open")
    })

    it("records it as kept on the member's word, with their note, once", async () => {
      const promise = await made()
      const url = addressOf(promise.id, "kept")
      const done = await press(url, "note=Rang+her+at+home")
      expect([done.statusCode, done.body.includes("Recorded as kept, on your word.")]).toEqual([200, true])
      const read = await test.call(readPromise, { as: shop.as, params: { promiseId: promise.id } })
      expect(read).toMatchObject({ state: "kept", evidence: { kind: "word", note: "Rang her at home" } })
      const again = await press(url)
      expect([again.statusCode, again.body.includes("used already")]).toEqual([409, true])
    })

    it("works for one of two that press it at once", async () => {
      const promise = await made()
      const url = addressOf(promise.id, "kept")
      const answers = await Promise.all([press(url), press(url)])
      expect(answers.map(({ statusCode }) => statusCode).toSorted((one, other) => one - other)).toEqual([200, 409])
    })

    it("stops working after a week, and never worked when it was made up or changed", async () => {
      const promise = await made()
      const url = addressOf(promise.id, "on-it")
      const changed = url.replace("on-it", "kept")
      expect((await press(changed)).statusCode).toBe(404)
      expect((await test.app.inject({ url: "/api/act/made-up" })).statusCode).toBe(404)
      const now = test.desk.now().toString()
      test.desk.pass({ hours: 24 * 7 + 1 })
      const late = await press(url)
      expect([late.statusCode, late.body.includes("expired")]).toEqual([409, true])
      test.desk.setClock(now)
    })

    it("to somebody who takes no part any more does nothing", async () => {
      const promise = await made()
      const url = addressOf(promise.id, "kept")
      const at = test.desk.now().toString()
      await test.desk.database.query("update members set removed_at = $2 where member_id = $1", [shop.memberId, at])
      expect((await press(url)).statusCode).toBe(409)
      await test.desk.database.query("update members set removed_at = null where member_id = $1", [shop.memberId])
      expect((await press(url)).statusCode).toBe(200)
    })

    it("to hand it over says when there is nobody to take it, and stays unused", async () => {
      const promise = await made()
      const refused = await press(addressOf(promise.id, "hand-over"))
      expect([refused.statusCode, refused.body.includes("nobody to take it")]).toEqual([409, true])
    })

    it("is one of several ways: the list shows the notice, and 'I'm on it' works there too", async () => {
      const promise = await made("I will send the wheel.")
      test.desk.setClock(Temporal.Instant.from(promise.dueUntil ?? "").toString())
      while ((await runOnce(test.desk)) || (await showNotice(test.desk)));
      const { items, unread } = await test.call(listNotices, { as: shop.as })
      const notice = items.find(({ promiseId }) => promiseId === promise.id)
      expect([notice?.step, unread > 0]).toEqual(["due", true])
      await test.call(sayOnIt, { as: shop.as, params: { noticeId: notice?.id ?? "" } })
      await test.call(readNotices, { as: shop.as, body: { upTo: test.desk.now().toString() } })
      const after = await test.call(listNotices, { as: shop.as })
      expect([after.unread, after.items.find(({ id }) => id === notice?.id)?.onItAt]).toEqual([0, expect.any(String)])
    })
  })
})
