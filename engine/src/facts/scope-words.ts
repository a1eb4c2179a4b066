import { read } from "./read-text.ts"
import { countryCode } from "./places.ts"
import { SLIGHT } from "./slight-words.ts"
import { stemOf } from "./stem.ts"
import { tokensOf } from "./tokens.ts"
import type { Token } from "./tokens.ts"
import { textAt } from "../words.ts"

/** How the values of a dimension may be said. */
type Wording = {
  readonly codes: ReadonlyMap<string, string>
  readonly ways: Ways
}

export type Ways = {
  readonly positives: readonly { readonly value: string; readonly alternatives: readonly (readonly string[])[] }[]
  readonly negative: string | undefined
  readonly denied: readonly string[]
}

const wordings = new WeakMap<readonly string[], Wording>()

export function wordingOf(values: readonly string[], names: ReadonlySet<string>): Wording {
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

type Named = {
  readonly value: string
  readonly length: number
  readonly places: readonly number[]
  /** By all its words: "male" alone is no male cat where a dog is named. */
  readonly isWhole: boolean
}

export function namedIn(
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
    if (concepts.length === 0) return literal(part) // "half day"
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

/** A scope whose words say nothing by themselves is told by the words themselves. */
function literal(part: string): readonly (readonly string[])[] {
  const words = tokensOf(part, 0, part.length).flatMap(({ kind, text }) => (kind === "word" ? [`=${text}`] : []))
  return words.length < 2 ? [] : [words]
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
        (word.startsWith("=") && (token.text === word.slice(1) || token.text === `${word.slice(1)}s`)) ||
        (token.concept === "" && names.has(token.text) && token.text.startsWith(word)),
    ),
  )
  const isTogether = words[0]?.startsWith("=") !== true || Math.max(...places) - Math.min(...places) <= words.length
  return isTogether && places.every((place) => place >= 0) ? places : null
}

/** "without Plus", "I don't have Plus", "not on Pro", "non-members". */
export function isDeniedAt(tokens: readonly Token[], at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 4); before--) {
    const text = textAt(tokens, before)
    if (text === "," || text === "." || text === ";") return false
    if (!DENIALS.test(text)) continue
    const between = tokens.slice(before + 1, at)
    return !between.some(
      (token, place) => PARTS.test(token.text) || (token.text === "on" && (between[place - 1]?.concept ?? "") !== ""), // "no SSH on Seed"
    )
  }
  return false
}

/** "isn't part of Team" denies the thing, not the plan. */
const PARTS = /^(?:part|included?|available|offered|comes?|in|with|for|to|cover)$/

const DENIALS =
  /^(?:without|no|not|non|never|don't|doesn't|haven't|hasn't|hadn't|didn't|won't|wouldn't|isn't|aren't|lacks?|dont|n't)$/
