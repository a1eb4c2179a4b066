import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, expect, test } from "vitest"
import { eachStore } from "../../../test/database.ts"
import { nameServer, openTestDesk } from "../../../test/desk.ts"
import { openMailShop } from "../../../test/mail-shop.ts"
import { readCustomer, readCustomerPage } from "../database/customers.ts"
import type { Queries } from "../database/database.ts"
import { listDismissals } from "../database/fact-books.ts"
import { listTags } from "../database/tags.ts"
import { insertTask } from "../database/tasks.ts"
import { listViews } from "../database/views.ts"
import { openFileStore } from "../files/open-file-store.ts"
import { addAddress, createCustomer, writeCustomer } from "./customers.ts"
import { changeAuditDocument, createAuditDocument } from "./audit-documents.ts"
import { storeAttachment } from "./attachments.ts"
import { changeConversations } from "./change-conversations.ts"
import { saveDraft } from "./drafts.ts"
import { dismissFinding } from "./dismissals.ts"
import { eraseCustomer, removeErasedFile } from "./erase-customer.ts"
import { exportCustomer } from "./export-customer.ts"
import { logTalk, writeNote } from "./log.ts"
import { readErasure } from "./named-in.ts"
import { makePromise, setWaiting } from "./promises.ts"
import { searchEverything } from "./search.ts"
import { createReply } from "./saved-replies.ts"
import { sendMessage } from "./send.ts"
import { keepPromise } from "./settle.ts"
import { verify } from "./verify.ts"
import { createView, removeView, restoreView } from "./views.ts"

const folders: string[] = []
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })))

const MARK = /quetzal/i // stands in every word of hers, and nowhere else
const DUE = { until: "2026-11-20T17:00:00Z", words: "quetzal by five" }

/** Everything that the database holds, as text. */
async function dump(queries: Queries): Promise<string> {
  const tables = await queries.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = current_schema() and tablename <> 'migrations'",
  )
  const all: string[] = []
  for (const { name } of tables) {
    all.push(
      ...(await queries.query<{ line: string }>(`select row_to_json(t)::text as line from "${name}" t`)).map(
        ({ line }) => `${name} ${line}`,
      ),
    )
  }
  return all.join("\n")
}

function contents(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, "latin1"))
}

const picture = (content: string) =>
  `--b\nContent-Type: text/plain\n\nquetzal text\n--b\nContent-Type: text/html\n\n<p>quetzal html</p>\n--b\nContent-Type: image/png; name="quetzal.png"\nContent-Disposition: attachment\n\n${content}\n--b--`

eachStore((store) => {
  async function shop() {
    const folder = mkdtempSync(join(tmpdir(), "aboveboard-erase-"))
    folders.push(folder)
    const files = await openFileStore(folder)
    const shop = await openMailShop({ ...openTestDesk(store.database()), files })
    return { ...shop, folder }
  }

  /** Rosa writes, is written to, is promised things in every state, and is in copy of somebody else's mail. */
  async function fill({ desk, write, member, workspaceId, conversations }: Awaited<ReturnType<typeof shop>>) {
    await nameServer(desk, workspaceId)
    const from = "From: Rosa Quetzal <rosa@quetzal.example>"
    const mixed = "Content-Type: multipart/mixed; boundary=b"
    await write(
      `${from}\nMessage-ID: <one@quetzal.example>\nSubject: quetzal subject\nReply-To: r@quetzal.example\n${mixed}`,
      picture("quetzal picture"),
    )
    const [first] = await conversations()
    const [conversationId, customerId] = [first?.id ?? "", first?.customer.id ?? ""]
    await writeCustomer(desk, member, customerId, { company: "Quetzal Ltd" })
    await addAddress(desk, member, customerId, { kind: "phone", shown: "+44 20 7946 0018" })
    await sendMessage(desk, member, conversationId, { text: "Thank you, quetzal.", promises: [] })
    await writeNote(desk, member, conversationId, "quetzal is kind")
    const file = { content: new TextEncoder().encode("quetzal offer"), name: "quetzal.txt", type: "text/plain" }
    const { id: sentFile } = await storeAttachment(desk, member, conversationId, file)
    await sendMessage(desk, member, conversationId, { text: "The offer.", promises: [], attachments: [sentFile] })
    await changeConversations(desk, member, [conversationId], { kind: "tag", tag: "quetzal tag" })
    const draft = { words: "Dear quetzal", cc: [], bcc: [], attachments: [sentFile] }
    await saveDraft(desk, member, { conversationId, kind: "reply" }, { draft, revision: 0 })
    await logTalk(desk, member, {
      conversationId,
      channel: "call",
      text: "I will call quetzal back tomorrow.",
      promises: [],
    })
    const promise = {
      customerId,
      conversationId,
      channel: "call" as const,
      deed: "other",
      ownerId: member.id,
      due: DUE,
    }
    await makePromise(desk, member, { ...promise, words: "quetzal open", due: null, condition: "quetzal agrees" })
    await setWaiting(desk, member, await makePromise(desk, member, { ...promise, words: "quetzal waits" }), {
      on: "supplier",
      note: "quetzal part",
    })
    await keepPromise(desk, member, await makePromise(desk, member, { ...promise, words: "quetzal kept" }), {
      kind: "word",
      note: "quetzal saw it",
    })
    await insertTask(desk.database, {
      workspaceId,
      id: desk.newId(),
      kind: "other",
      ownerId: null,
      customerId,
      words: "quetzal task",
      at: desk.now().toString(),
    })
    await dismissFinding(desk, member, { rule: "claim/contradicted", words: "Quetzal’s lamp is free" })
    await dismissFinding(desk, member, { rule: "claim/contradicted", words: "Ben’s lamp is free" })
    await write(
      `From: Ben <ben@other.example>\nMessage-ID: <ben@x>\nCc: Rosa <Rosa@Quetzal.example>, Cy <cy@other.example>\n${mixed.replace("=b", "=c")}`,
      `--c\nContent-Type: text/plain\n\nHello from Ben\n--c\nContent-Type: image/png\nContent-Disposition: attachment\n\nshared picture\n--c--`,
    )
    await write(`${from}\nIn-Reply-To: <ben@x>\n${mixed}`, picture("shared picture"))
    await desk.database.query(
      "insert into idempotency_keys (workspace_id, by_id, key, request_digest, status, answer, created_at) values ($1, $2, 'k', 'd', 200, $3, now())",
      [workspaceId, member.id, { name: "Rosa Quetzal" }],
    )
    return { customerId, conversationId }
  }

  test("After erasing nothing of hers is in any table or file, nothing is sent to her, every chain verifies, and others keep what is theirs", async () => {
    const parts = await shop()
    const { desk, admin, folder, workspaceId } = parts
    const { customerId } = await fill(parts)
    expect(await dump(desk.database)).toMatch(MARK)
    expect(contents(folder).filter((content) => MARK.test(content))).not.toEqual([])

    await eraseCustomer(desk, admin, customerId)
    while (await removeErasedFile(desk));

    const waiting = await desk.database.query(
      "select 1 from outbox where workspace_id = $1 and next_at is not null union select 1 from messages where workspace_id = $1 and delivery = 'waiting'",
      [workspaceId],
    )
    expect(waiting).toEqual([])
    const lines = (await dump(desk.database)).split("\n")
    expect(lines.filter((line) => MARK.test(line))).toEqual([])
    expect(lines.filter((line) => line.includes("79460018"))).toEqual([])
    const left = contents(folder)
    expect(left.filter((content) => MARK.test(content))).toEqual([])
    expect(left.map((content) => content.trim())).toEqual(["shared picture"])
    expect((await verify(desk)).problems).toEqual([])
    const page = await readCustomerPage(desk.database, workspaceId, customerId)
    expect(page).toMatchObject({ name: null, company: null, addresses: [], owes: 0, erasedAt: expect.any(String) })
    expect(page?.promises.map(({ state }) => state).sort()).toEqual(["dismissed", "kept", "released", "released"])
    const bens = (await parts.conversations()).find(({ customer }) => customer.name === "Ben")
    const [bensMail, hers] = await parts.messages(bens?.id)
    expect(bensMail).toMatchObject({ text: "Hello from Ben", cc: [{ address: "cy@other.example" }] })
    expect(hers).toMatchObject({ text: null, files: [], from: null })
    expect((await searchEverything(desk, admin, { q: "quetzal" })).items).toEqual([])
    expect(await listDismissals(desk.database, workspaceId)).toMatchObject([{ words: "ben's lamp is free" }])
  })

  test("Views and tags that bear her name go with her; what may mean her is told before, and stays", async () => {
    const parts = await shop()
    const { desk, admin, member, workspaceId } = parts
    const { customerId } = await fill(parts)
    const view = { state: "open", assignee: "anybody", tag: null } as const
    await createView(desk, member, { ...view, name: "Rosa Quetzal, all" })
    const byTag = await createView(desk, member, { ...view, name: "Hers", tag: "rosa-quetzal" })
    await removeView(desk, member, byTag.id) // it could be put back
    await createView(desk, member, { ...view, name: "Quetzal parts" })
    const ben = (await parts.conversations()).find(({ customer }) => customer.name === "Ben")
    await changeConversations(desk, member, [ben?.id ?? ""], { kind: "tag", tag: "rosa quetzal" })
    await createReply(desk, member, { name: "Sorry", text: "Dear Rosa, we are sorry." })
    const content = { text: "# Calls\n\nGreet Mrs Quetzal.\n" }
    const document = await createAuditDocument(desk, member, { name: "Calls", kind: "script", content })
    await changeAuditDocument(desk, member, document, { content: { text: "# Calls\n\nGreet them.\n" } })
    await createAuditDocument(desk, member, { name: "Sizes", kind: "script", content: { text: "Quetzals\nand roses" } })
    await expect(readErasure(desk, member, customerId)).rejects.toMatchObject({ code: "forbidden" })
    const titles = async () => {
      const { goes, stays } = await readErasure(desk, admin, customerId)
      return [goes.map(({ title }) => title).sort(), stays.map(({ title }) => title).sort()]
    }
    expect(await titles()).toEqual([
      ["Rosa Quetzal, all", "rosa quetzal"],
      ["Calls", "Quetzal parts", "Sorry"],
    ])

    await eraseCustomer(desk, admin, customerId)

    expect((await listViews(desk.database, workspaceId)).map(({ name }) => name)).toEqual(["Quetzal parts"])
    await expect(restoreView(desk, member, byTag.id)).rejects.toMatchObject({ code: "not_found" })
    expect(await listTags(desk.database, workspaceId)).toEqual([])

    // In letters of which not every store knows the small ones.
    const adaId = await createCustomer(desk, member, { name: "Ada Ögüt" })
    await createView(desk, member, { ...view, name: "ADA ÖGÜT" })
    await createReply(desk, member, { name: "Hours", text: "We open at eight, Mrs ÖGÜT; über Mittag, too." })
    await createReply(desk, member, { name: "Lunch", text: "Über Mittag zu." })
    const ada = await readErasure(desk, admin, adaId)
    expect([ada.goes, ada.stays].map((each) => each.map(({ title }) => title))).toEqual([["ADA ÖGÜT"], ["Hours"]])
    await eraseCustomer(desk, admin, adaId)
    expect((await listViews(desk.database, workspaceId)).map(({ name }) => name)).toEqual(["Quetzal parts"])
  })

  test("When she writes again she is a new customer in a new conversation, also as an answer to an old mail", async () => {
    const parts = await shop()
    const { customerId, conversationId } = await fill(parts)
    const sent = (await parts.messages(conversationId)).find(({ kind }) => kind === "outbound")
    const [row] = await parts.desk.database.query<{ id: string }>(
      `select mail_id as "id" from messages where message_id = $1`,
      [sent?.id],
    )
    await eraseCustomer(parts.desk, parts.admin, customerId)
    await parts.write(`From: Rosa <rosa@quetzal.example>\nIn-Reply-To: <${row?.id}>`, "me again")
    const again = (await parts.conversations()).find(({ lastWords }) => lastWords?.includes("me again"))
    expect(again?.customer.id).not.toBe(customerId)
    expect(again?.id).not.toBe(conversationId)
  })

  test("Erasing twice changes nothing more; members may not, and strangers find nobody", async () => {
    const parts = await shop()
    const { desk, admin, member } = parts
    const { customerId } = await fill(parts)
    await expect(eraseCustomer(desk, member, customerId)).rejects.toMatchObject({ code: "forbidden" })
    await eraseCustomer(desk, admin, customerId)
    const first = await readCustomer(desk.database, admin.workspaceId, customerId)
    desk.pass({ hours: 1 })
    await eraseCustomer(desk, admin, customerId)
    expect(await readCustomer(desk.database, admin.workspaceId, customerId)).toEqual(first)
    const other = await shop()
    await expect(eraseCustomer(desk, other.admin, customerId)).rejects.toMatchObject({ code: "not_found" })
    await expect(exportCustomer(desk, other.admin, customerId)).rejects.toMatchObject({ code: "not_found" })
  })

  test("The export holds every message, file, promise and entry of hers, and nothing of Ben's", async () => {
    const parts = await shop()
    const { customerId } = await fill(parts)
    const all = await exportCustomer(parts.desk, parts.admin, customerId)
    const [conversation] = all.conversations
    expect(conversation?.messages.map(({ kind }) => kind)).toEqual(["inbound", "outbound", "note", "outbound", "note"])
    const [mail] = conversation?.messages ?? []
    expect(atob(mail?.mail?.content ?? "")).toContain("Message-ID: <one@quetzal.example>")
    expect(mail?.files.map(({ content }) => atob(content ?? "").trim())).toEqual(["quetzal picture"])
    expect(mail?.html).toContain("quetzal html")
    expect(all.elsewhere).toHaveLength(1)
    expect(all.promises.map(({ words, entries }) => [words, entries.length])).toContainEqual(["quetzal kept", 2])
    expect(all.tasks).toMatchObject([{ words: "quetzal task" }])
    expect(JSON.stringify(all)).not.toContain("Hello from Ben")
  })
})
