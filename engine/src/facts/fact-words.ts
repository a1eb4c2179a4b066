import { sentences } from "../sentences.ts"
import { asidesIn } from "../wording/asides.ts"
import type { Entry } from "./entry.ts"
import { isInForce } from "./in-force.ts"
import { LIGHT } from "./light-words.ts"
import { smooth } from "./smooth.ts"
import { findClaims } from "./find-claims.ts"
import type { Claim, Reading } from "./find-claims.ts"
import { compare } from "./compare.ts"
import { tokensOf } from "./tokens.ts"
import { saysFree } from "./value.ts"
import { valuesIn } from "./values.ts"
import { textAt } from "../words.ts"

/**
 * What could stand in place of a contradicted claim: its own words with the fact's amount in them where a second reading finds
 * that supported, otherwise the fact's statement.
 */
export function factWords(claim: Claim, entry: Entry, reading: Reading): string {
  const { statement } = entry.fact
  const amount = amountIn(statement, entry)
  const told = amount === null ? null : toldIn(reading.text, claim, entry)
  if (amount === null || told === null || isOfElse(claim, entry, reading)) return statement
  const words = reading.text.slice(claim.start, told.start) + amount + reading.text.slice(told.end, claim.end)
  return holds(words, claim, entry, reading) ? words : statement
}

/**
 * The sentence is about what is saved, excepted, ruled out or past, or is told on the days of an offer: with another figure in it, it would
 * be false, though a figure in it was.
 */
function isOfElse({ quote }: Claim, { exemption, all }: Entry, { facts, day }: Reading): boolean {
  const words = smooth(quote)
  if (ELSE.test(words) || (exemption !== null && CONDITION.test(words))) return true
  return facts.shares.some(
    ({ fact, attribute }) =>
      fact.validUntil !== undefined &&
      isInForce(fact, day) &&
      attribute.every((concept) => LIGHT.has(concept) || all.has(concept)),
  )
}

const ELSE =
  /\b(?:sav(?:e|es|ed|ing|ings)|cheaper|dearer|less|difference|drop(?:s|ped)?|not|never|no longer|too|enough|only|used to|was|were|paid|joined|(?:when|after|before|since) you \w+ed|back then|(?:gone|goes?|went) (?:up|down)|any ?more|together|on top|extra)\b|n't\b|^(?:and |or )?with \w/
const CONDITION = /\b(?:if|with|without|unless|when|once|as|because|since|for)\b/

/** The words of a statement that say its value. */
function amountIn(statement: string, { value }: Entry): string | null {
  if (value === null) return null
  const tokens = tokensOf(statement, 0, statement.length)
  const said = valuesIn(tokens).find((each) => compare(each.value, value, false) === "same" && !saysFree(each.value)) // "free" is no amount to be put in the place of another
  return said === undefined ? null : statement.slice(tokens[said.from]?.start, tokens[said.to - 1]?.end)
}

type Place = { readonly start: number; readonly end: number }

/** Where the amount stands that the fact goes against, when there is just one. */
function toldIn(text: string, { start, end }: Claim, { value }: Entry): Place | null {
  const tokens = tokensOf(text, start, end)
  const told = valuesIn(tokens).filter((said) => value !== null && said.value.kind === value.kind)
  const [only] = told
  if (only === undefined || told.length > 1) return null
  const from = tokens[only.from]
  const to = tokens[only.to - 1]
  if (from === undefined || to === undefined) return null
  if (saysFree(only.value) && !(/^(?:free|nothing)$/.test(from.text) && IS.test(textAt(tokens, only.from - 1))))
    return null
  return { start: from.start, end: to.end }
}

const IS = /^(?:is|are|be|it's|costs?|cost|you)$/

/** Whether the message would be supported with these words. */
function holds(words: string, { start, end }: Claim, entry: Entry, reading: Reading): boolean {
  const text = reading.text.slice(0, start) + words + reading.text.slice(end)
  const more = words.length - (end - start)
  const own = reading.own.map((span) => ({
    start: span.start > start ? span.start + more : span.start,
    end: span.end > start ? span.end + more : span.end,
  }))
  const claims = findClaims({
    ...reading,
    text,
    own,
    sentences: sentences(text, own),
    asides: asidesIn(text),
    findings: [],
  })
  const there = claims.filter((claim) => claim.start < start + words.length && start < claim.end)
  return there.length > 0 && there.every(({ verdict, factId }) => verdict === "supported" && factId === entry.fact.id)
}
