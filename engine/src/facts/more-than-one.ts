import { PERIODS } from "./compare.ts"
import type { Entry } from "./entry.ts"
import type { Place } from "./find-claims.ts"
import { LIGHT } from "./light-words.ts"
import { partsOf } from "./payers.ts"
import type { Token } from "./tokens.ts"
import type { Said, Value } from "./value.ts"

/**
 * Whether a sum of money is told of more than the fact's thing, or of more than one of it: "with the case it's €134", "€42 if you
 * collect", "registration and the first month come to €995", "two thousand flyers are €136" of a price for a thousand. What it
 * should be is reckoned elsewhere (combined.ts, total-claim.ts); such a sum is no other price of the thing.
 */
export function isOfMore(place: Place, values: readonly Said[], entry: Entry): boolean {
  const fact = entry.value
  if (fact?.kind === "count") {
    const [said] = values.flatMap(({ value }) => (value.kind === "count" && value.of === fact.of ? [value.max] : []))
    return said !== undefined && fact.of !== "" && fact.max > 0 && isAsManyTimes(place, entry, said / fact.max)
  }
  const [told] = values.flatMap(({ value, from }) =>
    value.kind === "money" ? [{ sum: value.max, from, per: value.per }] : [],
  )
  if (fact?.kind !== "money" || told === undefined) return false
  const { sum, per } = told
  if (per !== "" && per !== "each" && fact.per !== "" && sum !== fact.max && isOtherUnit(per, fact.per)) return true
  return (
    isOnlyBeside(place.clause.tokens, told.from, entry) ||
    (sum > fact.max && isLength(place)) ||
    (fact.max > 0 && sum > fact.max && isWithAnother(place, entry, sum)) ||
    (fact.max > 0 && isAsManyTimes(place, entry, sum / fact.max))
  )
}

/** "£6 a case", beside what is paid by the month. */
function isOtherUnit(said: string, fact: string): boolean {
  const parts = partsOf(said)
  return !parts.some((part) => PERIODS.has(part)) && !parts.some((part) => partsOf(fact).includes(part))
}

/** "£521 over the eighteen months": for a whole time, whatever is in it. */
function isLength({ clause: { words, values } }: Place): boolean {
  return values.some(({ value }) => value.kind === "duration" && value.max > 1) && OVER_TIME.test(words)
}

const OVER_TIME =
  /\b(?:over|for|across|during) (?:the|all|your|these|those) (?:whole |entire |full |first )?[\w-]+ (?:months?|years?|weeks?|days?|nights?)\b/

/** The fact's thing is named in what goes with the thing that is paid, and nowhere else; `from` is where the sum stands. */
function isOnlyBeside(tokens: readonly Token[], from: number, { names }: Entry): boolean {
  let isBeside = false
  let isNamed = false
  let isIn = false
  for (const [at, { text, concept }] of tokens.entries()) {
    if (BESIDE.test(text)) isIn = true
    else if (isIn && (text === "," || (at > 1 && MAIN.test(text)))) isIn = false
    if (at === from && isIn) return false
    if (concept === "" || LIGHT.has(concept) || !names.has(concept)) continue
    if (isIn) isBeside = true
    else isNamed = true
  }
  return isBeside && !isNamed
}

const BESIDE = /^(?:with|without|including|plus|collected|picked|delivered|posted|shipped|if)$/
const MAIN = /^(?:it|it's|that's|they're|they|your|you'd|you'll)$/

/** Another thing that is paid for is named as well, and the sum is more than either. */
function isWithAnother({ clause, reading: { facts } }: Place, entry: Entry, sum: number): boolean {
  if (!JOINS.test(clause.words)) return false
  const seen = new Set<number>()
  for (const concept of clause.concepts) for (const at of facts.byConcept.get(concept) ?? []) seen.add(at)
  return [...seen].some((at) => {
    const other = facts.entries[at]
    if (other === undefined || other.group === entry.group || other.value?.kind !== "money") return false
    if (other.value.max <= 0 || other.value.max >= sum) return false
    return other.aliases.some(
      ({ concepts, isUs, words }) =>
        !isUs && words.length > 0 && concepts.every((each) => clause.concepts.has(each) && !entry.names.has(each)),
    )
  })
}

const JOINS = /\b(?:and|with|plus|together|including|as well as)\b/

/** "Half an hour of design is €30", "two lengths are 50 yards": the sum is as many times the fact's as there are of what it is for. */
function isAsManyTimes({ clause, around }: Place, { others }: Entry, times: number): boolean {
  if (times === 1 || times > TIMES_MAX || times < 1 / TIMES_MAX) return false
  const counts = [...clause.values.map(({ value }) => value), ...around].flatMap(countOf)
  const units = [1, ...others.flatMap(countOf)]
  return counts.some((count) => units.some((unit) => unit > 0 && Math.abs(count / unit - times) < 1e-6))
}

const TIMES_MAX = 100

/** How many of something; a length of time in each measure that may be paid by. */
function countOf(value: Value): readonly number[] {
  if (value.kind === "count") return [value.max]
  if (value.kind !== "duration") return []
  return value.scale === "hours" ? [value.max, value.max / 24, value.max / 168] : [value.max, value.max / 12]
}
