export type Load = { readonly steps: number; readonly everyMilliseconds: number }

/** "p50 3.1  p99 12.0  max 40.2 ms (2,000 steps)" */
export function inWords(lateness: readonly number[]): string {
  const sorted = lateness.toSorted((one, other) => one - other)
  const at = (share: number) => (sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN).toFixed(1)
  return `p50 ${at(0.5)}  p99 ${at(0.99)}  max ${at(1)} ms  (${sorted.length} steps)`
}
