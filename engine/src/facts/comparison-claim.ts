import type { Clause } from "./clauses.ts"
import { conceptsIn } from "./clauses.ts"
import type { Unit } from "./context.ts"
import { perFactor } from "./compare.ts"
import type { Entry } from "./entry.ts"
import type { Judged, Place } from "./find-claims.ts"
import { isInForce } from "./in-force.ts"
import { readOne } from "./numbers.ts"
import { matchesOf } from "./match.ts"
import { inScope } from "./scope.ts"
import type { Value } from "./value.ts"
import { textAt } from "../words.ts"

/** Two of our own facts compared: "costs €3 more than to Germany", "would be $14 cheaper each month". Undefined where nothing is compared. */
export function comparisonClaim(place: Place): Judged | null | undefined {
  const said = relationIn(place.clause)
  if (said === null || isShareOff(place, said)) return undefined
  const { tokens } = place.clause
  const rest = place.units.slice(1)
  if (said.second === null) {
    const first = best(place, place.units, null)
    if (first === null) return null
    const second = otherScope(place, first) ?? best(place, rest, first)
    return second === null ? null : judged(first, second, said)
  }
  const first = best(place, [part(place, 0, said.first), ...rest], null)
  if (first === null) return null
  const second = best(place, [part(place, said.second, tokens.length), part(place, 0, said.first), ...rest], first)
  if (second !== null && !isNamedIn(place, first) && !isNamedIn(place, second)) return null
  return second === null ? null : judged(first, second, said)
}

/** "a quarter less than the usual price": a discount, where a fact tells of one. */
function isShareOff({ clause: { values }, reading }: Place, { first, direction }: Relation): boolean {
  return (
    direction === -1 &&
    reading.facts.shares.length > 0 &&
    values.some(({ to, value }) => value.kind === "percent" && (to === first || to === first - 1))
  )
}

/** A clause that says no word of what is compared ("the same as you are") compares something else. */
function isNamedIn({ clause, reading }: Place, { all }: Entry): boolean {
  for (const concept of clause.concepts) if (all.has(concept) && reading.facts.weights.of(concept) >= 0.3) return true
  return false
}

/** Where the two sides stand in the clause, and how the first is to be related to the second. */
type Relation = {
  readonly first: number
  readonly second: number | null
  /** 1 more, -1 less, 0 the same. */
  readonly direction: 1 | -1 | 0
  readonly difference: number | null
  /** "twice as much as" */
  readonly factor: number | null
}

function relationIn(clause: Clause): Relation | null {
  const { tokens, values } = clause
  if (!tokens.some(({ text }) => RELATES.has(text))) return null
  const text = (at: number): string => textAt(tokens, at)
  const same = tokens.findIndex(
    (_, at) => /^(?:same|exactly)$/.test(text(at)) && text(at + 1) === "as" && text(at - 1) === "the",
  )
  if (same > 0) return { first: same, second: same + 2, direction: 0, difference: null, factor: null }
  const times = tokens.findIndex((_, at) => FACTORS.has(text(at)) && text(at + 1) === "as")
  const as = times < 0 ? -1 : tokens.findIndex((_, at) => at > times + 1 && text(at) === "as")
  if (as > 0) {
    const isMore = /^(?:than|nearly|almost)$/.test(text(times - 1))
    const written = text(times) === "times" ? readOne(tokens, times - 1)?.value : FACTORS.get(text(times))
    return { first: times, second: as + 1, direction: isMore ? 1 : 0, difference: null, factor: written ?? Number.NaN }
  }
  const than = tokens.findIndex((_, at) => text(at) === "than")
  const word = tokens.findIndex(
    (_, at) =>
      MORE.has(text(at)) && !/^(?:or|any|no)$/.test(text(at - 1)) && (than < 0 || (at < than && at > than - 4)),
  )
  const direction = MORE.get(text(word))
  if (word < 0 || direction === undefined) return null
  const amount = values.find(
    ({ to, value }) => value.kind !== "date" && value.kind !== "percent" && (to === word || to === word - 1),
  )
  const difference = amount === undefined || amount.value.kind === "date" ? null : amount.value.max
  if (than < 0)
    return difference === null || amount?.value.kind === "count"
      ? null
      : { first: word, second: null, direction, difference, factor: null }
  const isNamed = text(than + 1) === "the" // "dearer than the 500"
  if (values.some(({ from }) => from === than + 1 || (from === than + 2 && !isNamed))) return null // "more than $5"
  return { first: word, second: than + 1, direction, difference, factor: null }
}

const FACTORS: ReadonlyMap<string, number> = new Map([
  ["half", 0.5],
  ["twice", 2],
  ["times", Number.NaN],
])

/** The one other fact of the same property: an e-bike is told against bicycles without motor. */
function otherScope({ reading }: Place, first: Entry): Entry | null {
  const others = reading.facts.entries.filter(
    (entry) => entry.group === first.group && entry !== first && isInForce(entry.fact, reading.day),
  )
  return others.length === 1 ? (others[0] ?? null) : null
}

/** Direction: 1 more, -1 less. */
const MORE: ReadonlyMap<string, 1 | -1> = new Map([
  ...["more", "dearer", "pricier", "longer", "slower", "heavier", "higher", "larger", "bigger"].map(
    (word): [string, 1 | -1] => [word, 1],
  ),
  ...["less", "cheaper", "shorter", "faster", "quicker", "lighter", "lower", "smaller", "sooner"].map(
    (word): [string, 1 | -1] => [word, -1],
  ),
])

/** Words without one of which nothing is compared. */
const RELATES: ReadonlySet<string> = new Set(["same", "exactly", ...FACTORS.keys(), ...MORE.keys()])

function part({ clause, reading }: Place, from: number, to: number): Unit {
  const tokens = clause.tokens.slice(from, to)
  return { tokens, concepts: conceptsIn(tokens, [], reading.facts.names), nearness: 1 }
}

const COSTS = /\b(?:costs?|cheaper|dearer|pricier|expensive|price|fee|charge|pay|paying)\b/

/** The fact that one side speaks of; of the other side, one of the same kind. */
function best({ reading, clause }: Place, units: readonly (Unit | undefined)[], other: Entry | null): Entry | null {
  const { words } = clause
  const isMoney = COSTS.test(words) || clause.values.some(({ value }) => value.kind === "money")
  const given = units.filter((unit) => unit !== undefined)
  const matches = matchesOf(
    given,
    reading.facts,
    ({ value }) =>
      value !== null &&
      value.kind !== "date" &&
      (value.kind === "money") === isMoney &&
      (other === null || value.kind === other.value?.kind),
  )
  for (const { entry, subject, score } of matches) {
    if (subject < 0.5 || score < 2.2) continue
    const scoped = inScope(entry, { units: given, reading })
    if (scoped.open.length > 0 || scoped.isElsewhere) continue
    const found = scoped.entries.find((each) => each !== other && isInForce(each.fact, reading.day))
    if (found !== undefined && (other === null || sameProperty(found, other))) return found
  }
  return null
}

function sameProperty(one: Entry, other: Entry): boolean {
  if (one.group === other.group) return true
  return one.fact.attribute.toLowerCase() === other.fact.attribute.toLowerCase()
}

function judged(first: Entry, second: Entry, said: Relation): Judged | null {
  if (Number.isNaN(said.factor)) return null
  const one = amountOf(first.value)
  const other = amountOf(second.value)
  if (one === null || other === null || !Number.isFinite(one) || !Number.isFinite(other)) return null
  const agrees = relates(one, other, said) || relates(one, other * periodsIn(first.value, second.value), said)
  return { verdict: agrees ? "supported" : "contradicted", kind: "comparison", entry: first, score: 4 }
}

/** How often the second is paid while the first is paid once: twelve months in a year. */
function periodsIn(first: Value | null, second: Value | null): number {
  return first?.kind === "money" && second?.kind === "money" ? (perFactor(first.per, second.per) ?? 1) : 1
}

function relates(one: number, other: number, { direction, difference, factor }: Relation): boolean {
  if (factor !== null) return direction === 0 ? Math.abs(one - other * factor) < 0.005 : one > other * factor
  if (Math.sign(one - other) !== direction) return false
  return difference === null || Math.abs(Math.abs(one - other) - difference) < 0.005
}

function amountOf(value: Value | null): number | null {
  return value === null || value.kind === "date" ? null : value.max
}
