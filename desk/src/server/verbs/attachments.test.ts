import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { nameServer, openTestDesk } from "../../../test/desk.ts"
import { openMailShop } from "../../../test/mail-shop.ts"
import { openFileStore } from "../files/open-file-store.ts"
import { type Send, type SentMail, sendOnce } from "../follow-through/outbox.ts"
import { readMail } from "../mail/read-mail.ts"
import { firstBytes } from "../mail/spooled-file.ts"
import { composeMail } from "../mail/send.ts"
import { attachmentDocument, listAttachments, removeAttachment, storeAttachment } from "./attachments.ts"
import { saveDraft } from "./drafts.ts"
import { eraseCustomer, removeErasedFile } from "./erase-customer.ts"
import { exportCustomer } from "./export-customer.ts"
import { sizeOf } from "./file-store.ts"
import { fileDocument } from "./message-documents.ts"
import { sendMessage } from "./send.ts"
import { sweep } from "./sweep.ts"
import { cancelMessage } from "./unsend.ts"

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})
const bytes = (text: string) => new TextEncoder().encode(text)

eachStore((store) => {
  async function shop() {
    const folder = mkdtempSync(join(tmpdir(), "aboveboard-attachments-"))
    folders.push(folder)
    const parts = await openMailShop({ ...openTestDesk(store.database()), files: await openFileStore(folder) })
    const { desk, member, workspaceId } = parts
    await nameServer(desk, workspaceId)
    await parts.write("Message-ID: <q@x>\nSubject: My wheel")
    const [conversation] = await parts.conversations()
    const conversationId = conversation?.id ?? ""
    const add = (name: string, content: string | Uint8Array = name, type = "text/plain") =>
      storeAttachment(desk, member, conversationId, {
        content: typeof content === "string" ? bytes(content) : content,
        name,
        type,
      })
    const say = (...attachments: string[]) =>
      sendMessage(desk, member, conversationId, { text: "Here it is.", promises: [], attachments })
    const leave = async (send: Send = async () => ({ kind: "accepted" })) => {
      const sent: SentMail[] = []
      desk.pass({ minutes: 3 })
      while (
        await sendOnce(desk, async (server, mail) => {
          if (mail.workspaceId !== workspaceId) return { kind: "accepted" }
          sent.push(mail)
          return send(server, mail)
        })
      );
      return sent
    }
    const onDisk = () =>
      readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length
    const removeAll = async () => {
      while (await removeErasedFile(desk));
    }
    const names = async () => (await listAttachments(desk, member, conversationId)).map(({ name }) => name)
    const customerId = conversation?.customer.id ?? ""
    return { ...parts, conversationId, customerId, add, say, leave, onDisk, removeAll, names }
  }

  test("Files leave with the message in their order, byte by byte, under names that hide nothing", async () => {
    const { add, say, leave, messages, conversationId, member, desk } = await shop()
    const picture = new Uint8Array([0x89, 0x50, 0, 255, 13, 10, 10, 46, 10])
    const first = await add("../../etc/offer\u202Efdp.exe", "one\r\n.\r\ntwo", "text/html; charset=x")
    const second = await add("Größe\r\nBcc: evil@x.example", picture, "image/png")
    const id = await say(second.id, first.id)
    const [mail] = await leave()
    if (mail === undefined) throw new Error("nothing left")
    const raw = await composeMail(mail)
    const read = await readMail(raw)
    expect(read.text).toBe("Here it is.")
    expect(read.files.map(({ name, type, contentId }) => [name, type, contentId])).toEqual([
      ["Größe Bcc_ evil@x.example", "image/png", null],
      ["offer fdp.exe", "application/octet-stream", null],
    ])
    expect(read.files.map(({ content }) => Buffer.from(firstBytes(content, sizeOf(content))))).toEqual([
      Buffer.from(picture),
      Buffer.from("one\r\n.\r\ntwo"),
    ])
    expect(new TextDecoder().decode(raw)).not.toMatch(/^bcc/im)
    // Every try has the same bytes, the boundaries too.
    expect(await composeMail(mail)).toEqual(raw)
    const sent = (await messages(conversationId)).find((one) => one.id === id)
    expect(sent?.files.map(({ name }) => name)).toEqual(["Größe Bcc_ evil@x.example", "offer fdp.exe"])
    const shown = await fileDocument(desk, member, id, 1)
    expect(shown.headers).toMatchObject({ "x-content-type-options": "nosniff" })
  })

  test("A message with too much, or with what is not there, is refused and says what to do", async () => {
    const { add, say, desk, member, conversationId } = await shop()
    const large = await Promise.all([1, 2].map((n) => add(`${n}.bin`, new Uint8Array(9_500_000).fill(n))))
    await expect(say(...large.map(({ id }) => id))).rejects.toMatchObject({
      message: "The files are 19.0\u00a0MB together. Most mail servers take 18.0\u00a0MB: send fewer.",
      fields: [{ path: "attachments" }],
    })
    await removeAttachment(desk, member, { conversationId, attachmentId: large[0]?.id ?? "" })
    await expect(say(large[0]?.id ?? "")).rejects.toMatchObject({ code: "invalid" })
    await expect(say(...Array.from({ length: 21 }, () => large[1]?.id ?? ""))).rejects.toThrow("at most 20 files")
    await expect(add("empty.txt", "")).rejects.toThrow("This file is empty")
  })

  test("An undone message leaves its files to the draft; those sent or taken away are not lost or left behind", async () => {
    const { add, say, desk, member, conversationId, names, onDisk, removeAll } = await shop()
    const before = onDisk()
    const { id } = await add("offer.txt")
    const { id: other } = await add("wrong.txt")
    await cancelMessage(desk, member, await say(id))
    expect(await names()).toEqual(["offer.txt", "wrong.txt"])
    await removeAttachment(desk, member, { conversationId, attachmentId: other })
    await removeAttachment(desk, member, { conversationId, attachmentId: id })
    await removeAll()
    // What was sent, even if undone, is part of the record.
    expect(onDisk()).toBe(before + 1)
  })

  test("What no draft names goes after thirty days, what a draft names stays", async () => {
    const { add, desk, member, conversationId, names } = await shop()
    const { id } = await add("kept.txt")
    await add("forgotten.txt")
    const draft = { words: "", cc: [], bcc: [], attachments: [id] }
    await saveDraft(desk, member, { conversationId, kind: "reply" }, { draft, revision: 0 })
    desk.pass({ hours: 24 * 31 })
    await sweep(desk)
    expect(await names()).toEqual(["kept.txt"])
  })

  test("Erasing the customer takes files beside drafts off the disk, and the export holds them before", async () => {
    const { add, desk, admin, customerId, onDisk, removeAll, names } = await shop()
    await add("offer.txt", "secret offer")
    const everything = await exportCustomer(desk, admin, customerId)
    expect(everything.attachments).toMatchObject([
      { name: "offer.txt", content: Buffer.from("secret offer").toString("base64") },
    ])
    await eraseCustomer(desk, admin, customerId)
    await removeAll()
    expect(await names()).toEqual([])
    expect(onDisk()).toBe(0)
    await expect(add("late.txt")).rejects.toMatchObject({ code: "conflict" })
  })

  test("A file that is missing on disk keeps the message waiting, and says which one", async () => {
    const { add, say, leave, desk, messages, conversationId } = await shop()
    const id = await say((await add("offer.txt")).id)
    const digest = desk.files.digestOf(bytes("offer.txt"))
    await desk.files.remove(digest)
    expect(await leave()).toEqual([])
    const waiting = (await messages(conversationId)).find((one) => one.id === id)
    expect(waiting).toMatchObject({ delivery: "waiting", problem: expect.stringContaining("offer.txt is missing") })
    await desk.files.put(bytes("offer.txt"))
    expect(await leave()).toHaveLength(1)
  })

  test("Nobody gets a file by another conversation's address", async () => {
    const { add, desk, member, conversationId, write, conversations } = await shop()
    const { id: attachmentId } = await add("offer.txt")
    await write("From: Bo <bo@y.example>\nMessage-ID: <b@y>", "Hi", { from: "bo@y.example" })
    const other = (await conversations()).find((one) => one.id !== conversationId)?.id ?? ""
    await expect(attachmentDocument(desk, member, { conversationId: other, attachmentId })).rejects.toMatchObject({
      code: "not_found",
    })
    const stolen = sendMessage(desk, member, other, { text: "Hi.", promises: [], attachments: [attachmentId] })
    await expect(stolen).rejects.toMatchObject({ code: "invalid" })
  })
})
