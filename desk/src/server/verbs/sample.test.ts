import { describe, expect, test } from "vitest"
import { oneStore } from "../../../test/database.ts"
import { openTestDesk, openTestWorkspace } from "../../../test/desk.ts"
import { boardOf } from "../../ledger/board.ts"
import { calendarOf } from "../../ledger/workspace-settings.ts"
import { listMessages } from "../database/messages.ts"
import { readSettings } from "../database/settings.ts"
import { readToday } from "../database/today.ts"
import { writeMailSettings } from "./mail-settings.ts"
import { BASES } from "../../ledger/decline.ts"
import { readTrustReport } from "./trust-report.ts"
import { openSample, purgeSample } from "./sample.ts"
import { sendMessage } from "./send.ts"
import { verify } from "./verify.ts"

const AFTERNOON = "2026-11-19T14:12:00Z" // a Thursday
const SUNDAY_NIGHT = "2026-11-22T23:40:00Z"
const MONDAY_MORNING = "2026-11-23T09:03:00Z"

type TestDesk = ReturnType<typeof openTestDesk>

// It is opened and removed on both stores where every route is asked for it (http/answers.test.ts).
oneStore((store) => {
  const shops = new Map<string, ReturnType<typeof openShop>>()

  /** Opening takes a second, so tests that change nothing share a shop. */
  function opened(at = AFTERNOON) {
    const shop = shops.get(at) ?? openShop(at)
    shops.set(at, shop)
    return shop
  }

  async function openShop(at: string, before?: (desk: TestDesk, userId: string) => Promise<void>) {
    const desk = openTestDesk(store.database(), at)
    const userId = desk.newId()
    await before?.(desk, userId)
    const { id, slug } = await openSample(desk, userId, "Vera Visitor", "vera@example.com")
    const rows = <Row>(sql: string, more: readonly unknown[] = []) => desk.database.query<Row>(sql, [id, ...more])
    const today = () => readToday(desk.database, id, { now: at, memberId: null })
    return { desk, userId, id, slug, rows, today }
  }

  test("it has over 50 conversations and 60 promises in every state, and all of it verifies", async () => {
    const { desk, rows } = await opened()
    const [talk] = await rows<{ n: number }>("select count(*) as n from conversations where workspace_id = $1")
    expect(talk?.n).toBe(55)
    const states = await rows<{ state: string; n: number }>(
      "select state, count(*) as n from promise_rows where workspace_id = $1 group by state order by state",
    )
    expect(states.reduce((sum, { n }) => sum + n, 0)).toBeGreaterThanOrEqual(60)
    expect(states.map(({ state }) => state)).toEqual([
      "broken",
      "dismissed",
      "kept",
      "open",
      "proposed",
      "released",
      "renegotiated",
      "void",
    ])
    expect((await verify(desk)).problems).toEqual([])
    const turned = await rows<{ kind: string }>(
      `select later.kind from entries later join entries e on e.workspace_id = later.workspace_id
        and e.promise_id = later.promise_id and e.seq = later.seq - 1
        where later.workspace_id = $1 and later.at < e.at`,
    )
    expect(turned).toEqual([]) // each record reads in order of time
  })

  /** Of somebody who is in another workspace already; whatever a test changes, it changes here. */
  let travellers: ReturnType<typeof openShop> | undefined
  function travellersShop() {
    travellers ??= openShop(AFTERNOON, async (desk, userId) => {
      const { workspaceId } = await openTestWorkspace(desk)
      await desk.database.query(
        `insert into members (workspace_id, member_id, user_id, name, email, role, zone, created_at)
         values ($1, $2, $3, 'Vera', 'vera@example.com', 'member', 'America/Lima', $4)`,
        [workspaceId, desk.newId(), userId, desk.now().toString()],
      )
    })
    return travellers
  }

  test("a visitor is an admin in their own zone, and has promises that were handed over to them", async () => {
    const { desk, userId, id } = await travellersShop()
    expect((await readSettings(desk.database, id)).zone).toBe("America/Lima")
    const [you] = await desk.database.query<{ role: string; owes: number }>(
      `select role, (select count(*) from promise_rows p where p.workspace_id = $1 and p.owner_id = m.member_id and p.state in ('open', 'broken')) as owes
       from members m where workspace_id = $1 and user_id = $2`,
      [id, userId],
    )
    expect(you).toEqual({ role: "admin", owes: 4 })
  })

  describe.each([
    ["on a working afternoon", AFTERNOON],
    ["on a Sunday night", SUNDAY_NIGHT],
    ["just after opening", MONDAY_MORNING],
  ])("opened %s", (_when, at) => {
    test("Today has something broken, overdue, due within two hours of work and due later, people who wait, and a bounce", async () => {
      const { desk, id, today } = await opened(at)
      const { owed, awaiting, tasks, proposed } = await today()
      const calendar = calendarOf(await readSettings(desk.database, id))
      const board = boardOf(owed, { now: desk.now(), calendar, zone: calendar.zone })
      const sizes = Object.fromEntries(board.map(({ name, lines }) => [name, lines.length]))
      expect(sizes).toMatchObject({ broken: 3, overdue: 5, condition: 1 })
      expect(sizes["soon"]).toBeGreaterThanOrEqual(3)
      expect(sizes["later"]).toBeGreaterThanOrEqual(6)
      expect(new Set(owed.map(({ waiting }) => waiting?.on))).toEqual(
        new Set(["customer", "supplier", "colleague", undefined]),
      )
      expect(awaiting.length).toBeGreaterThanOrEqual(7)
      expect(tasks).toMatchObject([{ kind: "bounced" }])
      expect(proposed).toBe(4)
    })

    test("nothing is left for the loop to do, and nothing waits to leave", async () => {
      const { rows } = await opened(at)
      expect(await rows("select 1 from promise_rows where workspace_id = $1 and next_at <= $2", [at])).toEqual([])
      expect(await rows("select 1 from outbox where workspace_id = $1 and done_at is null")).toEqual([])
    })
  })

  test("it shows an HTML mail with a remote picture and a file, quoted words, a note and a taken back message", async () => {
    const { desk, id, rows } = await opened()
    const threads = await rows<{ id: string }>(
      `select conversation_id as "id" from conversations where workspace_id = $1`,
    )
    const pages = await Promise.all(threads.map((thread) => listMessages(desk.database, id, thread.id, undefined)))
    const messages = pages.flatMap((page) => page.messages)
    expect(messages.filter(({ hasHtml, files }) => hasHtml && files.length > 0)).toHaveLength(1)
    expect(messages.filter(({ text, own }) => (own[0]?.end ?? 0) < (text ?? "").length).length).toBeGreaterThan(3)
    expect(messages.some(({ kind, channel }) => kind === "note" && channel === "internal")).toBe(true)
    expect(new Set(messages.map(({ delivery }) => delivery))).toEqual(
      new Set([null, "accepted", "cancelled", "bounced"]),
    )
  })

  test("nothing can leave it: a message waits, and an outgoing server is refused", async () => {
    const { desk, id, rows } = await travellersShop()
    const [you] = await rows<{ id: string }>(
      `select member_id as "id" from members where workspace_id = $1 and user_id is not null`,
    )
    const actor = { workspaceId: id, by: { kind: "member", id: you?.id ?? "" }, role: "admin" } as const
    const [lena] = await rows<{ id: string }>(
      `select conversation_id as "id" from conversations where workspace_id = $1 and subject = 'Two trailers for clay'`,
    )
    await sendMessage(desk, actor, lena?.id ?? "", { text: "The longer one fits the yard door.", promises: [] })
    expect(await rows("select problem from outbox where workspace_id = $1 and done_at is null")).toEqual([
      { problem: "not sent: no outgoing mail server" },
    ])
    const server = { host: "mail.example", port: 25, security: "none" as const, username: null }
    await expect(writeMailSettings(desk, actor, { fromName: "", addresses: [], server })).rejects.toMatchObject({
      code: "conflict",
    })
  })

  test("its trust report has every kind of no, a contradiction that was sent, sales undone after each thing, and what helped", async () => {
    const { desk, id } = await opened()
    const report = await readTrustReport(desk, id, { from: "2026-08-21T00:00:00Z", until: "2026-11-20T00:00:00Z" })
    expect(report.declines.byBasis.map(({ basis }) => basis).toSorted()).toEqual(BASES.toSorted())
    expect(report.reviewed).toMatchObject({ overridden: 1, claims: { contradicted: 1 } })
    const { undone, recommendedUndone, misledUndone, letDownUndone, helpedShare } = report.afterSale
    expect({ undone, recommendedUndone, misledUndone, letDownUndone }).toEqual({
      undone: 3,
      recommendedUndone: 1,
      misledUndone: 1,
      letDownUndone: 1,
    })
    expect([helpedShare.n, report.answers.helpedShare.n].every((n) => n >= 10)).toBe(true)
  })

  test("opening it again gives the one that is open", async () => {
    const { desk, userId, id } = await opened()
    expect((await openSample(desk, userId, "Vera Visitor", "vera@example.com")).id).toBe(id)
  })

  test("only its admin can purge it, and a real workspace cannot be purged", async () => {
    const { desk, id } = await opened()
    await expect(purgeSample(desk, "somebody else", id)).rejects.toMatchObject({ code: "not_found" })
    const { workspaceId, admin } = await openTestWorkspace(desk)
    await desk.database.query("update members set user_id = 'ada' where workspace_id = $1 and member_id = $2", [
      workspaceId,
      admin.id,
    ])
    await expect(purgeSample(desk, "ada", workspaceId)).rejects.toMatchObject({ code: "forbidden" })
    await desk.database.query(
      "update members set user_id = 'tom', role = 'member' where workspace_id = $1 and name = 'Tom Adeyemi'",
      [id],
    )
    await expect(purgeSample(desk, "tom", id)).rejects.toMatchObject({ code: "forbidden" })
  })

  test("purging leaves no row and no file of it anywhere, and nothing of another workspace is touched", async () => {
    const other = await opened()
    const { desk, userId, id } = await openShop(SUNDAY_NIGHT)
    const before = await rowsByTable(other.id)
    const digests = await desk.database.query<{ digest: string }>("select digest from files where workspace_id = $1", [
      id,
    ])
    await purgeSample(desk, userId, id)
    expect(Object.values(await rowsByTable(id)).every((n) => n === 0)).toBe(true)
    expect(await rowsByTable(other.id)).toEqual(before)
    expect(await desk.files.read(digests[0]?.digest ?? "")).not.toBeNull()
    for (const { id: left, userId: admin } of await samples()) await purgeSample(desk, admin, left)
    expect(await desk.files.read(digests[0]?.digest ?? "")).toBeNull()
  })

  function samples() {
    return store.database().query<{ id: string; userId: string }>(
      `select w.workspace_id as "id", m.user_id as "userId" from workspaces w join members m on m.workspace_id = w.workspace_id
       where w.kind = 'sample' and m.role = 'admin' and m.user_id is not null`,
    )
  }

  async function rowsByTable(workspaceId: string): Promise<Readonly<Record<string, number>>> {
    const tables = await store
      .database()
      .query<{ name: string }>(
        `select table_name as "name" from information_schema.columns where table_schema = 'public' and column_name = 'workspace_id'`,
      )
    expect(tables.length).toBeGreaterThan(20)
    const counted: [string, number][] = []
    for (const { name } of tables) {
      const sql = `select count(*) as n from ${name} where workspace_id = $1`
      const [row] = await store.database().query<{ n: number }>(sql, [workspaceId])
      counted.push([name, row?.n ?? 0])
    }
    return Object.fromEntries(counted)
  }
})
