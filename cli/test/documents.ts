import { deflateRawSync, deflateSync } from "node:zlib"

/** A Word document with these paragraphs. */
export function docx(paragraphs: readonly string[]): Buffer {
  return wordDocument(
    `<w:document><w:body>${paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join("")}</w:body></w:document>`,
  )
}

/** A ZIP archive with one packed file: enough of a Word document. */
export function wordDocument(xml: string | Uint8Array): Buffer {
  const name = Buffer.from("word/document.xml")
  const data = deflateRawSync(xml)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(data.length, 20)
  central.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt32LE(30 + name.length + data.length, 16)
  return Buffer.concat([local, name, data, central, name, end])
}

/** A PDF of one page in Helvetica: its lines, 14 points apart, an empty one for a gap. */
export function pdf(lines: readonly string[]): Buffer {
  const shown = lines.map((line) => `0 -14 Td (${line.replace(/[()\\]/g, "\\$&")}) Tj`).join("\n")
  const stream = deflateSync(`BT /F1 12 Tf 72 700 Td\n${shown}\nET`)
  const parts: (string | Uint8Array)[] = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    Buffer.concat([
      Buffer.from(`<< /Length ${stream.length} /Filter /FlateDecode >>\nstream\n`),
      stream,
      Buffer.from("\nendstream"),
    ]),
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ]
  return assembled(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : part)))
}

function assembled(objects: readonly Uint8Array[]): Buffer {
  const starts: number[] = []
  let file = Buffer.from("%PDF-1.4\n")
  for (const [index, object] of objects.entries()) {
    starts.push(file.length)
    file = Buffer.concat([file, Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from("\nendobj\n")])
  }
  const table = starts.map((start) => `${String(start).padStart(10, "0")} 00000 n \n`).join("")
  const count = objects.length + 1
  const trailer = `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.concat([file, Buffer.from(trailer)])
}
