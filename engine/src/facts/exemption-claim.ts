import { kindOf } from "./claim-kind.ts"
import { SAME_SENTENCE } from "./context.ts"
import { saysName } from "./entry.ts"
import type { Entry } from "./entry.ts"
import type { Judged, Place } from "./find-claims.ts"
import { isInForce } from "./in-force.ts"
import { LIGHT } from "./light-words.ts"
import { saysMissing } from "./missing-sum.ts"
import { inScope } from "./scope.ts"
import type { Token } from "./tokens.ts"
import { textAt } from "../words.ts"
import { saysFree } from "./value.ts"

/**
 * What the exemption of a price says to a clause that calls the thing free, or not free, and names the exemption: "with a certificate it's
 * free" of a fee "unless a certificate is shown", "an order of €520 has it free" of a price that is free over €500.
 */
export function exemptionClaim(place: Place): Judged | null {
  const { clause, reading, stance } = place
  if (stance !== "says" || reading.facts.exempting.length === 0) return null
  const isFree = clause.values.some(({ value }) => saysFree(value))
  if (!isFree && !NOT_FREE.test(clause.words)) return null
  for (const listed of reading.facts.exempting) {
    if (!isSpokenOf(listed, place)) continue
    const { entries } = inScope(listed, place)
    if (!entries.includes(listed) || !isInForce(listed.fact, reading.day)) continue
    const holds = holdsFor(listed, place, isFree)
    if (holds === null) continue
    const verdict = holds === isFree ? "supported" : "contradicted"
    return { verdict, kind: kindOf(listed.value), entry: listed, score: SCORE }
  }
  return null
}

const SCORE = 6.6 // the exemption of this very price is told

/** "isn't free", "doesn't ship free", "no free proof". */
export const NOT_FREE = /(?:n't|\b(?:not|never|no longer|no))\b(?: [a-z]+){0,2} free\b/

function isSpokenOf(entry: Entry, { units }: Place): boolean {
  const near = (concept: string): boolean =>
    units.some(({ concepts, nearness }) => nearness >= SAME_SENTENCE && concepts.has(concept))
  if (saysName(entry, near)) return true
  const telling = entry.attribute.filter((concept) => !LIGHT.has(concept))
  return telling.length > 0 && telling.every(near)
}

/** Whether it is free in the case that is told; null where none is. */
function holdsFor({ exemption }: Entry, { clause, units, around }: Place, isFree: boolean): boolean | null {
  if (exemption === null) return null
  const { tokens } = clause
  if (exemption.sum === null) {
    const at = tokens.findIndex(({ concept }) => exemption.concepts.has(concept))
    return at < 0 || !isFree || isWithout(tokens, at) ? null : true
  }
  if (units.some(({ nearness, tokens: said }) => nearness >= SAME_SENTENCE && saysMissing(said))) return null
  const { sum } = exemption
  const own = clause.values.flatMap(({ value, from }) =>
    value.kind === "money" && value.isFree !== true ? [{ value, from }] : [],
  )
  const [one] = own
  if (own.length > 1) return null
  if (one !== undefined && one.value.bound !== "exact")
    return one.value.max === sum.max && BELOW.test(textAt(tokens, one.from - 1)) !== isFree ? isFree : null
  if (one !== undefined) return isOrderOf(tokens, one.from) ? reaches(one.value.max, sum) : null
  const told = around.flatMap((value) =>
    value.kind === "money" && value.max > 0 && value.bound === "exact" ? [value.max] : [],
  )
  const [before] = told
  return before === undefined || told.length > 1 ? null : reaches(before, sum)
}

const BELOW = /^(?:below|under|than|until|to)$/

function reaches(told: number, { max, bound }: { readonly max: number; readonly bound: string }): boolean {
  return bound === "over" ? told > max : told >= max
}

/** "without a certificate", "unless you have one": the exemption is not told as given. */
function isWithout(tokens: readonly Token[], at: number): boolean {
  return tokens
    .slice(0, at)
    .some(({ text }, place) => WITHOUT.test(text) || (place >= at - 2 && /^(?:no|not|any)$/.test(text)))
}

const WITHOUT = /^(?:without|unless|except|even|whether)$/

/** "an order of €86", "for £119", "your order is €640": what is bought for, and not what the thing costs. */
export function isOrderOf(tokens: readonly Token[], from: number): boolean {
  const before = textAt(tokens, from - 1)
  if (!/^(?:of|for|at|worth|is|with|from|spend|to)$/.test(before)) return false
  if (before === "spend" || (before === "for" && from === 1)) return true
  return [2, 3].some((back) => ORDERS.test(textAt(tokens, from - back)))
}

const ORDERS = /^(?:orders?|baskets?|carts?|purchases?|invoices?|bills?|repairs?|bookings?|total|spend|spending|comes)$/
