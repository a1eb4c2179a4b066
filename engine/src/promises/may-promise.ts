import { NO_PLACE, numberPerWord, wordAt } from "../known-word.ts"
import { firstFrom, plainWordsOf } from "../plain-words.ts"
import type { Span } from "../review-format.ts"
import { mayUndertake } from "./clauses.ts"
import { ASSENTS, goesWith, opensShort, opensTalk, PAIRED } from "./short-forms.ts"

/**
 * Whether a sentence can hold an undertaking, as far as its plain words tell: half of all sentences cannot, and need not be
 * read. It has no word of `mayUndertake`, and none that a short form needs. `isTalk` as in a setting; of notes this says nothing.
 */
export function mayPromise(text: string, { start, end }: Span, isTalk: boolean): boolean {
  const plain = plainWordsOf(text)
  const { starts, places, length } = plain
  const first = firstFrom(plain, start)
  for (let at = first; at < length && (starts[at] ?? end) < end; at++) {
    const place = places[at] ?? NO_PLACE
    if (place === NO_PLACE) return true
    const bits = partOf(place)
    if ((bits & ALONE) !== 0 || (isTalk && (bits & IN_TALK) !== 0)) return true
    if ((bits & IN_FRONT) !== 0 && at < first + 2) return true
    if ((bits & BEHIND) !== 0 && at > first && isPair(wordAt(places[at - 1] ?? 0), wordAt(place), isTalk)) return true
  }
  return false
}

function isPair(one: string, other: string, isTalk: boolean): boolean {
  return goesWith(other, one) || (isTalk && opensTalk(other, one))
}

// What a word may be the sign of.
const ALONE = 1
const IN_TALK = 2
const IN_FRONT = 4
const BEHIND = 8

const partOf = numberPerWord(
  (word) =>
    (mayUndertake(word) || opensShort(word) ? ALONE : 0) |
    (word.endsWith("ing") || opensTalk(word, "") ? IN_TALK : 0) |
    (ASSENTS.has(word) ? IN_FRONT : 0) |
    (PAIRED.has(word) ? BEHIND : 0),
)
