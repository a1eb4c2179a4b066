import type { FileRow } from "../database/files.ts"
import type { Desk } from "../verbs/desk.ts"

export type OutgoingFile = Pick<FileRow, "name" | "type" | "contentId"> & { readonly content: Uint8Array }

/** The mail with what is in its files, read from disk; a sentence when one of them is not there. */
export async function withContents<Mail extends { readonly files?: readonly FileRow[] }>(
  desk: Desk,
  mail: Mail,
): Promise<(Mail & { readonly attachments: readonly OutgoingFile[] }) | string> {
  const attachments: OutgoingFile[] = []
  for (const { digest, name, type, contentId } of mail.files ?? []) {
    const content = await desk.files.read(digest)
    if (content === null) return `The file ${name} is missing in the desk's data folder. Put it back from a backup.`
    attachments.push({ name, type, contentId, content })
  }
  return { ...mail, attachments }
}
