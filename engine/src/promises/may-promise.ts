import { wordSet } from "../words.ts"
import { endingOf, NOT } from "../contractions.ts"
import { NO_PLACE, numberPerWord, wordAt } from "../known-word.ts"
import { endsPlainly, firstFrom, plainWordsOf } from "../plain-words.ts"
import type { PlainWords } from "../plain-words.ts"
import type { Span } from "../review-format.ts"
import { ASSIGNED, CONDITIONS, undertakesBy } from "./clauses.ts"
import { ASSENTS, goesWith, HANDS_ON, isFixed, opensTalk, PAIRED } from "./short-forms.ts"

/**
 * Whether a sentence can hold an undertaking, as far as its words tell: most cannot, and need not be read. It has no word that
 * undertakes, or not what such a word goes on with, and none that a short form needs. `isTalk` as in a setting; of notes this
 * says nothing.
 */
export function mayPromise(text: string, { start, end }: Span, isTalk: boolean): boolean {
  const plain = plainWordsOf(text)
  let last = -1
  let before = 0
  let seen = 0
  const first = firstFrom(plain, start)
  for (let at = first; at < plain.length && (plain.starts[at] ?? end) < end; at++) {
    const ending = plain.places[at] === NO_PLACE ? endingOf(text, plain, at) : ""
    const bits = ending === "" ? signsAt(text, plain, at) : signsOfContraction(plain, at, ending)
    if ((bits & ALONE) !== 0 || (isTalk && (bits & IN_TALK) !== 0)) return true
    if ((bits & IN_FRONT) !== 0 && at < first + 2) return true
    if ((bits & BEHIND) !== 0 && last >= 0 && isPair(plain, last, at, isTalk)) return true
    if ((bits & NEXT) !== 0 && (before & (IS | LEADS)) !== 0) return true
    seen |= bits
    if ((seen & IS) !== 0 && (bits & UNDER_WAY) !== 0) return true
    if ((seen & COULD) !== 0 && (seen & CONDITION) !== 0) return true
    last = at
    before = bits
    if (ending !== "") at++ // the letters behind the apostrophe are no word of their own
  }
  return false
}

function isPair(plain: PlainWords, last: number, at: number, isTalk: boolean): boolean {
  const [one, other] = [wordAt(plain.letters[last] ?? 0), wordAt(plain.letters[at] ?? 0)]
  return goesWith(other, one) || (isTalk && opensTalk(other, one))
}

// What a word may be the sign of: an undertaking by itself, in live talk, as the first or second word, behind another word.
const ALONE = 1
const IN_TALK = 2
const IN_FRONT = 4
const BEHIND = 8
// What goes on only with another word: "is to", "plan to" or "let me"; "is … sending"; "could … if".
const IS = 16
const LEADS = 32
const NEXT = 64
const UNDER_WAY = 128
const COULD = 256
const CONDITION = 512

/** The signs of a run of letters that is no contraction; where something else goes on behind it, it may be anything. */
function signsAt(text: string, plain: PlainWords, at: number): number {
  const place = plain.places[at] ?? NO_PLACE
  if (place !== NO_PLACE) return signsOf(place)
  const end = plain.ends[at] ?? text.length
  if (!endsPlainly(text, end, end < text.length ? text.charCodeAt(end) : BLANK)) return ALONE
  return signsOfWord(text.slice(plain.starts[at], end).toLowerCase())
}

const BLANK = 32

function signsOfContraction(plain: PlainWords, at: number, ending: string): number {
  const letters = plain.letters[at] ?? NO_PLACE
  if (ending === NOT) return signsOfStem(letters)
  return signsOf(letters) | signsOfModal(ending) | (wordAt(letters) === "let" ? ALONE : 0)
}

const signsOf = numberPerWord(signsOfWord)
const signsOfStem = numberPerWord((word) => signsOfWord(word.slice(0, -1)))

function signsOfWord(word: string): number {
  return (
    signsOfModal(word) |
    (isFixed(word) || word === HANDS_ON ? ALONE : 0) |
    (word.endsWith("ing") || opensTalk(word, "") ? IN_TALK : 0) |
    (ASSENTS.has(word) ? IN_FRONT : 0) |
    (PAIRED.has(word) ? BEHIND : 0) |
    (LED_TO.has(word) ? NEXT : 0) |
    (word.endsWith("ing") || word === "gonna" || ASSIGNED.has(word) ? UNDER_WAY : 0) |
    (CONDITIONS.has(word) ? CONDITION : 0)
  )
}

const LED_TO = wordSet("to on me us")

function signsOfModal(word: string): number {
  const modal = undertakesBy(word)
  if (modal === undefined) return 0
  if (modal === "be") return IS
  if (modal === "could") return COULD
  return modal === "plan" || word === "let" || word === "allow" ? LEADS : ALONE
}
