import { tokenAt } from "./tokens.ts"
import type { Read, Tokens } from "./tokens.ts"

const UNITS = ranks(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
)
const TENS = ranks("zeroty tenty twenty thirty forty fifty sixty seventy eighty ninety")
const ORDINALS = ranks(
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
)
const DIGITS_MAX = 4 // "10000 days" is no time that anybody promises

/** Words that a number or an ordinal may begin with. */
export const numberWords: ReadonlySet<string> = new Set([
  ...UNITS.keys(),
  ...TENS.keys(),
  ...ORDINALS.keys(),
  "thirtieth",
])

/** "7", "seven", "twenty-one": a whole number. */
export function readNumber(tokens: Tokens, index: number): Read<number> | null {
  return readDigits(tokens, index) ?? readNumberWord(tokens, index)
}

export function readDigits(tokens: Tokens, index: number): Read<number> | null {
  const token = tokenAt(tokens, index)
  if (token.kind !== "number" || token.text.length > DIGITS_MAX) return null
  return { value: Number(token.text), next: index + 1 }
}

export function readNumberWord(tokens: Tokens, index: number): Read<number> | null {
  const { text } = tokenAt(tokens, index)
  const unit = UNITS.get(text)
  if (unit !== undefined) return { value: unit, next: index + 1 }
  const tens = TENS.get(text)
  if (tens === undefined) return null
  const after = afterHyphen(tokens, index + 1)
  const small = UNITS.get(tokenAt(tokens, after).text) ?? 0
  if (small >= 1 && small <= 9) return { value: tens * 10 + small, next: after + 1 }
  return { value: tens * 10, next: index + 1 }
}

/** "15th", "fifteenth", "twenty-first". */
export function readOrdinal(tokens: Tokens, index: number): Read<number> | null {
  return readOrdinalDigits(tokens, index) ?? readOrdinalWord(tokens, index)
}

export function readOrdinalDigits(tokens: Tokens, index: number): Read<number> | null {
  const number = readDigits(tokens, index)
  const suffix = tokenAt(tokens, index + 1)
  if (number === null || !suffix.glued || !["st", "nd", "rd", "th"].includes(suffix.text)) return null
  return { value: number.value, next: index + 2 }
}

export function readOrdinalWord(tokens: Tokens, index: number): Read<number> | null {
  const { text } = tokenAt(tokens, index)
  const small = text === "thirtieth" ? 30 : ORDINALS.get(text)
  if (small !== undefined && small > 0) return { value: small, next: index + 1 }
  const tens = TENS.get(text)
  if (tens === undefined) return null
  const after = afterHyphen(tokens, index + 1)
  const unit = ORDINALS.get(tokenAt(tokens, after).text) ?? 0
  return unit >= 1 && unit <= 9 ? { value: tens * 10 + unit, next: after + 1 } : null
}

function afterHyphen(tokens: Tokens, index: number): number {
  return tokenAt(tokens, index).text === "-" ? index + 1 : index
}

function ranks(words: string): ReadonlyMap<string, number> {
  return new Map(words.split(" ").map((word, rank) => [word, rank]))
}
