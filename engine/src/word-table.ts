/** Values by word, found in the text itself: no word is cut out of it to be looked up. Capitals of ASCII count as small letters. */
export type WordTable<T> = {
  /** The value of the word from `start` to `end`; undefined where it is none of the table's. */
  readonly find: (text: string, start: number, end: number) => T | undefined
}

/** Builds a table of words in lower case: an open hash with room for twice as many. */
export function wordTable<T>(entries: ReadonlyMap<string, T>): WordTable<T> {
  const places = 2 ** Math.ceil(Math.log2(entries.size * 2 + 2))
  const words: string[] = Array.from({ length: places }, () => "")
  const values: (T | undefined)[] = Array.from({ length: places }, () => undefined)
  for (const [word, value] of entries) {
    let place = hashOf(word, 0, word.length) & (places - 1)
    while (words[place] !== "") place = (place + 1) & (places - 1)
    words[place] = word
    values[place] = value
  }
  const find = (text: string, start: number, end: number): T | undefined => {
    let place = hashOf(text, start, end) & (places - 1)
    for (let word = words[place] ?? ""; word !== ""; word = words[place] ?? "") {
      if (isSame(word, text, start, end)) return values[place]
      place = (place + 1) & (places - 1)
    }
    return undefined
  }
  return { find }
}

function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ small(text.charCodeAt(at)), 0x01000193)
  return hash ^ (hash >>> 15)
}

function isSame(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) !== small(text.charCodeAt(start + at))) return false
  return true
}

function small(unit: number): number {
  return unit >= 65 && unit <= 90 ? unit | 32 : unit
}
