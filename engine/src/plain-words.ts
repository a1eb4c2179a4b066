import { characterAt, LETTER } from "./characters.ts"
import { beginText, KNOWN_LENGTH_MAX, NO_PLACE, placeOfWord, withLetter } from "./known-word.ts"

/**
 * The runs of ASCII letters of a text. Most are words that nobody need look at more closely; a run that may go on as something
 * else ("e-mail", "we'll", "naïve", "Q3") or is very long has no word here. Good until those of the next text are asked for: the
 * room is used again.
 */
export type PlainWords = {
  readonly of: string
  readonly length: number
  /** All letters of the text are ASCII's; quotation marks, dashes, signs of money and pictures may be others. */
  readonly isPlain: boolean
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** Where the word is known by; NO_PLACE for a run that needs a closer look. */
  readonly places: Int16Array
  /** The same of the letters alone, whatever they go on with; NO_PLACE for very many. */
  readonly letters: Int16Array
}

const ROOM_AT_FIRST = 1_024 // words; a message of 5 kB
const ROOM_KEPT_MAX = 65_536 // words; what a huge text took is given back

let starts = new Int32Array(ROOM_AT_FIRST)
let ends = new Int32Array(ROOM_AT_FIRST)
let places = new Int16Array(ROOM_AT_FIRST)
let letters = new Int16Array(ROOM_AT_FIRST)
let last: PlainWords = { of: "", length: 0, isPlain: true, starts, ends, places, letters }

/** Found in one pass; whoever reads the same text again, or a part of it, is given the same. */
export function plainWordsOf(text: string): PlainWords {
  if (text === last.of) return last
  if (starts.length > ROOM_KEPT_MAX) makeRoom(ROOM_AT_FIRST, 0)
  return (last = readPlainWords(text))
}

function readPlainWords(text: string): PlainWords {
  beginText()
  let length = 0
  let isPlain = true
  for (let at = 0; at < text.length; at++) {
    let unit = text.charCodeAt(at)
    if (!isLetter(unit)) {
      if (unit > 127 && isPlain) isPlain = !mayBeLetter(text, at, unit)
      continue
    }
    const start = at
    let head = 0
    let tail = 0
    do {
      if (at < start + 6) head = withLetter(head, unit)
      else tail = withLetter(tail, unit)
      unit = ++at < text.length ? text.charCodeAt(at) : BLANK
    } while (isLetter(unit))
    if (length === starts.length) makeRoom(length * 2, length)
    starts[length] = start
    ends[length] = at
    const place = at - start <= KNOWN_LENGTH_MAX ? placeOfWord(head, tail, text, start, at) : NO_PLACE
    letters[length] = place
    places[length++] = place !== NO_PLACE && endsPlainly(text, at, unit) ? place : NO_PLACE
    if (unit > 127 && isPlain) isPlain = !mayBeLetter(text, at, unit)
  }
  return { of: text, length, isPlain, starts, ends, places, letters }
}

const BLANK = 32

/** Whether a character beyond ASCII may be a letter, or of a script of its own. Most are curly quotes, dashes and pictures. */
function mayBeLetter(text: string, at: number, unit: number): boolean {
  if (unit >= 0xd83c && unit <= 0xd83e) return text.charCodeAt(at + 1) === 0xde00 // pictures, but for one that is kana
  if ((unit >= 0xdc00 && unit <= 0xdfff) || unit === 0xfe0f) return false // what goes with a picture
  if ((unit >= 0x370 && unit < 0x2000) || unit >= 0x2c00) return true
  return (characterAt(text, at, at + 1) & LETTER) !== 0
}

/** Whether the unit is a letter of ASCII. */
export function isLetter(unit: number): boolean {
  const letter = unit | 32
  return letter >= 97 && letter <= 122
}

/** Whether no word goes on over the character at `at`, as it does not over a blank or a mark with no digit behind it. */
export function endsPlainly(text: string, at: number, unit: number): boolean {
  const ends = unit < 128 ? (ENDINGS[unit] ?? OPEN) : CLOSING.has(unit) ? CLOSED : OPEN
  if (ends !== UNLESS_DIGIT) return ends === CLOSED
  const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 0
  return next < 48 || next > 57
}

const OPEN = 0
const CLOSED = 1
const UNLESS_DIGIT = 2
const CLOSING = new Set([0x2013, 0x2014, 0x201c, 0x201d, 0x2026]) // dashes, curly quotes, dots
/** What each sign of ASCII does behind a word. */
const ENDINGS = endings()

function endings(): Uint8Array {
  const found = new Uint8Array(128)
  for (const unit of [9, 10, 13, 32, 33, 34, 40, 41, 42, 59, 63, 91, 93]) found[unit] = CLOSED // blanks ! " ( ) * ; ? [ ]
  for (const unit of [44, 46, 58]) found[unit] = UNLESS_DIGIT // , . :
  return found
}

function makeRoom(length: number, kept: number): void {
  const old = { starts, ends, places, letters }
  starts = new Int32Array(length)
  ends = new Int32Array(length)
  places = new Int16Array(length)
  letters = new Int16Array(length)
  starts.set(old.starts.subarray(0, kept))
  ends.set(old.ends.subarray(0, kept))
  places.set(old.places.subarray(0, kept))
  letters.set(old.letters.subarray(0, kept))
}

/** The first run that begins at `from` or behind it. */
export function firstFrom({ starts: from, length }: PlainWords, at: number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((from[middle] ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}
