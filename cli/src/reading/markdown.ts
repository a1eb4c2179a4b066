import type { Traced } from "./piece.ts"
import { tracing } from "./tracing.ts"

/** The words of a Markdown text: without code, comments, addresses of links and the marks of emphasis. */
export function markdownText(source: string): Traced {
  const words = tracing()
  let at = FRONT_MATTER.exec(source)?.[0].length ?? 0
  for (const match of source.matchAll(MARKUP)) {
    if (match.index < at) continue
    words.add(source.slice(at, match.index), at)
    const kept = match[0].startsWith("`") || match[0].startsWith("~") ? " ".repeat(match[0].length) : ""
    const lines = match[0].replace(/[^\n]/g, "")
    words.add(lines === "" ? kept : lines, match.index)
    at = match.index + match[0].length
  }
  words.add(source.slice(at), at)
  return words.finish()
}

const FRONT_MATTER = /^---\r?\n[\s\S]{0,5000}?\r?\n---(?:\r?\n|$)/

const MARKUP = new RegExp(
  [
    "^(?:```|~~~)[\\s\\S]*?^(?:```|~~~)[^\\n]*$",
    "<!--[\\s\\S]*?-->",
    "`[^`\\n]+`",
    '(?<=\\])\\([^()\\s]{1,2000}(?: "[^"\\n]*")?\\)',
    "\\*\\*|__(?=\\w)|(?<=\\w)__|(?<![\\w*])\\*(?=[\\w\"'])|(?<=[\\w.!?\"'])\\*(?![\\w*])(?=[\\s.,;:!?)]|$)(?<=\\*[^\\s*][^*\\n]*\\*)",
  ].join("|"),
  "gm",
)
