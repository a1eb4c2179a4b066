/** Numbers in [0, 1) that only the seed decides (mulberry32). */
export type Chance = () => number

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export type Draw = (chance: Chance) => number

/** Mean 1; the larger the spread, the longer the tail. */
export function lognormal(spread: number): Draw {
  return (chance) => Math.exp(spread * normal(chance) - (spread * spread) / 2)
}

/** Mean 1, with a tail so heavy that below a power of 2 its variance is infinite. */
export function pareto(power: number): Draw {
  return (chance) => ((power - 1) / power) * (1 - chance()) ** (-1 / power)
}

export function exponential(mean: number): Draw {
  return (chance) => -mean * Math.log(1 - chance())
}

function normal(chance: Chance): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())
}
