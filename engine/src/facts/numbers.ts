import type { Token } from "./tokens.ts"
import { currencyOf } from "./units.ts"
import { textAt } from "../words.ts"

export type ReadNumber = { readonly min: number; readonly max: number; readonly next: number }

/** "7", "seven", "7-10", "two to three", "a dozen", "two and a half". */
export function readNumbers(tokens: readonly Token[], index: number): ReadNumber | null {
  const first = readOne(tokens, index)
  if (first === null) return null
  const joint = textAt(tokens, first.next)
  const before = currencyOf(textAt(tokens, index - 1)) === null ? index - 1 : index - 2
  const between = tokens[before]?.text === "between"
  if (joint !== "-" && joint !== "to" && joint !== "or" && !(joint === "and" && between))
    return { min: first.value, max: first.value, next: first.next }
  const second = readOne(tokens, pastSign(tokens, first.next + 1))
  if (second === null || second.value <= first.value) return { min: first.value, max: first.value, next: first.next }
  return { min: first.value, max: second.value, next: second.next }
}

/** "€5-€7", "EUR 5 to EUR 7": the currency is written twice. */
function pastSign(tokens: readonly Token[], index: number): number {
  return currencyOf(textAt(tokens, index)) === null ? index : index + 1
}

type One = { readonly value: number; readonly next: number }

/** One number in figures or words. */
export function readOne(tokens: readonly Token[], index: number): One | null {
  const token = tokens[index]
  if (token === undefined) return null
  if (token.kind === "number") return figure(tokens, index, token.value)
  if (!mayBeNumber(token)) return null
  const fixed = readPhrase(tokens, index)
  return fixed ?? readWords(tokens, index)
}

/** Whether a number may begin with it: most words need no closer look. */
export function mayBeNumber({ kind, text }: Token): boolean {
  return (
    kind === "number" || (kind === "word" && (text === "a" || SMALL.has(text) || TENS.has(text) || FIXED.has(text)))
  )
}

function figure(tokens: readonly Token[], index: number, value: number): One | null {
  if (Number.isNaN(value)) return null
  const after = tokens[index + 1]
  const glued = after !== undefined && after.start === tokens[index]?.end
  if (glued && after.text === "k") return { value: value * 1_000, next: index + 2 }
  if (after?.text === "million") return { value: value * 1_000_000, next: index + 2 }
  if (after?.text === "thousand") return { value: value * 1_000, next: index + 2 }
  if (after?.text === "dozen") return { value: value * 12, next: index + 2 }
  if (isHalf(tokens, index + 1)) return { value: value + 0.5, next: index + 4 }
  if (after?.text === "½") return { value: value + 0.5, next: index + 2 }
  return { value, next: index + 1 }
}

function readPhrase(tokens: readonly Token[], index: number): One | null {
  for (const [words, value] of FIXED.get(textAt(tokens, index)) ?? []) {
    if (words.every((word, offset) => tokens[index + offset]?.text === word))
      return { value, next: index + words.length }
  }
  return null
}

type Fixed = readonly [readonly string[], number]

/** By their first word. */
const FIXED: ReadonlyMap<string, readonly Fixed[]> = Map.groupBy<string, Fixed>(
  [
    [["half", "a", "dozen"], 6],
    [["a", "couple", "of"], 2],
    [["a", "dozen"], 12],
    [["half", "an"], 0.5],
    [["half", "a"], 0.5],
    [["half", "dozen"], 6],
    [["one", "and", "a", "half"], 1.5],
    [["three", "quarters", "of", "an"], 0.75],
    [["three", "quarters", "of", "a"], 0.75],
    [["a", "quarter", "of", "an"], 0.25],
  ],
  ([[first = ""]]) => first,
)

const SMALL = ranks(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
  1,
)
const TENS = ranks("zeroty tenty twenty thirty forty fifty sixty seventy eighty ninety", 10)

function ranks(words: string, step: number): ReadonlyMap<string, number> {
  return new Map(words.split(" ").map((word, rank) => [word, rank * step]))
}

/** "twenty-one", "a hundred and twenty", "two thousand five hundred and ten", "two dozen". */
function readWords(tokens: readonly Token[], index: number): One | null {
  const first = readBelowThousand(tokens, index)
  if (first === null) return null
  const scale = textAt(tokens, first.next)
  if (scale === "dozen") return { value: first.value * 12, next: first.next + 1 }
  const { value, next } =
    scale === "thousand"
      ? withRest(tokens, { value: first.value * 1_000, next: first.next + 1 }, readBelowThousand)
      : first
  if (tokens[next]?.text === "point") return withPoint(tokens, { value, next })
  return isHalf(tokens, next) ? { value: value + 0.5, next: next + 3 } : { value, next }
}

/** "ninety-nine point nine", "four point two five" */
function withPoint(tokens: readonly Token[], whole: One): One {
  let digits = ""
  let at = whole.next + 1
  for (
    let digit = SMALL.get(textAt(tokens, at));
    digit !== undefined && digit < 10;
    digit = SMALL.get(textAt(tokens, at))
  ) {
    digits += digit
    at++
  }
  return digits === "" ? whole : { value: whole.value + Number(`0.${digits}`), next: at }
}

/** "twelve hundred" as well. */
function readBelowThousand(tokens: readonly Token[], index: number): One | null {
  const isOne = textAt(tokens, index) === "a" && /^(?:hundred|thousand)$/.test(textAt(tokens, index + 1))
  const first = isOne ? { value: 1, next: index + 1 } : readBelowHundred(tokens, index)
  if (first === null || textAt(tokens, first.next) !== "hundred") return first
  return withRest(tokens, { value: first.value * 100, next: first.next + 1 }, readBelowHundred)
}

/** "and five"; not "and two hundred", which is another number. */
function withRest(tokens: readonly Token[], { value, next }: One, read: typeof readOne): One {
  const rest = read(tokens, textAt(tokens, next) === "and" ? next + 1 : next)
  if (rest === null || /^(?:hundred|thousand)$/.test(textAt(tokens, rest.next))) return { value, next }
  return { value: value + rest.value, next: rest.next }
}

function readBelowHundred(tokens: readonly Token[], index: number): One | null {
  const word = textAt(tokens, index)
  if (word === "a" && /^(?:hundred|thousand)$/.test(textAt(tokens, index + 1))) return { value: 1, next: index + 1 }
  const small = SMALL.get(word)
  if (small !== undefined) return { value: small, next: index + 1 }
  const tens = TENS.get(word)
  if (tens === undefined) return null
  const after = tokens[index + 1]?.text === "-" ? index + 2 : index + 1
  const unit = SMALL.get(textAt(tokens, after)) ?? 0
  return unit > 0 && unit < 10 ? { value: tens + unit, next: after + 1 } : { value: tens, next: index + 1 }
}

/** "and a half" */
function isHalf(tokens: readonly Token[], index: number): boolean {
  return tokens[index]?.text === "and" && tokens[index + 1]?.text === "a" && tokens[index + 2]?.text === "half"
}
