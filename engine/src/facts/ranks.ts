import { boundOf } from "./bounds.ts"
import type { Token } from "./tokens.ts"
import type { Count, Said } from "./value.ts"
import { textAt } from "../words.ts"

/** "under-eights", "over 65s", "the under fives" */
export function readAge(tokens: readonly Token[], index: number): Said<Count> | null {
  const word = textAt(tokens, index)
  if (word !== "under" && word !== "over") return null
  const at = tokens[index + 1]?.text === "-" ? index + 2 : index + 1
  const told = tokens[at]
  const isFigure = told?.kind === "number" && tokens[at + 1]?.text === "s" && tokens[at + 1]?.start === told.end
  const years = isFigure ? told.value : AGES.get(told?.text ?? "")
  if (years === undefined || Number.isNaN(years)) return null
  const value: Count = { kind: "count", min: years, max: years, of: "year of age", bound: "exact" }
  return { value, from: index, to: at + (isFigure ? 2 : 1) }
}

/** "up to the tenth floor", "the 7th floor" */
export function readOrdinal(tokens: readonly Token[], index: number): Said<Count> | null {
  const token = tokens[index]
  const isWritten = token?.kind === "number" && /^(?:st|nd|rd|th)$/.test(textAt(tokens, index + 1))
  const at = isWritten ? index + 2 : index + 1
  const rank = isWritten ? token.value : ORDINALS.get(token?.text ?? "")
  if (rank === undefined || !/^(?:floor|storey|story)$/.test(textAt(tokens, at))) return null
  const value: Count = { kind: "count", min: rank, max: rank, of: "floor", bound: boundOf(tokens, index, at) }
  return { value, from: index, to: at }
}

const ORDINALS: ReadonlyMap<string, number> = new Map(
  "first second third fourth fifth sixth seventh eighth ninth tenth".split(" ").map((word, at) => [word, at + 1]),
)

const AGES: ReadonlyMap<string, number> = new Map(
  "twos threes fours fives sixes sevens eights nines tens elevens twelves thirteens fourteens fifteens sixteens seventeens eighteens"
    .split(" ")
    .map((word, at) => [word, at + 2]),
)
