import { agesIn } from "./ages.ts"
import { kindOf } from "./claim-kind.ts"
import { SAME_SENTENCE } from "./context.ts"
import type { Entry } from "./entry.ts"
import type { Judged, Place } from "./find-claims.ts"
import { isOrderOf, NOT_FREE } from "./exemption-claim.ts"
import { isInForce } from "./in-force.ts"
import { saysMissing } from "./missing-sum.ts"
import { isDenied } from "./polarity.ts"
import { inScope } from "./scope.ts"
import { saysFree } from "./value.ts"

/**
 * What a limit says to a case that was told: "your eight-year-old can take out a kayak" of twelve and over, "your order is €75, so
 * delivery is free" of 60 and more. Null where no case is told, or nothing is said to follow from it.
 */
export function thresholdClaim(place: Place): Judged | null {
  const { clause, reading } = place
  if (place.stance !== "says" || reading.facts.thresholds.length === 0) return null
  const isFree = clause.values.some(({ value }) => saysFree(value))
  const isPaid = !isFree && NOT_FREE.test(clause.words)
  const denies = isPaid || isDenied(clause.words)
  const says = isFree ? "free" : isPaid || MAY.test(clause.words) ? (denies ? "denied" : "allowed") : null
  if (says === null) return null
  const spokenOf = (byName: boolean): readonly Entry[] =>
    reading.facts.thresholds.filter((listed) => isSpokenOf(listed, place, byName))
  const named = spokenOf(true)
  for (const listed of named.length > 0 ? named : spokenOf(false)) {
    const scoped = inScope(listed, place)
    const entry = scoped.entries.find(({ fact }) => isInForce(fact, reading.day))
    const holds = entry === undefined || scoped.open.length > 0 ? null : holdsFor(entry, place, isFree || isPaid)
    if (entry === undefined || holds === null) continue
    const verdict = holds === (says !== "denied") ? "supported" : "contradicted"
    return { verdict, kind: kindOf(entry.value), entry, score: SCORE }
  }
  return null
}

const SCORE = 6.5 // a case is told of this very limit
const MAY = /\b(?:can|can't|cannot|may|allowed|welcome|no problem|fine|ok|okay|all right|old enough|too young)\b/

/** Facts that say from which age or sum on something is so. */
export function isThreshold({ value, attribute, fact }: Entry): boolean {
  if (value?.kind === "count" && value.of === "year of age")
    return FROM.test(fact.attribute) || attribute.includes("+free")
  return value?.kind === "money" && attribute.includes("+free") && value.max > 0
}

const FROM = /\b(?:minimum|least|from|youngest|over)\b/i

/** `byName`: whether by more than a word for those of whom it tells the age. */
function isSpokenOf({ aliases, value }: Entry, { units, clause }: Place, byName: boolean): boolean {
  const isAge = value?.kind === "count"
  return aliases.some(
    ({ concepts, isUs }) =>
      !isUs &&
      !(byName && concepts.every((each) => PEOPLE.has(each))) &&
      concepts.every(
        (each) =>
          clause.concepts.has(each) ||
          (isAge && PEOPLE.has(each)) ||
          units.some(({ nearness, concepts: near }) => nearness >= SAME_SENTENCE && near.has(each)),
      ),
  )
}

const PEOPLE: ReadonlySet<string> = new Set(["+child", "+adult", "+baby", "+rider", "+driver", "+user", "+guest"])
/** Whether the limit lets through what was told; null where nothing was. */
function holdsFor({ value, attribute, fact }: Entry, place: Place, isFree: boolean): boolean | null {
  if (value === null || value.kind === "date") return null
  const isForFree = attribute.includes("+free")
  if (isForFree !== isFree) return null
  if (value.kind === "count") {
    const age = ageTold(place)
    if (age === null) return null
    if (!isForFree) return age >= value.min
    return /\bunder\b|\bbelow\b/i.test(`${fact.attribute} ${fact.statement}`) ? age < value.max : age <= value.max
  }
  if (place.units.some((unit) => unit.nearness >= SAME_SENTENCE && saysMissing(unit.tokens))) return null
  const { text } = place.reading
  if (/\badd\b/i.test(text.slice(place.clause.sentence.start, place.clause.start))) return null // "Add something for €12 and it's free"
  const own = place.clause.values.filter((said) => said.value.kind === "money" && said.value.isFree !== true)
  const [first] = own
  const isOrder = own.length === 1 && first !== undefined && isOrderOf(place.clause.tokens, first.from)
  if (own.length > 0 && !isOrder) return null
  const sums = (isOrder ? [first.value] : place.around).flatMap((told) =>
    told.kind === "money" && told.max > 0 && told.bound === "exact" ? [told.max] : [],
  )
  const [sum] = sums
  return sum === undefined || sums.length > 1 ? null : sum >= value.min
}

function ageTold({ units }: Place): number | null {
  for (const { tokens, nearness } of units) {
    if (nearness < SAME_SENTENCE) break
    const [age, ...more] = agesIn(tokens)
    if (age !== undefined) return more.length > 0 ? null : age
  }
  return null
}
