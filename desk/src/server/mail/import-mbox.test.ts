import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { openTestDesk, openTestWorkspace } from "../../../test/desk.ts"
import { failingAt } from "../../../test/follow-through.ts"
import { mboxOf } from "../../../test/mbox.ts"
import { listConversations } from "../database/conversations.ts"
import { listMessages } from "../database/messages.ts"
import { listPromises } from "../database/promises.ts"
import { eraseCustomer } from "../verbs/erase-customer.ts"
import { importMbox } from "./import-mbox.ts"

let folder = ""
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "aboveboard-mbox-"))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const NOW = "2026-11-19T14:12:00Z"
const nothing = () => {}

eachStore((store) => {
  /** A workspace, and a file with mails of its customers up to `until`. */
  const openShop = async (mails: number, until: string, more = "") => {
    const desk = openTestDesk(store.database(), NOW)
    const team = await openTestWorkspace(desk)
    const shop = `help@${team.workspaceId}.example`
    const path = join(folder, `${desk.newId()}.mbox`)
    await writeFile(path, mboxOf({ mails, shop, until: Temporal.Instant.from(until) }) + more)
    const conversations = async () =>
      (await listConversations(desk.database, team.workspaceId, { filter: "all", limit: 100 })).items
    const count = async () => {
      const [row] = await desk.database.query<{ count: number }>(
        `select count(*) as "count" from messages where workspace_id = $1`,
        [team.workspaceId],
      )
      return row?.count
    }
    return { desk, ...team, shop, path, conversations, count }
  }

  test("a file is taken in once: threaded, theirs and ours, what we promised lately proposed and nothing confirmed", async () => {
    const { desk, admin, workspaceId, path, conversations, count } = await openShop(40, NOW)
    const first = await importMbox(desk, admin, path, nothing)
    expect(first).toMatchObject({ taken: 40, again: 0, left: 0, done: 40, of: 40, proposed: 20 })
    expect(await importMbox(desk, admin, path, nothing)).toMatchObject({ taken: 0, again: 40, proposed: 0 })
    expect(await count()).toBe(40)
    const all = await conversations()
    expect(all).toHaveLength(10)
    const { messages } = await listMessages(desk.database, workspaceId, all[0]?.id ?? "", undefined)
    expect(messages.map(({ kind, outside }) => [kind, outside])).toEqual([
      ["inbound", false],
      ["outbound", true],
      ["inbound", false],
      ["outbound", true],
    ])
    expect(messages[0]?.text).toContain("\nFrom here on it is quoted.")
    expect(all.every(({ awaitingSince, closedAt }) => awaitingSince === null && closedAt === null)).toBe(true)
    const proposed = await listPromises(desk.database, workspaceId, { state: "proposed", limit: 100 })
    const open = await listPromises(desk.database, workspaceId, { state: "open" })
    expect([proposed.items.length, open.items.length]).toEqual([20, 0])
  })

  test("conversations that were quiet for thirty days are closed, and what they promised is left alone", async () => {
    const { desk, admin, conversations, path } = await openShop(8, "2026-09-01T12:00:00Z")
    expect(await importMbox(desk, admin, path, nothing)).toMatchObject({ taken: 8, proposed: 0 })
    expect((await conversations()).every(({ closedAt }) => closedAt !== null)).toBe(true)
  })

  test("stopped in the middle it goes on, and an erased customer does not come back", async () => {
    const { desk, admin, path, conversations, count } = await openShop(700, "2026-09-01T12:00:00Z")
    const { database } = failingAt(desk.database, 25)
    await expect(importMbox({ ...desk, database }, admin, path, nothing)).rejects.toThrow("killed")
    const before = (await count()) ?? 0
    expect(before % 500).toBe(0)
    expect(await importMbox(desk, admin, path, nothing)).toMatchObject({ taken: 700 - before, again: before })
    const [conversation] = await conversations()
    await eraseCustomer(desk, admin, conversation?.customer.id ?? "")
    expect(await importMbox(desk, admin, path, nothing)).toMatchObject({ taken: 0, again: 700 })
  })

  test("what is broken in the file is taken in as it came; a file that is no mbox is refused", async () => {
    const broken = "\nFrom nobody Thu Nov 19 10:00:00 2026\nContent-Type: multipart/mixed\n\nno boundary \0 \n"
    const { desk, admin, path } = await openShop(4, NOW, broken)
    expect(await importMbox(desk, admin, path, nothing)).toMatchObject({ taken: 5, of: 5 })
    await writeFile(path, "Dear diary")
    await expect(importMbox(desk, admin, path, nothing)).rejects.toThrow("no mbox file")
  })
})
