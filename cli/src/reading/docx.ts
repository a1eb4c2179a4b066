import { inflateRawSync } from "node:zlib"
import type { Reading } from "./piece.ts"

const SIZE_MAX = 30_000_000 // bytes of unpacked text with its marks; a book has 5 MB

/** The paragraphs of a Word document. A line is a paragraph: the format has no lines. */
export function docxReading(bytes: Buffer): Reading {
  const packed = entryOf(bytes, "word/document.xml")
  if (packed === null) return { unread: "no Word document: word/document.xml is missing" }
  const paragraphs = packed
    .split(/<w:p[ >]/)
    .slice(1)
    .map(paragraphText)
  const source = paragraphs.join("\n")
  return { source, pieces: [{ text: source, place: (offset) => offset, channel: "policy", author: "member" }] }
}

function paragraphText(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^<>]*)?>([^<]*)<\/w:t>|<w:tab\/>|<w:br\/>/g)]
    .map((match) => plain(match[1] ?? " "))
    .join("")
}

function plain(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&")
}

/** One file of a ZIP archive as text, found through the directory at its end; null when it is not there. */
function entryOf(bytes: Buffer, name: string): string | null {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 20 > bytes.length) return null
  let at = bytes.readUInt32LE(end + 16)
  while (at + 46 <= bytes.length && bytes.readUInt32LE(at) === 0x02014b50) {
    const [nameLength, extraLength, commentLength] = [
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
    ]
    if (bytes.toString("utf8", at + 46, at + 46 + nameLength) === name) {
      return unpacked(bytes, bytes.readUInt32LE(at + 42), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 10))
    }
    at += 46 + nameLength + extraLength + commentLength
  }
  return null
}

function unpacked(bytes: Buffer, header: number, size: number, method: number): string | null {
  if (header + 30 > bytes.length) return null
  const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28)
  const data = bytes.subarray(start, start + size)
  if (method === 0) return data.toString("utf8")
  return method === 8 ? inflated(data).toString("utf8") : null
}

function inflated(data: Buffer): Buffer {
  try {
    return inflateRawSync(data, { maxOutputLength: SIZE_MAX })
  } catch (error) {
    const isTooLong = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE"
    const reason = isTooLong ? `more than ${SIZE_MAX / 1_000_000} MB when unpacked` : "damaged"
    throw new Error(`Word document: ${reason}`, { cause: error })
  }
}
