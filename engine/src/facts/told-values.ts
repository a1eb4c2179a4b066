import { textAt } from "../words.ts"
import type { CompiledFacts } from "./compile.ts"
import type { Unit } from "./context.ts"
import { read } from "./entry.ts"
import { LIGHT } from "./light-words.ts"
import { phrased } from "./phrases.ts"
import { countryCode, countryOf } from "./places.ts"
import { SLIGHT } from "./slight-words.ts"
import { stemOf } from "./stem.ts"
import type { Token } from "./tokens.ts"

/** Several properties ask of one clause what it says of one dimension. */
const toldBefore = new WeakMap<readonly Unit[], Map<readonly string[], readonly string[] | null>>()

/** The values that the nearest words name; empty where they name another country; null where nothing is named. */
export function toldValues(
  values: readonly string[],
  units: readonly Unit[],
  facts: CompiledFacts,
): readonly string[] | null {
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
    if (isOther(ways, values, tokens)) return []
  }
  return null
}

/** "Being a pass holder", of what holds without a pass; "once a month", of what holds weekly: none of them is meant. */
function isOther({ negative, denied }: Ways, values: readonly string[], tokens: readonly Token[]): boolean {
  if (negative !== undefined) {
    const telling = denied.filter((concept) => !LIGHT.has(concept) && !PERIODS.has(concept))
    return tokens.some(({ concept }, at) => telling.includes(concept) && !isDeniedAt(tokens, at))
  }
  const often = values.map((value) => OFTEN_BY_WORD.get(value.toLowerCase()))
  if (!often.every((each) => each !== undefined)) return false
  return tokens.some(({ text }, at) => {
    const isPeriod = PERIODS.has(text) && EACH.test(textAt(tokens, at - 1)) && OFTEN.test(textAt(tokens, at - 2))
    const told = isPeriod ? text : OFTEN_BY_WORD.get(text)
    return told !== undefined && !often.includes(told)
  })
}

const EACH = /^(?:a|an|every|each|per)$/
const OFTEN = /^(?:once|comes?|delivered|sent|bouquet|visit|time)$/
/** How often, by the word for it: "monthly"; and by its period: "once a month". */
const OFTEN_BY_WORD: ReadonlyMap<string, string> = new Map(
  "daily:day weekly:week fortnightly:fortnight monthly:month quarterly:quarter yearly:year annually:year"
    .split(" ")
    .map((pair): [string, string] => [pair.replace(/:.*/, ""), pair.replace(/.*:/, "")]),
)
const PERIODS: ReadonlySet<string> = new Set(OFTEN_BY_WORD.values())

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

const DENIALS =
  /^(?:without|no|not|non|never|don't|doesn't|haven't|hasn't|hadn't|didn't|won't|wouldn't|isn't|aren't|lacks?|dont|n't)$/
