/** A share in whole percent with its 95 % range, as every screen shows it: never without n. */
export type Share = {
  readonly count: number
  readonly n: number
  /** Rounded down. */
  readonly percent: number
  /** The range, rounded outward. */
  readonly low: number
  readonly high: number
}

/** The share of `count` in `n` with its 95 % range; without cases 0 with a range of 0 to 100. */
export function shareOf(count: number, n: number): Share {
  if (n === 0) return { count, n, percent: 0, low: 0, high: 100 }
  const { low, high } = wilson(count, n)
  return {
    count,
    n,
    percent: Math.floor((100 * count) / n),
    low: count === 0 ? 0 : Math.max(0, Math.floor(100 * low)),
    high: count === n ? 100 : Math.min(100, Math.ceil(100 * high)),
  }
}

/** The 95 % score interval of `count` in `n` > 0, as parts of one (Wilson 1927, without a correction for continuity). */
export function wilson(count: number, n: number): { readonly low: number; readonly high: number } {
  const middle = (count + Z_SQUARED / 2) / (n + Z_SQUARED)
  const half = (Z * Math.sqrt((count * (n - count)) / n + Z_SQUARED / 4)) / (n + Z_SQUARED)
  return { low: middle - half, high: middle + half }
}

const Z = 1.959963984540054 // the normal distribution's 97.5 % quantile
const Z_SQUARED = Z * Z
