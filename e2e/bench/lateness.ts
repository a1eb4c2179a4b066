export type Load = { readonly steps: number; readonly everyMilliseconds: number }

/** Milliseconds. */
export type Figures = {
  readonly p50: number
  readonly p99: number
  readonly max: number
  /** How many were measured: fewer than were asked for means that some did not come in time to be. */
  readonly steps: number
}

export function figuresOf(lateness: readonly number[]): Figures {
  const sorted = lateness.toSorted((one, other) => one - other)
  const at = (share: number) => Number((sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN).toFixed(1))
  return { p50: at(0.5), p99: at(0.99), max: at(1), steps: sorted.length }
}

/** "desk, PostgreSQL: p50 3.1, p99 12, max 40.2 ms (2000 steps)" */
export function inWords([name, figures]: readonly [string, Figures | string]): string {
  if (typeof figures === "string") return `${name}: ${figures}`
  const { p50, p99, max, steps } = figures
  return `${name}: p50 ${p50}, p99 ${p99}, max ${max} ms (${steps} steps)`
}
