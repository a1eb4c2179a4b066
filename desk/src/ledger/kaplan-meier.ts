import { shareOf } from "./wilson.ts"

/** One time until something was done, or for which it has not been done yet. */
export type Observed = { readonly time: number; readonly done: boolean }

/** After `time`, the share done, with its 95 % range; `atRisk` were still waited for just before. */
export type SurvivalStep = {
  readonly time: number
  readonly atRisk: number
  readonly done: number
  /** Share of all not done by then, 0 to 1. */
  readonly left: number
  /** Greenwood's standard error of `left`. */
  readonly error: number
}

/**
 * The product-limit estimate (Kaplan and Meier 1958) with Greenwood's standard error (1926): what is not done yet counts
 * as waited for until it was last looked at, so that open promises neither flatter the figure nor count as failures.
 * One step for each time at which something was done.
 */
export function productLimit(cases: readonly Observed[]): readonly SurvivalStep[] {
  const byTime = cases.toSorted((a, b) => a.time - b.time)
  const steps: SurvivalStep[] = []
  let [left, sum, index] = [1, 0, 0]
  while (index < byTime.length) {
    const time = byTime[index]?.time ?? 0
    const atRisk = byTime.length - index
    let done = 0
    for (; byTime[index]?.time === time; index += 1) if (byTime[index]?.done === true) done += 1
    if (done === 0) continue
    left *= 1 - done / atRisk
    sum += atRisk === done ? 0 : done / (atRisk * (atRisk - done))
    steps.push({ time, atRisk, done, left, error: left * Math.sqrt(sum) })
  }
  return steps
}

/** The share done by a time in whole percent with its 95 % range; rounded down, the range outward. */
export type DoneBy = { readonly percent: number; readonly low: number; readonly high: number }

/**
 * The share done within `time`; null where fewer than 10 were watched as long as that and the rest is not done: the curve
 * says nothing there. The range is on the log(-log) scale (Kalbfleisch and Prentice 1980), which stays within 0 and 1.
 */
export function doneBy(cases: readonly Observed[], steps: readonly SurvivalStep[], time: number): DoneBy | null {
  const watched = cases.filter((each) => each.done || each.time >= time).length
  const last = steps.findLast((step) => step.time <= time)
  if (watched < WATCHED_MIN) return null
  // At the ends the standard error is nought and says nothing: the range of as many plain cases stands in.
  if (last === undefined) return shareOf(0, watched)
  if (last.left === 0) return shareOf(watched, watched)
  const half = (Z * last.error) / (last.left * Math.abs(Math.log(last.left)))
  return {
    percent: Math.floor(100 * (1 - last.left) + ROUNDING),
    low: Math.floor(100 * (1 - last.left ** Math.exp(-half))),
    high: Math.ceil(100 * (1 - last.left ** Math.exp(half))),
  }
}

/** The time by which half were done; null while half are not. */
export function medianOf(steps: readonly SurvivalStep[]): number | null {
  return steps.find((step) => step.left <= 0.5 + ROUNDING / 100)?.time ?? null
}

const WATCHED_MIN = 10 // as with every rate: below it there is not enough record
const Z = 1.959963984540054 // the normal distribution's 97.5 % quantile
const ROUNDING = 1e-9 // the product of fractions is not exact
