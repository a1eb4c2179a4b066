import { ATTACHMENTS_MAX, ATTACHMENTS_SIZE_MAX, sizeText } from "../../ledger/attachment-limits.ts"
import { type Mistake, conflict, invalid, notFound } from "../../ledger/error.ts"
import { cleanFileName, fileType } from "../../ledger/file-name.ts"
import * as rows from "../database/attachments.ts"
import { lockConversation } from "../database/conversation-locks.ts"
import { readConversationHead } from "../database/conversations.ts"
import type { Queries } from "../database/database.ts"
import { type FileRow, holdFiles } from "../database/files.ts"
import { holdCustomer } from "../database/people.ts"
import { type Actor, type Desk, commit } from "./desk.ts"
import { type MessageDocument, downloadHeaders } from "./message-documents.ts"

export type Attachment = Omit<rows.AttachmentRow, "digest">
type Place = { readonly conversationId: string; readonly attachmentId: string }
type Upload = { readonly content: Uint8Array; readonly name: string; readonly type: string }

const WAITING_MAX = 200 // beside the drafts of one conversation; a message takes 20

/**
 * Keeps a file for a draft in this conversation; it is on disk before it is named. `invalid` for one that is empty;
 * `conflict` when its customer was erased, or too many lie there already.
 */
export async function storeAttachment(
  desk: Desk,
  actor: Actor,
  conversationId: string,
  { content, name, type }: Upload,
): Promise<Attachment> {
  const { workspaceId, by } = actor
  const conversation = await readConversationHead(desk.database, workspaceId, conversationId)
  if (conversation === null || by.id === null) throw notFound("conversation")
  if (content.length === 0) throw invalid("This file is empty. A folder cannot be sent; a zip file of it can.")
  return commit(desk, async (queries) => {
    await lockConversation(queries, workspaceId, conversationId)
    await holdFiles(queries)
    if (!(await holdCustomer(queries, workspaceId, conversation.customerId)))
      throw conflict("This customer was erased. Nothing can be sent to them.")
    if ((await rows.listAttachments(queries, workspaceId, conversationId)).length >= WAITING_MAX)
      throw conflict(`There are ${WAITING_MAX} files beside drafts here. Take some away first.`)
    const stored = {
      id: desk.newId(),
      digest: await desk.files.put(content),
      name: cleanFileName(name, "attachment"),
      type: fileType(type),
      size: content.length,
      createdAt: desk.now().toString(),
    }
    await rows.insertAttachment(queries, { workspaceId, conversationId, byId: by.id ?? "" }, stored)
    return shown(stored)
  })
}

export async function listAttachments(
  { database }: Desk,
  { workspaceId }: Actor,
  conversationId: string,
): Promise<readonly Attachment[]> {
  if ((await readConversationHead(database, workspaceId, conversationId)) === null) throw notFound("conversation")
  return (await rows.listAttachments(database, workspaceId, conversationId)).map(shown)
}

export async function removeAttachment(
  desk: Desk,
  { workspaceId }: Actor,
  { conversationId, attachmentId }: Place,
): Promise<void> {
  await commit(desk, async (queries) => {
    const isGone = await rows.deleteAttachment(queries, workspaceId, conversationId, attachmentId)
    if (!isGone) throw notFound("attachment")
  })
}

/** The file itself, as a download: the draft shows pictures with it. */
export async function attachmentDocument(
  desk: Desk,
  { workspaceId }: Actor,
  { conversationId, attachmentId }: Place,
): Promise<MessageDocument> {
  const all = await rows.listAttachments(desk.database, workspaceId, conversationId)
  const row = all.find(({ id }) => id === attachmentId)
  const content = row === undefined ? null : await desk.files.read(row.digest)
  if (row === undefined || content === null) throw notFound("attachment")
  return { content, headers: downloadHeaders(row.name, row.type) }
}

/**
 * The files that a message takes with it, in the order that its writer gave, held until the transaction ends. `invalid` when
 * one is gone, they are too many, or together too large.
 */
export async function filesToSend(
  queries: Queries,
  workspaceId: string,
  conversationId: string,
  ids: readonly string[],
): Promise<readonly (FileRow & { readonly id: string })[]> {
  if (ids.length === 0) return []
  if (ids.length > ATTACHMENTS_MAX)
    throw refused(`A message takes at most ${ATTACHMENTS_MAX} files with it. Put them into a zip file.`)
  await holdFiles(queries)
  const held = await rows.holdAttachments(queries, workspaceId, conversationId, ids)
  const files = [...new Set(ids)].map((id) => {
    const row = held.find((one) => one.id === id)
    if (row === undefined) throw refused("One of the files is no longer here. Take it out, and add it again.")
    return { ...row, contentId: null }
  })
  const size = files.reduce((sum, file) => sum + file.size, 0)
  if (size > ATTACHMENTS_SIZE_MAX)
    throw refused(
      `The files are ${sizeText(size)} together. Most mail servers take ${sizeText(ATTACHMENTS_SIZE_MAX)}: send fewer.`,
    )
  return files
}

function refused(sentence: string): Mistake {
  return invalid(sentence, "attachments")
}

function shown({ id, name, type, size, createdAt }: rows.AttachmentRow): Attachment {
  return { id, name, type, size, createdAt }
}
