import { numberWords, readNumber } from "./numbers.ts"
import { innerTable, leadTable, readPhrase } from "./phrase-table.ts"
import { tokenAt } from "./tokens.ts"
import type { Read, Tokens } from "./tokens.ts"

export type Amount = { readonly least: number; readonly most: number; readonly loose: boolean }

const AMOUNTS = leadTable<Amount>([
  [amount(1, 1), "a|an|another|one|the next|a full|one full|the"],
  [
    { ...amount(2, 2), loose: true },
    "a couple of|a couple|couple of|the next couple of|another couple of|a pair of|couple",
  ],
  [amount(0.5, 0.5), "half an|half a|half|1/2 an|1/2 a|1/2"],
  [amount(0.25, 0.25), "a quarter of an|quarter of an|quarter of a|a quarter of a"],
  [amount(0.75, 0.75), "three quarters of an|three - quarters of an|three quarters of a"],
  [amount(1.5, 1.5), "one and a half|an and a half|one and half"],
])
/** Words that an amount may begin with. */
export const amountWords: ReadonlySet<string> = new Set([...AMOUNTS.keys(), ...numberWords])

type Tail = { readonly least: number; readonly more: number; readonly loose: boolean }
const TAIL_AMOUNTS = innerTable<Tail>([
  [{ least: 0, more: 1, loose: true }, "or two"],
  [{ least: 0, more: 2, loose: true }, "or three"],
  [{ least: 0, more: 0, loose: true }, "or so|, or so"],
  [{ least: 0.5, more: 0.5, loose: false }, "and a half"],
])
/** How many: "5", "3-5", "a couple of", "two or three", "half an", "five (5)". */
export function readAmount(tokens: Tokens, index: number): Read<Amount> | null {
  const first = readQuantity(tokens, index)
  const words = readPhrase(AMOUNTS, tokens, index)
  if (words !== null && (first === null || words.next > first.next)) return words
  if (first === null) return null
  const middle = bracketed(tokens, first.next)
  const second = joins(tokens, middle, tokenAt(tokens, index - 1).text, first.value)
    ? readQuantity(tokens, middle + 1)
    : null
  if (second === null || second.value < first.value)
    return { value: amount(first.value, first.value), next: bracketed(tokens, first.next) }
  return { value: amount(first.value, second.value), next: bracketed(tokens, second.next) }
}

/** "3-5", "3 to 5", "between 3 and 5", "24/48"; "1/2 hour" is a half. */
function joins(tokens: Tokens, index: number, before: string, first: number): boolean {
  const { text } = tokenAt(tokens, index)
  if (text === "and") return before === "between"
  return text === "/" ? first >= 5 : /^(?:-|to|or|until)$/.test(text)
}

/** "5", "2.5", "two and a half", "ten". */
export function readQuantity(tokens: Tokens, index: number): Read<number> | null {
  const whole = readNumber(tokens, index)
  if (whole === null) return null
  const point = tokenAt(tokens, whole.next)
  const decimals = tokenAt(tokens, whole.next + 1)
  if (point.text === "." && point.glued && decimals.glued && decimals.kind === "number" && decimals.text.length <= 2) {
    return { value: whole.value + Number(decimals.text) / 10 ** decimals.text.length, next: whole.next + 2 }
  }
  const half = readPhrase(TAIL_AMOUNTS, tokens, whole.next)
  return half !== null && half.value.least === 0.5 ? { value: whole.value + 0.5, next: half.next } : whole
}

/** Past a figure said twice, as in letters: "five (5) working days". */
function bracketed(tokens: Tokens, index: number): number {
  const figure =
    tokenAt(tokens, index).text === "(" &&
    tokenAt(tokens, index + 1).kind === "number" &&
    tokenAt(tokens, index + 2).text === ")"
  return figure ? index + 3 : index
}

/** What follows the unit: "(a day) or two", "(an hour) and a half", "(a week) or so". */
export function readTail(tokens: Tokens, index: number): Read<Tail> | null {
  return readPhrase(TAIL_AMOUNTS, tokens, index)
}

export function amount(least: number, most: number): Amount {
  return { least, most, loose: false }
}
