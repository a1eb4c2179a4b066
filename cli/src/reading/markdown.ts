import { endings } from "./endings.ts"
import type { Traced } from "./piece.ts"
import { tracing } from "./tracing.ts"

/** The words of a Markdown text: without code, comments, addresses of links and the marks of emphasis. */
export function markdownText(source: string): Traced {
  const words = tracing()
  const endOf = endings(source)
  let at = FRONT_MATTER.exec(source)?.[0].length ?? 0
  for (const match of source.matchAll(MARKUP)) {
    const end = match[0] === "<!--" ? endOf("-->", match.index)?.end : match.index + match[0].length
    if (match.index < at || end === undefined) continue
    words.add(source.slice(at, match.index), at)
    words.add(standIn(source.slice(match.index, end)), match.index)
    at = end
  }
  words.add(source.slice(at), at)
  return words.finish()
}

/** The lines of what goes stay, and so does the width of code within a line. */
function standIn(markup: string): string {
  const lines = markup.replace(/[^\n]/g, "")
  return lines === "" && markup.startsWith("`") ? " ".repeat(markup.length) : lines
}

const FRONT_MATTER = /^---\r?\n[\s\S]{0,5000}?\r?\n---(?:\r?\n|$)/

const MARKUP = new RegExp(
  [
    "^(?:```|~~~)[\\s\\S]*?^(?:```|~~~)[^\\n]*$",
    "<!--",
    "`[^`\\n]+`",
    '(?<=\\])\\([^()\\s]{1,2000}(?: "[^"\\n]*")?\\)',
    "\\*\\*|__(?=\\w)|(?<=\\w)__|(?<![\\w*])\\*(?=[\\w\"'])|(?<=[\\w.!?\"'])\\*(?![\\w*])(?=[\\s.,;:!?)]|$)(?<=\\*[^\\s*][^*\\n]*\\*)",
  ].join("|"),
  "gm",
)
