import { characterAt, CURLY, isLetterAt, isSpaceAt, LETTER, looksOf, MARK, UNEVEN, unitsAt } from "../characters.ts"

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

/** What was read, and the index of the token after it. */
export type Read<T> = { readonly value: T; readonly next: number }

const SHORTHAND = /^2(?:day|moro|moz|morrow|mrw|mro|nite|night)$/
const AFTER_DIGITS = new Set(
  "st nd rd th a p am pm h hr hrs hour hours m min mins minute minutes s sec secs d day days w wk wks week weeks mo mth mths yr yrs x".split(
    " ",
  ),
)
const END: Token = { text: "", kind: "end", start: 0, end: 0, glued: false, capital: false, newLine: true, apart: true }

/** Reads the text once, from left to right; digits with letters that are no unit ("4XGCCM") become one word. */
export function tokensOf(text: string, from: number, until: number): readonly Token[] {
  const tokens: Token[] = []
  let last = from
  for (let start = pastSpace(text, from, until); start < until; start = pastSpace(text, last, until)) {
    const end = endOfPiece(text, start, until)
    const token = tokenOf(text, last, start, end)
    const joined = token.glued && token.kind === "word" ? joinedWith(tokens[tokens.length - 1], token) : null
    if (joined === null) tokens.push(token)
    else tokens[tokens.length - 1] = joined
    last = end
  }
  return tokens
}

/** The token at an index; past the end one that matches nothing. */
export function tokenAt(tokens: readonly Token[], index: number): Token {
  return index >= 0 && index < tokens.length ? (tokens[index] ?? END) : END
}

/** Whether a token begins with a digit: "5", "5ish", "2moro". */
export function beginsWithDigit({ text }: Token): boolean {
  return isDigit(text.charCodeAt(0))
}

function pastSpace(text: string, from: number, until: number): number {
  let at = from
  while (at < until && isSpaceAt(text, at)) at++
  return at
}

/** Where the digits, the word with its inner apostrophes, or the single sign at `start` ends. */
function endOfPiece(text: string, start: number, until: number): number {
  let at = start
  while (at < until && isDigit(text.charCodeAt(at))) at++
  if (at > start) return at
  if (!isLetterAt(text, start, until)) return start + unitsAt(text, start, until)
  while (at < until && isInWord(text, at, until)) at += unitsAt(text, at, until)
  while (at + 1 < until && isApostrophe(text.charCodeAt(at)) && isLetterAt(text, at + 1, until)) {
    at += 1
    while (at < until && isLetterAt(text, at, until)) at += unitsAt(text, at, until)
  }
  return at
}

function isInWord(text: string, at: number, until: number): boolean {
  return (characterAt(text, at, until) & (LETTER | MARK)) !== 0 || isDigit(text.charCodeAt(at))
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019
}

function tokenOf(text: string, last: number, start: number, end: number): Token {
  const code = text.charCodeAt(start)
  const kind = isDigit(code) ? "number" : isLetterAt(text, start, start + 1) ? "word" : "sign"
  const breaks = start - last > 0 ? lineBreaks(text, last, start) : 0
  return {
    text: plain(text, start, end),
    kind,
    start,
    end,
    glued: last === start && start > 0,
    capital: code < 128 ? code >= 65 && code <= 90 : /\p{Lu}/u.test(text.charAt(start)),
    newLine: breaks > 0,
    apart: breaks > 1 || (breaks === 1 && kind === "sign" && OPENS_LIST.test(text.charAt(start))),
  }
}

const OPENS_LIST = /[^\p{L}\p{N}(]/u

function lineBreaks(text: string, from: number, until: number): number {
  let breaks = 0
  for (let at = from; at < until; at++) if (text.charCodeAt(at) === 10) breaks++
  return breaks
}

function plain(text: string, start: number, end: number): string {
  const code = text.charCodeAt(start)
  if (end === start + 1 && (code === 126 || code === 0x2212 || (code >= 0x2010 && code <= 0x2015))) return "-"
  const looks = looksOf(text, start, end)
  const raw = text.slice(start, end)
  const lower = (looks & UNEVEN) === 0 ? raw : raw.toLowerCase()
  return (looks & CURLY) === 0 ? lower : lower.replaceAll("’", "'")
}

function joinedWith(last: Token | undefined, token: Token): Token | null {
  if (last === undefined || last.kind !== "number") return null
  const text = last.text + token.text
  if (AFTER_DIGITS.has(token.text) && !SHORTHAND.test(text)) return null
  return { ...last, text, kind: "word", end: token.end, capital: token.capital }
}
