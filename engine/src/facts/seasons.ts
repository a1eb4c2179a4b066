import type { Unit } from "./context.ts"
import { MONTHS } from "./dates.ts"
import type { Fact } from "./fact.ts"
import { valuesIn } from "./values.ts"

/** A scope that is a time of the year: from which day to which, both included and as months and days, or all but those. */
export type Season = { readonly scope: string; readonly from: number; readonly to: number; readonly isRest?: true }

/** Those of the scopes that are times of the year: "summer (1 May to 30 September)", or "high" where the book tells when the "high season" is. */
export function seasonsOf(
  scopes: readonly string[],
  names: ReadonlyMap<string, string>,
  dimension: string,
): readonly Season[] {
  const found = scopes.flatMap((scope) => {
    const name = scope.toLowerCase()
    const days = daysOf(scope) ?? daysOf(names.get(name) ?? names.get(`${name} ${dimension.toLowerCase()}`) ?? "")
    return days === null ? [] : [{ scope, ...days }]
  })
  const [season] = found
  const rest = scopes.find((scope) => scope !== season?.scope)
  if (season === undefined || rest === undefined || found.length > 1 || scopes.length > 2 || !REST.test(rest))
    return found
  return [season, { ...season, scope: rest, isRest: true }]
}

/** The time of the year that is not the other one. */
const REST = /\b(?:low|off|rest|other|outside|quiet|green)\b/i

/** Times of the year that a fact gives a name: "the high season is from 1 July to 31 August". */
export function seasonNamesOf(facts: readonly Fact[]): ReadonlyMap<string, string> {
  return new Map(
    facts.flatMap(({ subject, aliases, value }) =>
      typeof value === "string" && daysOf(value) !== null
        ? [subject, ...(aliases ?? [])].map((name) => [name.toLowerCase(), value] as const)
        : [],
    ),
  )
}

/** The scopes that the nearest date falls into; null where there is none. */
export function seasonsTold(seasons: readonly Season[], units: readonly Unit[]): readonly string[] | null {
  if (seasons.length === 0) return null
  for (const { tokens } of units) {
    const date = tokens.some(({ text }) => text === "in" || MONTH.test(text))
      ? valuesIn(tokens).flatMap(({ value }) => (value.kind === "date" && value.month !== undefined ? [value] : []))[0]
      : undefined
    const month = date?.month ?? MONTHS.get(tokens.find(({ text, capital }) => capital && MONTHS.has(text))?.text ?? "")
    if (month === undefined) continue
    const days = date?.day === undefined ? [1, MONTH_LEAST] : [date.day] // of a month that is partly in it nothing is certain
    const told = seasons.filter((season) => days.every((day) => isIn(season, month * 100 + day)))
    return told.length > 0 ? told.map(({ scope }) => scope) : null
  }
  return null
}

const MONTH_LEAST = 28 // days

function isIn({ from, to, isRest }: Season, day: number): boolean {
  const isWithin = from <= to ? from <= day && day <= to : day >= from || day <= to
  return isWithin !== (isRest === true)
}

/** Its first and last day, as far as they are told. */
function daysOf(scope: string): Pick<Season, "from" | "to"> | null {
  const [first, last, ...more] = [...scope.toLowerCase().matchAll(NAMED)]
  if (first === undefined || last === undefined || more.length > 0) return null
  const dayOf = ([, before, month = "", after]: RegExpMatchArray, without: number): number =>
    (MONTHS.get(month) ?? 0) * 100 + Number(before ?? after ?? without)
  return { from: dayOf(first, 1), to: dayOf(last, 31) }
}

const NAMES = [...MONTHS.keys()].join("|")
const MONTH = new RegExp(`^(?:${NAMES})$`)
const NAMED = new RegExp(`(?:\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? )?\\b(${NAMES})\\b(?: (\\d{1,2})(?!\\d))?`, "g")
