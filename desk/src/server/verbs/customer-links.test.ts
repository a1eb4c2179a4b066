import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { ANSWER, openPageShop } from "../../../test/page-shop.ts"
import { readPromise } from "../database/promises.ts"
import { listNotices } from "../database/notice-list.ts"
import { listTasks } from "../database/tasks.ts"
import { answerPromise } from "./customer-answers.ts"
import { askForCode, codeOf, tryCode } from "./customer-codes.ts"
import { createLink, findLink, listLinks, revokeLink } from "./customer-links.ts"
import { eraseCustomer } from "./erase-customer.ts"
import { readPromiseForChange } from "./record-entry.ts"
import { keepPromise } from "./settle.ts"
import { verify } from "./verify.ts"

eachStore((store) => {
  const open = () => openPageShop(store.database())

  /** A promise that we say is kept, and the link of its conversation. */
  async function kept() {
    const shop = await open()
    const { desk, member } = shop
    const promiseId = await shop.promise()
    await keepPromise(desk, member, promiseId, { kind: "word", note: "Called her at three." })
    const link = await findLink(desk, await shop.token())
    if (link === null) throw new Error("no link")
    const answer = (answer: "yes" | "not-yet", note = "", seq = 2) =>
      answerPromise(desk, link, { promiseId, answer, seq, note })
    const kinds = async () =>
      (await readPromiseForChange(desk.database, { workspaceId: shop.workspaceId, promiseId })).stored.map(
        ({ entry }) => entry.kind,
      )
    return { ...shop, promiseId, link, answer, kinds }
  }

  test("A link is the same until it is taken back, and works longer whenever it is sent", async () => {
    const { desk, member, conversationId } = await open()
    const first = await createLink(desk, member, conversationId)
    desk.pass({ hours: 24 })
    const again = await createLink(desk, member, conversationId)
    expect(again.url).toBe(first.url)
    expect(first.url).toMatch(/^http:\/\/desk\.test\/p\/[0-9a-f]{48}$/)
    expect(Temporal.Instant.compare(again.expiresAt, first.expiresAt)).toBe(1)
    await revokeLink(desk, member, first.id)
    const next = await createLink(desk, member, conversationId)
    expect(next.url).not.toBe(first.url)
    expect(await listLinks(desk, member, conversationId)).toMatchObject([{ id: next.id }, { id: first.id, url: null }])
  })

  test("The database holds a digest of the link and nothing that opens the page", async () => {
    const { desk, conversationId, token } = await open()
    const secret = await token()
    const rows = await desk.database.query("select * from customer_links where conversation_id = $1", [conversationId])
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(secret.slice(0, 12))
  })

  test("A link leads nowhere when it has expired, was taken back, pages are off or the customer was erased", async () => {
    const { desk, admin, member, conversationId, customerId, page, token } = await open()
    const opens = async (secret: string) => (await findLink(desk, secret)) !== null
    const first = await token()
    expect(await opens(first)).toBe(true)
    expect(await opens(`${first.slice(0, -1)}${first.endsWith("0") ? "1" : "0"}`)).toBe(false)
    await page({ on: false })
    expect(await opens(first)).toBe(false)
    await expect(createLink(desk, member, conversationId)).rejects.toMatchObject({ code: "conflict" })
    await page({ on: true })
    desk.pass({ hours: 24 * 91 })
    expect(await opens(first)).toBe(false)
    const second = await token()
    expect(second).not.toBe(first)
    const [live] = await listLinks(desk, member, conversationId)
    await revokeLink(desk, member, live?.id ?? "")
    expect(await opens(second)).toBe(false)
    const third = await token()
    await eraseCustomer(desk, admin, customerId)
    expect(await opens(third)).toBe(false)
    await expect(createLink(desk, member, conversationId)).rejects.toMatchObject({ code: "conflict" })
  })

  test("The footer is part of the message as sent, and none of the author's words", async () => {
    const { desk, page, promise, deliver, sent, send, token, conversationId } = await open()
    await promise()
    expect(sent.at(-1)?.text).toBe(ANSWER)
    await page({ footer: true })
    await send({ text: "It is ready now.", promises: [], looked: true })
    await deliver()
    expect(sent.at(-1)?.text).toBe(
      `It is ready now.\n\n-- \nWhat we promised you in this conversation, and how it stands:\nhttp://desk.test/p/${await token()}\n`,
    )
    const [row] = await desk.database.query<{ own: { start: number; end: number }[]; review: { findings: unknown[] } }>(
      `select t.own, r.review from messages m join message_texts t using (workspace_id, message_id)
       join reviews r using (workspace_id, message_id) where m.conversation_id = $1 order by m.seq desc limit 1`,
      [conversationId],
    )
    expect(row?.own).toEqual([{ start: 0, end: "It is ready now.".length }])
    expect(row?.review.findings).toEqual([])
  })

  test("The customer's yes is the evidence, once, and changes no state", async () => {
    const { desk, workspaceId, promiseId, answer, kinds } = await kept()
    expect(await answer("yes", "Thank you!")).toBe("noted")
    expect(await answer("yes")).toBe("noted")
    expect(await kinds()).toEqual(["opened", "kept", "confirmed-by-customer"])
    const promise = await readPromise(desk.database, workspaceId, promiseId)
    expect(promise).toMatchObject({ state: "kept", evidence: { kind: "customer", note: "Thank you!" } })
    expect((await verify(desk)).problems).toEqual([])
  })

  test("The customer's not yet opens it again and gives its owner a task and a notice, once", async () => {
    const { desk, workspaceId, member, promiseId, answer, kinds } = await kept()
    expect(await answer("not-yet", "Nobody called.")).toBe("noted")
    expect(await answer("not-yet", "Nobody called.")).toBe("noted")
    expect(await answer("yes")).toBe("changed")
    expect(await kinds()).toEqual(["opened", "kept", "reopened"])
    expect(await readPromise(desk.database, workspaceId, promiseId)).toMatchObject({ state: "open", evidence: null })
    const tasks = await listTasks(desk.database, workspaceId)
    expect(tasks).toMatchObject([{ ownerId: member.id, promiseId, words: expect.stringContaining("Nobody called.") }])
    expect(await listNotices(desk.database, workspaceId, member.id)).toMatchObject([
      { step: "disputed", promiseId, said: "Nobody called." },
    ])
  })

  test("A yes can be taken back; an answer about an earlier keeping counts for nothing", async () => {
    const { desk, member, promiseId, answer, kinds } = await kept()
    await answer("yes")
    expect(await answer("not-yet")).toBe("noted")
    await keepPromise(desk, member, promiseId, { kind: "word" })
    expect(await answer("not-yet")).toBe("changed")
    expect(await kinds()).toEqual(["opened", "kept", "confirmed-by-customer", "reopened", "kept"])
    expect(await answer("yes", "", 5)).toBe("noted")
  })

  test("What a customer wrote with an answer goes when they are erased, and the chain still verifies", async () => {
    const { desk, admin, workspaceId, customerId, promiseId, answer } = await kept()
    await answer("yes", "Rosa thanks you")
    await eraseCustomer(desk, admin, customerId)
    const { stored } = await readPromiseForChange(desk.database, { workspaceId, promiseId })
    expect(stored.map(({ entry }) => entry.texts)).toEqual([null, null, null])
    expect((await verify(desk)).problems).toEqual([])
  })

  test("A promise of another conversation is not answered with this link", async () => {
    const shop = await kept()
    const elsewhere = await shop.promise("I will write", await shop.converse("Another thing", "And my lamp?"))
    const answer = { promiseId: elsewhere, answer: "yes", seq: 1, note: "" } as const
    await expect(answerPromise(shop.desk, shop.link, answer)).rejects.toMatchObject({ code: "not_found" })
  })

  test("A code goes to the address on file, and works once, for ten minutes, at most at the fifth try", async () => {
    const { desk, link, mail, sent, deliver } = await kept()
    const ask = async () => {
      await askForCode(desk, link)
      await deliver()
      return /\d{6}/.exec(sent.at(-1)?.text ?? "")?.[0] ?? ""
    }
    const wrong = (code: string) => (code === "123456" ? "654321" : "123456")
    const first = await ask()
    expect(sent.at(-1)).toMatchObject({ to: [{ address: mail }], inReplyTo: null })
    expect(await tryCode(desk, link, wrong(first))).toBe(false)
    expect(await tryCode(desk, link, ` ${first.slice(0, 3)} ${first.slice(3)}`)).toBe(true)
    expect(await tryCode(desk, link, first)).toBe(false)
    const second = await ask()
    for (let tries = 0; tries < 5; tries += 1) expect(await tryCode(desk, link, wrong(second))).toBe(false)
    expect(await tryCode(desk, link, second)).toBe(false)
    const third = await ask()
    desk.pass({ minutes: 10 })
    expect(await tryCode(desk, link, third)).toBe(false)
    await ask()
    await ask()
    const count = sent.length
    await ask()
    expect(sent.length).toBe(count)
  })

  test("A code that could not leave in time does not leave, and no code is in the database", async () => {
    const { desk, link, workspaceId, sent, deliver } = await kept()
    await askForCode(desk, link)
    const rows = await desk.database.query<{ code_id: string }>(
      "select * from customer_codes where workspace_id = $1",
      [workspaceId],
    )
    expect(JSON.stringify(rows)).not.toContain(`"${codeOf(desk, rows[0]?.code_id ?? "")}"`)
    const count = sent.length
    desk.pass({ minutes: 11 })
    await deliver()
    expect(sent.length).toBe(count)
  })
})
