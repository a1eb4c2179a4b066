import { afterEach, expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { openTestDesk } from "../../../test/desk.ts"
import { openMailShop } from "../../../test/mail-shop.ts"
import { startMailServer } from "../../../test/mail-server.ts"
import { readConversationHead } from "../database/conversations.ts"
import { listTasks } from "../database/tasks.ts"
import { sendOnce } from "../follow-through/outbox.ts"
import { composeMail, sendMail } from "../mail/send.ts"
import { readOutboxMail } from "../database/outbox.ts"
import { eraseCustomer } from "./erase-customer.ts"
import { answerOf } from "./envelope.ts"
import { sendMessage } from "./send.ts"
import { createCustomer } from "./customers.ts"

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

eachStore((store) => {
  /** Rosa wrote, with her boss in Cc; a real server takes our mails, unless `refuse` says otherwise. */
  async function shop(refuse: (address: string) => number | null = () => null) {
    const desk = openTestDesk(store.database())
    const parts = await openMailShop(desk)
    const { workspaceId, member, rosa } = parts
    const server = await startMailServer({
      onRcptTo: ({ address }, _, done) => {
        const responseCode = refuse(address)
        done(responseCode === null ? null : Object.assign(new Error("not for them"), { responseCode }))
      },
    })
    closing.push(() => server.close())
    await desk.database.query(
      `insert into mail_settings (workspace_id, from_name, host, port, security, updated_at) values ($1, 'A shop', '127.0.0.1', $2, 'none', $3)`,
      [workspaceId, server.port, desk.now().toString()],
    )
    const boss = `boss@${desk.newId()}.example`
    await parts.write(
      `Message-ID: <q@x>\nCc: "Rosa's Boss" <${boss}>, help+x@${workspaceId}.example\nSubject: My wheel`,
    )
    const conversationId = (await parts.conversations())[0]?.id ?? ""
    const leave = async () => {
      desk.pass({ minutes: 3 })
      while (await sendOnce(desk, sendMail));
      return server.mails
    }
    const say = (copies: { cc?: readonly string[]; bcc?: readonly string[] } = {}) =>
      sendMessage(desk, member, conversationId, { text: "It is ready.", promises: [], ...copies })
    const view = async (id: string) => (await parts.messages(conversationId)).find((one) => one.id === id)
    const tasks = async () => (await listTasks(desk.database, workspaceId)).map(({ words }) => words)
    return { ...parts, boss, conversationId, leave, say, view, tasks, rosa }
  }

  test("Whom the customer put in copy is proposed for the answer; our own address, with a tag or without, is not", async () => {
    const { desk, workspaceId, conversationId, boss, ours, rosa } = await shop()
    const head = await readConversationHead(desk.database, workspaceId, conversationId)
    if (head === null) throw new Error("no conversation")
    expect(await answerOf(desk.database, workspaceId, head)).toEqual({
      to: { name: "Rosa", address: rosa },
      cc: [{ name: "Rosa's Boss", address: boss }],
      from: ours,
    })
  })

  test("Everybody gets one mail; a Bcc stands in no header of it, nor in the copy for the Sent folder", async () => {
    const { desk, workspaceId, say, leave, boss, view, rosa } = await shop()
    const hidden = `auditor@${desk.newId()}.example`
    const id = await say({ cc: [boss], bcc: [hidden] })
    const [mail] = await leave()
    expect(mail?.to).toEqual([rosa, boss, hidden])
    expect(mail?.raw).toContain(`Cc: "Rosa's Boss" <${boss}>`)
    expect(mail?.raw).not.toContain("auditor")
    expect(mail?.raw).not.toMatch(/^bcc/im)
    expect(mail?.raw).toMatch(/^Date: Thu, 19 Nov 2026 14:12:00 \+0000$/m)
    expect(await view(id)).toMatchObject({ delivery: "accepted", cc: [{ address: boss }], bcc: [{ address: hidden }] })
    const [row] = await desk.database.query<{ id: string }>(
      `select outbox_id as "id" from outbox where message_id = $1 and kind = 'mail'`,
      [id],
    )
    const stored = await readOutboxMail(desk.database, workspaceId, row?.id ?? "")
    if (stored === null) throw new Error("not in the outbox")
    // The copy is what was sent, byte by byte.
    expect(new TextDecoder().decode(await composeMail(stored)).trimEnd()).toBe(mail?.raw.trimEnd())
  })

  test("Somebody in copy who answers joins the conversation, also from a Bcc; a stranger who knows its id does not", async () => {
    const { desk, say, leave, boss, messages, conversations, conversationId, write } = await shop()
    const hidden = `auditor@${desk.newId()}.example`
    await say({ cc: [boss], bcc: [hidden] })
    const ours = /^Message-ID:\s*(<[^>]+>)/im.exec((await leave())[0]?.raw ?? "")?.[1] ?? ""
    const answer = (from: string) =>
      write(`From: ${from}\nIn-Reply-To: ${ours}\nMessage-ID: <${from}>`, "Thanks", { from })
    await answer(boss)
    await answer(hidden)
    await answer("mallory@evil.example")
    expect((await messages(conversationId)).map(({ from }) => from?.address)).toEqual(
      expect.arrayContaining([boss, hidden]),
    )
    expect(await conversations()).toHaveLength(2)
  })

  test("The answer to a colleague goes to them, with the customer in copy as in their mail", async () => {
    const { desk, workspaceId, say, leave, boss, write, rosa, conversationId } = await shop()
    await say({ cc: [boss] })
    const ours = /^Message-ID:\s*(<[^>]+>)/im.exec((await leave())[0]?.raw ?? "")?.[1] ?? ""
    await write(`From: ${boss}\nCc: ${rosa}\nIn-Reply-To: ${ours}\nMessage-ID: <b@x>`, "And mine?", { from: boss })
    const head = await readConversationHead(desk.database, workspaceId, conversationId)
    if (head === null) throw new Error("no conversation")
    expect(await answerOf(desk.database, workspaceId, head)).toMatchObject({
      to: { address: boss },
      cc: [{ address: rosa }],
    })
  })

  test("A copy cannot go to ourselves, to no address, or to a crowd; whoever is named twice gets one", async () => {
    const { say, ours, boss, view, rosa } = await shop()
    await expect(say({ cc: [ours] })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "cc" }] })
    await expect(say({ bcc: ["a@x.example\r\nBcc: b@x.example"] })).rejects.toMatchObject({ code: "invalid" })
    const crowd = Array.from({ length: 50 }, (_, index) => `p${index}@example.net`)
    await expect(say({ bcc: crowd })).rejects.toMatchObject({ message: "A message goes to at most 50 addresses." })
    const id = await say({ cc: [boss, rosa, boss.toUpperCase()], bcc: [boss] })
    expect(await view(id)).toMatchObject({ cc: [{ address: boss }], bcc: [] })
  })

  test("Whom the server takes it not for now is tried again alone, with the same bytes; the customer's is accepted at once", async () => {
    let isGreylisting = true
    const { say, leave, boss, view, rosa } = await shop((address) =>
      isGreylisting && address.startsWith("boss") ? 451 : null,
    )
    const id = await say({ cc: [boss] })
    expect((await leave()).map(({ to }) => to)).toEqual([[rosa]])
    expect(await view(id)).toMatchObject({ delivery: "accepted" })
    isGreylisting = false
    const [first, second] = await leave()
    expect(second?.to).toEqual([boss])
    expect(second?.raw).toBe(first?.raw)
  })

  test("A copy that is refused for good is a task; the message itself was accepted", async () => {
    const { say, leave, boss, view, tasks } = await shop((address) => (address.startsWith("boss") ? 550 : null))
    const id = await say({ cc: [boss] })
    expect(await leave()).toHaveLength(1)
    expect(await view(id)).toMatchObject({ delivery: "accepted" })
    expect(await tasks()).toEqual([`A copy could not be sent to ${boss}: 550 not for them`])
  })

  test("When only the copies went out, the message is not called accepted, and its sender has a task", async () => {
    const { say, leave, boss, view, tasks, rosa } = await shop((address) => (address.startsWith("rosa") ? 550 : null))
    const id = await say({ cc: [boss] })
    await leave()
    expect(await view(id)).toMatchObject({ delivery: "bounced" })
    expect(await tasks()).toEqual([`A message went to those in copy, but not to ${rosa}: 550 not for them`])
  })

  test("When the customer is put off and then refused, their copies have read it all the same: nothing is called unsent", async () => {
    let code = 451
    const { say, leave, boss, view, tasks, rosa } = await shop((address) => (address.startsWith("rosa") ? code : null))
    const id = await say({ cc: [boss] })
    await leave()
    code = 550
    await leave()
    expect(await view(id)).toMatchObject({ delivery: "bounced" })
    expect(await tasks()).toEqual([expect.stringContaining(`A message went to those in copy, but not to ${rosa}: `)])
  })

  test("A copy that comes back leaves the customer's message accepted", async () => {
    const { say, leave, boss, view, tasks, write } = await shop()
    const id = await say({ cc: [boss] })
    const mailId = /^Message-ID:\s*(<[^>]+>)/im.exec((await leave())[0]?.raw ?? "")?.[1] ?? ""
    const report = `--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; ${boss}\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 no such user\n--b\nContent-Type: message/rfc822\n\nMessage-ID: ${mailId}\n\n--b--`
    await write(
      "From: MAILER-DAEMON@mx.example\nSubject: Undelivered\nContent-Type: multipart/report; boundary=b",
      report,
      {
        from: "",
      },
    )
    expect(await view(id)).toMatchObject({ delivery: "accepted" })
    expect(await tasks()).toEqual([`A copy could not be delivered to ${boss}: 550 no such user`])
  })

  test("Of somebody in copy who is erased nothing says that they got it, or that they could not", async () => {
    const { desk, admin, conversationId, say, leave, boss, rosa, tasks } = await shop((address) =>
      address.startsWith("rosa") ? 451 : address.startsWith("second") ? 550 : null,
    )
    const second = `second@${desk.newId()}.example`
    await say({ cc: [boss], bcc: [second] })
    await leave()
    expect(await tasks()).toEqual([`A copy could not be sent to ${second}: 550 not for them`])
    const traces = async () => {
      const rows = await desk.database.query(
        "select x.taken_for, x.problem, t.words from outbox x left join tasks t on t.message_id = x.message_id",
      )
      return JSON.stringify(rows)
    }
    expect(await traces()).toContain(boss)
    expect(await traces()).toContain(second)
    for (const mail of [boss, second]) await eraseCustomer(desk, admin, await createCustomer(desk, admin, { mail }))
    expect(await traces()).not.toContain(boss)
    expect(await traces()).not.toContain(second)
    const head = await readConversationHead(desk.database, admin.workspaceId, conversationId)
    await eraseCustomer(desk, admin, head?.customerId ?? "")
    expect(await traces()).not.toContain(rosa)
  })

  test("Somebody in copy who is erased before it leaves gets nothing, and no header names them", async () => {
    const { desk, admin, say, leave, boss, view } = await shop()
    const hidden = `auditor@${desk.newId()}.example`
    const erased = await createCustomer(desk, admin, { mail: boss })
    const other = await createCustomer(desk, admin, { mail: hidden })
    const id = await say({ cc: [boss], bcc: [hidden] })
    await eraseCustomer(desk, admin, erased)
    await eraseCustomer(desk, admin, other)
    const [mail] = await leave()
    expect(mail?.to).toHaveLength(1)
    expect(mail?.raw).not.toContain(boss)
    expect(await view(id)).toMatchObject({ cc: [], bcc: [] })
  })
})
