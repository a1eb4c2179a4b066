import { isLetter } from "../plain-words.ts"
import { forget, KNOWN_LENGTH_MAX, NO_PLACE, numberIn, numberPerWord, placeOfWord, withLetter } from "../known-word.ts"

/** Which needs of patterns a sentence meets, as bits by their numbers. Of those that were not known when it was read it meets all. */
export type Held = { readonly bits: number[]; known: number }

/** The needs that each word meets by itself. A need is to hold one of some words. */
const metBy = new Map<string, number[]>()
const NONE: readonly number[] = []
const LISTS: (readonly number[])[] = [NONE]
const listAt = numberPerWord((word) => numberIn(LISTS, metBy.get(word) ?? NONE))

/** The need that every sentence meets. */
export const ALWAYS = 0
const numbers = new Map<string, number>([["", ALWAYS]])

/** The bits of a sentence without words. */
const LEAST = [1 << ALWAYS]

/** The words of a sentence: runs of ASCII letters, whatever their case. */
export function heldIn(sentence: string): Held {
  const held = { bits: LEAST.slice(), known: numbers.size }
  markAll(held.bits, sentence)
  return held
}

/** Written over for each part of a sentence: making one each would cost more than all of it. */
const last: Held = { bits: [], known: 0 }
let lastOf = ""

/** The same, good until the next one is asked about. */
export function wordsHeld(sentence: string): Held {
  if (sentence === lastOf && last.known === numbers.size) return last
  lastOf = sentence
  last.known = numbers.size
  for (let at = 0; at < LEAST.length; at++) last.bits[at] = LEAST[at] ?? 0
  markAll(last.bits, sentence)
  return last
}

function markAll(bits: number[], sentence: string): void {
  let hasDigit = false
  for (let at = 0; at < sentence.length; at++) {
    let unit = sentence.charCodeAt(at)
    if (!isLetter(unit)) {
      hasDigit ||= unit >= 48 && unit <= 57
      continue
    }
    const start = at
    let head = 0
    let tail = 0
    do {
      if (at < start + 6) head = withLetter(head, unit)
      else tail = withLetter(tail, unit)
      unit = ++at < sentence.length ? sentence.charCodeAt(at) : 0
    } while (isLetter(unit))
    const place = at - start <= KNOWN_LENGTH_MAX ? placeOfWord(head, tail, sentence, start, at) : NO_PLACE
    mark(bits, place === NO_PLACE ? metBy.get(sentence.slice(start, at).toLowerCase()) : LISTS[listAt(place)])
    at-- // what ended the run may be a digit
  }
  if (hasDigit) mark(bits, metBy.get(DIGIT))
}

function mark(bits: number[], needs: readonly number[] = NONE): void {
  for (let at = 0; at < needs.length; at++) {
    const need = needs[at] ?? ALWAYS
    bits[need >> 5] = (bits[need >> 5] ?? 0) | (1 << (need & 31))
  }
}

const DIGIT = "0"

/** The number of the need for one of these words in lower case; the same for the same words. "0" stands for any digit. */
export function needOf(words: readonly string[]): number {
  const key = words.join(" ")
  const known = numbers.get(key)
  if (known !== undefined) return known
  const need = numbers.size
  numbers.set(key, need)
  if ((need & 31) === 0) LEAST.push(0)
  for (const word of words) {
    const needs = metBy.get(word) ?? []
    needs.push(need)
    if (needs.length > 1) continue
    metBy.set(word, needs)
    forget(word)
  }
  return need
}

/** Whether a sentence meets a need. */
export function meets({ bits, known }: Held, need: number): boolean {
  return need >= known || ((bits[need >> 5] ?? 0) & (1 << (need & 31))) !== 0
}
