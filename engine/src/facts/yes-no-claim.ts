import { isBesideIt } from "./beside-it.ts"
import type { Entry } from "./entry.ts"
import type { Judged, Place } from "./find-claims.ts"
import { LIGHT } from "./light-words.ts"
import { isElsewhere } from "./evidence-claim.ts"
import { isImpersonal, mayClaim } from "./may-claim.ts"
import { isCondition, isDenied } from "./polarity.ts"
import type { Proposition } from "./statements.ts"
import { doesElse, isOurDeed, isProvision } from "./provision.ts"
import { PREDICATE, yesNoOptionsOf } from "./yes-no-options.ts"
import type { YesNoOption } from "./yes-no-options.ts"
import { textAt } from "../words.ts"

/**
 * What yes-or-no facts say to a clause: "we don't ship to Norway", "pets are welcome". Each of them has a chance of being meant
 * (yes-no-options.ts); one that says otherwise counts only where it is likelier than for agreement.
 */
export function yesNoClaim(place: Place, denied?: boolean): Judged | null {
  if (place.stance === "own" || place.stance === "past") return null
  if (denied === undefined && (isOnlyAmount(place.clause) || isCondition(place.clause.words))) return null
  const options = yesNoOptionsOf(place, denied)
  const best = exceptionIn(options) ?? options[0]
  if (best?.verdict === undefined || best.verdict === null) return null
  const { verdict, open, entry } = best.verdict
  if (!best.verdict.isElsewhere && isElsewhere(place.clause, entry)) return null
  if (denied === undefined && isOtherPlace(place.clause, entry)) return null
  if (verdict === "supported" && chanceOf(best, options) < AGREED_MIN) return null
  const isSure = best.verdict.isSure === true && best.saidShare >= SAID_MIN
  if (verdict === "contradicted" && chanceOf(best, options) < (isSure ? SURE_MIN : AGAINST_MIN)) return null
  if (verdict === "contradicted" && denied === undefined && !saysSo(best, place)) return null
  if (verdict === "contradicted" && isBesideIt(best, place)) return null
  if (open.length > 0 && !mayClaim(place)) return null
  if (verdict === "contradicted" && denied === undefined && !isImpersonal(place) && !isOffered(best, place)) return null
  return { verdict, entry, kind: "policy", score: SCORE * best.chance, ...(open.length > 0 ? { open } : {}) }
}

/** "Smoking is allowed on the terrace", of what is so "in rooms": another place is named, and not the fact's. */
function isOtherPlace({ tokens, concepts }: Place["clause"], { all, attribute, fact }: Entry): boolean {
  if (!IN_PLACE.test(fact.attribute) || attribute.every((each) => LIGHT.has(each) || concepts.has(each))) return false
  return tokens.some(
    ({ kind, concept }, at) =>
      kind === "word" &&
      concept !== "" &&
      !all.has(concept) &&
      AT_PLACE.test(`${textAt(tokens, at - 2)} ${textAt(tokens, at - 1)}`),
  )
}

const IN_PLACE = /\b(?:in|into|on|at)\b/
const AT_PLACE = /^(?:in|into|on|at) (?:the|our)$/

/** "It left yesterday, but we can still cancel it": one affair, and all the same what the fact rules out, word by word. */
function isOffered({ traits, saidShare, chance }: YesNoOption, { clause, stance }: Place): boolean {
  return stance === "says" && traits.told === 1 && saidShare === 1 && chance >= OFFERED_MIN && WE_CAN.test(clause.words)
}

const OFFERED_MIN = 0.7
const WE_CAN = /\b(?:we|you) (?:can|could|may)\b/

/** "Balance bikes are lent", of "bicycles are not lent, except balance bikes": what is said by name decides. */
function exceptionIn(options: readonly YesNoOption[]): YesNoOption | undefined {
  const [first] = options
  return options.find(
    ({ entry, verdict, traits }) => entry === first?.entry && verdict?.verdict === "supported" && traits.aside === 1,
  )
}

/** A price or a length told without a word of having, being allowed or not: it is compared as an amount, and seldom more. */
function isOnlyAmount({ values, words }: Place["clause"]): boolean {
  return values.length > 0 && !PREDICATE.test(words) && !isDenied(words)
}

const AGREED_MIN = 0.5
const AGAINST_MIN = 0.3 // hardly any other goes that way, and saysSo asks for its words
const SURE_MIN = 0.15 // "only" of what is so for all
const SCORE = 6 // beside the scores of other kinds of claims

/** A name alone goes against nothing: "you booked the Saver rate" does not say that it is refundable. */
function saysSo({ entry, proposition, traits, saidShare, verdict, chance }: YesNoOption, place: Place): boolean {
  const { words } = place.clause
  // "we don't take guinea pigs", of "guinea pigs: treated"
  const isPlainDeed =
    traits.wholeName === 1 &&
    PLAIN_DEED.test(words) &&
    ((proposition.concepts.length === 1 && traits.foreign === 0) || proposition.concepts.includes("+allow"))
  const { names } = entry
  if (isEcho(entry, traits, place)) return true
  if (isDeedAlone(entry, proposition, place)) return false
  const told = new Set([...names, ...proposition.concepts])
  if (
    verdict?.isSure !== true &&
    !told.has("+allow") &&
    isProvision(proposition.concepts, names) &&
    (YOU_NEED.test(words) || doesElse(place.clause.tokens, told))
  )
    return false
  const isToBeHad =
    isProvision(proposition.concepts, names) &&
    traits.name >= NAMED_MIN &&
    traits.foreign <= FOREIGN_MAX &&
    traits.rest < 0.9 && // "a glue stick", of "glue is not allowed; glue sticks are"
    (PREDICATE.test(words) || HAD.test(words) || isOurDeed(place.clause.tokens, names))
  if (
    saidShare < SAID_MIN &&
    verdict?.isSure !== true &&
    !isToBeHad &&
    (traits.rest >= 0.9 || traits.name + traits.nameNear + traits.kinName < 0.5)
  )
    return false
  if (verdict?.isSure !== true && !isStated(proposition, place)) return false
  if (NO_NEED.test(words) && !proposition.concepts.includes("+require")) return false
  if (traits.wholeName === 1 && traits.foreign < 1 && !proposition.isDenied && NO_SUCH.test(words))
    return (
      (isProvision(proposition.concepts, names) || saidShare >= SAID_MIN || traits.rest > 0) &&
      (saidShare >= SAID_MIN || !IF_NONE.test(words))
    )
  if (proposition.isAbsence === true && traits.foreign >= 1) return false
  if (proposition.concepts.every((concept) => LIGHT.has(concept) || names.has(concept)))
    return (
      (traits.othersName === 0 || traits.name + traits.nameNear >= 0.6) &&
      (saidShare >= SAID_MIN || PREDICATE.test(words) || HAD.test(words))
    ) // "a cat on the keyboard" says nothing of cats being allowed
  if (traits.us === 0 && traits.name + traits.nameNear + traits.kinName < 0.3 && traits.foreign >= 1) return false
  // "payslips can go out on WhatsApp": the thing is named, how it is done need not be.
  if (
    (PREDICATE.test(words) || HAD.test(words)) &&
    proposition.concepts.some((concept) => names.has(concept) && !LIGHT.has(concept)) &&
    traits.wholeName === 1 &&
    traits.foreign < 0.5
  )
    // "Somebody who mends them" is not against "we do not repair carbon frames": what is denied is said, too.
    return !proposition.isDenied || saidShare >= SAID_MIN
  if (proposition.isAbsence === true)
    return traits.property + traits.kinProperty + traits.propertyNear + traits.rest > 0
  return saidShare >= SAID_MIN || verdict?.isSure === true || isPlainDeed || (isToBeHad && chance >= OFFERED_MIN)
}

/** All that it says, two words or more, stands in the statement: "we can't fit lenses into frames that customers bring". */
function isEcho({ all, fact }: Entry, { foreign, others, aside }: YesNoOption["traits"], { units }: Place): boolean {
  if (fact.type !== "boolean" || aside === 1 || foreign + others > 0) return false
  if (DIVIDED.test(fact.statement) || fact.scope !== undefined) return false // "cars may; vans may not"
  const own = units[0]?.own ?? units[0]?.concepts ?? new Set()
  return [...own].filter((concept) => all.has(concept) && !LIGHT.has(concept)).length >= ECHO_MIN
}

const ECHO_MIN = 3 // words
const DIVIDED = /;|,|\b(?:but|only|except|unless)\b/

const NAMED_MIN = 0.66
const FOREIGN_MAX = 1.5

/** "We take old pots back", of cut flowers that have the other name "returns": the deed is said, not of what. */
function isDeedAlone({ names, aliases }: Entry, { concepts }: Proposition, { units }: Place): boolean {
  const isDeed = (concept: string): boolean => concepts.includes(concept) || LIGHT.has(concept)
  if (
    concepts.length > 1 ||
    !concepts.every((concept) => names.has(concept)) ||
    aliases[0]?.concepts.every(isDeed) !== false
  )
    return false
  return ![...names].some((name) => !isDeed(name) && units.some((unit) => unit.concepts.has(name)))
}

/** "It's a Saver", "About your Saver ticket": the thing is named, and nothing is said of it. */
function isStated({ concepts }: Proposition, { clause: { words }, units }: Place): boolean {
  const own = units[0]?.own ?? units[0]?.concepts
  return (
    PREDICATE.test(words) ||
    HAD.test(words) ||
    isDenied(words) ||
    concepts.some((concept) => own?.has(concept) === true)
  )
}

/** "You don't need a new bike" does not say that there is none. */
const NO_NEED = /\b(?:don't|do not|doesn't|won't|needn't|no) need\b/
/** "There's no wifi on the coach": whatever is said of it, there is such a thing. */
const NO_SUCH =
  /^(?:(?:and|but|sorry|unfortunately|i'm afraid),? )?(?:(?:there(?:'s| is| are)|we(?:'ve got| have)) )?no \w/
/** "No cure, no pay": what is so where there is none. */
const IF_NONE = /^no [\p{L}' -]{1,30}, no \p{L}/u
/** "You need a ladder to get up there": not that one is to be had. */
const YOU_NEED = /\byou(?:'ll| will)? need (?:an?|the)\b/
const HAD = /\b(?:gets?|comes?|has|have|brings?|lets?)\b/
const PLAIN_DEED =
  /^(?:\w+, )?we(?:'ll)? (?:also |even |do |can |still )*(?:(?:don't|do not|can't|cannot|never|no longer) )?(?:take|do|see|have|offer|sell|carry|accept|handle|stock)\b/

/** Of the words of a property, by what they tell: of "covers surgery or emergency treatment" it is not enough to say "covered". */
const SAID_MIN = 0.3

/** Of all propositions of the same fact, and of all facts that agree: whichever is meant, it says the same. */
function chanceOf(best: YesNoOption, options: readonly YesNoOption[]): number {
  const agrees = best.verdict?.verdict === "supported"
  return options.reduce(
    (sum, { entry, verdict, chance }) =>
      sum + ((agrees || entry.group === best.entry.group) && verdict?.verdict === best.verdict?.verdict ? chance : 0),
    0,
  )
}
