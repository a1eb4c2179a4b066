import { isLetter } from "../plain-words.ts"
import { forget, KNOWN_LENGTH_MAX, NO_PLACE, perWord, placeOfWord, withLetter } from "../known-word.ts"

/**
 * Which needs of patterns a sentence meets: `marks` has, by the number of each need, the rank of the last sentence that met it.
 * `rank` tells one sentence from another.
 */
export type Held = { marks: Int32Array; rank: number }

/** One set of marks for all sentences, written over when another one is asked about: making one each would cost more than all of it. */
const held: Held = { marks: new Int32Array(1_024), rank: 0 }
let heldBy: string | null = null

/** The needs that each word meets by itself. A need is to hold one of some words. */
const metBy = new Map<string, number[]>()
const NONE: readonly number[] = []
const metAt = perWord((word): readonly number[] => metBy.get(word) ?? NONE, NONE)

/** The need that every sentence meets. */
export const ALWAYS = 0
const numbers = new Map<string, number>()

/** The words of a sentence: runs of ASCII letters, whatever their case. Good until the next sentence is asked about. */
export function wordsHeld(sentence: string): Held {
  if (sentence === heldBy) return held
  heldBy = sentence
  held.rank++
  held.marks[ALWAYS] = held.rank
  markAll(sentence)
  return held
}

function markAll(sentence: string): void {
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
    mark(place === NO_PLACE ? metBy.get(sentence.slice(start, at).toLowerCase()) : metAt(place))
    at-- // what ended the run may be a digit
  }
  if (hasDigit) mark(metBy.get(DIGIT))
}

function mark(needs: readonly number[] = NONE): void {
  for (let at = 0; at < needs.length; at++) held.marks[needs[at] ?? ALWAYS] = held.rank
}

const DIGIT = "0"

/** The number of the need for one of these words in lower case; the same for the same words. "0" stands for any digit. */
export function needOf(words: readonly string[]): number {
  const key = words.join(" ")
  const known = numbers.get(key)
  if (known !== undefined) return known
  const need = numbers.size + 1
  numbers.set(key, need)
  makeRoom(need)
  for (const word of words) {
    const needs = metBy.get(word) ?? []
    needs.push(need)
    if (needs.length > 1) continue
    metBy.set(word, needs)
    forget(word)
  }
  markAll(heldBy ?? "") // the sentence that is looked at may meet it
  return need
}

function makeRoom(need: number): void {
  if (need < held.marks.length) return
  const { marks } = held
  held.marks = new Int32Array(marks.length * 2)
  held.marks.set(marks)
}

/** Whether a sentence meets a need. */
export function meets({ marks, rank }: Held, need: number): boolean {
  return marks[need] === rank
}
