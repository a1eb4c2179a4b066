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

const PIECE = /\d+|\p{L}[\p{L}\p{M}\d]*(?:['’]\p{L}+)*|[^\s]/gu
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
  for (const match of text.slice(from, until).matchAll(PIECE)) {
    const start = from + match.index
    const token = tokenOf(match[0], start, text.slice(last, start))
    const joined = joinedWith(tokens.at(-1), token)
    if (joined === null) tokens.push(token)
    else tokens[tokens.length - 1] = joined
    last = token.end
  }
  return tokens
}

/** The token at an index; past the end one that matches nothing. */
export function tokenAt(tokens: readonly Token[], index: number): Token {
  return tokens[index] ?? END
}

function tokenOf(piece: string, start: number, gap: string): Token {
  const first = piece.charAt(0)
  return {
    text: plain(piece),
    kind: /\d/.test(first) ? "number" : /\p{L}/u.test(first) ? "word" : "sign",
    start,
    end: start + piece.length,
    glued: gap === "" && start > 0,
    capital: /\p{Lu}/u.test(first),
    newLine: gap.includes("\n"),
    apart: /\n\s*\n/.test(gap) || (gap.includes("\n") && /[^\p{L}\p{N}(]/u.test(first)),
  }
}

function plain(piece: string): string {
  if (/^[\u2010-\u2015\u2212~]$/.test(piece)) return "-"
  return piece.toLowerCase().replaceAll("’", "'")
}

function joinedWith(last: Token | undefined, token: Token): Token | null {
  if (last === undefined || !token.glued || token.kind !== "word" || last.kind !== "number") return null
  const text = last.text + token.text
  if (AFTER_DIGITS.has(token.text) && !SHORTHAND.test(text)) return null
  return { ...last, text, kind: "word", end: token.end, capital: token.capital }
}
