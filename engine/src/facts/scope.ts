import { ageRangesOf, toldByAge } from "./ages.ts"
import type { AgeRange } from "./ages.ts"
import type { Unit } from "./context.ts"
import { saysWholeName } from "./entry.ts"
import type { Entry } from "./entry.ts"
import type { CompiledFacts } from "./compile.ts"
import type { Place } from "./find-claims.ts"
import { read } from "./read-text.ts"
import { knownValue } from "./known-value.ts"
import { daysIn } from "./hours.ts"
import { quantitiesOf, toldByQuantity } from "./quantity-scope.ts"
import type { QuantityRange } from "./quantity-scope.ts"
import { isOfSexTold } from "./sexes.ts"
import { seasonsOf, seasonsTold } from "./seasons.ts"
import type { Season } from "./seasons.ts"
import { toldValues } from "./told-values.ts"
import { isUnreadPlace } from "./unread-place.ts"

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

/**
 * Which facts of an entry's property hold: chosen by plan, country and the like, from the clause, then from what is around it, then from what
 * is known of the customer.
 */
export function inScope({ group: name }: Entry, { units, reading }: Pick<Place, "units" | "reading">): InScope {
  const { facts, known } = reading
  const group = facts.groups.get(name) ?? []
  let entries = group
  let isMeasured = false
  const open: string[] = []
  for (const { dimension, values, seasons, quantities, ages, isCondition, standard } of dimensionsOf(group, facts)) {
    const season = seasonsTold(seasons, units)
    if (season !== null)
      entries = entries.filter(({ fact }) => season.includes(fact.scope?.[dimension] ?? season[0] ?? ""))
    const age = toldByAge(ages, units)
    const quantity = age === null ? toldByQuantity(quantities, group, dimension, units, facts.names) : null
    if (quantity !== null && quantity.length > 0) isMeasured = true
    if (season !== null || (isCondition && quantity === null && age === null)) continue
    const told =
      age ??
      quantity ??
      toldValues(facts.dimensions.get(dimension) ?? values, units, facts) ??
      knownValue(dimension, values, known)
    if (told !== null) {
      const fitting = entries.filter(({ fact }) => {
        const value = fact.scope?.[dimension]
        if (value === undefined) return true
        if (told.some((each) => values.includes(each))) return told.includes(value)
        return isOfSexTold(value, units) && told.some((each) => isKindOf(value, each, facts))
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

/** A female cat is a cat. */
function isKindOf(value: string, told: string, { names }: CompiledFacts): boolean {
  const wanted = read(told, names).concepts
  const own = read(value, names).concepts
  if (wanted.size < told.split(" ").length) return false // of "used books" only "books" is known
  return wanted.size < own.size && [...wanted].every((concept) => own.has(concept))
}

/** A dimension in which the facts of one property differ. */
type Dimension = {
  readonly dimension: string
  readonly values: readonly string[]
  readonly seasons: readonly Season[]
  readonly quantities: readonly QuantityRange[]
  readonly ages: readonly AgeRange[]
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
          seasons: seasonsOf(values, seasonNames, dimension),
          quantities: quantitiesOf(values, names),
          ages: ageRangesOf(dimension, values),
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
  return entry !== undefined && saysWholeName(entry, (each) => own?.concepts.has(each) === true)
}
