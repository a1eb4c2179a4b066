import { textAt } from "../words.ts"
import type { CompiledFacts } from "./compile.ts"
import type { Unit } from "./context.ts"
import { LIGHT } from "./light-words.ts"
import { phrased } from "./phrases.ts"
import { countryOf } from "./places.ts"
import { isDeniedAt, namedIn, wordingOf } from "./scope-words.ts"
import type { Ways } from "./scope-words.ts"
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
