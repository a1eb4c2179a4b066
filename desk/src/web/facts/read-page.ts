/** A page that somebody uploaded, as text: Markdown and text as they are, HTML, Word and PDF by their words. */

/** Throws for what cannot be read; nothing of the file leaves the browser but what becomes a fact. */
export async function readPage(file: File): Promise<string> {
  const name = file.name.toLowerCase()
  if (name.endsWith(".pdf")) return textOfPdf(new Uint8Array(await file.arrayBuffer()))
  if (name.endsWith(".docx")) return textOfDocx(new Uint8Array(await file.arrayBuffer()))
  const text = await file.text()
  return /\.html?$/.test(name) ? textOfHtml(text) : text
}

const BLOCKS = "p, li, tr, h1, h2, h3, h4, h5, h6, dt, dd, blockquote, pre, caption"

/** One line for each block, headings marked as in Markdown. Nothing in it runs: the document belongs to no window. */
export function textOfHtml(html: string): string {
  const page = new DOMParser().parseFromString(html, "text/html")
  for (const each of page.querySelectorAll("script, style, noscript, template")) each.remove()
  const blocks = [...page.body.querySelectorAll(BLOCKS)].filter((each) => each.querySelector(BLOCKS) === null)
  if (blocks.length === 0) return page.body.textContent
  return blocks
    .map((each) => {
      const cells = [...each.querySelectorAll("td, th")].map((cell) => cell.textContent.trim())
      const text = cells.length > 1 ? cells.join(" | ") : each.textContent
      const line = text.replace(/\s+/g, " ").trim()
      return /^H[1-6]$/.test(each.tagName) ? `# ${line}` : line
    })
    .join("\n")
}

/** A Word file is a zip; its words are the paragraphs of one XML file in it. */
async function textOfDocx(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const xml = await fileInZip(bytes, "word/document.xml")
  const page = new DOMParser().parseFromString(xml, "application/xml")
  return [...page.getElementsByTagName("w:p")]
    .map((paragraph) => {
      const text = [...paragraph.getElementsByTagName("w:t")].map((each) => each.textContent).join("")
      const style = paragraph.getElementsByTagName("w:pStyle")[0]?.getAttribute("w:val") ?? ""
      return /^heading/i.test(style) ? `# ${text}` : text
    })
    .join("\n")
}

const END_OF_DIRECTORY = 0x06054b50
const UNPACKED_MAX = 50_000_000 // bytes; a page that is larger than this is no page

/** By the zip's directory at its end (PKWARE APPNOTE 4.3.12): name, place and length of each file. */
async function fileInZip(bytes: Uint8Array<ArrayBuffer>, wanted: string): Promise<string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && view.getUint32(end, true) !== END_OF_DIRECTORY) end -= 1
  if (end < 0) throw new Error("not a zip file")
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const [method, packed, size] = [
      view.getUint16(at + 10, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 24, true),
    ]
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true))
    const start = view.getUint32(at + 42, true)
    const named = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + (name ?? 0)))
    if (named === wanted) {
      if (size > UNPACKED_MAX) throw new Error("the file is too large")
      const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true)
      return unpacked(bytes.slice(from, from + packed), method)
    }
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  throw new Error(`there is no ${wanted} in it`)
}

async function unpacked(packed: Uint8Array<ArrayBuffer>, method: number): Promise<string> {
  if (method === 0) return new TextDecoder().decode(packed)
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"))
  return new Response(stream).text()
}

const PAGES_MAX = 300

/** Its reader is fetched only when somebody brings a PDF. */
async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const { getDocumentProxy } = await import("unpdf")
  const pdf = await getDocumentProxy(bytes)
  const pages: string[] = []
  for (let number = 1; number <= Math.min(pdf.numPages, PAGES_MAX); number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    pages.push(items.map((item) => ("str" in item ? `${item.str}${item.hasEOL ? "\n" : ""}` : "")).join(""))
  }
  return pages.join("\n")
}
