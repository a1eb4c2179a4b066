import type { Traced } from "./piece.ts"
import { tracing } from "./tracing.ts"

/** The words of an HTML text as a reader sees them: no scripts, styles, comments or tags; blocks are lines of their own. */
export function htmlText(source: string): Traced {
  const words = tracing()
  let at = 0
  for (const match of source.matchAll(MARKUP)) {
    words.add(source.slice(at, match.index), at)
    words.add(standIn(match[0]), match.index)
    at = match.index + match[0].length
  }
  words.add(source.slice(at), at)
  return words.finish()
}

/** Whether a text is HTML rather than words with a "<" in them. */
export function looksLikeHtml(text: string): boolean {
  return /<(?:p|br|div|span|ul|ol|li|b|strong|em|i|a|table|h[1-6]|blockquote)\b[^>]*>/i.test(text)
}

const MARKUP =
  /<!--[\s\S]*?-->|<(script|style|head|template|code|pre)\b[\s\S]*?<\/\1\s*>|<\/?[a-z!][^<>]{0,5000}>|&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,10}\d{0,2});/gi
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
