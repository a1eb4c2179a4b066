import type { Span } from "./review-format.ts"

/** A word or mark of a sentence, lower case, contractions taken apart ("we'll" is "we" and "'ll"). */
export type Word = Span & { readonly text: string; readonly capital: boolean }

/** Words and marks of `text` between `start` and `end`, with offsets into `text`. */
export function wordsOf(text: string, start: number, end: number): readonly Word[] {
  const words: Word[] = []
  const piece = text.slice(start, end)
  for (const match of piece.matchAll(WORD)) split(match[0], start + match.index, words)
  return words
}

/** One word with its inner joints, an amount, or a single mark. */
const WORD = /[\p{L}\p{N}]+(?:['’`\-@/&][\p{L}\p{N}]+|[.,:](?=\d)\d+)*|\S/gu

function split(raw: string, start: number, into: Word[]): void {
  const text = raw.toLowerCase().replace(/[’`]/g, "'")
  const capital = raw.charAt(0) !== text.charAt(0)
  const ending = text.endsWith("n't") ? 3 : endingLength(text)
  if (ending === 0 || ending >= text.length) {
    into.push({ text, capital, start, end: start + raw.length })
    return
  }
  const joint = raw.length - ending
  into.push({ text: text.slice(0, joint), capital, start, end: start + joint })
  into.push({ text: text.slice(joint), capital: false, start: start + joint, end: start + raw.length })
}

function endingLength(text: string): number {
  const at = text.lastIndexOf("'")
  if (at <= 0) return 0
  const ending = text.slice(at + 1)
  return ending === "ll" || ending === "re" || ending === "ve" || ending === "d" || ending === "m" || ending === "s"
    ? ending.length + 1
    : 0
}

/** Up to `length` words from word `from` on, with single spaces: what patterns over words look at. */
export function phraseAt(words: readonly Word[], from: number, length = 30): string {
  let phrase = words[from]?.text ?? ""
  const to = Math.min(words.length, from + length)
  for (let at = from + 1; at < to; at++) phrase += ` ${words[at]?.text ?? ""}`
  return phrase
}

/** Whether a word from `from` up to `to` is one of `wanted`. */
export function hasWord(words: readonly Word[], from: number, to: number, wanted: ReadonlySet<string>): boolean {
  for (let at = Math.max(0, from); at < Math.min(to, words.length); at++) {
    if (wanted.has(words[at]?.text ?? "")) return true
  }
  return false
}

/** A set of words from one line of them. */
export function wordSet(line: string): ReadonlySet<string> {
  return new Set(line.trim().split(/\s+/))
}
