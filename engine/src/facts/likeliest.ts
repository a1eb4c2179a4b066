/** What traits come to with their weights. */
export function weigherOf<Name extends string>(
  weights: Readonly<Record<Name, number>>,
): (traits: Readonly<Record<Name, number>>) => number {
  const names = Object.keys(weights).filter((name): name is Name => name in weights)
  const counting = names.filter((name) => weights[name] !== 0)
  return (traits) => {
    let sum = 0
    for (const name of counting) {
      const trait = traits[name]
      if (trait !== 0) sum += trait * weights[name]
    }
    return sum
  }
}

/** Each with the chance that it is meant, likeliest first: a conditional logit. `none`: what speaks for it that none of them is. */
export function likeliest<Traits, Option extends { readonly traits: Traits }>(
  options: readonly Option[],
  weigh: (traits: Traits) => number,
  none: number,
): readonly (Option & { readonly chance: number })[] {
  const sums = options.map(({ traits }) => weigh(traits))
  const most = Math.max(none, ...sums)
  const parts = sums.map((sum) => Math.exp(sum - most))
  const all = parts.reduce((sum, part) => sum + part, Math.exp(none - most))
  return options
    .map((option, at) => ({ ...option, chance: (parts[at] ?? 0) / all }))
    .sort((one, other) => other.chance - one.chance)
}
