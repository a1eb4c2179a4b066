import { CHANGES_UNTIL } from "../../contract/route.ts"
import type { IncomingMessage } from "node:http"
import { request } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { PASSWORD, type TestApp, cookiesOf, openTestApp, signIn } from "../../../test/http.ts"
import * as session from "../../contract/session.ts"
import { insertChange } from "../database/changes.ts"
import { type ChangesFeed, openChangesFeed } from "./changes-feed.ts"

const SET_UP = { workspace: "Shop", zone: "UTC", name: "Ines", email: "ines@example.org", password: PASSWORD }

describe("The stream of changes", () => {
  eachStore((store) => {
    let test: TestApp
    let feed: ChangesFeed
    let cookie: string
    let workspaceId: string
    /** What the feed says by and by, where a test says it. */
    let position: number | null = null
    const tell: Parameters<ChangesFeed["subscribe"]>[1][] = []
    const record = async () => {
      const id = test.desk.newId()
      await test.desk.database.transaction((queries) =>
        insertChange(queries, { workspaceId, kind: "promise", id, at: test.desk.now().toString() }),
      )
      return id
    }
    const listen = (lastEventId?: string, search = "") => openStream(test, cookie, { lastEventId, search })

    beforeAll(async () => {
      const now = () => Temporal.Instant.from("2026-11-19T14:12:00Z")
      feed = await openChangesFeed(store.database(), now)
      const said: ChangesFeed = {
        ...feed,
        position: () => position ?? feed.position(),
        subscribe: (of, told) => {
          tell.push(told)
          return feed.subscribe(of, told)
        },
      }
      test = await openTestApp(store.database(), { feed: said })
      cookie = cookiesOf(await test.send(session.createSetup, { body: SET_UP }))
      workspaceId = (await test.call(session.readMe, { as: { cookie } })).workspaces[0]?.id ?? ""
      await test.app.listen({ host: "127.0.0.1", port: 0 })
    })
    afterAll(() => test.app.close())

    it("tells what was committed, and nothing but kinds and ids", async () => {
      const stream = await listen()
      await stream.until("id: ")
      const id = await record()
      await feed.read()
      const told = await stream.until(id)
      expect(told).toMatch(/data: \{"seq":\d+,"kind":"promise","id":"/)
      stream.close()
    })

    it("tells a screen that comes back what it missed", async () => {
      await feed.read()
      const last = String(feed.position())
      const missed = await record()
      await feed.read()
      const stream = await listen(last)
      expect(await stream.until(missed)).toContain(missed)
      stream.close()
    })

    it("tells a page that is opening what changed since it read, and tells strangers no number", async () => {
      const read = await test.send(session.readMe, { as: { cookie } })
      const until = String(read.headers[CHANGES_UNTIL])
      const change = await record()
      await feed.read()
      expect(Number(until)).toBeLessThan(feed.newest())
      const stream = await listen(undefined, `?after=${until}`)
      expect(await stream.until(change)).toContain(change)
      stream.close()
      expect((await test.send(session.readSetup)).headers[CHANGES_UNTIL]).toBeUndefined()
    })

    it("tells a screen that was away for too long to read everything again", async () => {
      const stream = await listen("0")
      await test.desk.database.query("delete from changes where seq < $1", [feed.newest()])
      stream.close()
      const later = await listen("0")
      expect(await later.until("everything")).toContain(`data: {"everything":true}`)
      later.close()
    })

    it("numbers what it tells by what was told, not by what has come meanwhile", async () => {
      const stream = await listen()
      await stream.until("id: ")
      const [one, other] = [test.desk.newId(), test.desk.newId()]
      position = 1007
      tell.at(-1)?.([{ seq: 1007, workspaceId, kind: "promise", id: one }])
      position = 1009
      tell.at(-1)?.([{ seq: 1009, workspaceId, kind: "promise", id: other }])
      const heard = await stream.until(other)
      position = null
      expect(heard.slice(heard.indexOf(one), heard.indexOf(other))).toContain("\nid: 1007\n")
      stream.close()
    })

    it("is for those who are signed in", async () => {
      const answer = await test.app.inject({ url: "/api/v1/changes" })
      expect(answer.statusCode).toBe(401)
    })

    it("ends for whoever was signed out elsewhere", async () => {
      const stream = await listen()
      await stream.until("id: ")
      await test.desk.database.query("delete from identity_sessions")
      const at = test.desk.now().toString()
      await insertChange(test.desk.database, { workspaceId, kind: "member", id: workspaceId, at })
      await feed.read()
      await stream.ended
      cookie = cookiesOf(await signIn(test, SET_UP.email))
    })

    // The embedded store runs one transaction at a time, so numbers and commits are in one order there.
    if (store.kind === "embedded") return

    it("tells a change that was numbered first and committed last", async () => {
      await feed.read()
      const stream = await listen()
      const slow = Promise.withResolvers<void>()
      const begun = Promise.withResolvers<void>()
      const early = test.desk.newId()
      const at = test.desk.now().toString()
      const transaction = test.desk.database.transaction(async (queries) => {
        await insertChange(queries, { workspaceId, kind: "task", id: early, at })
        begun.resolve()
        await slow.promise
      })
      await begun.promise
      const late = await record()
      await feed.read()
      await stream.until(late)
      expect(feed.position()).toBeLessThan(feed.newest())
      slow.resolve()
      await transaction
      await feed.read()
      expect(await stream.until(early)).toContain(early)
      expect(feed.position()).toBe(feed.newest())
      stream.close()
    })
  })
})

type Stream = { until(text: string): Promise<string>; readonly ended: Promise<void>; close(): void }

type Asked = { readonly lastEventId: string | undefined; readonly search: string }

async function openStream({ app }: TestApp, cookie: string, { lastEventId, search }: Asked): Promise<Stream> {
  const { port } = app.server.address() as AddressInfo
  const headers = { cookie, ...(lastEventId === undefined ? {} : { "last-event-id": lastEventId }) }
  const calling = request({ host: "127.0.0.1", port, path: `/api/v1/changes${search}`, headers })
  const response = await new Promise<IncomingMessage>((answered, failed) => {
    calling.on("response", answered)
    calling.on("error", failed)
    calling.end()
  })
  let heard = ""
  response.setEncoding("utf8")
  response.on("data", (part: string) => {
    heard += part
  })
  response.on("error", () => {})
  const ended = new Promise<void>((done) => response.once("end", done))
  return {
    ended,
    async until(text) {
      while (!heard.includes(text)) await new Promise((next) => response.once("data", next))
      return heard
    },
    close: () => void calling.destroy(),
  }
}
