import type { Traced } from "./piece.ts"

/**
 * Where each character of a decoded value stands in its raw form, when decoding changed only blanks and escapes: a JSON or
 * YAML string, a CSV cell. Blanks stand where the word before them ends.
 */
export function aligned(value: string, raw: string, rawStart: number): Traced {
  const places = new Uint32Array(value.length + 1)
  let at = 0
  for (let index = 0; index < value.length; index++) {
    const char = value.charAt(index)
    if (char.trim() !== "") {
      const next = nextOf(raw, at, char)
      if (next >= 0) at = next
    }
    places[index] = rawStart + at
    if (char.trim() !== "" && raw.charAt(at) === char) at++
  }
  places[value.length] = rawStart + at
  return { text: value, place: (offset) => places[Math.min(offset, value.length)] ?? rawStart }
}

const AHEAD_MAX = 400 // characters; further on it is another place with the same letter

/** The next place of the character, escapes passed over: "\n" is no "n". */
function nextOf(raw: string, from: number, char: string): number {
  for (let at = from; at < Math.min(raw.length, from + AHEAD_MAX); at++) {
    if (raw.charAt(at) === "\\" && char !== "\\") {
      const escape = raw.charAt(at + 1)
      if (escape === char && !"nrtbf".includes(char)) return at + 1
      if (escape === "u" && String.fromCharCode(Number.parseInt(raw.slice(at + 2, at + 6), 16)) === char) return at
      at += escape === "u" ? 5 : 1
    } else if (raw.charAt(at) === char) return at
  }
  return -1
}
