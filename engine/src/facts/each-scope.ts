import type { Fact } from "./fact.ts"

/** A fact that holds for several of a book's plans, countries or groups ("Team, Office", "Team and Office"), once for each of them. */
export function eachScope(facts: readonly Fact[]): readonly Fact[] {
  const known = new Map<string, Set<string>>()
  for (const { scope = {} } of facts)
    for (const [dimension, value] of Object.entries(scope))
      known.set(dimension, (known.get(dimension) ?? new Set()).add(value))
  return facts.flatMap((fact) =>
    Object.entries(fact.scope ?? {}).reduce<readonly Fact[]>(
      (all, [dimension, value]) => {
        const parts = value.split(JOINS)
        if (parts.length < 2 || !parts.every((part) => known.get(dimension)?.has(part))) return all
        if (all.length * parts.length > EACH_MAX) return all
        return all.flatMap((each) => parts.map((part) => ({ ...each, scope: { ...each.scope, [dimension]: part } })))
      },
      [fact],
    ),
  )
}

const EACH_MAX = 100 // readings of one fact; more is no list that anybody wrote
const JOINS = /, (?:and )?| and | & | or /
