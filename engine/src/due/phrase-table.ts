import { spelledOut } from "../wording/spelled-out.ts"
import { NO_PLACE, numberIn, numberPerWord } from "../known-word.ts"
import { tokenAt, tokensFrom, tokensOf } from "./tokens.ts"
import type { Read, Tokens } from "./tokens.ts"

/** Phrases by their words, so that all of them are looked up in one walk. */
export type PhraseTable<T> = Branches<T> & { readonly number: number }
type Branches<T> = Map<string, Entry<T>>
type Entry<T> = {
  value: T | undefined
  next: Branches<T> | undefined
  /** Phrases that go on behind the word, with their rests; taken apart when the word is first met, which most never are. */
  rests: (readonly [rest: string, value: T])[]
}

/** Builds a table of phrases that may be a time by themselves, from [value, "phrase | other phrase"] pairs. */
export function phraseTable<T>(pairs: readonly (readonly [T, string])[]): PhraseTable<T> {
  return opening(innerTable(pairs), "isWhole")
}

/** The same of phrases that a time may begin with, but that need more words behind them. */
export function leadTable<T>(pairs: readonly (readonly [T, string])[]): PhraseTable<T> {
  return opening(innerTable(pairs), "isLead")
}

function opening<T>(table: PhraseTable<T>, as: "isWhole" | "isLead"): PhraseTable<T> {
  openings.push([table, as])
  return table
}

/** The same of phrases that only stand within a time or behind it. */
export function innerTable<T>(pairs: readonly (readonly [T, string])[]): PhraseTable<T> {
  const table = Object.assign(new Map<string, Entry<T>>(), { number: tables.length })
  tables.push(table)
  for (const [value, phrases] of pairs)
    for (const phrase of phrases.split("|").flatMap(spelledOut)) {
      const words = inWords(phrase)
      all.push(words)
      add(table, words, value)
    }
  return table
}

const tables: PhraseTable<unknown>[] = []

/** The phrases of every table, their words parted by spaces. */
const all: string[] = []

/** Every word that stands in a phrase of any table: a time is made of these, of numbers and of names of days and months. */
export function phraseWords(): ReadonlySet<string> {
  return new Set(all.join(" ").split(" "))
}

/** How a time may begin with a word: it is a phrase by itself, a lead by itself, or goes on with one of the next words. */
export type Opening = { isWhole: boolean; isLead: boolean; readonly next: Set<string> }
const openings: (readonly [table: PhraseTable<unknown>, as: "isWhole" | "isLead"])[] = []

export function openingOf(word: string): Opening | undefined {
  let found: Opening | undefined
  for (const [table, as] of openings) {
    const entry = table.get(word)
    if (entry === undefined) continue
    found ??= { isWhole: false, isLead: false, next: new Set() }
    if (entry.value !== undefined) found[as] = true
    for (const next of nextOf(entry)?.keys() ?? []) found.next.add(next)
  }
  return found
}

/** The longest phrase that begins at the index. */
export function readPhrase<T>(table: PhraseTable<T>, tokens: Tokens, index: number): Read<T> | null {
  if (!mayBegin(table, tokens, index)) return null
  let found: Read<T> | null = null
  let here: Branches<T> | undefined = table
  for (let next = index; here !== undefined; next += 1) {
    const entry: Entry<T> | undefined = here.get(tokenAt(tokens, next).text)
    if (entry === undefined) return found
    if (entry.value !== undefined) found = { value: entry.value, next: next + 1 }
    here = nextOf(entry)
  }
  return found
}

/** A word that no phrase of a table begins with is told by its number, and no token made of it. */
function mayBegin(table: PhraseTable<unknown>, { places, length }: Tokens, index: number): boolean {
  const place = index >= 0 && index < length ? (places[index] ?? NO_PLACE) : NO_PLACE
  return place === NO_PLACE || OPENED[openedBy(place)]?.charAt(table.number) === YES
}

const YES = "1"
/** Which tables have a phrase that begins with a word, a sign for each table; most words have them in common. */
const OPENED: string[] = []
const openedBy = numberPerWord((word) =>
  numberIn(OPENED, tables.map((table) => (table.has(word) ? YES : "0")).join("")),
)

function nextOf<T>(entry: Entry<T>): Branches<T> | undefined {
  if (entry.rests.length > 0) {
    entry.next = new Map()
    for (const [rest, value] of entry.rests) add(entry.next, rest, value)
    entry.rests = []
  }
  return entry.next
}

function add<T>(table: Branches<T>, words: string, value: T): void {
  const space = words.indexOf(" ")
  const first = space < 0 ? words : words.slice(0, space)
  let entry = table.get(first)
  if (entry === undefined) table.set(first, (entry = { value: undefined, next: undefined, rests: [] }))
  if (space < 0) entry.value = value
  else entry.rests.push([words.slice(space + 1), value])
}

/** A phrase as a text's words are told apart, with spaces between them; most are so already. */
function inWords(phrase: string): string {
  if (PLAIN.test(phrase)) return phrase
  const tokens = tokensOf(phrase, 0, phrase.length)
  return tokensFrom(tokens, 0, tokens.length)
    .map(({ text }) => text)
    .join(" ")
}

const PLAIN = /^(?:[a-z]+'[a-z]+|[a-z ])+$/ // "new year's eve"
