import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { type TestDesk, openTestDesk } from "../../../test/desk.ts"
import { openMailShop } from "../../../test/mail-shop.ts"
import type { Database } from "../database/database.ts"
import { readMember } from "../database/members.ts"
import { readMail } from "../mail/read-mail.ts"
import { eraseCustomer } from "./erase-customer.ts"
import { makePromise } from "./promises.ts"
import { receiveMail } from "./receive.ts"
import { removeMember } from "./remove-member.ts"

eachStore((store) => {
  async function shop() {
    const desk = openTestDesk(store.database())
    const parts = await openMailShop(desk)
    await parts.write("Message-ID: <first@x>\nSubject: My wheel")
    const [conversation] = await parts.conversations()
    return { ...parts, desk, conversationId: conversation?.id ?? "", customerId: conversation?.customer.id ?? "" }
  }
  const promise = (customerId: string, ownerId: string) => ({
    customerId,
    channel: "call" as const,
    words: "I'll ring you.",
    deed: "call-back",
    ownerId,
    due: { until: "2026-11-20T16:00:00Z" },
  })

  test("a member who is removed while they get a promise hands it over, or does not get it", async () => {
    const { desk, admin, member, customerId, workspaceId } = await shop()
    const [made] = await meanwhile(
      desk,
      /from members/,
      (slow) => makePromise(slow, admin, promise(customerId, member.id)),
      () => removeMember(desk, admin, member.id),
    )
    expect(made.status).toBe("fulfilled")
    expect((await readMember(desk.database, workspaceId, member.id))?.owes).toBe(0)
    expect((await readMember(desk.database, workspaceId, admin.id))?.owes).toBe(1)
  })

  test("a promise to a customer who is erased meanwhile loses its words with them", async () => {
    const { desk, admin, member, customerId, workspaceId } = await shop()
    await meanwhile(
      desk,
      /from customers/,
      (slow) => makePromise(slow, member, promise(customerId, member.id)),
      () => eraseCustomer(desk, admin, customerId),
    )
    const left = await desk.database.query(
      "select 1 from promise_rows where workspace_id = $1 and (words is not null or state = 'open')",
      [workspaceId],
    )
    expect(left).toEqual([])
  })

  test("a mail whose writer is erased meanwhile is erased with them", async () => {
    const { desk, admin, customerId, workspaceId, ours, rosa } = await shop()
    const raw = new TextEncoder().encode(
      `From: ${rosa}\nTo: ${ours}\nMessage-ID: <second@x>\nIn-Reply-To: <first@x>\n\nIt squeaks.\n`,
    )
    const mail = await readMail(raw)
    const incoming = { raw, mail, envelopeFrom: rosa, recipients: [ours] }
    const [received, erased] = await meanwhile(
      desk,
      /from addresses/,
      (slow) => receiveMail(slow, incoming),
      () => eraseCustomer(desk, admin, customerId),
    )
    expect([received.status, erased.status]).toEqual(["fulfilled", "fulfilled"])
    const left = await desk.database.query(
      `select v.subject from conversations v left join messages m using (workspace_id, conversation_id)
       left join message_texts t using (workspace_id, message_id)
       where v.workspace_id = $1 and v.customer_id = $2 and (t.message_id is not null or v.last_words is not null)`,
      [workspaceId, customerId],
    )
    expect(left).toEqual([])
  })
})

/**
 * Does `first` up to its first question that matches, then `second` until it is done or waits for a lock, then the rest
 * of `first`.
 */
async function meanwhile<A, B>(
  desk: TestDesk,
  question: RegExp,
  first: (slow: TestDesk) => Promise<A>,
  second: () => Promise<B>,
): Promise<[PromiseSettledResult<A>, PromiseSettledResult<B>]> {
  const asked = Promise.withResolvers<void>()
  const go = Promise.withResolvers<void>()
  const { database } = desk
  const slow: Database = {
    ...database,
    transaction: (work) =>
      database.transaction((queries) =>
        work({
          async query(sql, parameters) {
            const rows = await queries.query(sql, parameters)
            if (question.test(sql)) {
              asked.resolve()
              await go.promise
            }
            return rows as never
          },
        }),
      ),
  }
  const one = first({ ...desk, database: slow })
  await asked.promise
  const other = second()
  let done = database.kind === "embedded" // it has one connection: the other waits for the end
  const ended = other.then(
    () => (done = true),
    () => (done = true),
  )
  while (!done && !(await waitsForLock(database))) await Promise.race([ended, database.query("select pg_sleep(0.01)")])
  go.resolve()
  const [oneResult, otherResult] = await Promise.allSettled([one, other])
  return [oneResult, otherResult]
}

async function waitsForLock(database: Database): Promise<boolean> {
  const rows = await database.query(
    "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
  )
  return rows.length > 0
}
