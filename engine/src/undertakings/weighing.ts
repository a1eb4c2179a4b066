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

/** The words of the sentence that tell most for it, in their order: those of the heaviest traits. */
export function signsOf(seen: Seen, { of }: Weights): readonly string[] {
  const weighed: { readonly first: string; readonly second: string; readonly weight: number }[] = []
  meetTraits(seen, (first, second) => {
    const weight = of.get(first)?.get(second) ?? 0
    if (weight > 0) weighed.push({ first, second, weight })
  })
  weighed.sort((one, other) => other.weight - one.weight)
  const signs = new Set<string>()
  for (const { first, second } of weighed) {
    for (const part of [first, second]) if (isShown(part)) signs.add(part)
    if (signs.size >= SIGNS_MAX) break
  }
  return seen.words.flatMap(({ text }) => (signs.delete(text) ? [text] : []))
}

const SIGNS_MAX = 3

/** A word as it stands there, not a kind of words or a mark. */
function isShown(part: string): boolean {
  return /^[a-z][a-z'’-]+$/.test(part)
}
