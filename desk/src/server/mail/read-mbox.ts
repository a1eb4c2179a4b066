import { open } from "node:fs/promises"
import { type ByteSource, type MboxPlace, findMails, readMboxMail } from "../../ledger/mbox.ts"

export type Mbox = {
  /** The oldest first. */
  readonly places: readonly MboxPlace[]
  readonly read: (place: MboxPlace) => Promise<Uint8Array>
  readonly close: () => Promise<void>
}

/** Opens an mbox file on disk, of any size. `invalid` when it is none. */
export async function openMbox(path: string): Promise<Mbox> {
  const file = await open(path, "r")
  try {
    const { size } = await file.stat()
    const source: ByteSource = {
      size,
      read: async (offset, length) => {
        const buffer = Buffer.allocUnsafe(Math.max(0, length))
        let filled = 0
        while (filled < length) {
          const { bytesRead } = await file.read(buffer, filled, length - filled, offset + filled)
          if (bytesRead === 0) break
          filled += bytesRead
        }
        return buffer.subarray(0, filled)
      },
    }
    const places = await findMails(source)
    return { places, read: (place) => readMboxMail(source, place), close: () => file.close() }
  } catch (error) {
    await file.close()
    throw error
  }
}
