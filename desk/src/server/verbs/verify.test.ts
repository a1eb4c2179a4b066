import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { openTestDesk, openTestWorkspace } from "../../../test/desk.ts"
import { requireCustomer } from "./named-customer.ts"
import { handOverPromise, makePromise, setWaiting } from "./promises.ts"
import { keepPromise } from "./settle.ts"
import { verify } from "./verify.ts"

eachStore((store) => {
  async function shop() {
    const desk = openTestDesk(store.database())
    const team = await openTestWorkspace(desk)
    const customerId = await desk.database.transaction((queries) =>
      requireCustomer(queries, desk, team.member, { customer: { name: "Owen" } }),
    )
    const id = await makePromise(desk, team.member, {
      customerId,
      channel: "visit",
      words: "I'll read your complaint myself.",
      deed: "answer",
      ownerId: team.member.id,
      due: { until: "2026-11-20T17:00:00Z", words: "before we close tomorrow" },
    })
    await setWaiting(desk, team.member, id, { on: "colleague", note: "Callum" })
    await handOverPromise(desk, team.member, id, { ownerId: team.lead.id })
    return { desk, ...team, id }
  }

  test("an untouched ledger verifies", async () => {
    const { desk, member, id } = await shop()
    await keepPromise(desk, member, id, { kind: "word" })
    expect((await verify(desk)).problems).toEqual([])
  })

  test("a row that says something else than its entries is found", async () => {
    const { desk, id } = await shop()
    await desk.database.query(
      "update promise_rows set due_until = due_until + interval '1 day' where promise_id = $1",
      [id],
    )
    expect((await verify(desk)).problems).toEqual([`Promise ${id}: its row says another due_until than its entries.`])
    await desk.database.query(
      "update promise_rows set due_until = due_until - interval '1 day' where promise_id = $1",
      [id],
    )
  })

  test("words that were changed behind the desk's back are found", async () => {
    const { desk, id } = await shop()
    await desk.database.query(
      `update entry_texts set texts = '{"words":"We never said that."}' where promise_id = $1 and seq = 1`,
      [id],
    )
    expect((await verify(desk)).problems.join(" ")).toContain("the words of entry 1 are not those that were recorded")
    await desk.database.query("delete from entry_texts where promise_id = $1", [id])
  })

  test("a promise without entries is said to have none, and the others are looked at all the same", async () => {
    const { desk, workspaceId, id } = await shop()
    const bare = desk.newId()
    await desk.database.query(
      `insert into promises (workspace_id, promise_id, customer_id, created_at)
       select workspace_id, $2, customer_id, created_at from promises where workspace_id = $1 limit 1`,
      [workspaceId, bare],
    )
    await desk.database.query("update promise_rows set deed = 'refund' where promise_id = $1", [id])
    const { problems } = await verify(desk)
    expect(problems).toContain(`Promise ${bare} has no entries.`)
    expect(problems).toContain(`Promise ${id}: its row says another deed than its entries.`)
    await desk.database.query("delete from promises where promise_id = $1", [bare])
    await desk.database.query("update promise_rows set deed = 'answer' where promise_id = $1", [id])
  })
})
