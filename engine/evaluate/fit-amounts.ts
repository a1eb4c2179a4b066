import { parseArgs } from "node:util"
import { optionsOf } from "../src/facts/amount-options.ts"
import type { NoneTrait, Option } from "../src/facts/amount-options.ts"
import type { Trait } from "../src/facts/amount-traits.ts"
import { withoutCondition } from "../src/facts/condition.ts"
import { NONE_WEIGHTS, WEIGHTS } from "../src/facts/amount-weights.ts"
import { placesOf } from "./amount-rows.ts"
import type { LabelledPlace } from "./amount-rows.ts"

/**
 * Fits the weights by which an amount's fact is told (engine/src/facts/amount-weights.ts) on labelled replies, by hand and for
 * good: prints them, and how often the right fact came first where the weights were fitted on the other businesses.
 */
function main(): void {
  const { values } = parseArgs({
    options: {
      data: { type: "string", multiple: true },
      set: { type: "string", default: "fact_replies_dev" },
      json: { type: "boolean" },
    },
  })
  const cases = (values.data ?? []).flatMap((folder) => placesOf(folder, values.set, STRANGER_EVERY)).flatMap(caseOf)
  const businesses = [...new Set(cases.map(({ business }) => business))]
  const folds = businesses.map((business) => ({
    business,
    weights: fit(cases.filter((each) => each.business !== business)),
  }))
  const all = fit(cases)
  if (values.json === true) {
    console.log(JSON.stringify({ all, folds }))
    return
  }
  for (const { business, weights } of folds) {
    const own = cases.filter((each) => each.business === business && each.book === business)
    const right = own.filter((each) => isFirst(each, weights)).length
    console.log(`${business.padEnd(14)} right fact, or rightly none: ${right} of ${own.length}`)
  }
  for (const [name, weight] of Object.entries(all)) console.log(`  ${name}: ${weight.toFixed(2)},`)
}

/** With other businesses' books nothing is meant, mostly: both may well speak of delivery. So those count for less. */
const STRANGER_EVERY = 5
const STRANGER_COUNTS = 0.25

type Case = {
  readonly business: string
  readonly book: string
  readonly counts: number
  readonly rows: readonly Float64Array[]
  /** Places in `rows` of the property that is meant; the last row stands for none. */
  readonly meant: readonly number[]
}

const NAMES: readonly string[] = [...Object.keys(WEIGHTS), ...Object.keys(NONE_WEIGHTS).map((name) => `none ${name}`)]

/** A clause with amounts: its options as rows of traits, the last row that it is about none of them. */
function caseOf({ business, book, place, labels }: LabelledPlace): readonly Case[] {
  if (place.stance === "own" || place.stance === "asks" || place.stance === "reports" || place.stance === "doubts")
    return []
  if (place.clause.values.length === 0) return []
  const { options, none } = optionsOf(place, withoutCondition(place))
  if (options.length === 0) return []
  const meant = options.flatMap(({ entry }, at) =>
    labels.some(({ factId, verdict }) => /^(?:supported|contradicted)$/.test(verdict) && isOf(place, entry, factId))
      ? [at]
      : [],
  )
  const isOwn = book === business
  if (!isOwn && options.some(({ verdict }) => verdict?.verdict === "supported")) return []
  const rows = options.map(({ traits }) =>
    Float64Array.from([...traitNames.map((name) => traits[name]), ...noneNames.map(() => 0)]),
  )
  rows.push(Float64Array.from([...traitNames.map(() => 0), ...noneNames.map((name) => none[name])]))
  return [
    { business, book, counts: isOwn ? 1 : STRANGER_COUNTS, rows, meant: meant.length > 0 ? meant : [rows.length - 1] },
  ]
}

const traitNames = Object.keys(WEIGHTS).filter((name): name is Trait => name in WEIGHTS)
const noneNames = Object.keys(NONE_WEIGHTS).filter((name): name is NoneTrait => name in NONE_WEIGHTS)

function isOf({ reading }: LabelledPlace["place"], { group }: Option["entry"], factId: string | undefined): boolean {
  return (reading.facts.groups.get(group) ?? []).some(({ fact }) => fact.id === factId)
}

/** Traits that can only speak for a fact, and those that can only speak against it. */
const FOR =
  /^(?:name|nameNear|nameWeight|wholeName|property|share|propertyNear|rest|scopeHere|scopeNear|unit|age|term|limit|lead|takes|same|kin|emptyName|none (?:case|personal|foreign|unknown|verbless|promise))$/
const AGAINST = /^(?:othersName|foreign|others|other|modified|per|bare|none|elsewhere|crowd)$/

const ROUNDS = 200
const RATE = 0.15
const PENALTY = 1 // on squares of weights of traits brought to one spread

/** Conditional logit by gradient ascent (Adam), with a penalty on large weights and signs set beforehand. */
function fit(cases: readonly Case[]): Readonly<Record<string, number>> {
  const spreads = spreadsOf(cases)
  const weights = NAMES.map(() => 0)
  const mean = NAMES.map(() => 0)
  const square = NAMES.map(() => 0)
  for (let round = 1; round <= ROUNDS; round++) {
    const slope = slopeOf(cases, weights, spreads)
    for (let at = 0; at < weights.length; at++) {
      const step = (slope[at] ?? 0) - 2 * PENALTY * (weights[at] ?? 0)
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * step
      square[at] = 0.999 * (square[at] ?? 0) + 0.001 * step * step
      const size = (mean[at] ?? 0) / (1 - 0.9 ** round) / (Math.sqrt((square[at] ?? 0) / (1 - 0.999 ** round)) + 1e-8)
      weights[at] = within(NAMES[at] ?? "", (weights[at] ?? 0) + RATE * size)
    }
  }
  return Object.fromEntries(NAMES.map((name, at) => [name, (weights[at] ?? 0) / (spreads[at] ?? 1)]))
}

function within(name: string, weight: number): number {
  if (FOR.test(name)) return Math.max(0, weight)
  if (name === "modified" || name === "other") return Math.min(-0.4, weight) // rare in the sets, and holds everywhere
  return AGAINST.test(name) ? Math.min(0, weight) : weight
}

function spreadsOf(cases: readonly Case[]): readonly number[] {
  const rows = cases.flatMap((each) => each.rows.slice(0, -1))
  return NAMES.map((name, at) => {
    if (name.startsWith("none ")) return 1
    const mean = rows.reduce((sum, row) => sum + (row[at] ?? 0), 0) / rows.length
    return Math.sqrt(rows.reduce((sum, row) => sum + ((row[at] ?? 0) - mean) ** 2, 0) / rows.length) + 1e-9
  })
}

function slopeOf(cases: readonly Case[], weights: readonly number[], spreads: readonly number[]): Float64Array {
  const slope = new Float64Array(NAMES.length)
  const scaled = weights.map((weight, at) => weight / (spreads[at] ?? 1))
  for (const { rows, meant, counts } of cases) {
    const chances = chancesOf(rows, scaled)
    const whole = meant.reduce((sum, at) => sum + (chances[at] ?? 0), 0)
    for (const [at, row] of rows.entries()) {
      const chance = chances[at] ?? 0
      const pull = counts * ((meant.includes(at) ? chance / (whole + 1e-12) : 0) - chance)
      if (Math.abs(pull) < 1e-6) continue
      for (let name = 0; name < row.length; name++) slope[name] = (slope[name] ?? 0) + pull * (row[name] ?? 0)
    }
  }
  return slope.map((each, at) => each / (spreads[at] ?? 1))
}

function chancesOf(rows: readonly Float64Array[], weights: readonly number[]): readonly number[] {
  const sums = rows.map((row) => {
    let sum = 0
    for (let at = 0; at < row.length; at++) sum += (row[at] ?? 0) * (weights[at] ?? 0)
    return sum
  })
  const most = Math.max(...sums)
  const parts = sums.map((sum) => Math.exp(sum - most))
  const all = parts.reduce((sum, part) => sum + part, 0)
  return parts.map((part) => part / all)
}

function isFirst({ rows, meant }: Case, weights: Readonly<Record<string, number>>): boolean {
  const chances = chancesOf(
    rows,
    NAMES.map((name) => weights[name] ?? 0),
  )
  return meant.includes(chances.indexOf(Math.max(...chances)))
}

main()
