/**
 * Which words a sentence may hold, as a set of bits: what it says no to is not there; now and then it says yes in vain. `rank`
 * tells one sentence from another.
 */
export type Held = { readonly bits: Uint32Array; rank: number }

/** Some words of which one must be held, and what the answer was for the sentence last asked about: patterns share their needs. */
export type AnyWord = { readonly bits: Uint16Array; rank: number; isHeld: boolean }

const BITS = 4_096 // a sentence of 14 words then seems to hold a word that it does not once in 300 times

/** One set for all sentences, filled again when another one is asked about: making one each would cost more than all of it. */
const held: Held = { bits: new Uint32Array(BITS / 32), rank: 0 }
let heldBy = ""

/**
 * The words of a sentence: runs of ASCII letters, whatever their case; DIGIT stands for any digit. Good until the next
 * sentence is asked about.
 */
export function wordsHeld(sentence: string): Held {
  if (sentence === heldBy) return held
  held.bits.fill(0)
  held.rank++
  heldBy = sentence
  let hash = 0
  for (let at = 0; at < sentence.length; at++) {
    const unit = sentence.charCodeAt(at)
    const letter = unit | 32
    if (letter >= 97 && letter <= 122 && unit < 128) hash = (Math.imul(hash, 31) + letter) | 0
    else {
      if (hash !== 0) mark(placeOf(hash))
      hash = 0
      if (unit >= 48 && unit <= 57) mark(DIGIT)
    }
  }
  if (hash !== 0) mark(placeOf(hash))
  return held
}

const known = new Map<string, AnyWord>()

/** These words in lower case; the same for the same words. DIGIT_SIGN stands for any digit. */
export function anyWord(words: readonly string[]): AnyWord {
  const key = words.join(" ")
  const bits = (): Uint16Array => Uint16Array.from(words, (word) => (word === DIGIT_SIGN ? DIGIT : bitOf(word)))
  const found = known.get(key) ?? { bits: bits(), rank: -1, isHeld: false }
  known.set(key, found)
  return found
}

function bitOf(word: string): number {
  let hash = 0
  for (let at = 0; at < word.length; at++) hash = (Math.imul(hash, 31) + word.charCodeAt(at)) | 0
  return placeOf(hash)
}

const DIGIT_SIGN = "0"
const DIGIT = 0

/** Whether one of these words is held. */
export function holdsOne(of: Held, words: AnyWord): boolean {
  if (words.rank !== of.rank) {
    words.rank = of.rank
    words.isHeld = hasOne(of.bits, words.bits)
  }
  return words.isHeld
}

function hasOne(set: Uint32Array, bits: Uint16Array): boolean {
  for (let at = 0; at < bits.length; at++) {
    const bit = bits[at] ?? 0
    if (((set[bit >> 5] ?? 0) & (1 << (bit & 31))) !== 0) return true
  }
  return false
}

function mark(bit: number): void {
  held.bits[bit >> 5] = (held.bits[bit >> 5] ?? 0) | (1 << (bit & 31))
}

/** Any bit but that of the digits. */
function placeOf(hash: number): number {
  return 1 + (((hash ^ (hash >>> 13)) >>> 0) % (BITS - 1))
}
