import type { Entry } from "./entry.ts"
import { mayBeName } from "./may-be-name.ts"
import { readOne } from "./numbers.ts"
import { isCountry } from "./places.ts"
import type { Token } from "./tokens.ts"
import type { Said } from "./value.ts"
import { textAt } from "../words.ts"

/** Whether words of a fact hold what a token names: "Bergen" as a place, whatever country it is in. */
export function holdsName(words: { readonly has: (concept: string) => boolean }, { concept, text }: Token): boolean {
  return words.has(concept) || words.has(`~${text}`)
}

/** A name that a list does not have, where the list's own word says that it is one of them: "our shop in Leeds", "the Leeds shop". */
export function strangerInSlot(tokens: readonly Token[], entry: Entry, isAlone: boolean): Token | undefined {
  return tokens.find((token, at) => {
    if (!isStranger(token, entry) || isCountry(token.text)) return false
    if (isHead(tokens[at + 1], entry) && !token.text.endsWith("'s")) return isAlone && textAt(tokens, at - 1) !== "our" // "our Christmas shop", "the Briggate shop is the Leeds one"
    if (!/^(?:in|at|to)$/.test(textAt(tokens, at - 1)) || STREET.test(textAt(tokens, at + 1))) return false
    return [2, 3, 4].some((back) => isHead(tokens[at - back], entry))
  })
}

const STREET = /^(?:street|road|lane|avenue|square|way|close|park|and|&|-)$/

function isStranger(token: Token, { all }: Entry): boolean {
  return mayBeName(token) && token.text.length > 2 && !holdsName(all, token)
}

/** The word that says what the list is of: "shop" of our shops, "port" of the ports. */
function isHead(token: Token | undefined, { names, attribute }: Entry): boolean {
  return token !== undefined && token.concept !== "" && (names.has(token.concept) || attribute.includes(token.concept))
}

/** "We work on any make", "whatever the language", of a list that has no more. */
export function saysAny(tokens: readonly Token[], entry: Entry): boolean {
  return tokens.some(
    ({ text }, at) =>
      /^(?:any|every|whatever|whichever)$/.test(text) &&
      (isHead(tokens[at + 1], entry) || (textAt(tokens, at + 1) === "the" && isHead(tokens[at + 2], entry))) &&
      !/^(?:day|time|where|one|of)$/.test(textAt(tokens, at + 1)) &&
      textAt(tokens, at + 2) !== "of",
  )
}

/** How many of its items there are, where that is told of all of them: "our three data centres", "we have nine shops". */
export function countTold(tokens: readonly Token[], values: readonly Said[], entry: Entry): number | null {
  if (entry.fact.type !== "list" || !Array.isArray(entry.fact.value) || entry.fact.value.some(hasNumber)) return null
  for (const { value, from, to } of values) {
    if (value.kind !== "count" || value.min !== value.max || value.bound !== "exact" || value.min < 2) continue
    if (
      value.max <= entry.items.length &&
      NARROWED.test(textAt(tokens, tokens[to]?.concept === value.of ? to + 1 : to))
    )
      continue
    // "Four of our 14 languages have lessons": the four are the list.
    if (textAt(tokens, from - 2) === "of" && readOne(tokens, from - 3)?.value === entry.items.length) continue
    const isOf = value.of !== "" && (entry.names.has(value.of) || entry.attribute.includes(value.of))
    if (isOf && ALL_OF.test(`${textAt(tokens, from - 2)} ${textAt(tokens, from - 1)}`)) return value.max
  }
  return null
}

/** "We have two shops with a café" says nothing of how many there are. */
const NARROWED = /^(?:with|without|that|which|where|in|on|at|near|for|open)$/

const ALL_OF = /(?:^| )(?:our|have|are|all|the|got|we've)$|^ $/

function hasNumber(item: string): boolean {
  return /\d|\b(?:two|three|four|five)\b/.test(item)
}
