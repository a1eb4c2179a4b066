import type { Span } from "../review-format.ts"
import { firstEndingAfter } from "../spans.ts"

const QUOTE_LENGTH_MAX = 400 // characters; a lone quotation mark must not swallow a letter

/**
 * Parts of the text that the author does not say in their own name: quotations, code and web addresses, in order. A
 * quotation ends in its own paragraph. Time is linear in the text.
 */
export function asidesIn(text: string): readonly Span[] {
  if (!MARKS.test(text)) return []
  const found: Span[] = []
  for (const match of text.matchAll(ASIDE)) found.push({ start: match.index, end: match.index + match[0].length })
  return found
}

const MARKS = /["“„«‘`']|:\/\//

const ASIDE = new RegExp(
  [
    "```[\\s\\S]{0,4000}?```",
    "`[^`\\n]{1,400}`",
    `(?<![\\d\\p{L}])"(?:[^"\\n]|\\n(?!\\s*\\n)){1,${QUOTE_LENGTH_MAX}}"`,
    `[“„](?:[^“”\\n]|\\n(?!\\s*\\n)){1,${QUOTE_LENGTH_MAX}}[”“]`,
    `«[^»\\n]{1,${QUOTE_LENGTH_MAX}}»`,
    `(?<![\\p{L}\\d])['‘](?=\\p{L})(?:[^'‘’\\n]|['’](?=\\p{L})){1,${QUOTE_LENGTH_MAX}}['’](?!\\p{L})`,
    'https?:\\/\\/[^\\s<>")\\]]{1,2000}',
  ].join("|"),
  "gu",
)

/** Whether an aside covers the place. */
export function isInAside(asides: readonly Span[], start: number): boolean {
  const aside = asides[firstEndingAfter(asides, start)]
  return aside !== undefined && aside.start <= start
}
