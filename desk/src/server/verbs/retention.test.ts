import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { openTestDesk } from "../../../test/desk.ts"
import { openMailShop } from "../../../test/mail-shop.ts"
import { readConversation } from "../database/conversations.ts"
import { readCustomer } from "../database/customers.ts"
import { readConversationHold, readCustomerHold } from "../database/legal-holds.ts"
import { readMoments } from "../database/moments.ts"
import { saveDraft } from "./drafts.ts"
import { closeConversation } from "./conversations.ts"
import { eraseCustomer, removeErasedFile } from "./erase-customer.ts"
import { exportCustomer } from "./export-customer.ts"
import { endHold, readHolds, setHold } from "./legal-holds.ts"
import { writeNote } from "./log.ts"
import { makePromise } from "./promises.ts"
import { changeRetention, previewRetention, readRetention, retainOnce } from "./retention.ts"
import { searchEverything } from "./search.ts"
import { keepPromise } from "./settle.ts"
import { verify } from "./verify.ts"

eachStore((store) => {
  /** Rosa wrote in November 2026; a promise to her was kept, and the conversation was closed. */
  async function shop() {
    const opened = await openMailShop(openTestDesk(store.database()))
    const { desk, workspaceId, admin, member, write, conversations } = opened
    await write("Message-ID: <old@x>\nSubject: Marmalade", "Where is my marmalade jar?")
    const [conversation] = await conversations()
    const [id, customerId] = [conversation?.id ?? "", conversation?.customer.id ?? ""]
    const promiseId = await makePromise(desk, member, {
      customerId,
      conversationId: id,
      channel: "mail",
      deed: "send",
      ownerId: member.id,
      words: "Send the marmalade jar",
      due: { until: "2026-11-20T16:00:00Z" },
    })
    const settle = async () => {
      await keepPromise(desk, member, promiseId, { kind: "word", note: "The marmalade is with her" })
      await writeNote(desk, member, id, "Marmalade went out")
      await saveDraft(
        desk,
        member,
        { conversationId: id, kind: "reply" },
        { draft: { words: "More marmalade?", cc: [], bcc: [], attachments: [] }, revision: 0 },
      )
      await closeConversation(desk, member, id)
    }
    const texts = { kind: "texts", months: 12 } as const
    const on = async (rule: { kind: "texts" | "customers"; months: number } = texts) => {
      const { count } = await previewRetention(desk, admin, rule)
      await changeRetention(desk, admin, { ...rule, count })
      return count
    }
    /** Everything that is due of the rules. */
    const run = async () => {
      while (await retainOnce(desk)) continue
      while (await removeErasedFile(desk)) continue
    }
    const found = async () => (await searchEverything(desk, member, { q: "marmalade" })).items.length
    const anywhere = () => tablesWith(desk.database, workspaceId, "marmalade")
    return { ...opened, id, customerId, promiseId, settle, texts, on, run, found, anywhere }
  }

  test("Closed conversations lose their texts when they are old enough, everywhere, and every chain still verifies", async () => {
    const { desk, settle, on, run, found, anywhere, id, workspaceId, customerId, admin, messages, promiseId } =
      await shop()
    await settle()
    expect(await on()).toBe(0)
    await run()
    desk.setClock("2027-11-19T14:00:00Z")
    await run()
    expect(await found()).toBeGreaterThan(0)
    desk.setClock("2027-11-20T15:00:00Z")
    await run()
    expect([await found(), await anywhere()]).toEqual([0, []])
    const [message] = await desk.database.query<{ raw: string | null }>(
      `select raw_digest as "raw" from messages where workspace_id = $1 and kind = 'inbound'`,
      [workspaceId],
    )
    expect(message).toEqual({ raw: null })
    expect((await readCustomer(desk.database, workspaceId, customerId))?.name).toBe("Rosa")
    expect((await readConversation(desk.database, workspaceId, id))?.subject).toBeNull()
    expect((await messages(id)).length).toBe(2)
    expect(JSON.stringify(await exportCustomer(desk, admin, customerId))).not.toMatch(/marmalade/i)
    expect((await verify(desk)).problems.filter((problem) => problem.includes(promiseId))).toEqual([])
    expect((await readRetention(desk, admin)).runs).toMatchObject([{ kind: "texts", erased: 1, months: 12 }])
  })

  test("What is owed or open stays, however old", async () => {
    const { desk, on, run, found, member, id } = await shop()
    desk.setClock("2030-01-01T12:00:00Z")
    expect(await on()).toBe(0)
    await closeConversation(desk, member, id) // the promise is still owed
    await run()
    expect(await found()).toBeGreaterThan(0)
  })

  test("A rule is switched on with the number that its preview gave, by admins, and the log tells of it", async () => {
    const { desk, settle, texts, admin, lead, workspaceId } = await shop()
    await settle()
    desk.setClock("2028-01-01T12:00:00Z")
    expect(await previewRetention(desk, admin, texts)).toEqual({
      count: 1,
      oldest: expect.stringContaining("2026-11-19"),
      held: 0,
    })
    await expect(previewRetention(desk, lead, texts)).rejects.toMatchObject({ code: "forbidden" })
    await expect(changeRetention(desk, admin, { ...texts, count: 0 })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("It would erase 1 now"),
    })
    await changeRetention(desk, admin, { ...texts, count: 1 })
    expect((await readMoments(desk.database, desk.now().toString())).retention).toBe(desk.now().toString())
    await changeRetention(desk, admin, { kind: "texts", months: null })
    expect((await readRetention(desk, admin)).rules).toEqual([])
    const logged = await desk.database.query(
      "select after from settings_log where workspace_id = $1 and kind = 'retention-changed' order by seq",
      [workspaceId],
    )
    expect(logged).toEqual([{ after: { texts: 12 } }, { after: { texts: null } }])
  })

  test.each(["customer", "conversation", "workspace"] as const)(
    "Nothing under a legal hold of a %s is erased, by rule or by hand, until it is lifted",
    async (what) => {
      const { desk, settle, on, run, found, workspaceId, admin, lead, customerId, id, texts } = await shop()
      await settle()
      const of = what === "customer" ? { customerId } : what === "conversation" ? { conversationId: id } : {}
      await expect(setHold(desk, lead, { ...of, reason: "A lawsuit" })).rejects.toMatchObject({ code: "forbidden" })
      const holdId = await setHold(desk, admin, { ...of, reason: "A lawsuit" })
      const nearest = { of: what, since: "2026-11-19T14:12:00Z" }
      expect(await readConversationHold(desk.database, workspaceId, id)).toEqual(nearest)
      const ofCustomer = await readCustomerHold(desk.database, workspaceId, customerId)
      expect(ofCustomer).toEqual(what === "conversation" ? null : nearest)
      desk.setClock("2029-01-01T12:00:00Z")
      expect(await previewRetention(desk, admin, texts)).toMatchObject({ count: 0, held: 1 })
      await on()
      await run()
      expect(await found()).toBeGreaterThan(0)
      await expect(eraseCustomer(desk, admin, customerId)).rejects.toMatchObject({
        code: "conflict",
        message: expect.stringMatching(/legal hold since 2026-11-19 by Ada: “A lawsuit”.*until an admin lifts/),
      })
      await endHold(desk, admin, holdId)
      expect(await readConversationHold(desk.database, workspaceId, id)).toBeNull()
      desk.pass({ hours: 24 })
      await run()
      expect(await found()).toBe(0)
      expect((await readHolds(desk, admin)).map(({ reason, liftedBy }) => [reason, liftedBy])).toEqual([
        ["A lawsuit", "Ada"],
      ])
      await eraseCustomer(desk, admin, customerId)
      const reasons = (await readHolds(desk, admin)).map(({ reason }) => reason)
      expect(reasons).toEqual([what === "workspace" ? "A lawsuit" : null])
    },
  )

  test("A customer with whom nothing is left goes with their name, once the texts went", async () => {
    const { desk, settle, on, run, workspaceId, customerId } = await shop()
    await settle()
    desk.setClock("2029-01-01T12:00:00Z")
    expect(await on({ kind: "customers", months: 12 })).toBe(0)
    await run()
    expect((await readCustomer(desk.database, workspaceId, customerId))?.name).toBe("Rosa")
    await on()
    await run()
    desk.pass({ hours: 25 })
    await run()
    const [row] = await desk.database.query(
      `select name, erased_at is not null as "isErased" from customers where workspace_id = $1 and customer_id = $2`,
      [workspaceId, customerId],
    )
    expect(row).toEqual({ name: null, isErased: true })
  })

  test("It goes in batches, and the next mail of a customer comes in as ever", async () => {
    const { desk, settle, on, run, workspaceId, write, conversations, admin } = await shop()
    await settle()
    await desk.database.query(
      `insert into conversations (workspace_id, conversation_id, customer_id, channel, created_at, closed_at, last_message_at)
       select $1, gen_random_uuid(), customer_id, 'mail', created_at, created_at, created_at from customers, generate_series(1, 25) where workspace_id = $1`,
      [workspaceId],
    )
    await desk.database.query(
      `with said as (insert into messages (workspace_id, message_id, conversation_id, kind, channel, by_kind, at, recorded_at)
         select workspace_id, gen_random_uuid(), conversation_id, 'inbound', 'mail', 'customer', created_at, created_at
         from conversations v where workspace_id = $1 and not exists (select 1 from messages m where m.conversation_id = v.conversation_id) returning message_id)
       insert into message_texts (workspace_id, message_id, salt, text) select $1, message_id, '', 'marmalade' from said`,
      [workspaceId],
    )
    desk.setClock("2028-01-01T12:00:00Z")
    expect(await on()).toBe(26)
    expect(await retainOnce(desk)).toBe(true)
    expect((await readRetention(desk, admin)).runs).toMatchObject([{ erased: 20, endedAt: null }])
    await run()
    expect((await readRetention(desk, admin)).runs).toMatchObject([{ erased: 26, endedAt: desk.now().toString() }])
    await write("Message-ID: <new@x>\nIn-Reply-To: <old@x>\nSubject: Re: Marmalade", "Me again")
    expect((await conversations()).filter(({ lastWords }) => lastWords === "Me again").length).toBe(1)
  })
})

/** The tables of a workspace in which a word still stands anywhere. */
async function tablesWith(
  database: { query<Row>(sql: string, parameters?: readonly unknown[]): Promise<readonly Row[]> },
  workspaceId: string,
  word: string,
): Promise<readonly string[]> {
  const tables = await database.query<{ name: string }>(
    `select c.table_name as "name" from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.column_name = 'workspace_id' and c.table_schema = current_schema() and t.table_type = 'BASE TABLE' order by 1`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const rows = await database.query(
      `select 1 from ${name} x where workspace_id = $1 and lower(row_to_json(x)::text) like '%' || $2 || '%' limit 1`,
      [workspaceId, word],
    )
    if (rows.length > 0) found.push(name)
  }
  return found
}
