import { type Block, type Line, blocksIn } from "./blocks.ts"
import type { Inline } from "./inlines.ts"

/** Pictures of the message by the id that its source names; null for one that does not go with it. */
export type PictureOf = (id: string) => string | null

/**
 * The message as HTML; null when it has no marks, and plain text says it all. Everything that was typed is escaped, tags are
 * ours alone, and links go to the web or to a mail address.
 */
export function htmlOf(source: string, pictureOf: PictureOf): string | null {
  const blocks = blocksIn(source)
  return blocks.some(hasMarks) ? blocks.map((block) => blockHtml(source, block, pictureOf)).join("\n") : null
}

/** The ids of the attachments that stand as pictures in it. */
export function picturesIn(source: string): readonly string[] {
  const ids: string[] = []
  htmlOf(source, (id) => {
    ids.push(id)
    return null
  })
  return ids
}

/** Text as it stands, with its line ends. */
export function htmlOfText(text: string): string {
  return `<p>${escaped(text.trim()).replaceAll("\n", "<br>\n")}</p>`
}

function hasMarks(block: Block): boolean {
  return block.kind !== "paragraph" || block.lines.some((line) => line.some(({ kind }) => kind !== "text"))
}

function blockHtml(source: string, block: Block, pictureOf: PictureOf): string {
  const line = (each: Line) => each.map((inline) => inlineHtml(source, inline, pictureOf)).join("")
  const items = (all: readonly Line[]) => all.map((each) => `<li>${line(each)}</li>`).join("\n")
  switch (block.kind) {
    case "paragraph":
      return `<p>${block.lines.map(line).join("<br>\n")}</p>`
    case "quote":
      return `<blockquote style="margin:0 0 0 8px;padding-left:12px;border-left:2px solid #bbb">${block.lines.map(line).join("<br>\n")}</blockquote>`
    case "bullets":
      return `<ul>\n${items(block.items)}\n</ul>`
    case "numbers":
      return `<ol start="${block.first}">\n${items(block.items)}\n</ol>`
    case "code":
      return `<pre>${escaped(source.slice(block.start, block.end))}</pre>`
    default:
      throw new Error(`unknown block ${block satisfies never}`)
  }
}

function inlineHtml(source: string, inline: Inline, pictureOf: PictureOf): string {
  const { start, end } = inline
  const inner = (all: Line) => all.map((each) => inlineHtml(source, each, pictureOf)).join("")
  switch (inline.kind) {
    case "text":
      return escaped(source.slice(start, end))
    case "code":
      return `<code>${escaped(source.slice(start + 1, end - 1))}</code>`
    case "strong":
      return `<strong>${inner(inline.inner)}</strong>`
    case "emphasis":
      return `<em>${inner(inline.inner)}</em>`
    case "link":
      return `<a href="${escaped(inline.url)}">${inner(inline.inner)}</a>`
    case "picture": {
      const picture = pictureOf(inline.id)
      const words = escaped(inline.words)
      return picture === null ? `[${words}]` : `<img src="${escaped(picture)}" alt="${words}" style="max-width:100%">`
    }
    default:
      throw new Error(`unknown mark ${inline satisfies never}`)
  }
}

const ENTITY: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITY[character] ?? character)
}
