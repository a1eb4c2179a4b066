import { createHmac } from "node:crypto"
import { beforeAll, beforeEach, describe, expect, it } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { type TestDesk, openTestDesk, openTestWorkspace } from "../../../test/desk.ts"
import { listTasks } from "../database/tasks.ts"
import { readBacklog } from "../database/backlog.ts"
import { createCustomer } from "../verbs/customers.ts"
import { logTalk } from "../verbs/log.ts"
import { makePromise, releasePromise } from "../verbs/promises.ts"
import { sweep } from "../verbs/sweep.ts"
import { addWebhook, readDeliveries, removeWebhook, renewSecret, replayDelivery } from "../verbs/webhooks.ts"
import { type Posted, type Posting, tellOnce } from "./webhooks.ts"

type Team = Awaited<ReturnType<typeof openTestWorkspace>>

describe("Webhooks", () => {
  eachStore((store) => {
    let desk: TestDesk
    let team: Team
    let told: { url: string; posting: Posting }[]
    let answer: Posted
    beforeAll(() => {
      desk = openTestDesk(store.database())
    })
    beforeEach(async () => {
      team = await openTestWorkspace(desk)
      told = []
      answer = { kind: "accepted" }
      await desk.database.query("delete from outbox where kind = 'webhook'")
    })
    const tellAll = async () => {
      while (
        await tellOnce(desk, async (url, posting) => {
          told.push({ url, posting })
          return answer
        })
      );
      return told.map(({ posting }) => JSON.parse(posting.body) as { id: string; type: string; data: object })
    }
    const add = (topics: ("messages" | "promises")[] = ["messages", "promises"]) =>
      addWebhook(desk, team.admin, { url: "https://crm.example/hook", topics })

    async function promiseOnThePhone() {
      const customerId = await createCustomer(desk, team.member, { name: "Rosa Feld" })
      const about = { customerId, channel: "call" as const }
      const { messageId } = await logTalk(desk, team.member, { ...about, text: "Rosa rang.", promises: [] })
      const due = { until: "2027-11-20T15:00:00Z" }
      const terms = { words: "Send the pump to Rosa", deed: "send", ownerId: team.member.id, due }
      return { messageId, promiseId: await makePromise(desk, team.member, { ...about, ...terms }) }
    }

    it("tell of messages and promises by ids alone, each once, under a signature of the moment", async () => {
      const { secret } = await add()
      const { messageId, promiseId } = await promiseOnThePhone()
      await releasePromise(desk, team.member, promiseId, "Rosa found one")
      const events = await tellAll()
      expect(events.map(({ type }) => type).toSorted()).toEqual(["message.noted", "promise.opened", "promise.released"])
      expect(events.find(({ type }) => type === "message.noted")?.data).toMatchObject({ messageId })
      expect(JSON.stringify(told)).not.toMatch(/Rosa|pump/)
      const posting = told[0]?.posting ?? { body: "", headers: {} }
      const seconds = Math.floor(desk.now().epochMilliseconds / 1000)
      const mac = createHmac("sha256", secret).update(`${seconds}.${posting.body}`).digest("hex")
      expect(posting.headers["aboveboard-signature"]).toBe(`t=${seconds},v1=${mac}`)
      expect(posting.headers["idempotency-key"]).toBe((JSON.parse(posting.body) as { id: string }).id)
      expect(await tellAll()).toHaveLength(3)
    })

    it("tell only of what was asked for, and nothing of another workspace", async () => {
      await add(["promises"])
      const other = await openTestWorkspace(desk)
      await addWebhook(desk, other.admin, { url: "https://other.example/", topics: ["messages", "promises"] })
      await promiseOnThePhone()
      await tellAll()
      expect(told.map(({ url }) => url)).toEqual(["https://crm.example/hook"])
    })

    /** Until the newest delivery is given up; gives the minutes from now of its tries. */
    const tryAll = async (id: string) => {
      const begun = desk.now()
      const at: number[] = []
      for (let tries = 0; tries < 100; tries += 1) {
        await tellAll()
        const [delivery] = await readDeliveries(desk, team.admin, id)
        at.push(Math.round(desk.now().since(begun).total("minutes")))
        if (delivery?.nextAt === null || delivery === undefined) break
        desk.setClock(delivery.nextAt)
      }
      return at
    }

    it("have all their tries from when the desk is back that was itself off for days", async () => {
      const { id } = await add(["messages"])
      await promiseOnThePhone()
      answer = { kind: "later", words: "It answered 503." }
      await tellAll()
      desk.pass({ hours: 24 * 4 })
      expect((await tryAll(id)).slice(0, 4)).toEqual([0, 5, 20, 80])
      answer = { kind: "accepted" }
    })

    it("are tried again for three days, with longer and longer waits, and can be told again afterwards", async () => {
      const { id } = await add(["messages"])
      await promiseOnThePhone()
      answer = { kind: "later", words: "It answered 503." }
      const at = await tryAll(id)
      expect(at.slice(0, 8)).toEqual([0, 1, 6, 21, 81, 261, 621, 1341])
      expect(at.at(-1)).toBeGreaterThan(60 * 60)
      expect(at.at(-1)).toBeLessThanOrEqual(72 * 60)
      expect(told).toHaveLength(at.length)
      const [given] = await readDeliveries(desk, team.admin, id)
      expect(given).toMatchObject({ type: "message.noted", problem: "It answered 503.", nextAt: null })
      const tasks = await listTasks(desk.database, team.workspaceId)
      expect(tasks).toMatchObject([
        { ownerId: team.admin.id, words: expect.stringContaining("https://crm.example/hook could not be told") },
      ])
      answer = { kind: "accepted" }
      await replayDelivery(desk, team.admin, id, given?.id ?? "")
      const before = told.length
      const events = await tellAll()
      expect(told).toHaveLength(before + 1)
      expect(events.at(-1)?.id).toBe(events[0]?.id)
      expect(await readDeliveries(desk, team.admin, id)).toMatchObject([{ problem: null, attempts: 1 }])
      answer = { kind: "later", words: "It answered 503." }
      desk.pass({ minutes: 1 }) // so that it is the newest
      await promiseOnThePhone()
      expect(await tryAll(id)).toHaveLength(at.length)
      expect(await listTasks(desk.database, team.workspaceId)).toHaveLength(1)
      desk.pass({ hours: 24 * 31 })
      await sweep(desk)
      expect(await readDeliveries(desk, team.admin, id)).toEqual([])
    })

    it("are signed with both secrets for a day after a new one was made", async () => {
      const { id, secret } = await add(["messages"])
      const renewed = await renewSecret(desk, team.admin, id)
      expect(renewed.secret).not.toBe(secret)
      const signatures = async () => {
        await promiseOnThePhone()
        await tellAll()
        return told.at(-1)?.posting.headers["aboveboard-signature"]?.match(/v1=/g)?.length
      }
      expect(await signatures()).toBe(2)
      desk.pass({ hours: 25 })
      expect(await signatures()).toBe(1)
    })

    it("that are removed hear nothing more, and what waited for them is no backlog", async () => {
      const { id } = await add()
      await promiseOnThePhone()
      expect((await readBacklog(desk.database, desk.now().toString())).webhooksWaiting).toBe(2)
      await removeWebhook(desk, team.admin, id)
      expect(await tellAll()).toEqual([])
      expect((await readBacklog(desk.database, desk.now().toString())).webhooksWaiting).toBe(0)
      await expect(renewSecret(desk, team.admin, id)).rejects.toThrow("no such webhook")
    })

    it("that are removed while they are told hear nothing more either", async () => {
      const { id } = await add(["messages"])
      await promiseOnThePhone()
      await tellOnce(desk, async () => {
        await removeWebhook(desk, team.admin, id)
        return { kind: "later", words: "It answered 503." }
      })
      desk.pass({ hours: 1 })
      expect(await tellAll()).toEqual([])
      expect((await readBacklog(desk.database, desk.now().toString())).webhooksWaiting).toBe(0)
    })

    it("are an admin's, at an address of http or https without a password in it", async () => {
      const at = (url: string) => async () => addWebhook(desk, team.admin, { url, topics: ["messages"] })
      await expect(at("ftp://crm.example/")).rejects.toThrow("must begin with https")
      await expect(at("https://me:secret@crm.example/")).rejects.toThrow("Leave user and password out")
      await expect(async () => addWebhook(desk, team.lead, { url: "https://x.example/", topics: [] })).rejects.toThrow(
        "admin",
      )
    })
  })
})
