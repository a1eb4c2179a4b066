import { agesIn } from "./ages.ts"
import { combinedFrom } from "./combined.ts"
import type { Entry } from "./entry.ts"
import { optionsOf } from "./amount-options.ts"
import type { Option } from "./amount-options.ts"
import { kindOf } from "./claim-kind.ts"
import { PERIODS } from "./compare.ts"
import type { Traits } from "./amount-traits.ts"
import type { Judged, Place } from "./find-claims.ts"
import { isAlike, isBare, isOtherTotal } from "./judge.ts"
import type { Verdict } from "./judge.ts"
import { withoutCondition } from "./condition.ts"
import { LIGHT } from "./light-words.ts"
import { mayClaim } from "./may-claim.ts"
import { saysMissing } from "./missing-sum.ts"
import { VERB } from "./stance.ts"
import { isOtherRole } from "./other-role.ts"
import { partsOf } from "./payers.ts"
import { isMeasured } from "./units.ts"
import type { Said, Value } from "./value.ts"
import { textAt } from "../words.ts"

/**
 * What the facts say to the amounts, lengths and dates of a clause; null where it speaks of none of them. Each property that
 * the amounts can be laid beside has a chance of being meant (amount-options.ts). The same figure is agreement where it is
 * likely enough; another figure contradicts only where hardly anything else can be meant.
 */
export function amountClaim(place: Place): Judged | null {
  const { clause, stance } = place
  if (clause.values.length === 0 || stance === "own") return null
  const values = withoutCondition(place)
  const options = optionsOf(place, values)
  const agreed = options.find(
    (each) =>
      each.verdict?.verdict === "supported" &&
      !isOfAnother(each, options) &&
      !isPaidOtherwise(each, values) &&
      !isOfUnknown(each.traits),
  )
  const against = options.find(({ verdict, entry }) => verdict?.verdict === "contradicted" && !isUnsaid(clause, entry))
  if (agreed !== undefined && agreed.chance >= AGREED_MIN && agreed.chance >= (against?.chance ?? 0))
    return agreed.open.length === 0 || mayAsk(agreed, place) ? told(agreed) : null
  const combined = combinedFrom(place, values, options)
  if (combined !== null) return told({ ...combined, chance: Math.max(combined.chance, AGREED_MIN) })
  const meant = options.find((each) => !isOfAnother(each, options) && !isUnsaid(clause, each.entry))
  if (against === undefined || against !== meant || isUntied(against.traits) || isSaidElsewhere(against.traits))
    return null
  if (stance === "past" && !WAS.test(against.entry.fact.statement)) return null // "last year's group had eleven"
  const unsaid = options.reduce((sum, { entry, chance }) => sum + (isUnsaid(clause, entry) ? chance : 0), 0)
  const likely = { ...against, chance: against.chance / Math.max(0.1, 1 - unsaid) } // of those that may be meant
  return isCertain(likely, options) && !isNoOther(place, values, against) ? told(against) : null
}

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
function isSaidElsewhere({ name, kinName, property, kinProperty, rest, scopeHere, age, foreign }: Traits): boolean {
  return name + kinName + property + kinProperty + rest + scopeHere + age === 0 && foreign > 0
}

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

/** Whether what differs is of another kind after all: a price of another period, a sum beside an age, a bare number or "at once". */
function isNoOther({ clause, around }: Place, values: readonly Said[], { entry, verdict, traits }: Option): boolean {
  if (isLabel(clause, traits) || isOtherRole(clause, values, entry)) return true
  if (traits.kin === 0 && ADDS.test(clause.words) && !entry.all.has("+extra")) return true
  if (traits.foreign >= 0.5 && WITH_MORE.test(clause.words)) return true
  if (isReduced(clause, entry) || isBareCount(clause, values, entry)) return true
  if (isReckoned(clause, values) || isMissing(clause, entry) || isOtherThing(traits) || isHowOften(values, entry))
    return true
  if (traits.kin === 0 && isWithinBounds(clause.words, entry)) return true
  if (isOtherTotal(values, entry)) return false
  const isAge = entry.value?.kind === "count" && entry.value.of === "year of age"
  if (isAge && verdict?.verdict === "contradicted" && agesIn(clause.tokens).length > 0) return true // "your lad is 11"
  if (traits.kin === 1 && OTHER_ONE.test(clause.words)) return true
  if (verdict?.isEcho === true || traits.kin === 1) return false
  if (
    entry.value?.kind !== "percent" &&
    ADDS_UP.test(clause.words) &&
    around.some(({ kind }) => kind === "money" || kind === "percent")
  )
    return true
  if (values.every(({ value }) => isOtherPeriod(value, entry.value, traits.name + traits.nameNear >= 0.4))) return true
  if (values.filter((said) => said.value.kind === "money").length > 1 && entry.value?.kind === "money") return true
  const isPrice = clause.values.some(({ value }) => value.kind === "money" && value.isFree !== true)
  if (traits.age === 0 && entry.value?.kind === "count" && entry.value.of === "year of age" && isPrice) return true
  const isWeak = values.every(({ value }) => isBare(value) || (value.kind === "duration" && value.max === 0))
  return isWeak && traits.property < 0.4 && traits.wholeName === 0
}

/** "With the rack it weighs 13 kg": of the thing with something more, or without something. */
const WITH_MORE = /^with(?:out)? (?:the|an?|all|both|two) /

/** A sum told beside a limit from which something is free, or beside a thing of which another part is free, says nothing against it. */
function isUnsaid({ concepts }: Place["clause"], { attribute, value, fact }: Entry): boolean {
  if (fact.type === "boolean") return attribute.some((concept) => !LIGHT.has(concept) && !concepts.has(concept))
  return value?.kind === "money" && value.max > 0 && attribute.includes("+free") && !concepts.has("+free")
}

/** "Total: $105": a figure without a verb, and without a word of the fact, that is none of the fact's other figures either. */
function isLabel(
  { words }: Place["clause"],
  { kin, name, kinName, property, kinProperty, rest, scopeHere }: Traits,
): boolean {
  return (
    kin === 0 &&
    name + kinName + property + kinProperty + rest + scopeHere < 0.5 &&
    !VERB.test(words) &&
    !SOMEBODY.test(words)
  )
}

const SOMEBODY = /\b(?:we|you|it|they|that)\b/

/** "It adds €19 a day": a supplement is not the price itself. */
const ADDS = /\b(?:it|that|this|which) adds\b/

/** "So that's three tomatoes", "your two dogs", "between two varieties": how many of something, and nobody says that there are, that one has or may have them. */
function isBareCount({ words, tokens }: Place["clause"], values: readonly Said[], entry: Entry): boolean {
  const alike = values.filter(({ value }) => isAlike(value, entry))
  return (
    alike.length > 0 &&
    alike.every(
      ({ value, from }) =>
        (value.kind === "duration" && textAt(tokens, from - 1) === "other") || // "the other six days"
        (value.kind === "count" &&
          value.of !== "" &&
          value.bound === "exact" &&
          !isMeasured(value.of) &&
          (KNOWN.test(textAt(tokens, from - 1)) || !HAD.test(words))),
    )
  )
}

const KNOWN = /^(?:your|my|his|her|their|these|those|between|both|other)$/
const HAD =
  /\b(?:has|have|having|had|there|gets?|holds?|fits?|seats?|comes?|contains?|can|may|must|need|up to|at (?:least|most)|includes?|is|are|it's|takes?|allows?|gives?|offers?|runs?|with|per|for|only|just|we|limit|maximum|minimum|stays?)\b/

/** "With your discount taken off": reckoned from a share that is not known here. */
function isReduced({ concepts, words }: Place["clause"], { all, value }: Entry): boolean {
  return value?.kind === "money" && concepts.has("+discount") && !all.has("+discount") && REDUCED.test(words)
}

const REDUCED = /\b(?:discount|reduction|off|rebate)\b/

/** "It works out at £110", "$118 less than", "five months to run", "18 seats left": reckoned from the fact's figure, or what is left of it. */
function isReckoned({ words, tokens }: Place["clause"], values: readonly Said[]): boolean {
  return (
    RECKONED.test(words) ||
    values.some(
      ({ value, from, to }) =>
        (value.kind === "percent" && /^(?:another|further|extra|additional)$/.test(textAt(tokens, from - 1))) ||
        textAt(tokens, to) === "left" ||
        textAt(tokens, to + 1) === "left" ||
        (value.kind !== "percent" &&
          COMPARED.test(textAt(tokens, to)) &&
          tokens.slice(to).some(({ text }) => text === "than")),
    )
  )
}

const RECKONED =
  /\b(?:still (?:have|has|got) (?:[a-z0-9-]+ ){1,2}(?:days?|weeks?|months?|hours?|years?) (?:to|for|on)|there and back|both ways|works? out|to (?:run|go)$|remaining|beyond the|the last \d|total (?:cost|price|amount))\b/
const COMPARED = /^(?:more|less|fewer|\w+er)$/

/** "Add €5 more for free delivery", where that begins at 50; no price of anything. */
function isMissing({ tokens, words }: Place["clause"], { attribute }: Entry): boolean {
  return saysMissing(tokens) && (attribute.includes("+free") || attribute.includes("+least") || SPENDS.test(words))
}

const SPENDS = /\b(?:spend|order|buy|add)\b/

/** Another thing is named than this, of which only stands before; or one that no fact knows: "of clematis we have forty". */
function isOtherThing({ name, kinName, nameNear, property, othersName, foreign, emptyName }: Traits): boolean {
  if (name > 0 || emptyName > 0) return false
  return othersName === 1 || (kinName === 0 && foreign >= 1 && nameNear > 0 && property > 0)
}

/** "Being picked up costs nothing", of the price "beyond 10 km". */
function isWithinBounds(words: string, { fact, value }: Entry): boolean {
  return value?.kind === "money" && BEYOND.test(fact.attribute) && !BEYOND.test(words)
}

const BEYOND = /\b(?:beyond|outside|over|above|more|further|extra|additional)\b/

/** "Four times a day", of how many there are. */
function isHowOften(values: readonly Said[], { value: fact }: Entry): boolean {
  return (
    values.every(({ value }) => value.kind === "count" && value.of === "time") &&
    !(fact?.kind === "count" && fact.of === "time")
  )
}

/** "The next size up is $27": of another scope than what stands before. */
const OTHER_ONE = /\b(?:next|other|another|bigger|larger|smaller|he|she|he'd|she'd|he'll|she'll)\b/

/** "so £17.97 for the lot": reckoned from what was told before, perhaps from more than one fact. */
const ADDS_UP = /^(?:(?:and )?so|which|that|and that|in all|altogether)\b/

/** A litre's price is not compared with a day's; a sum for once only where the clause itself names what is paid by the day. */
function isOtherPeriod(value: Value, fact: Value | null, isNamed: boolean): boolean {
  if (value.kind !== "money" || fact?.kind !== "money") return false
  if (fact.per === "") return value.per.split("/").some((per) => PERIODS.has(per))
  if (value.per === "") return !isNamed && value.max > 0 && fact.per.split("/").some((per) => PERIODS.has(per))
  return !partsOf(fact.per).some((per) => partsOf(value.per).includes(per))
}
