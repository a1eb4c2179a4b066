import { notFound } from "../../ledger/error.ts"
import { type AnswerCheckView, listAnswerChecksOf } from "../database/answer-checks.ts"
import { type AssertionView, listAssertions } from "../database/assertions.ts"
import { type CustomerView, readCustomer } from "../database/customers.ts"
import type { Queries } from "../database/database.ts"
import { listOnes } from "../database/one-customer.ts"
import { type DeclineView, listDeclines } from "../database/declines.ts"
import { listAttachmentsOf } from "../database/attachments.ts"
import { listDraftsOf } from "../database/drafts.ts"
import { type EntryView, listEntryViews } from "../database/entry-views.ts"
import { listMovedAway } from "../database/conversation-moves.ts"
import * as rows from "../database/export.ts"
import { listFiles, readHtml, readRawRow } from "../database/files.ts"
import { type MessageView, readMessage, readReview } from "../database/messages.ts"
import { type NeedView, type RecommendationView, listNeeds, listRecommendations } from "../database/needs.ts"
import { type OrderRow, listOrdersOf } from "../database/orders.ts"
import { type PromiseView, readPromise } from "../database/promises.ts"
import { type SaleRequestRow, listSaleRequests } from "../database/sale-requests.ts"
import { type Actor, type Desk, assertRole } from "./desk.ts"
import { log } from "./settings-log.ts"

const ROWS_MAX = 100_000 // more than anybody was ever told, or bought
const CONTENT_SIZE_MAX = 64 * 1024 * 1024 // bytes of files in one export; it is held in memory

/** Everything that the desk knows of one customer. */
export type CustomerExport = {
  readonly exportedAt: string
  readonly customer: CustomerView
  readonly conversations: readonly {
    readonly id: string
    readonly channel: string
    readonly subject: string | null
    readonly createdAt: string
    readonly tags: readonly string[]
    readonly messages: readonly ExportedMessage[]
  }[]
  /** What they wrote in conversations with others. */
  readonly elsewhere: readonly ExportedMessage[]
  readonly promises: readonly (PromiseView & { readonly entries: readonly EntryView[] })[]
  /** Every claim of a message to them, with the version of the fact that it used. */
  readonly told: readonly AssertionView[]
  readonly tasks: readonly object[]
  /** What bots wrote for them, that waited for a person. */
  readonly held: readonly object[]
  /** What was decided about them when something that they were told was put right. */
  readonly corrections: readonly object[]
  /** What we said no to. */
  readonly declines: readonly DeclineView[]
  readonly needs: readonly NeedView[]
  readonly recommendations: readonly RecommendationView[]
  /** What they bought, with what they said of it, and what they asked to undo. */
  readonly orders: readonly OrderRow[]
  /** Whether they said that an answer helped. */
  readonly answerChecks: readonly (AnswerCheckView & { readonly conversationId: string })[]
  readonly saleRequests: readonly SaleRequestRow[]
  /** What members are writing to them and have not sent. */
  readonly drafts: readonly object[]
  /** Files beside those drafts. */
  readonly attachments: readonly ExportedFile[]
}

type ExportedMessage = Omit<MessageView, "files"> & {
  readonly html: string | null
  readonly review: unknown
  /** The mail as it came; null when it came by no mail. */
  readonly mail: ExportedFile | null
  readonly files: readonly ExportedFile[]
}

type ExportedFile = {
  readonly name: string
  readonly type: string
  readonly size: number
  /** In base64. Null when the export would grow too large: then it is at `download`. */
  readonly content: string | null
  readonly download: string
}

/**
 * Everything of one customer as one value: what they wrote and were written, what was promised with every entry, files
 * included up to 64 MB together, the others by where to download them. `not_found` when there is none. Admins only.
 */
export async function exportCustomer(desk: Desk, actor: Actor, customerId: string): Promise<CustomerExport> {
  assertRole(actor, "admin")
  const { workspaceId } = actor
  const { database } = desk
  const customer = await readCustomer(database, workspaceId, customerId)
  if (customer === null) throw notFound("customer")
  await desk.database.transaction((queries) =>
    log(queries, desk, actor, { kind: "customer-exported", subjectId: customerId }),
  )
  const fileOf = fileExporter(desk)
  const message = exporterOf(desk, workspaceId, fileOf)
  const conversations = []
  for (const conversation of await rows.listConversationIds(database, workspaceId, customerId)) {
    const ids = await rows.listMessageIds(database, workspaceId, { customerId, conversationId: conversation.id })
    conversations.push({ ...conversation, messages: await inTurn(ids, message) })
  }
  return {
    exportedAt: desk.now().toString(),
    customer,
    conversations,
    elsewhere: await inTurn(await elsewhere(database, workspaceId, customerId), message),
    promises: await inTurn(await rows.listPromiseIds(database, workspaceId, customerId), (id) =>
      promiseOf(database, workspaceId, id),
    ),
    told: await listAssertions(database, workspaceId, { customerId }, { after: null, limit: ROWS_MAX }),
    tasks: await rows.listTasksOf(database, workspaceId, customerId),
    held: await rows.listHeldOf(database, workspaceId, customerId),
    corrections: await rows.listCorrectionsOf(database, workspaceId, customerId),
    declines: await allDeclines(database, workspaceId, customerId),
    needs: await listNeeds(database, workspaceId, customerId),
    recommendations: await listRecommendations(database, workspaceId, customerId),
    orders: await listOrdersOf(database, workspaceId, customerId, ROWS_MAX),
    answerChecks: await listAnswerChecksOf(database, workspaceId, customerId),
    saleRequests: await listSaleRequests(database, workspaceId, customerId, ROWS_MAX),
    drafts: await listDraftsOf(database, workspaceId, customerId),
    attachments: await inTurn(await listAttachmentsOf(database, workspaceId, customerId), (row) =>
      fileOf(row, `/api/v1/conversations/${row.conversationId}/attachments/${row.id}`),
    ),
  }
}

/** What they wrote in conversations with others, and what was said with them and merged into those. */
async function elsewhere(database: Queries, workspaceId: string, customerId: string): Promise<readonly string[]> {
  const written = await rows.listMessageIdsElsewhere(database, workspaceId, customerId)
  const moved = await listMovedAway(database, workspaceId, await listOnes(database, workspaceId, customerId))
  return [...new Set([...moved, ...written])]
}

async function allDeclines(
  database: Queries,
  workspaceId: string,
  customerId: string,
): Promise<readonly DeclineView[]> {
  const all: DeclineView[] = []
  let cursor: string | undefined
  do {
    const { items, next } = await listDeclines(database, workspaceId, { customerId, cursor })
    all.push(...items)
    cursor = next ?? undefined
  } while (cursor !== undefined)
  return all
}

type FileExporter = (
  row: { readonly name: string; readonly type: string; readonly digest: string },
  download: string,
) => Promise<ExportedFile>

/** Reads files until they are too large together. */
function fileExporter(desk: Desk): FileExporter {
  let left = CONTENT_SIZE_MAX
  return async (row, download) => {
    const content = await desk.files.read(row.digest)
    const size = content?.length ?? 0
    const fits = content !== null && size <= left
    if (fits) left -= size
    const { name, type } = row
    return { name, type, size, content: fits ? Buffer.from(content).toString("base64") : null, download }
  }
}

function exporterOf(desk: Desk, workspaceId: string, fileOf: FileExporter) {
  return async (id: string): Promise<ExportedMessage | null> => {
    const message = await readMessage(desk.database, workspaceId, id)
    if (message === null) return null
    const raw = await readRawRow(desk.database, workspaceId, id)
    const path = `/api/v1/messages/${id}`
    const mail =
      raw === null ? null : await fileOf({ name: "message.eml", type: "message/rfc822", ...raw }, `${path}/raw`)
    const files: ExportedFile[] = []
    for (const [position, file] of (await listFiles(desk.database, workspaceId, id)).entries()) {
      files.push(await fileOf(file, `${path}/files/${position}`))
    }
    const html = await readHtml(desk.database, workspaceId, id)
    return { ...message, html, review: await readReview(desk.database, workspaceId, id), mail, files }
  }
}

async function promiseOf(queries: Queries, workspaceId: string, promiseId: string) {
  const promise = await readPromise(queries, workspaceId, promiseId)
  return promise === null ? null : { ...promise, entries: await listEntryViews(queries, { workspaceId, promiseId }) }
}

/** One after the other: an export is nothing that anybody waits for, and others work meanwhile. */
async function inTurn<K, T>(ids: readonly K[], read: (id: K) => Promise<T | null>): Promise<readonly T[]> {
  const found: T[] = []
  for (const id of ids) {
    const one = await read(id)
    if (one !== null) found.push(one)
  }
  return found
}
