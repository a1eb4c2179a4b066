import { meetTraits } from "./traits.ts"
import type { Seen } from "./traits.ts"

/** Log-odds for each trait, and without any. */
export type Weights = {
  readonly bias: number
  readonly of: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/** Reads weights from lines of "hundredths: trait | trait". */
export function weightsIn(bias: number, lines: string): Weights {
  const of = new Map<string, Map<string, number>>()
  for (const line of lines.trim().split("\n")) {
    const colon = line.indexOf(": ")
    const weight = Number(line.slice(0, colon)) / 100
    for (const trait of line.slice(colon + 2).split(" | ")) {
      const [first = "", second = ""] = trait.split(" ")
      const seconds = of.get(first)
      if (seconds === undefined) of.set(first, new Map([[second, weight]]))
      else seconds.set(second, weight)
    }
  }
  return { bias, of }
}

/** The log-odds that a sentence is what the weights tell of. A long sentence has many traits that say a little: they count for less. */
export function oddsOf(seen: Seen, { bias, of }: Weights): number {
  let sum = 0
  const places = meetTraits(seen, (first, second) => {
    sum += of.get(first)?.get(second) ?? 0
  })
  return bias + sum * shareOf(places)
}

export function shareOf(places: number): number {
  return Math.sqrt(USUAL_PLACES / Math.max(places, FEW_PLACES))
}

const USUAL_PLACES = 18
const FEW_PLACES = 12 // a word or two prove little
