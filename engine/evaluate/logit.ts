/** One place where something is meant: rows of traits, of which one or more are meant. */
export type Case = {
  readonly business: string
  /** Whose fact book it was read with. */
  readonly book: string
  readonly counts: number
  readonly rows: readonly Float64Array[]
  /** Places in `rows` of what is meant; the last row stands for none. */
  readonly meant: readonly number[]
}

/** The names of the traits, in the order of a row, and how far a weight may go. */
export type Frame = {
  readonly names: readonly string[]
  readonly within: (name: string, weight: number) => number
}

const ROUNDS = 200
const RATE = 0.15
const PENALTY = 1 // on squares of weights of traits brought to one spread

/** Conditional logit by gradient ascent (Adam), with a penalty on large weights and signs set beforehand. */
export function fit(cases: readonly Case[], { names, within }: Frame): Readonly<Record<string, number>> {
  const spreads = spreadsOf(cases, names)
  const weights = names.map(() => 0)
  const mean = names.map(() => 0)
  const square = names.map(() => 0)
  for (let round = 1; round <= ROUNDS; round++) {
    const slope = slopeOf(cases, weights, spreads)
    for (let at = 0; at < weights.length; at++) {
      const step = (slope[at] ?? 0) - 2 * PENALTY * (weights[at] ?? 0)
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * step
      square[at] = 0.999 * (square[at] ?? 0) + 0.001 * step * step
      const size = (mean[at] ?? 0) / (1 - 0.9 ** round) / (Math.sqrt((square[at] ?? 0) / (1 - 0.999 ** round)) + 1e-8)
      weights[at] = within(names[at] ?? "", (weights[at] ?? 0) + RATE * size)
    }
  }
  return Object.fromEntries(names.map((name, at) => [name, (weights[at] ?? 0) / (spreads[at] ?? 1)]))
}

function spreadsOf(cases: readonly Case[], names: readonly string[]): readonly number[] {
  const rows = cases.flatMap((each) => each.rows.slice(0, -1))
  return names.map((name, at) => {
    if (name.startsWith("none ")) return 1
    const mean = rows.reduce((sum, row) => sum + (row[at] ?? 0), 0) / rows.length
    return Math.sqrt(rows.reduce((sum, row) => sum + ((row[at] ?? 0) - mean) ** 2, 0) / rows.length) + 1e-9
  })
}

function slopeOf(cases: readonly Case[], weights: readonly number[], spreads: readonly number[]): Float64Array {
  const slope = new Float64Array(weights.length)
  const scaled = weights.map((weight, at) => weight / (spreads[at] ?? 1))
  for (const { rows, meant, counts } of cases) {
    const chances = chancesOf(rows, scaled)
    const whole = meant.reduce((sum, at) => sum + (chances[at] ?? 0), 0)
    for (const [at, row] of rows.entries()) {
      const chance = chances[at] ?? 0
      const pull = counts * ((meant.includes(at) ? chance / (whole + 1e-12) : 0) - chance)
      if (Math.abs(pull) < 1e-6) continue
      for (let name = 0; name < row.length; name++) slope[name] = (slope[name] ?? 0) + pull * (row[name] ?? 0)
    }
  }
  return slope.map((each, at) => each / (spreads[at] ?? 1))
}

function chancesOf(rows: readonly Float64Array[], weights: readonly number[]): readonly number[] {
  const sums = rows.map((row) => {
    let sum = 0
    for (let at = 0; at < row.length; at++) sum += (row[at] ?? 0) * (weights[at] ?? 0)
    return sum
  })
  const most = Math.max(...sums)
  const parts = sums.map((sum) => Math.exp(sum - most))
  const all = parts.reduce((sum, part) => sum + part, 0)
  return parts.map((part) => part / all)
}

/** Whether what is meant is the likeliest. */
export function isFirst({ rows, meant }: Case, weights: Readonly<Record<string, number>>, names: readonly string[]) {
  const chances = chancesOf(
    rows,
    names.map((name) => weights[name] ?? 0),
  )
  return meant.includes(chances.indexOf(Math.max(...chances)))
}
