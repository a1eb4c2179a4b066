import { toldByAge } from "./ages.ts"
import type { Unit } from "./context.ts"
import type { Entry } from "./entry.ts"
import type { CompiledFacts } from "./compile.ts"
import { read } from "./entry.ts"
import { knownValue } from "./known-value.ts"
import type { Known } from "./known-value.ts"
import { daysIn } from "./hours.ts"
import { phrased } from "./phrases.ts"
import { countryOf } from "./places.ts"
import { quantitiesOf, toldByQuantity } from "./quantity-scope.ts"
import type { QuantityRange } from "./quantity-scope.ts"
import { namedIn, wordingOf } from "./scope-words.ts"
import { seasonsOf, seasonsTold } from "./seasons.ts"
import type { Season } from "./seasons.ts"
import { isUnreadPlace } from "./unread-place.ts"
import type { Token } from "./tokens.ts"

/** The facts of one property that hold for those a clause speaks of. */
export type InScope = {
  readonly entries: readonly Entry[]
  /** Dimensions of which nothing is known and which make a difference. */
  readonly open: readonly string[]
  /** The clause speaks of a scope for which there is no fact. */
  readonly isElsewhere: boolean
  /** A quantity in the clause itself says for whom or what it holds. */
  readonly isMeasured?: boolean
}

/** Chooses by plan, country and the like: from the clause, then from what is around it, then from what is known of the customer. */
export function inScope(group: readonly Entry[], units: readonly Unit[], known: Known, facts: CompiledFacts): InScope {
  let entries = group
  let isMeasured = false
  const open: string[] = []
  for (const { dimension, values, seasons, quantities, isCondition, standard } of dimensionsOf(group, facts)) {
    const season = seasonsTold(seasons, units)
    if (season !== null)
      entries = entries.filter(({ fact }) => season.includes(fact.scope?.[dimension] ?? season[0] ?? ""))
    const quantity = toldByQuantity(quantities, group, dimension, units, facts.names)
    if (quantity !== null && quantity.length > 0) isMeasured = true
    if (season !== null || (isCondition && quantity === null)) continue
    const told =
      quantity ??
      toldByAge(dimension, values, units) ??
      toldValues(facts.dimensions.get(dimension) ?? values, units, facts) ??
      knownValue(dimension, values, known)
    if (told !== null) {
      const fitting = entries.filter(({ fact }) => {
        const value = fact.scope?.[dimension]
        return value === undefined || told.includes(value)
      })
      if (fitting.length > 0) entries = fitting
      else if (
        values.length > 1 ||
        !isNamed(group, units) ||
        toldValues(facts.dimensions.get(dimension) ?? values, units.filter(isNearest), facts) !== null
      )
        return { entries: [], open: [], isElsewhere: true }
    } else if (values.length > 1) {
      if (standard !== undefined)
        entries = entries.filter(({ fact }) => (fact.scope?.[dimension] ?? standard) === standard)
      else if (!isUnreadPlace(dimension, units)) open.push(dimension)
    }
  }
  return { entries, open, isElsewhere: false, isMeasured }
}

/** The clause itself; of what was asked all is one matter. */
function isNearest({ isAsked }: Unit, at: number): boolean {
  return at === 0 || isAsked === true
}

/** A dimension in which the facts of one property differ. */
type Dimension = {
  readonly dimension: string
  readonly values: readonly string[]
  readonly seasons: readonly Season[]
  readonly quantities: readonly QuantityRange[]
  /** "within 90 days of purchase": conditions rather than kinds of customers. */
  readonly isCondition: boolean
  readonly standard: string | undefined
}

const dimensionsRead = new WeakMap<readonly Entry[], readonly Dimension[]>()

function dimensionsOf(group: readonly Entry[], { names, seasonNames }: CompiledFacts): readonly Dimension[] {
  const before = dimensionsRead.get(group)
  if (before !== undefined) return before
  const isHours = group.every(({ schedule }) => schedule !== null)
  const found = [...new Set(group.flatMap(({ fact }) => Object.keys(fact.scope ?? {})))].flatMap(
    (dimension): readonly Dimension[] => {
      const values = [...new Set(group.flatMap(({ fact }) => fact.scope?.[dimension] ?? []))]
      if (isHours && values.every((value) => daysIn(value).length > 0)) return [] // part of the hours
      return [
        {
          dimension,
          values,
          seasons: seasonsOf(values, seasonNames),
          quantities: quantitiesOf(values, names),
          isCondition: values.every((value) => read(value, names).values.length > 0 && !NAMED.test(value)),
          standard: values.find((value) => read(value, names).concepts.has("+standard")),
        },
      ]
    },
  )
  dimensionsRead.set(group, found)
  return found
}

/** "Vega 9", a name that ends in a number; "half day", a kind of place. */
const NAMED = /^\p{Lu}\p{L}+ \d+$|^(?:full|half|whole)[ -](?:day|week|month|year)s?$/u

/** Whether the clause itself names the subject: then what was told further away of another scope was about another subject. */
function isNamed([entry]: readonly Entry[], [own]: readonly Unit[]): boolean {
  return (
    entry?.aliases.some(
      ({ concepts, isUs, isPartial }) => !isUs && !isPartial && concepts.every((each) => own?.concepts.has(each)),
    ) === true
  )
}

/** Several properties ask of one clause what it says of one dimension. */
const toldBefore = new WeakMap<readonly Unit[], Map<readonly string[], readonly string[] | null>>()

/** The values that the nearest words name; empty where they name another country; null where nothing is named. */
function toldValues(values: readonly string[], units: readonly Unit[], facts: CompiledFacts): readonly string[] | null {
  const known = toldBefore.get(units) ?? new Map<readonly string[], readonly string[] | null>()
  toldBefore.set(units, known)
  const before = known.get(values)
  if (before !== undefined) return before
  const found = readTold(values, units, facts)
  known.set(values, found)
  return found
}

function readTold(values: readonly string[], units: readonly Unit[], facts: CompiledFacts): readonly string[] | null {
  const { codes, ways } = wordingOf(values, facts.names)
  for (const { tokens, isNext } of units) {
    if (isNext === true) continue
    const told = codes.size > 0 ? countriesIn(tokens) : []
    if (told.length > 0) return told.flatMap((code) => codes.get(code) ?? [])
    const named = codes.size === values.length ? [] : namedIn(ways, withImplied(tokens, facts.implies), facts.names)
    if (named.length > 0) return named
  }
  return null
}

/** The tokens, with what names imply after them, as words that stand nowhere else. */
function withImplied(plain: readonly Token[], implies: CompiledFacts["implies"]): readonly Token[] {
  const tokens = phrased(plain)
  const implied = tokens.flatMap((token) =>
    [...(implies.get(token.concept) ?? [])].map((concept) => ({ ...token, text: concept, concept })),
  )
  return implied.length === 0 ? tokens : [...tokens, ...implied]
}

function countriesIn(tokens: readonly Token[]): readonly string[] {
  return [...new Set(tokens.flatMap(({ text, capital }) => countryOf(text, capital) ?? []))]
}
