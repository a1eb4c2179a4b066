import { combinedFrom } from "./combined.ts"
import type { Entry } from "./entry.ts"
import { optionsOf } from "./amount-options.ts"
import type { Option } from "./amount-options.ts"
import { kindOf } from "./claim-kind.ts"
import type { Traits } from "./amount-traits.ts"
import type { Judged, Place } from "./find-claims.ts"
import type { Verdict } from "./judge.ts"
import { withoutCondition } from "./condition.ts"
import { LIGHT } from "./light-words.ts"
import { mayClaim } from "./may-claim.ts"
import { isNoOther } from "./no-other.ts"
import { partsOf } from "./payers.ts"
import { isOfCondition, isUnderOrder } from "./under-condition.ts"
import type { Said } from "./value.ts"

/**
 * What the facts say to the amounts, lengths and dates of a clause; null where it speaks of none of them. Each property that
 * the amounts can be laid beside has a chance of being meant (amount-options.ts). The same figure is agreement where it is
 * likely enough; another figure contradicts only where hardly anything else can be meant.
 */
export function amountClaim(place: Place): Judged | null {
  const { clause, stance } = place
  if (clause.values.length === 0 || stance === "own") return null
  const values = withoutCondition(place)
  const options = optionsOf(place)
  const agreed = options.find(
    (each) =>
      each.verdict?.verdict === "supported" &&
      !isOfAnother(each, options) &&
      !isPaidOtherwise(each, values) &&
      !isOfUnknown(each.traits),
  )
  const against = options.find(({ verdict, entry }) => verdict?.verdict === "contradicted" && !isUnsaid(clause, entry))
  if (agreed !== undefined && agreed.chance >= AGREED_MIN && agreed.chance >= (against?.chance ?? 0)) {
    if (isForAll(place, agreed.entry))
      return told({ ...agreed, verdict: { verdict: "contradicted", entry: agreed.entry }, open: [] })
    return agreed.open.length === 0 || mayAsk(agreed, place) ? told(agreed) : null
  }
  const combined = combinedFrom(place, values, options)
  if (combined !== null) return told({ ...combined, chance: Math.max(combined.chance, AGREED_MIN) })
  const meant = options.find((each) => !isOfAnother(each, options) && !isUnsaid(clause, each.entry))
  if (against === undefined || against !== meant || isSaidElsewhere(against.traits)) return null
  if (isUnderOrder(place, against.entry) || isOfCondition(place, against.entry)) return null
  if (isOfNamed(against, options) || isElsewhereByName(against, options)) return null
  if (stance === "past" && !WAS.test(against.entry.fact.statement)) return null // "last year's group had eleven"
  return isCertain(against, options) && !isNoOther(place, values, against) ? told(against) : null
}

/** "$29 a month and that's for the whole household", of a price per person. */
function isForAll({ clause, reading }: Place, { value }: Entry): boolean {
  if (value?.kind !== "money" || value.max === 0 || !partsOf(value.per).includes("person")) return false
  if (clause.values.some((said) => said.value.kind === "money" && partsOf(said.value.per).includes("person")))
    return false
  return WHOLE.test(reading.text.slice(clause.start, clause.sentence.end).toLowerCase())
}

const WHOLE =
  /\b(?:for|covers?) (?:the|your) (?:whole|entire) (?:household|family|team|group|party|class|office|company|crew|lot)\b|\b(?:no matter|regardless of|however|never mind) (?:how )?many\b|\b(?:a|per) (?:household|family|group|company|team|class)\b(?! member)/

/** "Part loads take three days" where full loads do, and part loads a fortnight: the same property of the thing that is named decides. */
function isOfAnother({ traits, entry }: Option, options: readonly Option[]): boolean {
  if (traits.othersName === 0 || traits.wholeName === 1 || traits.scopeHere > 0) return false
  if (traits.name === 0) return isUnspoken(traits)
  const property = entry.fact.attribute.toLowerCase()
  return options.some(
    (each) =>
      each.traits.wholeName === 1 &&
      each.traits.modified === 0 &&
      each.verdict?.verdict === "contradicted" &&
      each.entry.fact.attribute.toLowerCase() === property,
  )
}

/** "Two hours is the longest a screen takes", of the longest loan: another thing is named, which it does not go against, and this one is not. */
function isOfNamed({ traits, entry }: Option, options: readonly Option[]): boolean {
  if (traits.name + traits.nameNear + traits.kinName + traits.kinNear > 0 || traits.scopeHere > 0) return false
  return options.some(
    (each) =>
      each.traits.name >= NAMED_MIN &&
      each.verdict === null &&
      each.entry.value?.kind === entry.value?.kind &&
      each.entry.fact.subject !== entry.fact.subject,
  )
}

/** "Neutering a male dog is $340", where the price is known for cats: no other price is meant. */
function isElsewhereByName({ traits }: Option, options: readonly Option[]): boolean {
  return (
    traits.othersName === 1 &&
    traits.name === 0 &&
    options.some((each) => each.traits.wholeName === 1 && each.traits.elsewhere === 1)
  )
}

/** "€12 a day", of a set of linen that nobody named. */
function isPaidOtherwise({ entry, traits }: Option, values: readonly Said[]): boolean {
  const fact = entry.value
  if (fact?.kind !== "money" || fact.per === "" || traits.name + traits.nameNear >= NAMED_MIN) return false
  return values.some(({ value }) => {
    if (value.kind !== "money" || value.per === "" || value.per === "each") return false
    return !partsOf(value.per).some((part) => partsOf(fact.per).includes(part))
  })
}

/** Another thing is named, and of this one nothing is said but the figure. */
function isUnspoken({ nameNear, property, kinName, kinProperty, rest, scopeHere, unit }: Option["traits"]): boolean {
  return nameNear + property + kinName + kinProperty + rest + scopeHere === 0 && unit === 0
}

/** "A diving lesson costs €60", of a locker that costs as much: no word of the fact is said, and one that no fact knows. */
function isOfUnknown(traits: Traits): boolean {
  return traits.foreign >= 1 && isUntied({ ...traits, rest: 0 })
}

/** No word of the clause, nor of what it goes on from, has to do with the fact: only their kinds of value are alike. */
function isUntied({
  name,
  nameNear,
  kinName,
  kinNear,
  property,
  propertyNear,
  kinProperty,
  rest,
  ...more
}: Traits): boolean {
  const words = name + nameNear + kinName + kinNear + property + propertyNear + kinProperty + rest
  return words + more.scopeHere + more.scopeNear + more.age + more.kin === 0
}

/** The clause itself has words of its own, and none is the fact's: what stands before may be told of anything. */
function isSaidElsewhere(traits: Traits): boolean {
  const { name, kinName, property, kinProperty, rest, scopeHere, age, foreign, emptyName, kin } = traits
  if (kin === 1 || emptyName >= IT_MIN) return false // "they never take longer than 24h"
  return name + kinName + property + kinProperty + rest + scopeHere + age === 0 && foreign > 0
}

const IT_MIN = 0.85 // what stands right before is what "it" is

/** Asks for whom it is only where a product is named and something is stated of it. */
function mayAsk({ traits }: Option, place: Place): boolean {
  return mayClaim(place) && traits.name + traits.nameNear >= 0.5
}

const WAS = /\b(?:was|were|had|did|cost|got|\w+ed|20\d\d)\b/
const AGREED_MIN = 0.5
const NAMED_MIN = 0.5
const AGAINST_MIN = 0.4
const AGAINST_ALL_MIN = 0.6 // whichever of several is meant, it says otherwise
const FOREIGN_MAX = 2.5 // so many words that no fact knows: it speaks of something else
const AGAINST_FOREIGN_MIN = 0.6 // the clause speaks of something that no fact knows
const AGREED_ELSE_MAX = 0.1 // chance that another fact is meant, which says the same as the clause

function isCertain({ chance, traits }: Option, options: readonly Option[]): boolean {
  // Where the clause names the product, another's same figure counts only if it is likely by itself.
  const rivals =
    traits.wholeName === 1
      ? options.filter(
          (each) => !isOfAnother(each, options) && (each.traits.othersName === 0 || each.chance >= RIVAL_MIN),
        )
      : options
  if (chanceOf("supported", rivals) > AGREED_ELSE_MAX) return false
  if (options[0] !== undefined && isOfAnother(options[0], options)) return true
  if (traits.foreign >= FOREIGN_MAX || (traits.foreign >= 0.5 && chance < AGAINST_FOREIGN_MIN)) return false
  return chance >= AGAINST_MIN || (chance >= AGAINST_MIN / 2 && chanceOf("contradicted", options) >= AGAINST_ALL_MIN)
}

const RIVAL_MIN = 0.35

function chanceOf(verdict: Verdict["verdict"], options: readonly Option[]): number {
  return options.reduce((sum, each) => sum + (each.verdict?.verdict === verdict ? each.chance : 0), 0)
}

function told({ verdict, open, entry, chance }: Option): Judged {
  return {
    verdict: verdict?.verdict ?? "unsupported",
    kind: kindOf(entry.value),
    entry,
    ...(open.length > 0 ? { open } : {}),
    score: SCORE * chance,
  }
}

const SCORE = 6 // beside the scores of other kinds of claims

/** A sum told beside a limit from which something is free, or beside a thing of which another part is free, says nothing against it. */
function isUnsaid({ concepts }: Place["clause"], { attribute, value, fact }: Entry): boolean {
  if (fact.type === "boolean") return attribute.some((concept) => !LIGHT.has(concept) && !concepts.has(concept))
  return value?.kind === "money" && value.max > 0 && attribute.includes("+free") && !concepts.has("+free")
}
