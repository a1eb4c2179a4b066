import { tokenAt, tokensFrom, tokensOf } from "./tokens.ts"
import type { Read, Tokens } from "./tokens.ts"

/** Phrases by their words, so that all of them are looked up in one walk. */
export type PhraseTable<T> = Map<string, Entry<T>>
type Entry<T> = { value: T | undefined; next: PhraseTable<T> | undefined }

/** Builds a table of phrases that may be a time by themselves, from [value, "phrase | other phrase"] pairs. */
export function phraseTable<T>(pairs: readonly (readonly [T, string])[]): PhraseTable<T> {
  return opening(innerTable(pairs), "isWhole")
}

/** The same of phrases that a time may begin with, but that need more words behind them. */
export function leadTable<T>(pairs: readonly (readonly [T, string])[]): PhraseTable<T> {
  return opening(innerTable(pairs), "isLead")
}

function opening<T>(table: PhraseTable<T>, as: "isWhole" | "isLead"): PhraseTable<T> {
  for (const [word, entry] of table) {
    let known = openingWords.get(word)
    if (known === undefined) openingWords.set(word, (known = { isWhole: false, isLead: false, next: new Set() }))
    if (entry.next !== undefined) for (const next of entry.next.keys()) known.next.add(next)
    if (entry.value !== undefined) known[as] = true
  }
  return table
}

/** The same of phrases that only stand within a time or behind it. */
export function innerTable<T>(pairs: readonly (readonly [T, string])[]): PhraseTable<T> {
  const table: PhraseTable<T> = new Map()
  for (const [value, phrases] of pairs) for (const phrase of phrases.split("|")) add(table, phrase, value)
  return table
}

/** Every word that stands in a phrase of any table: a time is made of these, of numbers and of names of days and months. */
export const phraseWords = new Set<string>()
/** How a time may begin with a word: it is a phrase by itself, a lead by itself, or goes on with one of the next words. */
export type Opening = { isWhole: boolean; isLead: boolean; readonly next: Set<string> }
export const openingWords = new Map<string, Opening>()

/** The longest phrase that begins at the index. */
export function readPhrase<T>(table: PhraseTable<T>, tokens: Tokens, index: number): Read<T> | null {
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
  for (const word of wordsIn(phrase)) {
    if (last !== undefined) here = last.next ??= new Map()
    last = here.get(word) ?? { value: undefined, next: undefined }
    here.set(word, last)
    phraseWords.add(word)
  }
  if (last !== undefined) last.value = value
}

/** The words of a phrase as a text's are told apart; plain ones, which most are, need no such care. */
function wordsIn(phrase: string): readonly string[] {
  if (/^[a-z ]+$/.test(phrase)) return phrase.split(" ")
  const tokens = tokensOf(phrase, 0, phrase.length)
  return tokensFrom(tokens, 0, tokens.length).map(({ text }) => text)
}
