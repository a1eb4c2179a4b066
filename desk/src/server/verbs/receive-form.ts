import { comparableAddress } from "../../ledger/address.ts"
import { ATTACHMENTS_MAX, ATTACHMENTS_SIZE_MAX, sizeText } from "../../ledger/attachment-limits.ts"
import { conflict, invalid } from "../../ledger/error.ts"
import { cleanFileName, fileType } from "../../ledger/file-name.ts"
import { insertChange } from "../database/changes.ts"
import { countFormsSince, findFormWorkspace } from "../database/contact-form.ts"
import { changeConversation, insertConversation, refreshConversation } from "../database/conversations.ts"
import type { Queries } from "../database/database.ts"
import { type FileRow, holdFiles, insertFiles } from "../database/files.ts"
import { lockSender } from "../database/inbound.ts"
import { findOwnAddressSeen } from "../database/mailbox-access.ts"
import { listOwnAddresses } from "../database/thread-end.ts"
import { type Desk, commit } from "./desk.ts"
import { hear, insertFormMessage } from "./hear.ts"
import { customerOf, isMembersOwn } from "./sender.ts"

export type FormInput = {
  readonly name: string
  readonly mail: string
  readonly subject: string
  readonly text: string
  /** What only a program fills in, because people do not see it. */
  readonly trap: string
  readonly files: readonly { readonly name: string; readonly type: string; readonly content: Uint8Array }[]
}

const TEXT_LENGTH_MAX = 20_000 // characters; a long letter
const LINE_LENGTH_MAX = 200 // characters of a name or a subject
const FORMS_PER_HOUR_MAX = 120 // of one workspace: beyond that it is a flood, and mail is still a way in

/**
 * Takes in what somebody wrote in the contact form of a workspace: a conversation of its own, answered by mail. What fell
 * into the trap is taken for spam, not lost. `invalid`, in words for whoever wrote, when something is missing or too large;
 * `conflict` when too many came. Null where there is no such form.
 */
export async function receiveForm(desk: Desk, slug: string, input: FormInput): Promise<string | null> {
  const workspace = await findFormWorkspace(desk.database, slug)
  if (workspace === null) return null
  const read = readForm(input)
  return commit(desk, async (queries) => {
    await lockSender(queries, workspace.id, read.address)
    await assertTakeable(queries, desk, workspace.id, read.address)
    await holdFiles(queries)
    const files: FileRow[] = []
    for (const { name, type, content } of input.files) {
      const digest = await desk.files.put(content)
      files.push({
        digest,
        name: cleanFileName(name, "attachment"),
        type: fileType(type),
        size: content.length,
        contentId: null,
      })
    }
    return write(queries, desk, workspace.id, { read, files, isSpam: input.trap !== "" })
  })
}

type Read = {
  readonly name: string
  readonly mail: string
  readonly address: string
  readonly subject: string
  readonly text: string
}

function readForm({ name, mail, subject, text, files }: FormInput): Read {
  const address = comparableAddress("mail", mail)
  if (address === null || mail.length > 254) throw invalid("Give a mail address at which we can answer you.", "mail")
  const clean = text.replaceAll("\0", "").replace(/\r\n?/g, "\n").toWellFormed().trim()
  if (clean === "") throw invalid("Write what you would like to tell or ask us.", "text")
  if (clean.length > TEXT_LENGTH_MAX)
    throw invalid(`That is longer than ${TEXT_LENGTH_MAX} characters. Send it as a file.`, "text")
  const size = files.reduce((sum, { content }) => sum + content.length, 0)
  if (files.length > ATTACHMENTS_MAX) throw invalid(`Send at most ${ATTACHMENTS_MAX} files.`, "files")
  if (size > ATTACHMENTS_SIZE_MAX)
    throw invalid(`The files may have ${sizeText(ATTACHMENTS_SIZE_MAX)} together.`, "files")
  return { name: oneLine(name), mail: mail.trim(), address, subject: oneLine(subject), text: clean }
}

function oneLine(text: string): string {
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ")
    .trim()
  return line.slice(0, LINE_LENGTH_MAX).toWellFormed()
}

async function assertTakeable(queries: Queries, desk: Desk, workspaceId: string, address: string): Promise<void> {
  if ((await listOwnAddresses(queries, workspaceId)).includes(address))
    throw invalid("This is our own address. Give yours, so that we can answer you.", "mail")
  const since = desk.now().subtract({ hours: 1 }).toString()
  if ((await countFormsSince(queries, workspaceId, since)) >= FORMS_PER_HOUR_MAX)
    throw conflict("More was sent here in the last hour than we can take. Write us a mail, or try again later.")
}

type Writing = { readonly read: Read; readonly files: readonly FileRow[]; readonly isSpam: boolean }

async function write(
  queries: Queries,
  desk: Desk,
  workspaceId: string,
  { read, files, isSpam }: Writing,
): Promise<string> {
  const box = { name: read.name, address: read.mail }
  const customerId = await customerOf(queries, desk, workspaceId, { box, address: read.address })
  const at = desk.now().toString({ fractionalSecondDigits: 3 })
  const [conversationId, messageId] = [desk.newId(), desk.newId()]
  const subject = read.subject || null
  const cameBy = await findOwnAddressSeen(queries, workspaceId, []) // it is answered from there
  const begun = { workspaceId, id: conversationId, customerId, channel: "form" as const, subject, at, cameBy }
  await insertConversation(queries, begun)
  const heard = { workspaceId, conversationId, messageId, customerId, text: read.text, at }
  await insertFormMessage(queries, desk, { ...heard, subject, from: box })
  await insertFiles(queries, workspaceId, messageId, files)
  if (isSpam) await changeConversation(queries, workspaceId, conversationId, { set: "spam_at", to: at })
  else if (!(await isMembersOwn(queries, workspaceId, { address: read.address }))) await hear(queries, desk, heard)
  await refreshConversation(queries, workspaceId, conversationId)
  await insertChange(queries, { workspaceId, kind: "conversation", id: conversationId, at })
  return messageId
}
