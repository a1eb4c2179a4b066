import type { Span } from "aboveboard-engine"

/** A saved reply in the place of what is selected. Behind the last word it begins a paragraph of its own. */
export function insertedAt(text: string, { start, end }: Span, reply: string): string {
  const [before, after] = [text.slice(0, start), text.slice(end)]
  if (before.trim() === "" || after.trim() !== "") return `${before}${reply}${after}`
  return `${before.trimEnd()}\n\n${reply}`
}
