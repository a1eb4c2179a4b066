/** Milliseconds: by the clock, and of this process' own work; on a machine shared with others the second says more. */
export type Spent = { readonly wall: number; readonly own: number }

export async function spentOn(work: () => unknown): Promise<Spent> {
  const [began, used] = [performance.now(), ownTime()]
  await work()
  return { wall: performance.now() - began, own: ownTime() - used }
}

/** Milliseconds of processor time so far, collecting garbage and compiling included. */
export function ownTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const ROUNDS = 3
const ROUNDS_FOR_ENOUGH = 12

/**
 * The least own time of a few rounds, as a busy machine adds to each of them differently. Where less than `enough` is
 * asked for, no more rounds are run once one took less, and more of them until then.
 */
export function leastTime(work: () => unknown, enough = 0): number {
  const rounds = enough > 0 ? ROUNDS_FOR_ENOUGH : ROUNDS
  let least = Infinity
  for (let round = 0; round < rounds && least >= enough; round++) {
    const used = ownTime()
    work()
    least = Math.min(least, ownTime() - used)
  }
  return least
}

/** The value below which the share `p` of them lies. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? Number.NaN
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}
