/** Which words a sentence may hold, as a set of bits: what it says no to is not there; now and then it says yes in vain. */
export type Held = Uint32Array

const BITS = 4_096 // a sentence of 14 words then seems to hold a word that it does not once in 300 times

/** One set for all sentences, filled again when another one is asked about: making one each would cost more than all of it. */
const held: Held = new Uint32Array(BITS / 32)
let heldBy = ""

/**
 * The words of a sentence: runs of ASCII letters, whatever their case; DIGIT stands for any digit. Good until the next
 * sentence is asked about.
 */
export function wordsHeld(sentence: string): Held {
  if (sentence === heldBy) return held
  held.fill(0)
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

/** The bit of a word in lower case. */
export function bitOf(word: string): number {
  let hash = 0
  for (let at = 0; at < word.length; at++) hash = (Math.imul(hash, 31) + word.charCodeAt(at)) | 0
  return placeOf(hash)
}

export const DIGIT = 0

/** Whether one of these bits is set. */
export function holdsOne(of: Held, bits: Uint16Array): boolean {
  for (let at = 0; at < bits.length; at++) {
    const bit = bits[at] ?? 0
    if (((of[bit >> 5] ?? 0) & (1 << (bit & 31))) !== 0) return true
  }
  return false
}

function mark(bit: number): void {
  held[bit >> 5] = (held[bit >> 5] ?? 0) | (1 << (bit & 31))
}

/** Any bit but that of the digits. */
function placeOf(hash: number): number {
  return 1 + (((hash ^ (hash >>> 13)) >>> 0) % (BITS - 1))
}
