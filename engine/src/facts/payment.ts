import type { Entry } from "./entry.ts"
import type { Clause } from "./clauses.ts"
import { isDenied } from "./polarity.ts"
import type { Proposition } from "./statements.ts"
import { textAt } from "../words.ts"
import { saysFree } from "./value.ts"

/**
 * Whether a clause denies what a fact says, where what it denies may be the price alone: "you don't pay for classes", "there's no charge for
 * the sauna" say nothing against a thing; that it is included they say. That one has to pay for it says that it is not.
 */
export function deniesBeside(clause: Clause, denied: boolean, { concepts }: Proposition, { names }: Entry): boolean {
  const isIncluded = concepts.includes("+include")
  if (isIncluded && !denied && isToBePaid(clause)) return true
  if (!denied || (!isIncluded && isPriceOf(clause, concepts, names))) return denied
  const rest = withoutPrice(clause)
  return rest === null ? denied : isDenied(rest)
}

/** "You have to pay for the sauna": that it is not included. */
export function isToBePaid({ words, concepts }: Clause): boolean {
  return !concepts.has("+include") && HAS_TO_PAY.test(words)
}

const HAS_TO_PAY =
  /\b(?:(?:have|has|need|needs) to pay|must pay|is charged|are charged|there(?:'s| is) an? (?:\w+ )?(?:charge|fee)) for\b/

/** What is free is a word of the fact itself: "no deposit", of a deposit that is required. */
function isPriceOf({ tokens, values }: Clause, concepts: readonly string[], names: ReadonlySet<string>): boolean {
  return values.some(
    ({ value, from, to }) =>
      saysFree(value) &&
      tokens
        .slice(from, to)
        .some(({ concept }) => concept !== "" && (names.has(concept) || concepts.includes(concept))),
  )
}

/** Its words without those that say that nothing is paid; null where none do. */
function withoutPrice({ tokens, values }: Clause): string | null {
  const said = new Set<number>()
  for (const { value, from, to } of values) {
    if (!saysFree(value)) continue
    for (let at = from; at < to || MORE.test(textAt(tokens, at)); at++) said.add(at)
    for (let at = from - 1; at >= from - BEFORE_MAX && PAID_NOT.test(textAt(tokens, from)); at--) {
      said.add(at)
      if (NEGATES.test(textAt(tokens, at))) break
    }
  }
  return said.size === 0 ? null : tokens.flatMap(({ text }, at) => (said.has(at) ? [] : [text])).join(" ")
}

const BEFORE_MAX = 4 // "don't have to pay"
const MORE = /^(?:extra|additional|more)$/
const PAID_NOT = /^(?:pay|charge|charged|cost|charges|costs|paying|take|ask|need|require|want|collect)$/
const NEGATES = /^(?:not|never|cannot|no|[a-z]+n't)$/

/** Whether a question asks for the contrary: "is it extra?", "do I pay for it?" of what is included; who says no says that it is so. */
export function asksContrary({ words, concepts: said }: Clause, { concepts }: Proposition): boolean {
  if (isDenied(words.replace(NOT, " "))) return true
  return concepts.includes("+include") && !said.has("+include") && ASKS_PRICE.test(words)
}

/** "Isn't it included?" asks for the same as "is it included?". */
const NOT = /\bnot\b|n't\b/g
const ASKS_PRICE = /\b(?:pay|paying|charged?|charges?|fees?|costs?)\b/
