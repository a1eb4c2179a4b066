import type { Span } from "./review-format.ts"

/** Every place within the sentences where the pattern (with flag "g") matches. */
export function matchesIn(text: string, sentences: readonly Span[], pattern: RegExp): readonly Span[] {
  const found: Span[] = []
  for (const { start, end } of sentences) {
    for (const match of text.slice(start, end).matchAll(pattern))
      found.push({ start: start + match.index, end: start + match.index + match[0].length })
  }
  return found
}
