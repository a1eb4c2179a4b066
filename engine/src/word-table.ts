/** Values by word, found in the text itself: no word is cut out of it to be looked up. Capitals of ASCII count as small letters. */
export type WordTable<T> = {
  /** The value of the word from `start` to `end`; undefined where it is none of the table's. */
  readonly find: (text: string, start: number, end: number) => T | undefined
  /** The same where the word's letters were gone over already, and `goneOver` tells of them. */
  readonly findGoneOver: (goneOver: number, text: string, start: number, end: number) => T | undefined
}

/** Builds a table of words in lower case: an open hash with room for twice as many. */
export function wordTable<T>(entries: ReadonlyMap<string, T>): WordTable<T> {
  const places = 2 ** Math.ceil(Math.log2(entries.size * 2 + 2))
  const words: string[] = Array.from({ length: places }, () => "")
  const values: (T | undefined)[] = Array.from({ length: places }, () => undefined)
  for (const [word, value] of entries) {
    let place = mixed(hashOf(word, 0, word.length)) & (places - 1)
    while (words[place] !== "") place = (place + 1) & (places - 1)
    words[place] = word
    values[place] = value
  }
  const findGoneOver = (goneOver: number, text: string, start: number, end: number): T | undefined => {
    let place = mixed(goneOver) & (places - 1)
    for (let word = words[place] ?? ""; word !== ""; word = words[place] ?? "") {
      if (isSameWord(word, text, start, end)) return values[place]
      place = (place + 1) & (places - 1)
    }
    return undefined
  }
  return { find: (text, start, end) => findGoneOver(hashOf(text, start, end), text, start, end), findGoneOver }
}

/** What `goneOver` is before the first letter. */
export const NOTHING_YET = 0x811c9dc5 | 0

/** `goneOver` with one more letter, which is a small one where it is of ASCII. */
export function withLetter(goneOver: number, letter: number): number {
  return Math.imul(goneOver ^ letter, 0x01000193)
}

function hashOf(text: string, start: number, end: number): number {
  let hash = NOTHING_YET
  for (let at = start; at < end; at++) hash = withLetter(hash, small(text.charCodeAt(at)))
  return hash
}

function mixed(hash: number): number {
  return hash ^ (hash >>> 15)
}

/** Whether the text from `start` to `end` is the word, which is in lower case. */
export function isSameWord(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) !== small(text.charCodeAt(start + at))) return false
  return true
}

function small(unit: number): number {
  return unit >= 65 && unit <= 90 ? unit | 32 : unit
}
