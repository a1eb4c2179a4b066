/** One thing to learn from: its traits, how much each counts, whether it is the case, and how much the whole counts. */
export type Example = {
  readonly traits: readonly string[]
  readonly share: number
  readonly isCase: boolean
  readonly counts: number
}

export type Fit = { readonly bias: number; readonly weights: ReadonlyMap<string, number> }

const ROUNDS = 150
const RATE = 0.1
const PENALTY = 0.3 // on squares of weights
const SEEN_MIN = 3 // examples; what fewer hold tells of them only

/** Logistic regression by gradient ascent (Adam) with a penalty on large weights. The same examples give the same weights. */
export function fitSparse(examples: readonly Example[], only?: ReadonlySet<string>): Fit {
  const names = [...countsOf(examples)]
    .filter(([name, count]) => (only?.has(name) ?? true) && count >= SEEN_MIN)
    .map(([name]) => name)
  const places = new Map(names.map((name, at) => [name, at]))
  const rows = examples.map(({ traits }) => traits.flatMap((trait) => places.get(trait) ?? []))
  const weights = new Float64Array(names.length + 1)
  const mean = new Float64Array(weights.length)
  const square = new Float64Array(weights.length)
  for (let round = 1; round <= ROUNDS; round++) {
    const slope = slopeOf(examples, rows, weights)
    for (let at = 0; at < weights.length; at++) {
      const step = (slope[at] ?? 0) - (at < names.length ? PENALTY * (weights[at] ?? 0) : 0)
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * step
      square[at] = 0.999 * (square[at] ?? 0) + 0.001 * step * step
      const size = (mean[at] ?? 0) / (1 - 0.9 ** round) / (Math.sqrt((square[at] ?? 0) / (1 - 0.999 ** round)) + 1e-8)
      weights[at] = (weights[at] ?? 0) + RATE * size
    }
  }
  return { bias: weights[names.length] ?? 0, weights: new Map(names.map((name, at) => [name, weights[at] ?? 0])) }
}

function countsOf(examples: readonly Example[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { traits } of examples)
    for (const trait of new Set(traits)) counts.set(trait, (counts.get(trait) ?? 0) + 1)
  return counts
}

function slopeOf(
  examples: readonly Example[],
  rows: readonly (readonly number[])[],
  weights: Float64Array,
): Float64Array {
  const slope = new Float64Array(weights.length)
  const bias = weights.length - 1
  for (const [at, row] of rows.entries()) {
    const example = examples[at]
    if (example === undefined) continue
    let sum = 0
    for (const place of row) sum += weights[place] ?? 0
    const chance = 1 / (1 + Math.exp(-(weights[bias] ?? 0) - sum * example.share))
    const pull = example.counts * ((example.isCase ? 1 : 0) - chance)
    for (const place of row) slope[place] = (slope[place] ?? 0) + pull * example.share
    slope[bias] = (slope[bias] ?? 0) + pull
  }
  return slope
}

/** Log-odds of an example. */
export function oddsBy({ bias, weights }: Fit, { traits, share }: Pick<Example, "traits" | "share">): number {
  let sum = 0
  for (const trait of traits) sum += weights.get(trait) ?? 0
  return bias + sum * share
}
