import { notFound } from "../../ledger/error.ts"
import { type FileRow, listFiles, readHtml } from "../database/files.ts"
import type { Actor, Desk } from "../verbs/desk.ts"
import type { MessageDocument } from "../verbs/message-documents.ts"
import { sanitiseHtml } from "./sanitise-html.ts"

const PICTURES_SIZE_MAX = 15 * 1024 * 1024 // bytes, of all pictures that a document holds in itself
const PICTURE = /^image\/(png|jpeg|gif|webp|avif|bmp)$/

/**
 * A message's HTML for a frame with `sandbox` and no scripts. The pictures that came with it are in the document, because a
 * sandboxed frame sends no cookies to fetch them with. The header `aboveboard-blocked` says how many from elsewhere were
 * left out. `not_found` when there is no such message here or it has no HTML.
 */
export async function htmlDocument(
  desk: Desk,
  actor: Actor,
  messageId: string,
  { remote }: { readonly remote: boolean },
): Promise<MessageDocument> {
  const html = await readHtml(desk.database, actor.workspaceId, messageId)
  if (html === null) throw notFound("formatted message")
  const pictures = await readPictures(desk, html, await listFiles(desk.database, actor.workspaceId, messageId))
  const safe = sanitiseHtml(html, { picture: (contentId) => pictures.get(contentId) ?? null, remote })
  return {
    content: safe.html,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": safe.policy,
      "x-frame-options": "SAMEORIGIN",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "private, no-store",
      "cross-origin-resource-policy": "same-origin",
      "aboveboard-blocked": String(safe.blocked),
    },
  }
}

/** Data URIs by content id, of the pictures that the HTML names. */
async function readPictures(desk: Desk, html: string, files: readonly FileRow[]): Promise<ReadonlyMap<string, string>> {
  const pictures = new Map<string, string>()
  let size = 0
  for (const { contentId, type, digest, size: length } of files) {
    if (contentId === null || !PICTURE.test(type) || !/cid:/i.test(html)) continue
    size += length
    if (size > PICTURES_SIZE_MAX) break
    const content = await desk.files.read(digest)
    if (content !== null) pictures.set(contentId, `data:${type};base64,${Buffer.from(content).toString("base64")}`)
  }
  return pictures
}
