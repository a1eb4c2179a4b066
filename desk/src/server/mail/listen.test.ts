import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { openTestDesk } from "../../../test/desk.ts"
import { deliver } from "../../../test/mail-server.ts"
import { openListener, openMailShop } from "../../../test/mail-shop.ts"
import { listTasks } from "../database/tasks.ts"
import type { Desk } from "../verbs/desk.ts"

eachStore((store) => {
  const shop = () => openMailShop(openTestDesk(store.database()))

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

  test("The list begins with what was newly written, whatever stands before it", async () => {
    const { write, conversations } = await shop()
    const quoted = "> 🚲🚲🚲🚲🚲 is it ready?"
    await write("Subject: My wheel\nContent-Type: text/plain; charset=utf-8", `${quoted}\n\nNot yet, says Rosa.`)
    expect((await conversations())[0]?.lastWords?.trim()).toBe("Not yet, says Rosa.")
    await write("Subject: Long\nContent-Type: text/plain; charset=utf-8", `x${"🚲".repeat(150)}`)
    const long = (await conversations()).map(({ lastWords }) => lastWords ?? "").find((words) => words.startsWith("x"))
    expect(long).toBe(`x${"🚲".repeat(99)}`)
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
    const { port, failures } = await openListener(failing)
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
    const other = await openMailShop(one.desk)
    const second = `sales@${one.workspaceId}.example`
    await one.desk.database.query("insert into mail_addresses values ($1, $2, 1)", [one.workspaceId, second])
    await one.write("Message-ID: <e@x>", "x", { to: [one.ours.toUpperCase(), second, other.ours] })
    expect(await one.messages()).toHaveLength(1)
    expect(await other.messages()).toHaveLength(1)
  })

  test("A mail that is too large is refused for good", async () => {
    const { write } = await shop()
    expect(await write("Subject: big", "x".repeat(65 * 1024 * 1024))).toMatch(/^552/)
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
