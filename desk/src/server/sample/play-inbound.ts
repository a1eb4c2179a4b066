import { ownWords } from "aboveboard-engine"
import { changeConversation } from "../database/conversations.ts"
import type { Queries } from "../database/database.ts"
import { type FileRow, holdFiles, insertFiles } from "../database/files.ts"
import { insertMessage } from "../database/messages.ts"
import { listSaleRequests } from "../database/sale-requests.ts"
import { recordBounce } from "../verbs/bounce.ts"
import type { Desk } from "../verbs/desk.ts"
import { noteChases } from "../verbs/note-chases.ts"
import { noteSaleRequest } from "../verbs/sale-requests.ts"
import { recordNeed } from "../verbs/needs.ts"
import { SHOP } from "./shop.ts"
import { type Stage, type Thread, actorOf, customerOf, threadOf, within } from "./stage.ts"
import type { SampleFile, Story, Talk } from "./story.ts"

type Written = Extract<Talk, { does: "writes" }>

/** Takes in what the customer wrote, as the desk takes mail in. */
export async function playInbound(stage: Stage, desk: Desk, story: Story, written: Written): Promise<void> {
  const { name, mail } = customerOf(stage, story)
  const text = written.quotes ? written.text + quoteOf(stage, threadOf(stage, story)) : written.text
  await within(stage, async (queries) => {
    const files = await storeFiles(queries, desk, written.files ?? [])
    await insertInbound(queries, stage, desk, story, {
      from: { name, address: mail ?? "" },
      by: { kind: "customer", id: customerOf(stage, story).id },
      text,
      html: written.html ?? null,
      files,
      automatic: written.automatic === true,
    })
  })
  await rememberAsked(stage, desk, story, written)
}

/** Under the names that the story gives them: what they need, and the refund that the desk proposes. */
async function rememberAsked(stage: Stage, desk: Desk, story: Story, { needs = [], refund }: Written): Promise<void> {
  const { conversationId, last } = threadOf(stage, story)
  const tom = actorOf(stage, "tom")
  for (const words of needs) {
    const messageId = last.theirs?.id
    stage.needs.set(words, await recordNeed(desk, tom, conversationId, { messageId, words }))
  }
  if (refund === undefined) return
  const requests = await listSaleRequests(stage.database, stage.workspaceId, customerOf(stage, story).id)
  const promiseId = requests.find((each) => each.conversationId === conversationId)?.promiseId ?? null
  if (promiseId === null) throw new Error(`no refund was proposed to ${story.customer}`)
  stage.promises.set(refund, promiseId)
}

/** Our last mail comes back: what it kept is open again, and its sender has a task. */
export async function playBounce(stage: Stage, desk: Desk, story: Story, reason: string): Promise<void> {
  const { ours } = threadOf(stage, story).last
  const report = { mailIds: ours === null ? [] : [ours.mailId], reason, recipients: [] }
  await within(stage, async (queries) => {
    await recordBounce(queries, desk, stage.workspaceId, report)
    await insertInbound(queries, stage, desk, story, {
      from: { name: "Mail Delivery System", address: "mailer-daemon@mail.example" },
      by: { kind: "desk", id: null },
      text: `Your message to ${customerOf(stage, story).mail ?? "them"} could not be delivered.\n\n${reason}`,
      html: null,
      files: [],
      automatic: true,
    })
  })
}

type Inbound = {
  readonly from: { readonly name: string; readonly address: string }
  readonly by: { readonly kind: "customer" | "desk"; readonly id: string | null }
  readonly text: string
  readonly html: string | null
  readonly files: readonly FileRow[]
  readonly automatic: boolean
}

async function insertInbound(
  queries: Queries,
  stage: Stage,
  desk: Desk,
  story: Story,
  { files, ...inbound }: Inbound,
): Promise<void> {
  const { workspaceId } = stage
  const { conversationId, last } = threadOf(stage, story)
  const id = desk.newId()
  const at = desk.now().toString()
  const mailId = `${id}@${inbound.from.address.split("@").at(-1) ?? "mail.example"}`
  await insertMessage(queries, {
    ...inbound,
    workspaceId,
    id,
    conversationId,
    kind: "inbound",
    channel: "mail",
    at,
    recordedAt: at,
    salt: desk.newSalt(),
    own: ownWords(inbound.text),
    subject: last.ours === null ? (story.subject ?? null) : `Re: ${story.subject ?? ""}`,
    to: [{ name: SHOP, address: stage.address }],
    mailId,
    inReplyTo: last.ours?.mailId ?? null,
    references: last.ours === null ? [] : [last.ours.mailId],
  })
  await insertFiles(queries, workspaceId, id, files)
  const { by, text } = inbound
  if (by.kind === "customer" && by.id !== null && !inbound.automatic) {
    const heard = { workspaceId, conversationId, messageId: id, customerId: by.id, text, at }
    await noteChases(queries, desk, heard)
    await noteSaleRequest(queries, desk, heard)
    last.theirs = { id, text }
  }
  if (story.steps.some(({ does }) => does === "closes"))
    await changeConversation(queries, workspaceId, conversationId, { set: "closed_at", to: null })
}

async function storeFiles(queries: Queries, desk: Desk, files: readonly SampleFile[]): Promise<readonly FileRow[]> {
  if (files.length > 0) await holdFiles(queries)
  const rows: FileRow[] = []
  for (const { name, type, content } of files) {
    const bytes = new TextEncoder().encode(content)
    rows.push({ digest: await desk.files.put(bytes), name, type, size: bytes.length, contentId: null })
  }
  return rows
}

/** Our last mail with a mark before each line, and the line above it that mail programs write. */
function quoteOf(stage: Stage, { last: { ours } }: Thread): string {
  if (ours === null) return ""
  const at = ours.at.toZonedDateTimeISO(stage.time.calendar.zone)
  const day = at.toLocaleString("en-GB", { weekday: "short", day: "numeric", month: "short", year: "numeric" })
  const clock = at.toPlainTime().toString({ smallestUnit: "minute" })
  const lines = ours.text.split("\n").map((line) => (line === "" ? ">" : `> ${line}`))
  return `\n\nOn ${day} at ${clock}, ${ours.by} wrote:\n${lines.join("\n")}`
}
