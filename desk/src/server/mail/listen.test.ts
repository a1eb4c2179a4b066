import { once } from "node:events"
import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { connect } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { openTestDesk } from "../../../test/desk.ts"
import { deliver } from "../../../test/mail-server.ts"
import { openListener, openMailShop } from "../../../test/mail-shop.ts"
import { listTasks } from "../database/tasks.ts"
import { openFileStore } from "../files/open-file-store.ts"
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

  test("A large mail and its attachments are kept byte by byte, and nothing of them is left beside the files", async () => {
    const folder = mkdtempSync(join(tmpdir(), "aboveboard-listen-"))
    const { write, messages, desk } = await openMailShop({
      ...openTestDesk(store.database()),
      files: await openFileStore(folder),
    })
    const content = Buffer.alloc(1_000_000, "some bytes of a file ")
    const body = `--b\nContent-Type: text/plain\n\nSee it.\n--b\nContent-Type: image/png; name=wheel.png\nContent-Transfer-Encoding: base64\n\n${lines(content.toString("base64"))}\n--b--`
    await write("Message-ID: <large@x>\nContent-Type: multipart/mixed; boundary=b", body)
    const [message] = await messages()
    expect(message).toMatchObject({
      text: "See it.",
      problem: null,
      files: [{ name: "wheel.png", size: content.length }],
    })
    const [row] = await desk.database.query<{ raw: string; file: string }>(
      `select m.raw_digest as "raw", f.digest as "file" from messages m join files f using (workspace_id, message_id)
       where m.message_id = $1`,
      [message?.id],
    )
    expect(content.equals((await desk.files.read(row?.file ?? "")) ?? Buffer.alloc(0))).toBe(true)
    const raw = new TextDecoder().decode((await desk.files.read(row?.raw ?? "")) ?? undefined)
    expect(raw.endsWith(`\r\n\r\n${body.replaceAll("\n", "\r\n")}\r\n`)).toBe(true)
    expect(await write("Message-ID: <large@x>\nContent-Type: multipart/mixed; boundary=b", body)).toMatch(/before/)
    expect(readdirSync(join(folder, "unfinished"))).toEqual([])
    rmSync(folder, { recursive: true })
  })

  test("Of a large mail that breaks off nothing is left", async () => {
    const folder = mkdtempSync(join(tmpdir(), "aboveboard-listen-"))
    const { port, ours, conversations } = await openMailShop({
      ...openTestDesk(store.database()),
      files: await openFileStore(folder),
    })
    const unfinished = () => readdirSync(join(folder, "unfinished"))
    const socket = connect(port, "127.0.0.1")
    await once(socket, "data") // the greeting
    socket.write(`EHLO x\r\nMAIL FROM:<a@x.example>\r\nRCPT TO:<${ours}>\r\nDATA\r\n${"Words.\r\n".repeat(100_000)}`)
    await expect.poll(unfinished).toHaveLength(1)
    socket.destroy()
    await expect.poll(unfinished).toEqual([])
    expect(await conversations()).toEqual([])
    rmSync(folder, { recursive: true })
  })

  test("A large mail that finds no room on the disk is to be sent again, and small ones come in", async () => {
    const desk = openTestDesk(store.database())
    const noRoom = async () => Promise.reject(new Error("no room"))
    const { write, failures } = await openMailShop({ ...desk, files: { ...desk.files, openSpool: noRoom } })
    expect(await write("Message-ID: <large@x>", "Words.\n".repeat(100_000))).toMatch(/^451/)
    expect(failures).toEqual([new Error("no room")])
    expect(await write("Message-ID: <small@x>")).toBe("250 Taken in")
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

function lines(base64: string): string {
  return base64.replaceAll(/(.{76})/g, "$1\n")
}
