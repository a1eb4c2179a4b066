import { endings } from "./endings.ts"
import type { EndOf } from "./endings.ts"
import type { Traced } from "./piece.ts"
import { tracing } from "./tracing.ts"

/** The words of an HTML text as a reader sees them: no scripts, styles, comments or tags; blocks are lines of their own. */
export function htmlText(source: string): Traced {
  const words = tracing()
  const endOf = endings(source)
  const pattern = new RegExp(MARKUP, "gi")
  let at = 0
  for (let match = pattern.exec(source); match !== null; match = pattern.exec(source)) {
    const end = endOfMarkup(match, endOf)
    if (end === null) continue
    words.add(source.slice(at, match.index), at)
    words.add(standIn(match[0]), match.index)
    at = end
    pattern.lastIndex = end
  }
  words.add(source.slice(at), at)
  return words.finish()
}

/** Where the comment, the element nobody reads, or the tag is over; null for a comment that is never closed. */
function endOfMarkup(match: RegExpExecArray, endOf: EndOf): number | null {
  const after = match.index + match[0].length
  if (match[0] === "<!--") return endOf("-->", after)?.end ?? null
  const [, unread] = match
  return unread === undefined ? after : (endOf(`</${unread.toLowerCase()}\\s{0,20}>`, after)?.end ?? after)
}

/** Whether a text is HTML rather than words with a "<" in them. */
export function looksLikeHtml(text: string): boolean {
  return /<(?:p|br|div|span|ul|ol|li|b|strong|em|i|a|table|h[1-6]|blockquote)\b[^<>]*>/i.test(text)
}

const MARKUP =
  /<!--|<(script|style|head|template|code|pre)\b[^<>]{0,5000}>|<\/?[a-z!][^<>]{0,5000}>|&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,10}\d{0,2});/gi
const BLOCK =
  /^<\/?(?:p|div|br|li|ul|ol|tr|table|h[1-6]|blockquote|section|article|header|footer|td|th|pre|hr|dt|dd|option)\b/i

function standIn(markup: string): string {
  if (markup.startsWith("&")) return entity(markup)
  return BLOCK.test(markup) ? "\n" : ""
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  rsquo: "’",
  lsquo: "‘",
  ldquo: "“",
  rdquo: "”",
  hellip: "…",
  ndash: "–",
  mdash: "—",
  euro: "€",
  pound: "£",
  copy: "©",
  reg: "®",
  trade: "™",
  bull: "•",
  eacute: "é",
}

function entity(markup: string): string {
  const name = markup.slice(1, -1)
  if (!name.startsWith("#")) return ENTITIES[name] ?? ENTITIES[name.toLowerCase()] ?? " "
  const code = name.charAt(1).toLowerCase() === "x" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : " "
}
