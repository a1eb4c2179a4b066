import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { openTestDesk, openTestWorkspace } from "../../../test/desk.ts"
import { insertConversation } from "../database/conversations.ts"
import { createCustomer } from "./customers.ts"
import { logTalk } from "./log.ts"
import { makePromise } from "./promises.ts"
import { searchEverything } from "./search.ts"

eachStore((store) => {
  async function shop() {
    const desk = openTestDesk(store.database())
    const team = await openTestWorkspace(desk)
    const { member } = team
    const customerId = await createCustomer(desk, member, {
      name: "Rosa Lind",
      company: "Pedal & Co",
      mail: "rosa@lind.example",
    })
    const log = (text: string) => logTalk(desk, member, { customerId, channel: "call", text, promises: [] })
    const search = (q: string, cursor?: string) => searchEverything(desk, member, { q, cursor })
    const found = async (q: string) =>
      (await search(q)).items.map(({ kind, title, excerpt }) => `${kind}: ${title} | ${excerpt}`)
    return { desk, ...team, customerId, log, search, found }
  }

  test("Customers, promises and messages are found, each with what to show", async () => {
    const { desk, member, customerId, log, found } = await shop()
    const words = "I will true the rear wheel"
    const due = { until: "2026-11-20T17:00:00Z" }
    await makePromise(desk, member, { customerId, channel: "call", words, deed: "repair", ownerId: member.id, due })
    await log(`${"She talked about the weather and her holidays. ".repeat(20)}Her rear wheel squeaks at every turn.`)
    expect(await found("rear whe")).toEqual([
      "promise: I will true the rear wheel | Rosa Lind",
      expect.stringMatching(/^message: Rosa Lind \| .*rear wheel squeaks/),
    ])
    expect((await found("lind"))[0]).toBe("customer: Rosa Lind | Pedal & Co · rosa@lind.example")
    expect(await found("rear zebra")).toEqual([])
  })

  test("The last word may be a beginning, the others are whole, upper case does not matter", async () => {
    const { log, found } = await shop()
    await log("The Überholung of the gearbox took long. Write to sales@pedal.example or see order 2026-1187.")
    for (const q of ["überhol", "GEARBOX too", "sales@pedal.exam", "2026-1187", "order 2026-11"])
      expect(await found(q)).toHaveLength(1)
    expect(await found("gearb took")).toEqual([])
  })

  test.each([
    ..."' \\ % _ ! - … 💥 \u200b :* <-> & ((((".split(" "),

    "'",
    "''; drop table messages; --",
    "a & | ! ( ) : *",
    ":*",
    "\\",
    "%",
    "_",
    "<->",
    "& &",
    "!",
    "((((",
    "'a':*B",
    "💥",
    "\u200b",
    "…",
    "-",
    "a".repeat(200),
    "the",
    "\u{1f6b2} bike",
    "$1",
    "null",
    "and or not",
    "\t",
    "a\\'b",
    '"quoted words"',
  ])("Any text is a question: %j", async (q) => {
    const { search, log } = await shop()
    await log("Some words.")
    expect(Array.isArray((await search(q)).items)).toBe(true)
  })

  test("Pages go on through all kinds without gaps or repeats", async () => {
    const { desk, member, customerId, log, search } = await shop()
    for (let n = 1; n <= 9; n++) await createCustomer(desk, member, { name: `Squeak ${n}` })
    for (let n = 1; n <= 13; n++) {
      const due = { until: "2026-11-20T17:00:00Z" }
      await makePromise(desk, member, {
        customerId,
        channel: "call",
        words: `squeak ${n}`,
        deed: "other",
        ownerId: member.id,
        due,
      })
    }
    for (let n = 1; n <= 24; n++) await log(`A squeak, number ${n}.`)
    const ids: string[] = []
    let cursor: string | undefined
    do {
      const page = await search("squeak", cursor)
      ids.push(...page.items.map(({ kind, id }) => `${kind} ${id}`))
      cursor = page.next ?? undefined
    } while (cursor !== undefined)
    expect(ids).toHaveLength(9 + 13 + 24)
    expect(new Set(ids).size).toBe(ids.length)
    await expect(search("squeak", "everything 0")).rejects.toMatchObject({ code: "invalid" })
  })

  async function shopWithHistory() {
    const opened = await shop()
    const { desk, workspaceId, customerId } = opened
    const conversationId = desk.newId()
    await insertConversation(desk.database, {
      workspaceId,
      id: conversationId,
      customerId,
      channel: "mail",
      subject: null,
      at: "2026-11-01T00:00:00Z",
    })
    const write = (count: number, words: string, daysApart: number) =>
      desk.database.query(
        `with said as (
           insert into messages (workspace_id, message_id, conversation_id, kind, channel, by_kind, at, recorded_at)
           select $1, gen_random_uuid(), $2, 'inbound', 'mail', 'customer', '2026-11-01Z'::timestamptz - n * $5::float8 * interval '1 day', now()
           from generate_series(1, $3::int) n returning workspace_id, message_id, at)
         insert into message_texts (workspace_id, message_id, salt, text, at) select workspace_id, message_id, '', $4, at from said`,
        [workspaceId, conversationId, count, words, daysApart],
      )
    return { ...opened, write }
  }

  test("A word that few or none of the newest messages have is found behind thousands of them, the newest first, also those that came in late", async () => {
    const { search, write } = await shopWithHistory()
    await write(2_100, "The bell rings.", 0.01) // three weeks
    await write(25, "A jubilee.", 10)
    await write(5, "A festival.", 3)
    await write(25, "A festival.", 20)
    const daysOf = (count: number, daysApart: number) => Array.from({ length: count }, (_, n) => (n + 1) * daysApart)
    const expected = { jubil: daysOf(25, 10), festiv: [...daysOf(5, 3), ...daysOf(25, 20)] }
    for (const [q, days] of Object.entries(expected)) {
      const times: number[] = []
      for (let cursor: string | undefined; ;) {
        const { items, next } = await search(q, cursor)
        times.push(...items.map(({ at }) => Temporal.Instant.from(at ?? "").epochMilliseconds))
        if (next === null) break
        cursor = next
      }
      expect(times).toEqual(days.map((ago) => Date.UTC(2026, 10, 1) - ago * 86_400_000))
    }
    expect((await search("bell")).items).toHaveLength(20)
  })

  test("A word is found in messages that go back to 1970", async () => {
    const { search, write } = await shopWithHistory()
    await write(2_100, "The bell rings.", 10)
    await write(1, "A jubilee.", 20_800)
    expect((await search("jubil")).items).toHaveLength(1)
  })

  test("Nothing of another workspace is found", async () => {
    const { desk, log } = await shop()
    await log("A squeaking wheel.")
    const { member: stranger } = await openTestWorkspace(desk)
    for (const q of ["rosa", "wheel"]) expect((await searchEverything(desk, stranger, { q })).items).toEqual([])
  })
})
