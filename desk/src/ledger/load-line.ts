/** How long a promise takes with so many due before it, in working minutes: a straight line that never falls. */
export type LoadLine = { readonly base: number; readonly each: number }

export type Loaded = { readonly worked: number; readonly dueBefore: number }

export const FINISHED_MIN = 20 // below it a line says more about chance than about load

/**
 * The line through the finished ones (least squares, drawn towards flat by the square of the mean load as a ridge does,
 * so that a few cases do not make a slope). Flat where there are fewer than 20, or where load makes nothing longer.
 */
export function loadLine(finished: readonly Loaded[]): LoadLine {
  if (finished.length < FINISHED_MIN) return FLAT
  const worked = meanOf(finished.map((each) => each.worked))
  const dueBefore = meanOf(finished.map((each) => each.dueBefore))
  const together = sumOf(finished.map((each) => (each.dueBefore - dueBefore) * (each.worked - worked)))
  const spread = sumOf(finished.map((each) => (each.dueBefore - dueBefore) ** 2))
  if (together <= 0 || worked <= 0) return FLAT
  const each = together / (spread + dueBefore ** 2)
  return { base: Math.max(worked - each * dueBefore, worked * BASE_MIN), each }
}

/** What the line says for this load: the unit in which times are compared. Never 0. */
export function expectedAt({ base, each }: LoadLine, dueBefore: number): number {
  return base + each * dueBefore
}

/** Says 1 at any load: times are then compared as they are. */
export const FLAT: LoadLine = { base: 1, each: 0 }

const BASE_MIN = 0.1 // of the mean: with nothing due before it, a promise still takes some time

function meanOf(values: readonly number[]): number {
  return sumOf(values) / values.length
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
