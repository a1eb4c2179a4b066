import { characterAt, LETTER, MARK, SPACE, unitsAt } from "../characters.ts"
import { NO_PLACE, perWord, wordAt } from "../known-word.ts"
import { firstFrom, plainWordsOf } from "../plain-words.ts"
import { conceptOf } from "./concepts.ts"

/** A word, a number or one other sign of a message or of a fact, with what it means. */
export type Token = {
  /** Lower case, straight apostrophes. */
  readonly text: string
  readonly kind: "word" | "number" | "sign"
  readonly start: number
  readonly end: number
  readonly capital: boolean
  /** The class of words it stands for, else its stem; "" for words that carry nothing by themselves. */
  readonly concept: string
  /** Of a number. */
  readonly value: number
}

/** Reads a part of a text once, from left to right. */
export function tokensOf(text: string, from: number, until: number): readonly Token[] {
  const tokens: Token[] = []
  const plain = plainWordsOf(text)
  const { starts, ends, places, length } = plain
  let run = firstFrom(plain, from)
  let at = from
  while (at < until) {
    while (run < length && (starts[run] ?? 0) < at) run++
    const place = starts[run] === at && run < length && (ends[run] ?? 0) <= until ? (places[run] ?? NO_PLACE) : NO_PLACE
    if (place !== NO_PLACE) {
      const word = wordAt(place)
      const capital = text.charCodeAt(at) < 97 && !(word === US && text.charCodeAt(at + 1) >= 97)
      const end = ends[run] ?? until
      const concept = conceptOfPlace(place)
      tokens.push({ text: word, kind: "word", start: at, end, capital, concept, value: Number.NaN })
      at = end
      continue
    }
    const bits = characterAt(text, at, until)
    if ((bits & SPACE) !== 0) {
      at++
    } else {
      const token = isDigit(text.charCodeAt(at))
        ? numberAt(text, at, until)
        : (bits & LETTER) !== 0
          ? wordFrom(text, at, until)
          : sign(text, at, until)
      tokens.push(token)
      at = token.end
    }
  }
  return tokens
}

/** What they say, with single blanks. */
export function spelt(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join(" ")
}

/** Of "Contact Us" it is no name, of "the US" it is. */
const US = "us"

const conceptOfPlace = perWord(conceptOf, "")

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function isPoint(code: number): boolean {
  return code === 46 || code === 44
}

/** "1,290.00", "4,95", "2.4"; a point without a digit after it ends a sentence. */
function numberAt(text: string, start: number, until: number): Token {
  let at = start
  while (
    at < until &&
    (isDigit(text.charCodeAt(at)) || (isPoint(text.charCodeAt(at)) && hasDigit(text, at + 1, until)))
  )
    at++
  const name = MODEL.exec(text.slice(start, Math.min(until, start + 12)))
  if (name !== null) return wordOf(text, start, start + name[0].length)
  const written = text.slice(start, at)
  const value = numberIn(written)
  return { text: written, kind: "number", start, end: at, capital: false, concept: "", value }
}

function hasDigit(text: string, at: number, until: number): boolean {
  return at < until && isDigit(text.charCodeAt(at))
}

/** A figure as people of different countries write it; NaN for a date such as 18.12.2026. */
export function numberIn(written: string): number {
  if (written.length > NUMBER_LENGTH_MAX) return Number.NaN
  if (/^\d+$/.test(written)) return Number(written)
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(written)) return Number(written.replaceAll(",", ""))
  if (/^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/.test(written)) return Number(written.replaceAll(".", "").replace(",", "."))
  return /^\d+[.,]\d+$/.test(written) ? Number(written.replace(",", ".")) : Number.NaN
}

const NUMBER_LENGTH_MAX = 15 // digits and points; beyond it a number is a name

function wordFrom(text: string, start: number, until: number): Token {
  let at = pastLetters(text, start, until)
  while (at + 1 < until && isJoint(text, start, at, until)) at = pastLetters(text, at + 1, until)
  return wordOf(text, start, at)
}

/** "5G", "4K": a name that begins with a figure; units and currencies are none. */
const MODEL =
  /^\d{1,3}(?!(?:[KMGT]B|[KMG]bit|AM|PM|EUR|USD|GBP|CHF|KG|KM|W|V|Wh|L|M)(?![A-Za-z]))[A-Z][A-Za-z]{0,4}(?![A-Za-z\d])/

function wordOf(text: string, start: number, at: number): Token {
  const raw = text.slice(start, at)
  const lower = raw.toLowerCase()
  const word = CURLY.test(lower) ? lower.replace(/[’`]/g, "'") : lower
  return {
    text: word,
    kind: "word",
    start,
    end: at,
    capital: raw.charCodeAt(0) !== lower.charCodeAt(0) && !(word === US && raw !== "US"),
    concept: conceptOf(word),
    value: Number.NaN,
  }
}

const CURLY = /[’`]/

/** An apostrophe within a word, or the hyphen after a single letter: "it's", "e-bike". */
function isJoint(text: string, start: number, at: number, until: number): boolean {
  const code = text.charCodeAt(at)
  const joins = code === 39 || code === 0x2019 || code === 96 || (code === 45 && at === start + 1)
  return joins && (characterAt(text, at + 1, until) & LETTER) !== 0
}

function pastLetters(text: string, from: number, until: number): number {
  let at = from
  while (at < until && (characterAt(text, at, until) & (LETTER | MARK)) !== 0) at += unitsAt(text, at, until)
  return at
}

function sign(text: string, at: number, until: number): Token {
  const end = at + unitsAt(text, at, until)
  const code = text.charCodeAt(at)
  const isDash = code === 0x2212 || (code >= 0x2010 && code <= 0x2015)
  return {
    text: isDash && code !== 0x2014 ? "-" : text.slice(at, end),
    kind: "sign",
    start: at,
    end,
    capital: false,
    concept: "",
    value: Number.NaN,
  }
}
