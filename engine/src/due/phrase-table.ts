import { tokenAt, tokensOf } from "./tokens.ts"
import type { Read, Token } from "./tokens.ts"

/** Phrases by their words, so that all of them are looked up in one walk. */
export type PhraseTable<T> = Map<string, Entry<T>>
type Entry<T> = { value: T | undefined; readonly next: PhraseTable<T> }

/** Builds a table from [value, "phrase | other phrase"] pairs. */
export function phraseTable<T>(pairs: readonly (readonly [T, string])[]): PhraseTable<T> {
  const table: PhraseTable<T> = new Map()
  for (const [value, phrases] of pairs) for (const phrase of phrases.split("|")) add(table, phrase, value)
  return table
}

/** Every word that stands in a phrase of any table: a time is made of these, of numbers and of names of days and months. */
export const phraseWords = new Set<string>()
/** Those that begin one. */
export const openingWords = new Set<string>()

/** The longest phrase that begins at the index. */
export function readPhrase<T>(table: PhraseTable<T>, tokens: readonly Token[], index: number): Read<T> | null {
  let found: Read<T> | null = null
  let here: PhraseTable<T> | undefined = table
  for (let next = index; here !== undefined; next += 1) {
    const entry: Entry<T> | undefined = here.get(tokenAt(tokens, next).text)
    if (entry?.value !== undefined) found = { value: entry.value, next: next + 1 }
    here = entry?.next
  }
  return found
}

function add<T>(table: PhraseTable<T>, phrase: string, value: T): void {
  let here = table
  let last: Entry<T> | undefined
  const tokens = tokensOf(phrase, 0, phrase.length)
  openingWords.add(tokenAt(tokens, 0).text)
  for (const token of tokens) {
    last = here.get(token.text) ?? { value: undefined, next: new Map() }
    here.set(token.text, last)
    phraseWords.add(token.text)
    here = last.next
  }
  if (last !== undefined) last.value = value
}
