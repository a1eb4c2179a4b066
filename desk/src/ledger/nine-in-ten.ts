/** One time on a record: how long something took, or for how long it has not been done. */
export type Lasted = {
  readonly time: number
  /** False: not done when it was last looked at, after `time`. */
  readonly done: boolean
  /** How long ago it began, in the same unit; what it has become by then is known. */
  readonly since: number
}

export const CASES_MIN = 10 // below it the largest of all would be the answer, and that is not enough record

/**
 * The time by which 9 in 10 of those that lasted longer than `after` were done; null where the record cannot say: fewer
 * than 10 of them, fewer than 10 that began as long ago as the answer, or 9 in 10 not done yet.
 *
 * The rank ⌈0.9 (n + 1)⌉ of split-conformal prediction (Vovk, Gammerman, Shafer 2005; Lei et al. 2018): where what comes
 * is exchangeable with the record, it is done by the answer in at least 9 of 10 cases. What is not done yet counts as
 * unfinished: it took at least what has passed, so it stays in every rank up to there and is then left out of the count
 * (the product-limit estimate, Kaplan and Meier 1958). Without unfinished ones this is the value at that rank.
 */
export function nineInTen(record: readonly Lasted[], after = -1): number | null {
  const lasted = record.filter(({ time }) => time > after).toSorted(byTime)
  const n = lasted.length
  const wanted = Math.ceil(SHARE * (n + 1)) / n
  if (n < CASES_MIN || wanted > 1) return null
  let notDone = 1
  for (const [index, { time, done }] of lasted.entries()) {
    if (!done) continue
    notDone *= 1 - 1 / (n - index)
    if (1 - notDone >= wanted - ROUNDING) return isKnownAt(lasted, time) ? time : null
  }
  return null
}

const SHARE = 0.9
const ROUNDING = 1e-9 // the product of fractions is not exact

/** What was done comes before what was not done yet at the same time, as is usual. */
function byTime(a: Lasted, b: Lasted): number {
  return a.time - b.time || Number(b.done) - Number(a.done)
}

function isKnownAt(lasted: readonly Lasted[], time: number): boolean {
  return lasted.filter(({ since }) => since >= time).length >= CASES_MIN
}
