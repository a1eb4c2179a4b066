import { join } from "node:path"
import type { SMTPServerDataStream } from "smtp-server"
import type { Content, Spool } from "../verbs/file-store.ts"
import { type SpoolWriter, writeSpooled } from "./spooled-file.ts"

/** A mail as it came. Whoever gathered it removes it once it is taken in, or is not. */
export type GatheredMail = {
  /** Null when it is too large. */
  readonly raw: Content | null
  readonly remove: () => Promise<void>
}

/**
 * Gathers a mail while it comes in: in memory up to `memoryMax` bytes, a larger one in a spool, so that the memory that mails
 * take does not grow with their size. The rest of one that is too large is read and thrown away, because SMTP has no way to
 * stop a sender.
 */
export async function gatherMail(
  stream: SMTPServerDataStream,
  { memoryMax, openSpool }: { readonly memoryMax: number; readonly openSpool: () => Promise<Spool> },
): Promise<GatheredMail> {
  let held: Uint8Array[] = []
  let size = 0
  let onDisk: { readonly spool: Spool; readonly file: SpoolWriter } | null = null
  try {
    for await (const chunk of stream) {
      if (stream.sizeExceeded || !(chunk instanceof Uint8Array)) continue
      size += chunk.length
      held.push(chunk)
      if (size <= memoryMax) continue
      onDisk ??= await openIn(await openSpool())
      for (const piece of held) await onDisk.file.write(piece)
      held = []
    }
    if (onDisk === null) return { raw: stream.sizeExceeded ? null : Buffer.concat(held), remove: async () => {} }
    const raw = await onDisk.file.close()
    return { raw: stream.sizeExceeded ? null : raw, remove: onDisk.spool.remove }
  } catch (failure) {
    if (onDisk !== null) await removeUnfinished(onDisk).catch(() => {}) // what failed first is what is told
    throw failure
  }
}

async function openIn(spool: Spool) {
  try {
    return { spool, file: await writeSpooled(join(spool.folder, "raw")) }
  } catch (failure) {
    await spool.remove()
    throw failure
  }
}

async function removeUnfinished({ spool, file }: { readonly spool: Spool; readonly file: SpoolWriter }): Promise<void> {
  try {
    await file.close()
  } finally {
    await spool.remove()
  }
}
