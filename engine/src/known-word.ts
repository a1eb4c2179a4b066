export const KNOWN_LENGTH_MAX = 12 // letters; of longer words a runtime keeps the whole text that they were cut out of
const PLACES = 8_192 // a mail of three pages has some 600 words, most of them those of the last one

/**
 * Words of a few ASCII letters that were met before, each at a place of its own, so that texts, which repeat their words, need
 * not have each cut out and looked over again. A word keeps its place until a word of another text needs it.
 */
const texts: string[] = []
texts.length = PLACES
texts.fill("")
/**
 * What is known of each by numbers, side by side, so that it is fetched from memory together: its letters, six to a number, which
 * tell that words are the same without looking at them; the text that it was last met in; the how manieth word to be learnt it was.
 */
const records = new Int32Array(PLACES * 16)
const RECORD_BITS = 4 // 16 numbers are one line of a processor's memory
const HEAD = 0
const TAIL = 1
const READER = 2
const RANK = 3
let reader = 0
let learnt = 0
/** The rest of each record: what was worked out of the word, each number with 1 added, and 0 where that was not asked for yet. */
const notes = new Uint16Array(records.buffer)
const NOTES_FROM = 2 * (RANK + 1)
const NOTES_TO = 2 << RECORD_BITS
let notesTaken = NOTES_FROM

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
  if (!isAt(place, head, tail)) {
    place = first ^ 1
    if (!isAt(place, head, tail)) {
      if (records[(place << RECORD_BITS) + READER] === reader) place = first
      if (records[(place << RECORD_BITS) + READER] === reader) return NO_PLACE
      texts[place] = text.slice(start, end).toLowerCase()
      records[(place << RECORD_BITS) + HEAD] = head
      records[(place << RECORD_BITS) + TAIL] = tail
      workOutAnew(place)
    }
  }
  records[(place << RECORD_BITS) + READER] = reader
  return place
}

function isAt(place: number, head: number, tail: number): boolean {
  return records[(place << RECORD_BITS) + HEAD] === head && records[(place << RECORD_BITS) + TAIL] === tail
}

function workOutAnew(place: number): void {
  records[(place << RECORD_BITS) + RANK] = ++learnt
  notes.fill(0, ((place * 2) << RECORD_BITS) + NOTES_FROM, ((place + 1) * 2) << RECORD_BITS)
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
  for (const place of [first, first ^ 1]) if (texts[place] === word) workOutAnew(place)
}

/** The word at a place, in lower case. */
export function wordAt(place: number): string {
  return texts[place] ?? ""
}

/** A number below 65,535 that is worked out of a word once and kept for as long as the word is, by place. */
export function numberPerWord(workOut: (word: string) => number): (place: number) => number {
  if (notesTaken === NOTES_TO) return perWord(workOut, 0)
  const note = notesTaken++
  return (place) => {
    const at = ((place * 2) << RECORD_BITS) + note
    const known = notes[at] ?? 0
    return known !== 0 ? known - 1 : (notes[at] = workOut(wordAt(place)) + 1) - 1
  }
}

/** The same of anything else. `none` is for a place without a word. */
export function perWord<T>(workOut: (word: string) => T, none: T): (place: number) => T {
  const values: T[] = []
  values.length = PLACES
  const ofRanks = new Int32Array(PLACES)
  return (place) => {
    const rank = records[(place << RECORD_BITS) + RANK] ?? 0
    if (ofRanks[place] !== rank) {
      values[place] = workOut(wordAt(place))
      ofRanks[place] = rank
    }
    return values[place] ?? none
  }
}

/** The number of a thing in a list, to which it is added where it is new: of things that many words share. */
export function numberIn<T>(list: T[], thing: T): number {
  const at = list.indexOf(thing)
  return at >= 0 ? at : list.push(thing) - 1
}
