import { agesIn } from "./ages.ts"
import type { Option } from "./amount-options.ts"
import type { Traits } from "./amount-traits.ts"
import { PERIODS } from "./compare.ts"
import { isBesideRule } from "./beside-rule.ts"
import type { Entry } from "./entry.ts"
import type { Place } from "./find-claims.ts"
import { isForElse } from "./for-else.ts"
import { isInForce } from "./in-force.ts"
import { isAlike, isBare, isOtherTotal } from "./judge.ts"
import { isOtherUnit } from "./compare.ts"
import { isOtherRole } from "./other-role.ts"
import { partsOf } from "./payers.ts"
import { VERB } from "./stance.ts"
import { isMeasured } from "./units.ts"
import { saysFree } from "./value.ts"
import type { Said, Value } from "./value.ts"
import { wordsOf } from "./words-of.ts"
import { textAt } from "../words.ts"

/** Whether what differs is of another kind after all: a price of another period, a sum beside an age, a bare number or "at once". */
export function isNoOther(place: Place, values: readonly Said[], option: Option): boolean {
  const { clause, around } = place
  const { entry, verdict, traits } = option
  if (isLabel(clause, traits) || isOtherRole(clause, values, entry) || isBesideRule(place, values, option)) return true
  if (traits.foreign >= 0.5 && WITH_MORE.test(clause.words)) return true
  if (ROUND.test(clause.words) && !ROUND.test(entry.fact.statement)) return true
  if (isReduced(clause, entry) || isBareCount(clause, values, entry)) return true
  if (traits.name + traits.kin === 0 && isFreeBeside(place, entry)) return true
  if (SUMS_UP.test(clause.words) && traits.kin === 1 && around.some(({ kind }) => kind === "money")) return true
  if (entry.fact.scope !== undefined && traits.scopeHere === 0 && isForElse(clause, entry)) return true
  if (isReckoned(clause, values) || isOtherThing(traits)) return true
  if (traits.kin === 0 && isWithinBounds(clause.words, entry)) return true
  if (isOfThing(values, entry)) return true
  if (isOtherTotal(values, entry) || values.some(({ value }) => isOtherUnit(value, entry.value))) return false
  if (isSeveral(clause.words, values, entry)) return true
  const isAge = entry.value?.kind === "count" && entry.value.of === "year of age"
  if (isAge && FOR_GROUP.test(clause.words)) return true
  if (isAge && verdict?.verdict === "contradicted" && agesIn(clause.tokens).length > 0) return true // "your lad is 11"
  if (traits.kin === 1 && OTHER_ONE.test(clause.words) && traits.scopeHere + traits.scopeNear < SCOPE_TOLD) return true
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
  return isWeak && traits.limit === 0 && traits.property < 0.4 && traits.wholeName === 0
}

/** "… and it costs nothing", of something free that is spoken of as well: of what it is said is not certain. */
function isFreeBeside(place: Place, { group }: Entry): boolean {
  const { clause, reading } = place
  if (!clause.values.some(({ value }) => saysFree(value))) return false
  const { near } = wordsOf(place)
  return reading.facts.entries.some(
    (other) =>
      other.group !== group &&
      (other.all.has("+free") || (other.value?.kind === "money" && other.value.max === 0)) &&
      isInForce(other.fact, reading.day) &&
      other.aliases.some(
        ({ concepts, isUs }) =>
          !isUs && concepts.filter((each) => (near.get(each) ?? 0) >= BESIDE_MIN).length * 2 >= concepts.length,
      ),
  )
}

const BESIDE_MIN = 0.7

/** "For the over-threes it's …": for whom, and no limit. */
const FOR_GROUP = /^(?:and |but )?(?:for|with|among) (?:the |our )?(?:over|under)[- ]\p{L}+s\b/u
/** There and back: twice what the fact tells. */
const ROUND = /\bround trips?\b/

/** "39 altogether", though something costs as much. */
const SUMS_UP = /\b(?:altogether|all together|in all|all told|all in|in total|for the lot)\b/

/** "With the rack it weighs 13 kg": of the thing with something more, or without something. */
const WITH_MORE = /^with(?:out)? (?:the|an?|all|both|two) /

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

/** "So that's three tomatoes", "your two dogs", "between two varieties": how many of something, and nobody says that there are, that one has or may have them. */
function isBareCount({ words, tokens }: Place["clause"], values: readonly Said[], entry: Entry): boolean {
  const alike = values.filter(({ value }) => isAlike(value, entry))
  return (
    alike.length > 0 &&
    alike.every(
      ({ value, from }) =>
        value.kind === "count" &&
        value.of !== "" &&
        value.bound === "exact" &&
        !isMeasured(value.of) &&
        (KNOWN.test(textAt(tokens, from - 1)) || !HAD.test(words)),
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

/** "It works out at £110", "five months to run", "18 seats left": reckoned from the fact's figure, or what is left of it. */
function isReckoned({ words, tokens }: Place["clause"], values: readonly Said[]): boolean {
  return (
    RECKONED.test(words) ||
    values.some(
      ({ value, from, to }) =>
        (value.kind === "percent" && /^(?:another|further|extra|additional)$/.test(textAt(tokens, from - 1))) ||
        textAt(tokens, to) === "left" ||
        textAt(tokens, to + 1) === "left",
    )
  )
}

const RECKONED =
  /\b(?:still (?:have|has|got) (?:[a-z0-9-]+ ){1,2}(?:days?|weeks?|months?|hours?|years?) (?:to|for|on)|there and back|both ways|works? out|to (?:run|go)$|remaining|beyond the|the last \d|total (?:cost|price|amount))\b/

/** What is named is no fact's, and this one's name only stands before: "of clematis we have forty". */
function isOtherThing({ name, kinName, nameNear, property, foreign, emptyName, kin, scopeHere }: Traits): boolean {
  if (name > 0 || emptyName > 0 || kin === 1 || scopeHere > 0) return false // what is named may be for whom it holds
  return kinName === 0 && foreign >= 1 && nameNear > 0 && property > 0
}

/** "Being picked up costs nothing", of the price "beyond 10 km". */
function isWithinBounds(words: string, { fact, value }: Entry): boolean {
  return value?.kind === "money" && BEYOND.test(fact.attribute) && !BEYOND.test(words)
}

const BEYOND = /\b(?:beyond|outside|over|above|more|further|extra|additional)\b/

const SCOPE_TOLD = 0.5 // "Ziggy's a boy cat, so he'll be $260": it was just said which

/** "The next size up is $27": of another scope than what stands before. */
const OTHER_ONE = /\b(?:next|other|another|bigger|larger|smaller|he|she|he'd|she'd|he'll|she'll)\b/

/** "so £17.97 for the lot": reckoned from what was told before, perhaps from more than one fact. */
const ADDS_UP = /^(?:(?:and )?so|which|that|and that|in all|altogether)\b/

/** "Both from Friday to Sunday, that's £96" of 24 a night: as often as may be, though it says not how often. */
function isSeveral(words: string, values: readonly Said[], { value: fact }: Entry): boolean {
  if (fact?.kind !== "money" || fact.per === "" || fact.max === 0 || !TOTAL.test(words)) return false
  return values.some(
    ({ value }) => value.kind === "money" && value.per === "" && value.max > fact.max && value.max % fact.max === 0,
  )
}

const TOTAL = /\b(?:that's|that is|makes?|altogether|in total|comes? to|in all|all in)\b/

/** "€30 a month" of a price by the bouquet: another only where the fact says how often there is one. */
function isOfThing(values: readonly Said[], { value: fact, fact: { statement, scope, subject } }: Entry): boolean {
  if (fact?.kind !== "money" || fact.per === "" || fact.per.split("/").some((part) => PERIODS.has(part))) return false
  const isPeriod = values.some(
    ({ value }) => value.kind === "money" && value.per.split("/").some((part) => PERIODS.has(part)),
  )
  return isPeriod && !RECURS.test(`${subject} ${statement} ${Object.values(scope ?? {}).join(" ")}`)
}

const RECURS = /\b(?:daily|weekly|fortnightly|monthly|(?:a|per|each|every) (?:day|week|fortnight|month))\b/i

/** A litre's price is not compared with a day's; a sum for once only where the clause itself names what is paid by the day. */
function isOtherPeriod(value: Value, fact: Value | null, isNamed: boolean): boolean {
  if (value.kind !== "money" || fact?.kind !== "money" || fact.max === 0) return false // nothing is nothing by any period
  if (fact.per === "") return value.per.split("/").some((per) => PERIODS.has(per))
  if (value.per === "") return !isNamed && value.max > 0 && fact.per.split("/").some((per) => PERIODS.has(per))
  if (value.per === "each" && !fact.per.split("/").every((per) => PERIODS.has(per))) return false // a bag is paid for each
  return !partsOf(fact.per).some((per) => partsOf(value.per).includes(per))
}
