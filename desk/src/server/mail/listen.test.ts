import { afterEach, expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { type TestDesk, openTestDesk, openTestWorkspace } from "../../../test/desk.ts"
import { deliver } from "../../../test/mail-server.ts"
import { listConversations, readConversation } from "../database/conversations.ts"
import { listMessages, readThreadEnd } from "../database/messages.ts"
import { readPromise } from "../database/promises.ts"
import { listTasks } from "../database/tasks.ts"
import { closeConversation } from "../verbs/conversations.ts"
import { type Desk, commit } from "../verbs/desk.ts"
import { acceptMessage } from "../verbs/keeps.ts"
import { makePromise } from "../verbs/promises.ts"
import { mailIdOf } from "../verbs/mail-id.ts"
import { type MailListener, listenForMail } from "./listen.ts"

const listeners: MailListener[] = []
afterEach(async () => {
  for (const listener of listeners.splice(0)) await listener.close()
})

async function open(desk: Desk) {
  const failures: unknown[] = []
  const listener = await listenForMail(desk, {
    host: "127.0.0.1",
    port: 0,
    report: (failure) => failures.push(failure),
  })
  listeners.push(listener)
  return { port: listener.port, failures }
}

eachStore((store) => {
  async function shop(desk: TestDesk = openTestDesk(store.database())) {
    const team = await openTestWorkspace(desk)
    const { workspaceId } = team
    const ours = `help@${workspaceId}.example`
    const { port, failures } = await open(desk)
    const rosa = `rosa@${desk.newId()}.example`
    const write = async (headers: string, body = "Hello", envelope: { from?: string; to?: readonly string[] } = {}) => {
      const raw = `${/^from:/im.test(headers) ? "" : `From: Rosa <${rosa}>\n`}To: ${ours}\n${headers}\n\n${body}\n`
      return deliver(port, { from: envelope.from ?? rosa, to: envelope.to ?? [ours], raw })
    }
    const conversations = async () => (await listConversations(desk.database, workspaceId, { filter: "all" })).items
    const messages = async (id?: string) => {
      const conversationId = id ?? (await conversations())[0]?.id ?? ""
      return (await listMessages(desk.database, workspaceId, conversationId, undefined)).messages
    }
    return { desk, ...team, ours, port, failures, rosa, write, conversations, messages }
  }

  /** An answer of ours that our server has accepted. */
  async function answered({ desk, workspaceId, member, conversations, ours }: Awaited<ReturnType<typeof shop>>) {
    const conversationId = (await conversations())[0]?.id ?? ""
    const messageId = desk.newId()
    const mailId = mailIdOf(desk, messageId, ours)
    await desk.database.query(
      `insert into messages (workspace_id, message_id, conversation_id, kind, channel, by_kind, by_id, at, recorded_at, mail_id, delivery)
       values ($1, $2, $3, 'outbound', 'mail', 'member', $4, $5, $5, $6, 'accepted')`,
      [workspaceId, messageId, conversationId, member.id, desk.now().toString(), mailId],
    )
    return { conversationId, messageId, mailId }
  }

  test("A mail becomes a conversation with a new customer who waits for an answer, and the mail as it came is kept", async () => {
    const { desk, write, conversations, messages, rosa, ours, failures } = await shop()
    const answer = await write(
      "Message-ID: <a@x>\nSubject: My wheel\nDate: Thu, 19 Nov 2026 14:00:00 +0000",
      "When is it ready?\n\nOn Mon, 16 Nov 2026 at 10:00, A shop <help@shop.example> wrote:\n> It is here.",
    )
    expect(answer).toBe("250 Taken in")
    const [conversation] = await conversations()
    expect(conversation).toMatchObject({
      subject: "My wheel",
      customer: { name: "Rosa" },
      lastWords: "When is it ready?\n\n",
    })
    expect(conversation?.awaitingSince).toMatch(/^2026-11-19T14:00:00/)
    const [message] = await messages()
    expect(message).toMatchObject({
      kind: "inbound",
      from: { name: "Rosa", address: rosa },
      to: [{ address: ours }],
      files: [],
    })
    expect(message?.text?.slice(message.own[0]?.start, message.own[0]?.end).trim()).toBe("When is it ready?")
    const [row] = await desk.database.query<{ raw: string }>(
      `select raw_digest as "raw" from messages where message_id = $1`,
      [message?.id],
    )
    expect(new TextDecoder().decode((await desk.files.read(row?.raw ?? "")) ?? undefined)).toContain(
      "Message-ID: <a@x>\r\n",
    )
    expect(failures).toEqual([])
  })

  test("An address that is nobody's here is refused with a sentence, and nothing is kept", async () => {
    const { write, conversations } = await shop()
    expect(await write("Subject: x", "y", { to: ["nobody@elsewhere.example"] })).toMatch(
      /^550 Nobody here has this address/,
    )
    expect(await conversations()).toEqual([])
  })

  test("A sample shop gets no mail", async () => {
    const { desk, workspaceId, write } = await shop()
    await desk.database.query("update workspaces set kind = 'sample' where workspace_id = $1", [workspaceId])
    expect(await write("Subject: x")).toMatch(/^550/)
  })

  test("When the database fails the sender hears 451, and the same mail is taken in once at the next try", async () => {
    const { desk, ...parts } = await shop()
    let broken = true
    const failing: Desk = {
      ...desk,
      database: {
        ...desk.database,
        transaction: (work) =>
          broken ? Promise.reject(new Error("the disk is full")) : desk.database.transaction(work),
      },
    }
    const { port, failures } = await open(failing)
    const mail = {
      from: parts.rosa,
      to: [parts.ours],
      raw: `From: ${parts.rosa}\nMessage-ID: <b@x>\nDate: Thu, 19 Nov 2026 14:00:00 +0000\n\nx\n`,
    }
    expect(await deliver(port, mail)).toMatch(/^451 Something failed here/)
    expect(failures).toHaveLength(1)
    broken = false
    expect(await deliver(port, mail)).toBe("250 Taken in")
    expect(await deliver(port, mail)).toBe("250 Taken in before")
    expect(await parts.messages()).toHaveLength(1)
  })

  test("The same Message-ID with other words is another mail; without Message-ID only equal bytes are the same mail", async () => {
    const { write, messages, conversations } = await shop()
    const date = "Date: Thu, 19 Nov 2026 14:00:00 +0000"
    await write(`Message-ID: <c@x>\n${date}`, "one")
    await write(`Message-ID: <c@x>\n${date}`, "two")
    expect(await conversations()).toHaveLength(2)
    await write(`Message-ID: <c@x>\n${date}`, "two")
    await write(date, "three")
    await write(date, "three")
    await write(date, "four")
    expect(await conversations()).toHaveLength(4)
    expect(await messages()).toHaveLength(1)
  })

  test("Eight deliveries of one mail at the same time are one message and one customer", async () => {
    const { write, conversations, messages } = await shop()
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => write("Message-ID: <d@x>\nDate: Thu, 19 Nov 2026 14:00:00 +0000")),
    )
    expect(answers.filter((answer) => answer === "250 Taken in")).toHaveLength(1)
    expect(answers.filter((answer) => answer === "250 Taken in before")).toHaveLength(7)
    expect(await conversations()).toHaveLength(1)
    expect(await messages()).toHaveLength(1)
  })

  test("A mail to two addresses of one shop and one of another is one message in each", async () => {
    const one = await shop()
    const other = await shop(one.desk)
    const second = `sales@${one.workspaceId}.example`
    await one.desk.database.query("insert into mail_addresses values ($1, $2, 1)", [one.workspaceId, second])
    await one.write("Message-ID: <e@x>", "x", { to: [one.ours.toUpperCase(), second, other.ours] })
    expect(await one.messages()).toHaveLength(1)
    expect(await other.messages()).toHaveLength(1)
  })

  test("A mail that is too large is refused for good", async () => {
    const { write } = await shop()
    expect(await write("Subject: big", "x".repeat(26 * 1024 * 1024))).toMatch(/^552/)
  })

  test("An answer to our mail goes on in its conversation, opens it again and ends its rest, also when only our mark in the id is left", async () => {
    const parts = await shop()
    await parts.write("Message-ID: <f@x>\nSubject: My wheel", "ready?")
    const { conversationId, mailId } = await answered(parts)
    await closeConversation(parts.desk, parts.member, conversationId)
    await parts.desk.database.query("update conversations set snoozed_until = now() where conversation_id = $1", [
      conversationId,
    ])
    await parts.write(`Message-ID: <g@x>\nIn-Reply-To: <${mailId}>\nSubject: another subject`, "Thanks")
    expect(await parts.messages(conversationId)).toHaveLength(3)
    expect(await readConversation(parts.desk.database, parts.workspaceId, conversationId)).toMatchObject({
      closedAt: null,
      snoozedUntil: null,
    })
    await parts.write(
      `Message-ID: <h@x>\nReferences: <f@x> <${mailId.replace(/@.*/, "@rewritten.example")}>`,
      "Thanks again",
    )
    expect(await parts.messages(conversationId)).toHaveLength(4)
    expect(await parts.conversations()).toHaveLength(1)
  })

  test("A mail that comes back marks ours, takes the evidence back, opens the conversation and asks the sender to act", async () => {
    const parts = await shop()
    const { desk, workspaceId, member } = parts
    await parts.write("Message-ID: <m@x>")
    const { conversationId, messageId, mailId } = await answered(parts)
    const [customer] = await desk.database.query<{ id: string }>(
      `select customer_id as "id" from conversations where conversation_id = $1`,
      [conversationId],
    )
    const promiseId = await makePromise(desk, member, {
      customerId: customer?.id ?? "",
      channel: "mail",
      words: "I will write today",
      deed: "answer",
      ownerId: member.id,
      due: { until: "2026-11-19T17:00:00Z" },
    })
    await desk.database.query("insert into message_keeps values ($1, $2, $3)", [workspaceId, messageId, promiseId])
    await commit(desk, (queries) => acceptMessage(queries, desk, member, messageId, desk.now().toString()))
    await closeConversation(desk, member, conversationId)
    const report = `--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 no such user
--b
Content-Type: message/rfc822

Message-ID: <${mailId}>

--b--`
    const bounce = () =>
      parts.write(
        `From: MAILER-DAEMON@mx.example\nSubject: Undelivered\nContent-Type: multipart/report; boundary=b`,
        report,
        { from: "" },
      )
    await bounce()
    const messages = await parts.messages(conversationId)
    expect(messages.at(-1)).toMatchObject({ kind: "inbound", by: { kind: "desk" } })
    expect(messages.at(-2)).toMatchObject({ delivery: "bounced", problem: "550 no such user" })
    const conversation = await readConversation(desk.database, workspaceId, conversationId)
    expect(conversation).toMatchObject({ closedAt: null, awaitingSince: expect.any(String) })
    expect(await readPromise(desk.database, workspaceId, promiseId)).toMatchObject({ state: "open", evidence: null })
    const task = {
      kind: "bounced",
      ownerId: member.id,
      messageId,
      words: "A message could not be delivered: 550 no such user",
    }
    expect(await listTasks(desk.database, workspaceId)).toMatchObject([task])
    await bounce()
    expect(await listTasks(desk.database, workspaceId)).toHaveLength(1)
    expect((await readThreadEnd(desk.database, workspaceId, conversationId))?.to?.address).toBe(parts.rosa)
  })

  test("The same subject alone starts a new conversation", async () => {
    const { write, conversations } = await shop()
    await write("Message-ID: <i@x>\nSubject: My wheel")
    await write("Message-ID: <j@x>\nSubject: Re: My wheel")
    expect(await conversations()).toHaveLength(2)
  })

  test("A stranger who knows our Message-ID does not get into the conversation; somebody who was in copy does", async () => {
    const parts = await shop()
    const cy = `cy@${parts.desk.newId()}.example`
    await parts.write(`Message-ID: <k@x>\nCc: Cy <${cy.toUpperCase()}>`, "hi")
    const { conversationId, mailId } = await answered(parts)
    await parts.write(`From: Rosa <eve@elsewhere.example>\nIn-Reply-To: <${mailId}>`, "send the refund to me")
    expect(await parts.conversations()).toHaveLength(2)
    await parts.write(`From: ${cy}\nIn-Reply-To: <${mailId}>`, "from Cy")
    const messages = await parts.messages(conversationId)
    expect(messages.map(({ text }) => text)).toEqual(["hi", null, "from Cy"])
    expect(await parts.conversations()).toHaveLength(2)
  })

  test("A forged mark is no way in", async () => {
    const parts = await shop()
    await parts.write("Message-ID: <l@x>")
    const { messageId } = await answered(parts)
    await parts.write(`In-Reply-To: <${messageId}.${"0".repeat(20)}@${parts.ours.split("@")[1]}>`, "forged")
    expect(await parts.conversations()).toHaveLength(2)
  })

  test("Attachments are kept, and who wrote behind a form is the customer", async () => {
    const { write, messages, conversations, ours, rosa, desk } = await shop()
    const parts = `--b\nContent-Type: text/plain\n\nsee\n--b\nContent-Type: image/png; name=wheel.png\nContent-Transfer-Encoding: base64\n\naGVsbG8=\n--b--`
    await write(`From: Form <${ours}>\nReply-To: Rosa <${rosa}>\nContent-Type: multipart/mixed; boundary=b`, parts)
    expect((await conversations())[0]?.customer.name).toBe("Rosa")
    const [message] = await messages()
    expect(message?.files).toEqual([{ position: 0, name: "wheel.png", type: "image/png", size: 5 }])
    const [file] = await desk.database.query<{ digest: string }>("select digest from files where message_id = $1", [
      message?.id,
    ])
    expect(new TextDecoder().decode((await desk.files.read(file?.digest ?? "")) ?? undefined)).toBe("hello")
  })

  test("Nobody waits for an answer to an absence note or a newsletter, but to a mail through the shop's own list", async () => {
    const { write, conversations, workspaceId } = await shop()
    await write("Auto-Submitted: auto-replied", "I am away")
    await write("List-Id: News <news.elsewhere.example>", "Buy")
    await write("Subject: null sender", "x", { from: "" })
    expect((await conversations()).map(({ awaitingSince }) => awaitingSince)).toEqual([null, null, null])
    await write(`List-Id: <help.${workspaceId}.example>\nPrecedence: list`, "Is it ready?")
    expect((await conversations()).filter(({ awaitingSince }) => awaitingSince !== null)).toHaveLength(1)
  })

  test("A date in the future or long ago does not misplace a mail", async () => {
    const { write, messages, desk } = await shop()
    await write("Date: Thu, 19 Nov 2037 14:00:00 +0000")
    expect((await messages())[0]?.at).toBe(desk.now().toString().replace("Z", "+00:00").replace("+00:00", "Z"))
  })

  test("A mail of which nothing can be read is kept, and somebody is asked to look", async () => {
    const { write, messages, desk, workspaceId } = await shop()
    await write("Subject: odd\nContent-Type: multipart/mixed; boundary=b", "--b\n".repeat(20_000))
    expect((await messages())[0]).toMatchObject({
      subject: "odd",
      text: "",
      problem: expect.stringContaining("too many parts"),
    })
    expect(await listTasks(desk.database, workspaceId)).toMatchObject([{ kind: "unreadable" }])
  })
})
