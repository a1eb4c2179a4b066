/** What traits come to with their weights. */
export function sumOf<Name extends string>(
  names: readonly Name[],
  traits: Readonly<Record<Name, number>>,
  weights: Readonly<Record<Name, number>>,
): number {
  let sum = 0
  for (const name of names) {
    const trait = traits[name]
    if (trait !== 0) sum += trait * weights[name]
  }
  return sum
}
