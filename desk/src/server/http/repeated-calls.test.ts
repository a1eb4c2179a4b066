import { beforeAll, describe, expect, it } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { type Shop, type TestApp, openShop, openTestApp } from "../../../test/http.ts"
import { createApiKey } from "../../contract/mail-settings.ts"
import { createInvitation, listInvitations } from "../../contract/members.ts"
import { createCustomer, listCustomers } from "../../contract/customers.ts"
import { insertChange } from "../database/changes.ts"
import { commit } from "../verbs/desk.ts"
import { sweep } from "../verbs/sweep.ts"
import { once } from "./idempotency.ts"

describe("A call that is repeated with its Idempotency-Key", () => {
  eachStore((store) => {
    let test: TestApp
    let shop: Shop
    beforeAll(async () => {
      test = await openTestApp(store.database())
      shop = await openShop(test, "old-mill")
    })
    const add = (name: string, key: string) =>
      test.send(createCustomer, { as: shop.as, body: { name }, headers: { "idempotency-key": key } })
    const names = async () => (await test.call(listCustomers, { as: shop.as })).items.map(({ name }) => name)

    it("is done once and answered alike", async () => {
      const first = await add("Ada", "one")
      const second = await add("Ada", "one")
      expect(second.json()).toEqual(first.json())
      expect(second.statusCode).toBe(200)
      expect(await names()).toEqual(["Ada"])
    })

    it("is a conflict when it is another request", async () => {
      expect((await add("Bea", "one")).json()).toMatchObject({ status: 409, code: "conflict" })
      expect(await names()).toEqual(["Ada"])
    })

    it("is done once when both come at the same moment", async () => {
      const answers = await Promise.all([add("Cem", "two"), add("Cem", "two"), add("Cem", "two")])
      const ids = new Set(answers.map((answer) => answer.json().id))
      expect(ids.size).toBe(1)
      expect(await names()).toEqual(["Ada", "Cem"])
    })

    it("is a first one again after a refusal", async () => {
      expect((await add("", "three")).statusCode).toBe(422)
      expect((await add("Dan", "three")).statusCode).toBe(200)
    })

    it("belongs to whoever sent it", async () => {
      const other = await openShop(test, "harbour")
      const answer = await test.send(createCustomer, {
        as: other.as,
        body: { name: "Ada" },
        headers: { "idempotency-key": "one" },
      })
      expect(answer.statusCode).toBe(200)
    })

    it("does not show a secret twice", async () => {
      const options = { as: shop.as, body: { name: "Till" }, headers: { "idempotency-key": "four" } }
      expect((await test.call(createApiKey, options)).key).toMatch(/^ab_/)
      expect(await test.refused(createApiKey, options)).toMatchObject({ status: 409 })
      const rows = await test.desk.database.query<{ answer: unknown }>(
        "select answer from idempotency_keys where key = 'four'",
      )
      expect(rows).toEqual([{ answer: null }])
    })

    it("is forgotten after a day", async () => {
      const headers = { "idempotency-key": "five" }
      const body = { email: "new@old-mill.example", role: "member" } as const
      await test.call(createInvitation, { as: shop.as, body, headers })
      test.desk.pass({ hours: 25 })
      await sweep(test.desk)
      await test.call(createInvitation, { as: shop.as, body, headers })
      expect((await test.call(listInvitations, { as: shop.as })).items).toHaveLength(1)
    })

    it("leaves nothing behind when the desk fails between the change and the answer", async () => {
      const { workspaceId, memberId } = shop
      const actor = { workspaceId, by: { kind: "member", id: memberId }, role: "admin" } as const
      const id = test.desk.newId()
      const change = { workspaceId, kind: "member", id, at: test.desk.now().toString() } as const
      const call = { key: "six", content: {}, keeps: "answer" } as const
      const failing = once(test.desk, actor, call, async (desk) => {
        await commit(desk, (queries) => insertChange(queries, change))
        throw new Error("the power went")
      })
      await expect(failing).rejects.toThrow("the power went")
      expect(await test.desk.database.query("select 1 from changes where id = $1", [id])).toEqual([])
      expect(await test.desk.database.query("select 1 from idempotency_keys where key = 'six'")).toEqual([])
    })

    it("wakes open screens once, and after the real commit", async () => {
      const { workspaceId, memberId } = shop
      const actor = { workspaceId, by: { kind: "member", id: memberId }, role: "admin" } as const
      const id = test.desk.newId()
      const change = { workspaceId, kind: "member", id, at: test.desk.now().toString() } as const
      const seen: Promise<readonly unknown[]>[] = []
      const committed = () => {
        seen.push(test.desk.database.query("select 1 from changes where id = $1", [id]))
      }
      const call = { key: "eight", content: {}, keeps: "answer" } as const
      await once({ ...test.desk, committed }, actor, call, async (desk) => {
        await commit(desk, (queries) => insertChange(queries, change))
        await commit(desk, async () => {})
        return { ok: true }
      })
      expect(await Promise.all(seen)).toEqual([[{ "?column?": 1 }]])
    })

    it("undoes only the step that failed when the rest goes on", async () => {
      const { workspaceId, memberId } = shop
      const actor = { workspaceId, by: { kind: "member", id: memberId }, role: "admin" } as const
      const at = test.desk.now().toString()
      const [kept, undone] = [test.desk.newId(), test.desk.newId()]
      await once(test.desk, actor, { key: "seven", content: {}, keeps: "answer" }, async (desk) => {
        await commit(desk, (queries) => insertChange(queries, { workspaceId, kind: "member", id: kept, at }))
        const failing = commit(desk, async (queries) => {
          await insertChange(queries, { workspaceId, kind: "member", id: undone, at })
          await queries.query("select 1 / 0")
        })
        await failing.catch(() => {})
        return { ok: true }
      })
      const rows = await test.desk.database.query("select id from changes where id = any($1::uuid[])", [[kept, undone]])
      expect(rows).toEqual([{ id: kept }])
    })
  })
})
