/** What a line of a message is made of. `start` and `end` are places in the source. */
export type Inline =
  | { readonly kind: "text"; readonly start: number; readonly end: number }
  | { readonly kind: "code"; readonly start: number; readonly end: number }
  | {
      readonly kind: "strong" | "emphasis"
      readonly start: number
      readonly end: number
      readonly inner: readonly Inline[]
    }
  | {
      readonly kind: "link"
      readonly start: number
      readonly end: number
      readonly url: string
      readonly inner: readonly Inline[]
    }
  | {
      readonly kind: "picture"
      readonly start: number
      readonly end: number
      readonly id: string
      readonly words: string
    }

/** An address in plain text needs no marks: mail programs make a link of it. */
const URL = "(?:https?:\\/\\/|mailto:)[^\\s<>()\"'`\\\\]{1,2000}"
const ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
const MARKS = [
  "(?<code>`[^`\\n]{1,1000}`)",
  `(?<picture>!\\[[^\\[\\]\\n]{0,200}\\]\\(attachment:${ID}\\))`,
  `(?<link>\\[[^\\[\\]\\n]{1,500}\\]\\(${URL}\\))`,
  "(?<strong>\\*\\*(?=[^\\s*])[^*\\n]{0,1000}[^\\s*]\\*\\*|\\*\\*[^\\s*]\\*\\*)",
  "(?<emphasis>(?<![\\p{L}\\p{N}_*])(?:\\*(?=[^\\s*])[^*\\n]{0,1000}[^\\s*]\\*|\\*[^\\s*]\\*|_(?=[^\\s_])[^_\\n]{0,1000}[^\\s_]_|_[^\\s_]_)(?![\\p{L}\\p{N}_*]))",
]

/** Reads bold, italic, code, links and pictures. What is not surely a mark is text: "2 * 3 * 4", "some_file_name". */
export function inlinesIn(source: string, start: number, end: number): readonly Inline[] {
  const found: Inline[] = []
  const line = source.slice(start, end)
  let at = 0
  for (const match of line.matchAll(new RegExp(MARKS.join("|"), "gu"))) {
    if (match.index > at) found.push({ kind: "text", start: start + at, end: start + match.index })
    at = match.index + match[0].length
    found.push(markOf(source, match.groups ?? {}, start + match.index, start + at))
  }
  if (at < line.length) found.push({ kind: "text", start: start + at, end })
  return found
}

function markOf(
  source: string,
  groups: Readonly<Record<string, string | undefined>>,
  start: number,
  end: number,
): Inline {
  const whole = source.slice(start, end)
  if (groups["code"] !== undefined) return { kind: "code", start, end }
  if (groups["picture"] !== undefined) {
    const [, words = "", id = ""] = /^!\[(.*)\]\(attachment:(.*)\)$/u.exec(whole) ?? []
    return { kind: "picture", start, end, id, words }
  }
  if (groups["link"] !== undefined) {
    const middle = whole.indexOf("](")
    const url = whole.slice(middle + 2, -1)
    return { kind: "link", start, end, url, inner: inlinesIn(source, start + 1, start + middle) }
  }
  const width = groups["strong"] === undefined ? 1 : 2
  const kind = width === 2 ? ("strong" as const) : ("emphasis" as const)
  return { kind, start, end, inner: inlinesIn(source, start + width, end - width) }
}
