import { describe, expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { runUntil, takeSteps } from "../../../test/follow-through.ts"
import { openPromiseShop } from "../../../test/promise-shop.ts"
import type { Queries } from "../database/database.ts"
import { listNotices } from "../database/notice-list.ts"
import { readSettings } from "../database/settings.ts"
import { keepPromise } from "../verbs/settle.ts"
import { changeWorkspace } from "../verbs/workspace.ts"

eachStore((store) => {
  const shop = () => openPromiseShop(store.database())

  describe("mail", () => {
    test("gathers what comes within minutes, and goes to the member alone", async () => {
      const { desk, promise, outgoing } = await shop()
      await promise("2026-11-19T16:00:00Z", "I'll ring you before four.")
      await promise("2026-11-19T16:02:00Z", "I'll send the invoice.")
      await runUntil(desk, outgoing.send, "2026-11-19T14:10:00Z", { minutes: 1 })
      expect(outgoing.mails).toHaveLength(1)
      const [mail] = outgoing.mails
      expect(mail?.to).toEqual([{ name: "Max", address: "max@example.com" }])
      expect(mail?.subject).toBe(
        "Half of the time is left, due Thu 19 Nov, 16:00: I'll ring you before four. and 1 more",
      )
      expect(mail?.text).toContain("I'll send the invoice.")
      expect(mail?.text).toMatch(/Kept, on my word: http:\/\/desk\.test\/api\/act\/\S+/)
    })

    test("says nothing of what was settled before it left", async () => {
      const { desk, promise, outgoing, member } = await shop()
      const id = await promise()
      desk.setClock("2026-11-19T14:00:00Z")
      await takeSteps(desk, outgoing.send)
      await keepPromise(desk, member, id, { kind: "word" })
      await runUntil(desk, outgoing.send, "2026-11-19T14:30:00Z")
      expect(outgoing.mails).toEqual([])
    })

    test("that the server takes later is not sent after work", async () => {
      const { desk, promise, outgoing } = await shop()
      await promise("2026-11-19T18:00:00Z")
      let isDown = true
      const times: string[] = []
      const send: typeof outgoing.send = async (server, mail) => {
        if (isDown) return { kind: "later", words: "try again" }
        times.push(desk.now().toString())
        return outgoing.send(server, mail)
      }
      await runUntil(desk, send, "2026-11-19T16:59:00Z", { minutes: 1 })
      isDown = false
      desk.setClock("2026-11-19T17:01:00Z")
      await runUntil(desk, send, "2026-11-20T10:00:00Z", { minutes: 15 })
      expect(times.filter((at) => at < "2026-11-20T09:00:00Z")).toEqual([])
      expect(times.length).toBeGreaterThan(0)
    })

    test("never goes to a customer: a row of the outbox takes a member's id, and no address that a customer has", async () => {
      const { desk, promise, outgoing, customerId, member, workspaceId } = await shop()
      const row = [workspaceId, desk.newId(), desk.newId(), customerId, desk.now().toString()]
      await expect(
        desk.database.query(
          `insert into outbox (workspace_id, outbox_id, idempotency_key, kind, member_id, next_at, created_at)
           values ($1, $2, $3, 'notice', $4, $5, $5)`,
          row,
        ),
      ).rejects.toThrow("foreign key")
      const columns = await desk.database.query<{ name: string }>(
        `select attname as "name" from pg_attribute where attrelid in ('outbox'::regclass, 'notices'::regclass) and attname like '%address%'`,
      )
      expect(columns).toEqual([])
      await desk.database.query(
        `insert into addresses (workspace_id, address_id, customer_id, kind, value, shown, created_at)
         values ($1, $2, $3, 'mail', 'max@example.com', 'Max@example.com', $4)`,
        [workspaceId, desk.newId(), customerId, desk.now().toString()],
      )
      await promise()
      await runUntil(desk, outgoing.send, "2026-11-19T16:30:00Z")
      expect(outgoing.mails).toEqual([])
      const [latest] = await listNotices(desk.database, workspaceId, member.id)
      expect(latest?.mailProblem).toContain("also a customer's")
    })

    test("is left alone where an admin has turned it off, and the desk still tells", async () => {
      const { desk, promise, outgoing, told, admin, member } = await shop()
      await promise()
      const followThrough = { ...(await settingsOf(desk.database, admin.workspaceId)), byMail: false }
      await changeWorkspace(desk, admin, { settings: { followThrough } })
      await runUntil(desk, outgoing.send, "2026-11-19T14:30:00Z")
      expect(outgoing.mails).toEqual([])
      expect(await told(member.id)).toEqual(["half Max Thu 14:00"])
    })
  })

  describe("the policy", () => {
    test("that is changed moves the next look of every promise", async () => {
      const { desk, promise, outgoing, told, admin, everybody, problems } = await shop()
      await promise()
      const followThrough = {
        ...(await settingsOf(desk.database, admin.workspaceId)),
        beforeDueMinutes: 30,
        standInMinutes: 15,
      }
      await changeWorkspace(desk, admin, { settings: { followThrough } })
      expect(await problems()).toEqual([])
      await runUntil(desk, outgoing.send, "2026-11-19T16:30:00Z")
      expect(await told(...everybody)).toEqual([
        "half Max Thu 14:00",
        "soon Max Thu 15:30",
        "due Max Thu 16:00",
        "stand-in Lea Thu 16:15",
      ])
    })
  })
})

async function settingsOf(queries: Queries, id: string) {
  return (await readSettings(queries, id)).followThrough
}
