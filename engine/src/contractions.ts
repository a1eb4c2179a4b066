import { NO_PLACE, perWord } from "./known-word.ts"
import type { PlainWords } from "./plain-words.ts"

export const NOT = "n't"

/** What a run of letters and the next one are contracted by: "'ll" of "we'll", "n't" of "don't"; "" where it is no contraction. */
export function endingOf(text: string, plain: PlainWords, run: number): string {
  const stop = plain.ends[run] ?? 0
  const unit = text.charCodeAt(stop)
  if ((unit !== 39 && unit !== 0x2019) || run + 1 >= plain.length || plain.starts[run + 1] !== stop + 1) return ""
  const next = plain.places[run + 1] ?? NO_PLACE
  const ending = next === NO_PLACE ? "" : endingBy(next)
  return ending === NOT && stemOf(plain.letters[run] ?? NO_PLACE) === "" ? "" : ending
}

const endingBy = perWord((word) => ENDINGS.get(word) ?? "", "")
const ENDINGS = new Map([...["ll", "re", "ve", "d", "m", "s"].map((word) => [word, `'${word}`] as const), ["t", NOT]])

/** "do" of the letters "don"; "" where they have no "n" to give. */
export const stemOf = perWord((word) => (word.endsWith("n") ? word.slice(0, -1) : ""), "")
