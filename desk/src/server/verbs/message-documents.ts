import { notFound } from "../../ledger/error.ts"
import { readFileRow, readRawRow } from "../database/files.ts"
import type { Actor, Desk } from "./desk.ts"

/** What a door hands out besides JSON. `headers` are all that the answer needs; they replace the door's own. */
export type MessageDocument = {
  readonly content: Uint8Array | string
  readonly headers: Readonly<Record<string, string>>
}

/** The mail as it came, as a download. `not_found` when there is no such message here, or it came by no mail, or it is erased. */
export async function rawDocument(desk: Desk, actor: Actor, messageId: string): Promise<MessageDocument> {
  const row = await readRawRow(desk.database, actor.workspaceId, messageId)
  const content = row === null ? null : await desk.files.read(row.digest)
  if (content === null) throw notFound("mail")
  return { content, headers: downloadHeaders("message.eml", "message/rfc822") }
}

/** An attachment, as a download. `not_found` when there is none. */
export async function fileDocument(
  desk: Desk,
  actor: Actor,
  messageId: string,
  position: number,
): Promise<MessageDocument> {
  const row = await readFileRow(desk.database, actor.workspaceId, messageId, position)
  const content = row === null ? null : await desk.files.read(row.digest)
  if (row === null || content === null) throw notFound("attachment")
  return { content, headers: downloadHeaders(row.name, row.type) }
}

/** Headers with which a browser saves a file and never shows or runs it in the desk's name. */
export function downloadHeaders(name: string, type: string): Readonly<Record<string, string>> {
  return {
    "content-type": RUN_BY_BROWSERS.test(type) ? "application/octet-stream" : type,
    "content-disposition": `attachment; filename="${plainName(name)}"; filename*=UTF-8''${encodedName(name)}`,
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
    "cross-origin-resource-policy": "same-origin",
  }
}

const RUN_BY_BROWSERS = /html|xml|svg|script|pdf/

function plainName(name: string): string {
  return name.replace(/[^\x20-\x7e]|["\\%]/g, "_")
}

/** RFC 8187. */
function encodedName(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
