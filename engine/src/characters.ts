/** Bits of what a character is. */
export const LETTER = 1
export const NUMBER = 2
export const MARK = 4
export const SPACE = 8
const KNOWN = 128

/** Of each UTF-16 unit that was asked for once: regular expressions with Unicode classes are slow, and texts repeat their letters. */
const known = asciiKnown(new Uint8Array(0x10000))

/** ASCII is told without them: a message should not wait until four regular expressions are made. */
function asciiKnown(bits: Uint8Array): Uint8Array {
  for (let unit = 0; unit < 128; unit++) {
    const letter = unit | 32
    const isLetter = letter >= 97 && letter <= 122
    const isNumber = unit >= 48 && unit <= 57
    const isSpace = unit === 32 || (unit >= 9 && unit <= 13)
    bits[unit] = KNOWN | (isLetter ? LETTER : 0) | (isNumber ? NUMBER : 0) | (isSpace ? SPACE : 0)
  }
  return bits
}

/** What the character at `at` is, as bits; a pair of surrogates that lies before `until` is one character. */
export function characterAt(text: string, at: number, until: number): number {
  const unit = text.charCodeAt(at)
  const bits = known[unit] ?? 0
  if (bits !== 0) return bits
  if (unit >= 0xd800 && unit <= 0xdbff && unitsAt(text, at, until) === 2) return bitsOf(text.slice(at, at + 2))
  const fresh = bitsOf(text.charAt(at))
  if (unit < 0xd800 || unit > 0xdfff) known[unit] = fresh
  return fresh
}

export function isLetterAt(text: string, at: number, until: number): boolean {
  return (characterAt(text, at, until) & LETTER) !== 0
}

export function isSpaceAt(text: string, at: number): boolean {
  return (characterAt(text, at, at + 1) & SPACE) !== 0
}

/** 2 for a pair of surrogates that lies before `until`, else 1. */
export function unitsAt(text: string, at: number, until: number): number {
  const unit = text.charCodeAt(at)
  if (unit < 0xd800 || unit > 0xdbff || at + 1 >= until) return 1
  const next = text.charCodeAt(at + 1)
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1
}

// What is to be seen in a word, as bits: capitals or letters beyond ASCII, an apostrophe of any kind, one that is not straight.
export const UNEVEN = 1
export const APOSTROPHE = 2
export const CURLY = 4

/** Looks a word over once, so that what it does not need is not done. A grave accent counts as an apostrophe. */
export function looksOf(text: string, start: number, end: number): number {
  let looks = 0
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (unit >= 97 && unit <= 122) continue
    if (unit > 127 || (unit >= 65 && unit <= 90)) looks |= UNEVEN
    if (unit === 39) looks |= APOSTROPHE
    if (unit === 0x2019 || unit === 96) looks |= APOSTROPHE | CURLY
  }
  return looks
}

function bitsOf(character: string): number {
  return (
    KNOWN |
    (/^\p{L}$/u.test(character) ? LETTER : 0) |
    (/^\p{N}$/u.test(character) ? NUMBER : 0) |
    (/^\p{M}$/u.test(character) ? MARK : 0) |
    (/^\s$/u.test(character) ? SPACE : 0)
  )
}
