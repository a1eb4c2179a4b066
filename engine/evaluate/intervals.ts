/** A figure with its 95 % interval and the number of cases behind it. */
export type Figure = { readonly value: number; readonly low: number; readonly high: number; readonly n: number }

const Z = 1.959964

/** Share with Wilson's score interval (Wilson 1927). */
export function share(hits: number, n: number): Figure {
  if (n === 0) return { value: 0, low: 0, high: 1, n }
  const p = hits / n
  const middle = (p + (Z * Z) / (2 * n)) / (1 + (Z * Z) / n)
  const half = (Z / (1 + (Z * Z) / n)) * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n))
  return { value: p, low: middle - half, high: middle + half, n }
}

export type Judged = { readonly group: string; readonly truth: boolean; readonly found: boolean }

const ROUNDS = 1_000
const SEED = 20_260_304

/** F1 with a percentile bootstrap that draws whole groups (conversations), from a fixed seed. */
export function f1(rows: readonly Judged[]): Figure {
  const groups = [...Map.groupBy(rows, (row) => row.group).values()].map(countsOf)
  const random = randomFrom(SEED)
  const values: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    values.push(f1Of(sum(groups.map(() => groups[Math.floor(random() * groups.length)] ?? NOTHING))))
  }
  values.sort((one, other) => one - other)
  const at = (p: number): number => values[Math.floor(p * (ROUNDS - 1))] ?? 0
  return { value: f1Of(sum(groups)), low: at(0.025), high: at(0.975), n: rows.length }
}

type Counts = { readonly right: number; readonly missed: number; readonly wrong: number }
const NOTHING: Counts = { right: 0, missed: 0, wrong: 0 }

function countsOf(rows: readonly Judged[]): Counts {
  return sum(
    rows.map(({ truth, found }) => ({
      right: truth && found ? 1 : 0,
      missed: truth && !found ? 1 : 0,
      wrong: !truth && found ? 1 : 0,
    })),
  )
}

function sum(all: readonly Counts[]): Counts {
  return all.reduce(
    (one, other) => ({
      right: one.right + other.right,
      missed: one.missed + other.missed,
      wrong: one.wrong + other.wrong,
    }),
    NOTHING,
  )
}

function f1Of({ right, missed, wrong }: Counts): number {
  return right === 0 ? 0 : (2 * right) / (2 * right + missed + wrong)
}

/** mulberry32: small, and the same on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
