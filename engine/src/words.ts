import { APOSTROPHE, characterAt, CURLY, LETTER, looksOf, NUMBER, SPACE, UNEVEN, unitsAt } from "./characters.ts"
import { NO_PLACE, numberPerWord, wordAt } from "./known-word.ts"
import { endingOf, NOT, stemOf } from "./contractions.ts"
import { firstFrom, plainWordsOf } from "./plain-words.ts"
import type { PlainWords } from "./plain-words.ts"
import type { Span } from "./review-format.ts"

/** A word or mark of a sentence, lower case, contractions taken apart ("we'll" is "we" and "'ll"). */
export type Word = Span & {
  readonly text: string
  readonly capital: boolean
  /** By which a plain word is known; NO_PLACE for any other. */
  readonly place: number
}

/** Words and marks of `text` between `start` and `end`, with offsets into `text`. Good until the next ones are asked for. */
export function wordsOf(text: string, start: number, end: number): readonly Word[] {
  const words: Word[] = []
  const plain = plainWordsOf(text)
  const { starts, ends, places, length } = plain
  let run = firstFrom(plain, start)
  for (let at = start; at < end;) {
    const unit = text.charCodeAt(at)
    if (unit === BLANK) {
      at++
      continue
    }
    while (run < length && (starts[run] ?? 0) < at) run++
    const place = run < length && starts[run] === at ? (places[run] ?? NO_PLACE) : NO_PLACE
    const stop = ends[run] ?? end
    if (place === NO_PLACE || stop > end)
      at = run < length && starts[run] === at ? readOpen(text, plain, run, end, words) : readOther(text, at, end, words)
    else {
      add(words, wordAt(place), unit < 97, at, stop, place)
      at = stop
    }
  }
  return words
}

const BLANK = 32
const WORDS_KEPT_MAX = 2_048 // of a sentence

/** Used again for each sentence: most of what a review would throw away are words. */
const kept: { -readonly [K in keyof Word]: Word[K] }[] = []

function add(words: Word[], text: string, capital: boolean, start: number, end: number, place: number): void {
  const word = kept[words.length]
  if (word === undefined) {
    const fresh = { text, capital, start, end, place }
    if (words.length < WORDS_KEPT_MAX) kept.push(fresh)
    words.push(fresh)
    return
  }
  word.text = text
  word.capital = capital
  word.start = start
  word.end = end
  word.place = place
  words.push(word)
}

/** Reads a word that begins with a run of letters and goes on: mostly a contraction, whose parts are known. */
function readOpen(text: string, plain: PlainWords, run: number, end: number, words: Word[]): number {
  const [start, stop, next] = [plain.starts[run] ?? end, plain.ends[run] ?? end, plain.ends[run + 1] ?? end]
  const ending = next <= end ? endingOf(text, plain, run) : ""
  const place = plain.letters[run] ?? NO_PLACE
  if (ending === "" || place === NO_PLACE) return readOther(text, start, end, words)
  const capital = text.charCodeAt(start) < 97
  if (ending === NOT) {
    add(words, stemOf(place), capital, start, stop - 1, NO_PLACE)
    add(words, ending, false, stop - 1, next, NO_PLACE)
  } else {
    add(words, wordAt(place), capital, start, stop, place)
    add(words, ending, false, stop, next, NO_PLACE)
  }
  return next
}

/** Reads what is no plain word, and says where to go on. */
function readOther(text: string, at: number, end: number, words: Word[]): number {
  const bits = characterAt(text, at, end)
  if ((bits & SPACE) !== 0) return at + 1
  const isWord = (bits & (LETTER | NUMBER)) !== 0
  const next = isWord ? endOfWord(text, at, end) : at + unitsAt(text, at, end)
  split(text, at, next, words)
  return next
}

/** One word with its inner joints ("we'll", "e-mail"), or an amount ("1,250.00"). */
function endOfWord(text: string, start: number, end: number): number {
  let at = pastLetters(text, start, end)
  while (at + 1 < end) {
    const joint = text.charCodeAt(at)
    if (JOINTS.has(joint)) {
      const next = pastLetters(text, at + 1, end)
      if (next === at + 1) return at
      at = next
    } else if (POINTS.has(joint) && isDigit(text.charCodeAt(at + 1))) {
      at += 2
      while (at < end && isDigit(text.charCodeAt(at))) at++
    } else {
      return at
    }
  }
  return at
}

const JOINTS = new Set([39, 0x2019, 96, 45, 64, 47, 38]) // ' ’ ` - @ / &
const POINTS = new Set([46, 44, 58]) // . , :

function pastLetters(text: string, from: number, end: number): number {
  let at = from
  while (at < end && (characterAt(text, at, end) & (LETTER | NUMBER)) !== 0) at += unitsAt(text, at, end)
  return at
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function split(whole: string, start: number, end: number, into: Word[]): void {
  const looks = looksOf(whole, start, end)
  const raw = whole.slice(start, end)
  const lower = (looks & UNEVEN) === 0 ? raw : raw.toLowerCase()
  const text = (looks & CURLY) === 0 ? lower : lower.replace(/[’`]/g, "'")
  const capital = whole.charCodeAt(start) !== text.charCodeAt(0)
  const ending = (looks & APOSTROPHE) === 0 ? 0 : text.endsWith("n't") ? 3 : endingLength(text)
  if (ending === 0 || ending >= text.length) {
    add(into, text, capital, start, end, NO_PLACE)
    return
  }
  const joint = end - ending
  add(into, text.slice(0, joint - start), capital, start, joint, NO_PLACE)
  add(into, text.slice(joint - start), false, joint, end, NO_PLACE)
}

function endingLength(text: string): number {
  const at = text.lastIndexOf("'")
  if (at <= 0) return 0
  const ending = text.slice(at + 1)
  return ending === "ll" || ending === "re" || ending === "ve" || ending === "d" || ending === "m" || ending === "s"
    ? ending.length + 1
    : 0
}

/** A test of single words, which plain words are put to once for as long as they are known. */
export function testOf(isOne: (text: string) => boolean): (word: Word) => boolean {
  const answer = numberPerWord((text) => (isOne(text) ? 1 : 0))
  return ({ place, text }) => (place === NO_PLACE ? isOne(text) : answer(place) !== 0)
}

/** Where words `from` to `to` (end exclusive) stand in the text. */
export function spanOf(words: readonly Word[], from: number, to: number): Span {
  const start = words[from]?.start ?? 0
  return { start, end: Math.max(start, words[to - 1]?.end ?? start) }
}

/** The word at a place; empty before the first and behind the last. */
export function textAt(words: readonly Pick<Word, "text">[], at: number): string {
  return words[at]?.text ?? ""
}

/** Up to `length` words from word `from` on, with single spaces: what patterns over words look at. */
export function phraseAt(words: readonly Word[], from: number, length = 30): string {
  let phrase = words[from]?.text ?? ""
  const to = Math.min(words.length, from + length)
  for (let at = from + 1; at < to; at++) phrase += ` ${textAt(words, at)}`
  return phrase
}

/** Whether a word from `from` up to `to` is one of `wanted`. */
export function hasWord(words: readonly Word[], from: number, to: number, wanted: ReadonlySet<string>): boolean {
  for (let at = Math.max(0, from); at < Math.min(to, words.length); at++) {
    if (wanted.has(textAt(words, at))) return true
  }
  return false
}

/** A set of words from one line of them. */
export function wordSet(line: string): ReadonlySet<string> {
  return new Set(line.trim().split(/\s+/))
}
