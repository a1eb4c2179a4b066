export const KNOWN_LENGTH_MAX = 12 // letters; of longer words a runtime keeps the whole text that they were cut out of
const PLACES = 8_192 // a mail of three pages has some 600 words, most of them those of the last one

/**
 * Words of a few ASCII letters that were met before, each at a place of its own, so that texts, which repeat their words, need
 * not have each cut out and looked over again. A word keeps its place until a word of another text needs it.
 */
const texts: string[] = []
texts.length = PLACES
texts.fill("")
/** The letters of each of them, six to a number: that they are the same is told without looking at the word. */
const heads = new Int32Array(PLACES)
const tails = new Int32Array(PLACES)
/** Which text each was last met in. */
const readers = new Int32Array(PLACES)
let reader = 0
/** The how manieth word to be learnt each of them was. */
const ranks = new Uint32Array(PLACES)
let learnt = 0

/** `letters` with one more, of which a number holds six. Capitals count as small letters. */
export function withLetter(letters: number, unit: number): number {
  return (letters << 5) | (unit & 31)
}

/** Says that another text begins: what the last one met may go. */
export function beginText(): void {
  reader = (reader + 1) | 0
}

export const NO_PLACE = -1

/**
 * The place of the word from `start` to `end`, whose first six letters are `head` and the others `tail`; NO_PLACE where two
 * others of this text have taken those that it could have.
 */
export function placeOfWord(head: number, tail: number, text: string, start: number, end: number): number {
  const first = firstPlace(head, tail)
  let place = first
  if (heads[place] !== head || tails[place] !== tail) {
    place = first ^ 1
    if (heads[place] !== head || tails[place] !== tail) {
      if (readers[place] === reader) place = first
      if (readers[place] === reader) return NO_PLACE
      texts[place] = text.slice(start, end).toLowerCase()
      ranks[place] = ++learnt
      heads[place] = head
      tails[place] = tail
    }
  }
  readers[place] = reader
  return place
}

function firstPlace(head: number, tail: number): number {
  const hash = Math.imul(head ^ Math.imul(tail, 0x2c1b3c6d), 0x297a2d39)
  return (hash ^ (hash >>> 15)) & (PLACES - 1)
}

/** Says that more is to be told of a word than before: what was worked out of it is worked out anew. */
export function forget(word: string): void {
  let head = 0
  let tail = 0
  for (let at = 0; at < word.length; at++) {
    if (at < 6) head = withLetter(head, word.charCodeAt(at))
    else tail = withLetter(tail, word.charCodeAt(at))
  }
  const first = firstPlace(head, tail)
  for (const place of [first, first ^ 1]) if (texts[place] === word) ranks[place] = ++learnt
}

/** The word at a place, in lower case. */
export function wordAt(place: number): string {
  return texts[place] ?? ""
}

/** A number below 65,536 that is worked out of a word once and kept for as long as the word is, by place. */
export function numberPerWord(workOut: (word: string) => number): (place: number) => number {
  const numbers = new Uint16Array(PLACES)
  const ofRanks = new Uint32Array(PLACES)
  return (place) => {
    if (ofRanks[place] !== ranks[place]) {
      numbers[place] = workOut(wordAt(place))
      ofRanks[place] = ranks[place] ?? 0
    }
    return numbers[place] ?? 0
  }
}

/** The same of anything else. `none` is for a place without a word. */
export function perWord<T>(workOut: (word: string) => T, none: T): (place: number) => T {
  const values: T[] = []
  values.length = PLACES
  const ofRanks = new Uint32Array(PLACES)
  return (place) => {
    if (ofRanks[place] !== ranks[place]) {
      values[place] = workOut(wordAt(place))
      ofRanks[place] = ranks[place] ?? 0
    }
    return values[place] ?? none
  }
}
