import { toldByAge } from "./ages.ts"
import type { Unit } from "./context.ts"
import type { Entry } from "./entry.ts"
import type { CompiledFacts } from "./compile.ts"
import { read } from "./entry.ts"
import { knownValue } from "./known-value.ts"
import type { Known } from "./known-value.ts"
import { daysIn } from "./hours.ts"
import { phrased } from "./phrases.ts"
import { countryCode, countryOf } from "./places.ts"
import { quantitiesOf, toldByQuantity } from "./quantity-scope.ts"
import type { QuantityRange } from "./quantity-scope.ts"
import { isOfSexTold } from "./sexes.ts"
import { seasonsOf, seasonsTold } from "./seasons.ts"
import type { Season } from "./seasons.ts"
import { SLIGHT } from "./slight-words.ts"
import { stemOf } from "./stem.ts"
import { isUnreadPlace } from "./unread-place.ts"
import type { Token } from "./tokens.ts"
import { textAt } from "../words.ts"

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
        if (value === undefined) return true
        if (told.some((each) => values.includes(each))) return told.includes(value)
        return isOfSexTold(value, units) && told.some((each) => isKindOf(value, each, facts))
      })
      if (fitting.length > 0) entries = fitting
      else if (
        values.length > 1 ||
        !isNamed(group, units) ||
        toldValues(facts.dimensions.get(dimension) ?? values, units.slice(0, 1), facts) !== null ||
        units.some((unit) => unit.isAsked && toldValues(facts.dimensions.get(dimension) ?? values, [unit], facts) !== null)
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
          isCondition: values.every((value) => read(value, names).values.length > 0 && !NUMBERED.test(value)),
          standard: values.find((value) => read(value, names).concepts.has("+standard")),
        },
      ]
    },
  )
  dimensionsRead.set(group, found)
  return found
}

/** "Vega 9", a name that ends in a number. */
const NUMBERED = /^\p{Lu}\p{L}+ \d+$/u

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

/** How the values of a dimension may be said. */
type Wording = {
  readonly codes: ReadonlyMap<string, string>
  readonly ways: Ways
}

type Ways = {
  readonly positives: readonly { readonly value: string; readonly alternatives: readonly (readonly string[])[] }[]
  readonly negative: string | undefined
  readonly denied: readonly string[]
}

const wordings = new WeakMap<readonly string[], Wording>()

function wordingOf(values: readonly string[], names: ReadonlySet<string>): Wording {
  const before = wordings.get(values)
  if (before !== undefined) return before
  const positives = values.filter((value) => !NEGATIVE.test(value))
  const negative = values.find((value) => NEGATIVE.test(value))
  const found: Wording = {
    codes: new Map(
      values.flatMap((value) => {
        const code = countryCode(value)
        return code === null ? [] : [[code, value] as const]
      }),
    ),
    ways: {
      positives: positives.map((value) => ({ value, alternatives: alternatives(value, positives, names) })),
      negative,
      denied: negative === undefined ? [] : [...read(negative.replace(NEGATIVE, ""), names).concepts],
    },
  }
  wordings.set(values, found)
  return found
}

/** The tokens, with what names imply after them, as words that stand nowhere else. */
function withImplied(plain: readonly Token[], implies: CompiledFacts["implies"]): readonly Token[] {
  const tokens = phrased(plain).filter(({ text }, at) => !(text === "business" && DAYS.test(textAt(plain, at + 1))))
  const implied = tokens.flatMap((token) =>
    [...(implies.get(token.concept) ?? [])].map((concept) => ({ ...token, text: concept, concept })),
  )
  return implied.length === 0 ? tokens : [...tokens, ...implied]
}

/** "Three business days" are nobody's plan for companies. */
const DAYS = /^(?:days?|hours?)$/

function countriesIn(tokens: readonly Token[]): readonly string[] {
  return [...new Set(tokens.flatMap(({ text, capital }) => countryOf(text, capital) ?? []))]
}

type Named = {
  readonly value: string
  readonly length: number
  readonly places: readonly number[]
  /** By all its words: "male" alone is no male cat where a dog is named. */
  readonly isWhole: boolean
}

function namedIn(
  { positives, negative, denied }: Ways,
  tokens: readonly Token[],
  names: ReadonlySet<string>,
): readonly string[] {
  const found: Named[] = []
  for (const { value, alternatives: ways } of positives) {
    for (const [at, words] of ways.entries()) {
      const isWhole = at === 0 || words.length >= (ways[0]?.length ?? 0)
      const places = placesOf(words, tokens, names)
      if (places === null) continue
      if (!isDeniedAt(tokens, Math.min(...places))) found.push({ value, length: words.length, places, isWhole })
      else if (negative !== undefined) found.push({ value: negative, length: words.length, places, isWhole })
    }
  }
  if (negative !== undefined && found.length === 0) {
    const places = denied.length === 0 ? null : placesOf(denied, tokens, names)
    if (places !== null && isDeniedAt(tokens, Math.min(...places))) return [negative]
  }
  // "gift card" is not "card": of two that use the same word, the longer is meant.
  const meant = found.filter(
    (one) =>
      (one.isWhole || !found.some(({ isWhole, places: [at] }) => isWhole && at === Math.max(...one.places) + 1)) &&
      !found.some(
        (other) =>
          other.value !== one.value &&
          other.length > one.length &&
          one.places.every((place) => other.places.includes(place)),
      ),
  )
  return [...new Set(meant.map(({ value }) => value))]
}

function shortNames(name: Iterable<string>, words: readonly string[]): readonly (readonly string[])[] {
  return [...name].filter((word) => words.includes(word)).map((word) => [word])
}

const NEGATIVE = /^(?:none$|no$|no |not |non-?|without )/i

/** "card or PayPal" is either; what all values share ("… Rewards Card") need not be said. */
function alternatives(
  value: string,
  siblings: readonly string[],
  names: ReadonlySet<string>,
): readonly (readonly string[])[] {
  const parts = value.split(/ or | and |, |\/|;/).filter((part) => part.trim() !== "")
  const shared =
    siblings.length < 2
      ? []
      : [...read(siblings[0] ?? "", names).concepts].filter((concept) =>
          siblings.every((sibling) => read(sibling, names).concepts.has(concept)),
        )
  return parts.flatMap((part) => {
    const concepts = [...read(part, names).concepts]
    if (concepts.length === 0 && names.has(part.toLowerCase())) return [[part.toLowerCase()]] // "used", "new"
    const telling = concepts.filter((concept) => !shared.includes(concept))
    const words = telling.length > 0 ? telling : concepts
    const ownName = /^\p{Lu}\p{L}+ \p{Lu}\p{L}+$/u.test(part) ? read(part.split(" ")[1] ?? "", names).concepts : []
    const [first = ""] = words
    if (words.length === 2 && !first.startsWith("+") && !SLIGHT.has(first))
      return [words, [first], ...shortNames(ownName, words)]
    return words.length === 0
      ? []
      : [words, ...[...ownName].filter((word) => words.includes(word)).map((word) => [word])]
  })
}

function placesOf(
  words: readonly string[],
  tokens: readonly Token[],
  names: ReadonlySet<string>,
): readonly number[] | null {
  const places = words.map((word) =>
    tokens.findIndex(
      (token) =>
        token.concept === word ||
        (word.startsWith("#") && token.text === word.slice(1)) ||
        (word.startsWith("~") && word === `~${stemOf(token.text)}`) ||
        (token.concept === "" && names.has(token.text) && token.text.startsWith(word)),
    ),
  )
  return places.every((place) => place >= 0) ? places : null
}

/** "without Plus", "I don't have Plus", "not on Pro", "non-members". */
function isDeniedAt(tokens: readonly Token[], at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 4); before--) {
    const text = textAt(tokens, before)
    if (text === "," || text === "." || text === ";") return false
    if (DENIALS.test(text)) return !tokens.slice(before + 1, at).some((token) => PARTS.test(token.text))
  }
  return false
}

/** "isn't part of Team" denies the thing, not the plan. */
const PARTS = /^(?:part|included?|available|offered|comes?|in|with|for|to|cover)$/

const DENIALS = /^(?:without|no|not|non|never|don't|doesn't|haven't|hasn't|isn't|aren't|lacks?|dont|n't)$/
