import { type Aside, readAside } from "./aside.ts"
import { readPdf } from "./pdf.ts"
import type { Reading } from "./piece.ts"
import { readText } from "./read-text.ts"

/** Endings of the files that a walk through folders picks up. */
export const READABLE = /\.(?:md|markdown|mdx|txt|text|html?|csv|tsv|json|jsonl|ndjson|ya?ml|eml|mbox|docx|pdf)$/i

const BYTES_MAX = 20_000_000 // a manual of 1,000 pages has 3 MB

/** The texts of a file, told apart by its ending. Never fails: what cannot be read says why. */
export async function readFile(path: string, bytes: Buffer): Promise<Reading> {
  return read(path, bytes, async (ending) => {
    if (ending !== "pdf") return readText(ending, bytes)
    const pdf = await readPdf(bytes)
    if ("unread" in pdf) return pdf
    const text = pdf.source
    return { source: text, pieces: [{ text, place: (offset) => offset, channel: "policy", author: "member" }] }
  })
}

const HERE_MAX = 50_000 // bytes; read in a few milliseconds, and a thread takes longer to begin

/**
 * As `readFile`, for a server: whatever may take its time is read in a thread of its own, with the limits that PDFs have. Without
 * the places of the texts.
 */
export async function readTexts(path: string, bytes: Buffer): Promise<Aside> {
  return read(path, bytes, async (ending) => {
    if (ending === "pdf") return readPdf(bytes)
    if (ending === "docx" || bytes.length > HERE_MAX) return readAside(ending, bytes) // a Word document unpacks to more
    const reading = readText(ending, bytes)
    return "unread" in reading ? reading : { source: reading.source, texts: reading.pieces.map(({ text }) => text) }
  })
}

async function read<T>(
  path: string,
  bytes: Buffer,
  work: (ending: string) => Promise<T>,
): Promise<T | { readonly unread: string }> {
  const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? "txt"
  if (bytes.length > BYTES_MAX) return { unread: `larger than ${BYTES_MAX / 1_000_000} MB` }
  try {
    return await work(ending)
  } catch (error) {
    return { unread: error instanceof Error ? error.message : String(error) }
  }
}
