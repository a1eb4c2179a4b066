import type { Unit } from "./context.ts"
import { MONTHS } from "./dates.ts"
import type { Fact } from "./fact.ts"
import { valuesIn } from "./values.ts"

/** A scope that is a time of the year, with its months. */
export type Season = { readonly scope: string; readonly months: ReadonlySet<number> }

/** Those of the scopes that are times of the year: "summer (1 May to 30 September)". */
export function seasonsOf(scopes: readonly string[], names: ReadonlyMap<string, string>): readonly Season[] {
  const found = scopes.flatMap((scope) => {
    const months = monthsOf(scope) ?? monthsOf(names.get(scope.toLowerCase()) ?? "")
    return months === null ? [] : [{ scope, months }]
  })
  const [season] = found
  const rest = scopes.find((scope) => scope !== season?.scope)
  if (season === undefined || rest === undefined || found.length > 1 || scopes.length > 2 || !REST.test(rest))
    return found
  const others = new Set(Array.from({ length: 12 }, (_, at) => at + 1).filter((month) => !season.months.has(month)))
  return [season, { scope: rest, months: others }]
}

/** The time of the year that is not the other one. */
const REST = /\b(?:low|off|rest|other|outside|quiet|green)\b/i

/** Times of the year that a fact gives a name: "the high season is from 1 July to 31 August". */
export function seasonNamesOf(facts: readonly Fact[]): ReadonlyMap<string, string> {
  return new Map(
    facts.flatMap(({ subject, aliases, value }) =>
      typeof value === "string" && monthsOf(value) !== null
        ? [subject, ...(aliases ?? [])].map((name) => [name.toLowerCase(), value] as const)
        : [],
    ),
  )
}

/** The scopes that the nearest date falls into; null where there is none. */
export function seasonsTold(seasons: readonly Season[], units: readonly Unit[]): readonly string[] | null {
  if (seasons.length === 0) return null
  for (const { tokens } of units) {
    const month = tokens.some(({ text }) => text === "in" || MONTH.test(text))
      ? valuesIn(tokens).flatMap(({ value }) => (value.kind === "date" ? (value.month ?? []) : []))[0]
      : undefined
    const named = month ?? MONTHS.get(tokens.find(({ text, capital }) => capital && MONTHS.has(text))?.text ?? "")
    if (named === undefined) continue
    const told = seasons.filter(({ months }) => months.has(named)).map(({ scope }) => scope)
    return told.length > 0 ? told : null
  }
  return null
}

/** Its months, first and last included. */
function monthsOf(scope: string): ReadonlySet<number> | null {
  const [first, last, ...more] = [...scope.toLowerCase().matchAll(NAMED)].map(([word]) => MONTHS.get(word) ?? 0)
  if (first === undefined || last === undefined || more.length > 0) return null
  const months = new Set<number>()
  for (let month = first, left = 12; left > 0; month = (month % 12) + 1, left--) {
    months.add(month)
    if (month === last) break
  }
  return months
}

const NAMES = [...MONTHS.keys()].join("|")
const MONTH = new RegExp(`^(?:${NAMES})$`)
const NAMED = new RegExp(`\\b(?:${NAMES})\\b`, "g")
