import { wordSet } from "../words.ts"
import { characterAt, isLetterAt, isSpaceAt, LETTER, MARK, unitsAt } from "../characters.ts"
import { NO_PLACE, wordAt } from "../known-word.ts"
import { firstFrom, plainWordsOf } from "../plain-words.ts"

/** A word, a run of digits, or one other sign. `text` is in lower case with straight apostrophes and plain dashes. */
export type Token = {
  readonly text: string
  readonly kind: "word" | "number" | "sign" | "end"
  readonly start: number
  readonly end: number
  /** No white space before it. */
  readonly glued: boolean
  readonly capital: boolean
  /** A line break before it; mail is wrapped, so a phrase may go on over one. */
  readonly newLine: boolean
  /** An empty line before it, or the sign of a list: nothing goes on over these. */
  readonly apart: boolean
}

/**
 * The tokens of a part of a text: where each begins and ends, and its marks as bits. A token is made when it is asked for, as
 * most of them have nothing to do with time and never are. Good until the next text is taken apart: the room is used again.
 */
export type Tokens = Room & {
  readonly of: string
  readonly length: number
  /** Tells these tokens from those of other texts. */
  readonly rank: number
}

type Room = {
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly marks: Uint8Array
  /** By which place a plain word is known. */
  readonly places: Int16Array
}

/** What was read, and the index of the token after it. */
export type Read<T> = { readonly value: T; readonly next: number }

// The marks of a token.
export const WORD = 1
export const NUMBER = 2
const GLUED = 4
const CAPITAL = 8
const NEW_LINE = 16
const APART = 32
/** Something beyond ASCII is in it. */
export const ODD = 64

const SHORTHAND = /^2(?:day|moro|moz|morrow|mrw|mro|nite|night)$/
const AFTER_DIGITS = wordSet(
  "st nd rd th a p am pm h hr hrs hour hours m min mins minute minutes s sec secs d day days w wk wks week weeks mo mth mths yr yrs x",
)
const END: Token = { text: "", kind: "end", start: 0, end: 0, glued: false, capital: false, newLine: true, apart: true }

/** Reads the text once, from left to right; digits with letters that are no unit ("4XGCCM") become one word. */
export function tokensOf(text: string, from: number, until: number): Tokens {
  if (room.marks.length > ROOM_KEPT_MAX) room = roomFor(ROOM_AT_FIRST)
  let { starts, ends, marks, places } = room
  const plain = plainWordsOf(text)
  let run = firstFrom(plain, from)
  let length = 0
  let last = from
  for (let start = pastSpace(text, from, until); start < until; start = pastSpace(text, last, until)) {
    while (run < plain.length && (plain.starts[run] ?? 0) < start) run++
    const isRun = run < plain.length && plain.starts[run] === start && (plain.ends[run] ?? 0) <= until
    const place = isRun ? (plain.places[run] ?? NO_PLACE) : NO_PLACE
    const stop = place === NO_PLACE ? endOfPlain(text, start, until) : (plain.ends[run] ?? start)
    const end = stop > start ? stop : endOfPiece(text, start, until)
    const bits = stop > start ? plainMarks(text, last, start) : marksOf(text, last, start, end)
    const before = length - 1
    if ((bits & GLUED) !== 0 && joins(text, starts[before] ?? end, start, end, bits, marks[before] ?? 0)) {
      ends[before] = end
      marks[before] = ((marks[before] ?? 0) & ~(NUMBER | CAPITAL)) | WORD | (bits & (CAPITAL | ODD))
      places[before] = NO_PLACE
    } else {
      if (length === marks.length) ({ starts, ends, marks, places } = room = roomFor(length * 2, room))
      places[length] = place
      starts[length] = start
      ends[length] = end
      marks[length++] = bits
    }
    last = end
  }
  return { of: text, length, starts, ends, marks, places, rank: ++rank }
}

const ROOM_AT_FIRST = 1_024 // tokens; a message of 5 kB
const ROOM_KEPT_MAX = 65_536 // tokens; what a huge text took is given back
let room = roomFor(ROOM_AT_FIRST)
let rank = 0

function roomFor(length: number, old?: Room): Room {
  const fresh = {
    starts: new Int32Array(length),
    ends: new Int32Array(length),
    marks: new Uint8Array(length),
    places: new Int16Array(length),
  }
  if (old === undefined) return fresh
  fresh.starts.set(old.starts)
  fresh.ends.set(old.ends)
  fresh.marks.set(old.marks)
  fresh.places.set(old.places)
  return fresh
}

/** The token at an index; past the end one that matches nothing. */
export function tokenAt(tokens: Tokens, index: number): Token {
  if (index < 0 || index >= tokens.length) return END
  const place = index % MADE_MAX
  const known = madeRanks[place] === tokens.rank && madeIndexes[place] === index ? made[place] : undefined
  return known ?? make(tokens, index)
}

/**
 * Tokens as objects, used again: whoever reads a time looks at some dozens of neighbours, so that one is not needed any more
 * when another so far away takes its place.
 */
const MADE_MAX = 1_024
const made: { -readonly [K in keyof Token]: Token[K] }[] = []
/** Of each the index, and of which tokens it is one. */
const madeIndexes = new Int32Array(MADE_MAX)
const madeRanks = new Int32Array(MADE_MAX)

/** The tokens from one index up to another. */
export function tokensFrom(tokens: Tokens, from: number, until: number): readonly Token[] {
  const found: Token[] = []
  for (let at = from; at < until; at++) found.push(tokenAt(tokens, at))
  return found
}

/** Whether a token begins with a digit: "5", "5ish", "2moro". */
export function beginsWithDigit({ text }: Token): boolean {
  return isDigit(text.charCodeAt(0))
}

function make(tokens: Tokens, index: number): Token {
  const [start, end, marks] = [tokens.starts[index] ?? 0, tokens.ends[index] ?? 0, tokens.marks[index] ?? 0]
  const place = tokens.places[index] ?? NO_PLACE
  const at = index % MADE_MAX
  while (made.length <= at) made.push({ ...END })
  const token = made[at] ?? { ...END }
  token.text = place === NO_PLACE ? plain(tokens.of, start, end, marks) : wordAt(place)
  token.kind = (marks & WORD) !== 0 ? "word" : (marks & NUMBER) !== 0 ? "number" : "sign"
  token.start = start
  token.end = end
  token.glued = (marks & GLUED) !== 0
  token.capital = (marks & CAPITAL) !== 0
  token.newLine = (marks & NEW_LINE) !== 0
  token.apart = (marks & APART) !== 0
  madeIndexes[at] = index
  madeRanks[at] = tokens.rank
  return token
}

function pastSpace(text: string, from: number, until: number): number {
  let at = from
  while (at < until && (text.charCodeAt(at) === 32 || isSpaceAt(text, at))) at++
  return at
}

/** Where a word of nothing but ASCII letters ends, or a single sign of ASCII; `start` where it is anything else. */
function endOfPlain(text: string, start: number, until: number): number {
  for (let at = start; ; at++) {
    const unit = at < until ? text.charCodeAt(at) : 32
    const letter = unit | 32
    if (letter >= 97 && letter <= 122 && unit < 128) continue
    if (unit > 127 || unit === 39 || isDigit(unit)) return start
    return at > start ? at : start + 1
  }
}

function plainMarks(text: string, last: number, start: number): number {
  const code = text.charCodeAt(start)
  const isCapital = code >= 65 && code <= 90
  const kind = isCapital || (code >= 97 && code <= 122) ? WORD : 0
  const glued = last === start && start > 0 ? GLUED : 0
  return kind | glued | (isCapital ? CAPITAL : 0) | (start > last ? breaksBefore(text, last, start, kind) : 0)
}

/** Where the digits, the word with its inner apostrophes, or the single sign at `start` ends. */
function endOfPiece(text: string, start: number, until: number): number {
  let at = start
  while (at < until && isDigit(text.charCodeAt(at))) at++
  if (at > start) return at
  if (!isLetterAt(text, start, until)) return start + unitsAt(text, start, until)
  at = endOfLetters(text, start, until)
  while (at + 1 < until && isApostrophe(text.charCodeAt(at)) && isLetterAt(text, at + 1, until)) {
    at += 1
    while (at < until && isLetterAt(text, at, until)) at += unitsAt(text, at, until)
  }
  return at
}

function endOfLetters(text: string, start: number, until: number): number {
  let at = start
  while (at < until) {
    const letter = text.charCodeAt(at) | 32
    if (letter >= 97 && letter <= 122 && text.charCodeAt(at) < 128) at++
    else if (isInWord(text, at, until)) at += unitsAt(text, at, until)
    else return at
  }
  return at
}

function isInWord(text: string, at: number, until: number): boolean {
  return isDigit(text.charCodeAt(at)) || (characterAt(text, at, until) & (LETTER | MARK)) !== 0
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019
}

function marksOf(text: string, last: number, start: number, end: number): number {
  const code = text.charCodeAt(start)
  const kind = isDigit(code) ? NUMBER : isLetterAt(text, start, start + 1) ? WORD : 0
  const glued = last === start && start > 0 ? GLUED : 0
  const capital = (code < 128 ? code >= 65 && code <= 90 : /\p{Lu}/u.test(text.charAt(start))) ? CAPITAL : 0
  return (
    kind | glued | capital | oddity(text, start, end) | (start - last > 0 ? breaksBefore(text, last, start, kind) : 0)
  )
}

function oddity(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) > 127) return ODD
  return 0
}

function breaksBefore(text: string, last: number, start: number, kind: number): number {
  let breaks = 0
  for (let at = last; at < start; at++) if (text.charCodeAt(at) === 10) breaks++
  if (breaks === 0) return 0
  return breaks > 1 || (kind === 0 && OPENS_LIST.test(text.charAt(start))) ? NEW_LINE | APART : NEW_LINE
}

const OPENS_LIST = /[^\p{L}\p{N}(]/u

function plain(text: string, start: number, end: number, marks: number): string {
  const code = text.charCodeAt(start)
  if (end === start + 1 && (code === 126 || code === 0x2212 || (code >= 0x2010 && code <= 0x2015))) return "-"
  const lower = text.slice(start, end).toLowerCase()
  return (marks & ODD) === 0 ? lower : lower.replaceAll("’", "'")
}

/** Whether digits that begin at `from` and the word glued to them are one word: "2moro", not "5pm". */
function joins(text: string, from: number, start: number, end: number, bits: number, before: number): boolean {
  if ((before & NUMBER) === 0 || (bits & (GLUED | WORD)) !== (GLUED | WORD)) return false
  const word = text.slice(start, end).toLowerCase().replaceAll("’", "'")
  return !AFTER_DIGITS.has(word) || SHORTHAND.test(text.slice(from, start) + word)
}
