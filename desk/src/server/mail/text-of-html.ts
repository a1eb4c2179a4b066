import { Parser } from "htmlparser2"

/**
 * A mail's HTML as plain text that reads well: paragraphs apart, quotes behind "> ", list items behind "- ", and where a
 * link goes behind its words.
 */
export function textOfHtml(html: string): string {
  const page = openPage()
  const parser = new Parser({
    onopentag: (name, attributes) => open(page, name, attributes),
    ontext: (text) => write(page, text),
    onclosetag: (name) => close(page, name),
  })
  parser.write(html)
  parser.end()
  return finish(page)
}

type Link = { readonly href: string; readonly from: number }

type Page = {
  readonly lines: string[]
  /** The line being written, without its quote marks. */
  line: string
  /** Blank lines that the next words ask for. */
  gap: 0 | 1 | 2
  /** How deep in quotes that blank line is. */
  gapDepth: number
  /** Per open blockquote: whether it quotes (some programs indent with it). */
  readonly quotes: boolean[]
  readonly links: Link[]
  hidden: number
  kept: number
}

function openPage(): Page {
  return { lines: [], line: "", gap: 0, gapDepth: 0, quotes: [], links: [], hidden: 0, kept: 0 }
}

const HIDDEN = new Set([
  "head",
  "script",
  "style",
  "template",
  "noscript",
  "object",
  "select",
  "svg",
  "math",
  "iframe",
  "audio",
  "video",
])
const APART = new Set([
  "p",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "ul",
  "ol",
  "dl",
  "table",
  "blockquote",
  "pre",
  "figure",
])
const OWN_LINE = new Set([
  "div",
  "tr",
  "li",
  "dt",
  "dd",
  "section",
  "article",
  "header",
  "footer",
  "address",
  "center",
  "form",
  "main",
  "nav",
  "aside",
  "caption",
  "tbody",
  "thead",
])

function open(page: Page, name: string, attributes: Readonly<Record<string, string>>): void {
  if (HIDDEN.has(name)) page.hidden += 1
  if (page.hidden > 0) return
  startBlock(page, name)
  if (name === "blockquote") page.quotes.push(!INDENTS.test(attributes["style"] ?? ""))
  else if (name === "pre") page.kept += 1
  else if (name === "a") page.links.push({ href: attributes["href"] ?? "", from: page.line.length })
  else if (name === "br") endLine(page)
  else if (name === "hr") writeRule(page)
  else if (name === "li") page.line = "- "
  else if (name === "img") write(page, attributes["alt"] ? ` [${attributes["alt"]}] ` : "")
  else if ((name === "td" || name === "th") && page.line !== "") page.line += "  "
}

function writeRule(page: Page): void {
  endBlock(page, 2)
  spaceOut(page)
  page.line = "----------"
  endLine(page)
}

/** Apple Mail and others indent with blockquotes that have no border. */
const INDENTS = /border(-left)?\s*:\s*(none|0)/i

function close(page: Page, name: string): void {
  if (HIDDEN.has(name)) page.hidden = Math.max(0, page.hidden - 1)
  if (page.hidden > 0) return
  if (name === "a") closeLink(page)
  startBlock(page, name)
  if (name === "blockquote") page.quotes.pop()
  else if (name === "pre") page.kept = Math.max(0, page.kept - 1)
}

function startBlock(page: Page, name: string): void {
  if (APART.has(name)) endBlock(page, 2)
  else if (OWN_LINE.has(name)) endBlock(page, 1)
}

/** Ends the line where there is one, and asks for a gap before the next words. */
function endBlock(page: Page, gap: 1 | 2): void {
  if (page.line === "- ") return
  if (page.line.trim() !== "") endLine(page)
  page.gapDepth = page.gap === 0 ? depth(page) : Math.min(page.gapDepth, depth(page))
  if (page.gap < gap) page.gap = gap
}

function endLine(page: Page): void {
  page.lines.push(`${"> ".repeat(depth(page))}${page.line.trimEnd()}`.trimEnd())
  page.line = ""
}

function depth(page: Page): number {
  return Math.min(page.quotes.filter(Boolean).length, QUOTES_MAX)
}

const QUOTES_MAX = 20 // deep threads quote about ten times

function write(page: Page, text: string): void {
  if (page.hidden > 0) return
  if (page.kept > 0) return writeKept(page, text)
  const words = text.replace(/[\s\u00a0\u200b\ufeff]+/g, " ")
  if (words === "" || (words === " " && (page.line === "" || page.line.endsWith(" ")))) return
  spaceOut(page)
  page.line += page.line === "" || page.line.endsWith(" ") ? words.trimStart() : words
}

function writeKept(page: Page, text: string): void {
  const [first = "", ...rest] = text.replaceAll("\r\n", "\n").split("\n")
  spaceOut(page)
  page.line += first
  for (const line of rest) {
    endLine(page)
    page.line = line
  }
}

/** Puts the blank line that a block asked for, once there are words for after it. */
function spaceOut(page: Page): void {
  const starts = page.line === "" || page.line === "- "
  const blankBefore = (page.lines.at(-1) ?? "").replace(/[> ]/g, "") === ""
  if (starts && page.gap === 2 && !blankBefore)
    page.lines.push("> ".repeat(Math.min(page.gapDepth, depth(page))).trimEnd())
  page.gap = 0
}

function closeLink(page: Page): void {
  const link = page.links.pop()
  if (link === undefined || !/^(https?:|mailto:|tel:)/i.test(link.href.trim())) return
  const href = link.href.trim().replace(/^(mailto|tel):/i, "")
  const words = page.line.slice(link.from).trim()
  if (words !== "" && !sameLink(words, href)) page.line += ` <${href}>`
}

function sameLink(words: string, href: string): boolean {
  const bare = (text: string) =>
    text
      .replace(/^https?:\/\/(www\.)?/i, "")
      .replace(/\/$/, "")
      .toLowerCase()
  return bare(words) === bare(href)
}

function finish(page: Page): string {
  if (page.line.trim() !== "") endLine(page)
  return page.lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()
}
