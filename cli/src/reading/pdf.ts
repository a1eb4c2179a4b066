import { type Aside, readAside } from "./aside.ts"

/** The text of a PDF as its own order of lines gives it; a picture of text has none. Read in a thread of its own. */
export async function readPdf(bytes: Uint8Array): Promise<Aside> {
  const read = await readAside("pdf", bytes)
  if ("unread" in read) return { unread: `PDF: ${reasonFor(read.unread)}` }
  return read.source.trim() === "" ? { unread: "PDF without text; a scan has to be turned into text first" } : read
}

function reasonFor(message: string): string {
  if (/password/i.test(message)) return "it is locked with a password"
  return message === "" ? "it is damaged" : message
}
