import type { ClaimKind } from "../review-format.ts"
import { kindOf } from "./claim-kind.ts"
import { ANSWERED, ASKED } from "./context.ts"
import { withoutCondition } from "./condition.ts"
import { mayBeName } from "./may-be-name.ts"
import { mayClaim, OPENING } from "./may-claim.ts"
import { optionsOf } from "./amount-options.ts"
import { readClock } from "./clock.ts"
import type { Judged, Place } from "./find-claims.ts"
import type { Value } from "./value.ts"
import { textAt } from "../words.ts"

/**
 * A statement about product, service or company that no fact speaks to; null where the clause is none, or one cannot be
 * sure. Read by form alone: who does what as a rule, and what costs, takes or holds how much.
 */
export function unbackedClaim(place: Place): Judged | null {
  const { clause } = place
  if (!mayClaim(place) || isOfOthers(place)) return null
  const words = clause.words.replace(OPENING, "")
  const answered = answerOf(place)
  if (answered !== null) return answered
  if (clause.concepts.size === 0 && !EVERY.test(words)) return null
  if (isSpokenOf(place)) return null
  const amount = clause.values.find((said) => isAmount(said.value))?.value
  const hasClock = clause.tokens.some((_, at) => readClock(clause.tokens, at) !== null)
  const kind: ClaimKind = amount === undefined ? (hasClock ? "date" : "capability") : kindOf(amount)
  const claims = saysWhatWeDo(words, place, amount !== undefined || hasClock) || saysAmount(words, amount, place)
  return claims ? { verdict: "unsupported", kind, score: 1 } : null
}

/** "Your list adds up to 16 cubic metres", "Milo weighs 19 kg", "your insurer pays 80%": theirs, or somebody's whom no fact knows. */
function isOfOthers({ clause: { tokens, words }, reading: { facts } }: Place): boolean {
  const isUnknown = (at: number): boolean => {
    const { kind, concept = "" } = tokens[at] ?? {}
    return kind === "word" && concept !== "" && !facts.byConcept.has(concept) && !facts.itemWords.has(concept)
  }
  if (
    tokens.some(
      ({ text }, at) => text === "your" && isUnknown(at + 1) && THEIRS.test(words) && textAt(tokens, at - 1) === ",",
    )
  )
    return true
  const opening = tokens.findIndex(
    ({ kind, text }) => kind === "word" && !/^(?:and|but|so|because|since|as)$/.test(text),
  )
  if (opening < 0) return false
  if (tokens[opening]?.text === "your") return isUnknown(opening + 1) && THEIRS.test(words)
  return tokens[opening]?.capital === true && isUnknown(opening) && tokens[opening + 1]?.text === "weighs"
}

const THEIRS = /\byour [a-z' -]{1,30}? (?:adds? up|comes to|weighs|is|has|runs|ends|pays|covers|charges)\b/

/** Most likely it is about a fact after all, though what that says to it is not certain. */
function isSpokenOf(place: Place): boolean {
  return (
    optionsOf(place, withoutCondition(place)).reduce(
      (sum, { chance, traits }) => sum + (traits.elsewhere === 1 ? 0 : chance),
      0,
    ) > SPOKEN_MAX
  )
}

const SPOKEN_MAX = 0.6

/** "at once" is no amount, nor is a bare number. */
function isAmount(value: Value): boolean {
  return value.kind === "count" ? value.of !== "" : value.kind !== "duration" || value.max > 0
}

/** "£26.00 one way" to what the customer asked. */
function answerOf({ clause, units }: Place): Judged | null {
  const [said] = clause.values
  if (clause.concepts.size > 0 || clause.values.length !== 1 || said?.value.kind !== "money" || said.value.max === 0)
    return null
  return units.some(({ nearness }) => nearness === ASKED || nearness === ANSWERED) && ANSWER.test(clause.words)
    ? { verdict: "unsupported", kind: "price", score: 1 }
    : null
}

const ANSWER = /^(?:(?:over |up |out )?there,? )?(?:it's |it is |they're |that's )?(?:[$€£]? ?\d)/

/** "we take it on the first of each month" */
const EVERY = /^we\b.*\b(?:each|every) (?:day|week|month|year)\b/

/** "We print …", "all our boxes are …", "you can freeze …", "the handle stays cool …" */
function saysWhatWeDo(words: string, place: Place, hasAmount: boolean): boolean {
  const telling = tellingIn(place)
  const tells = hasAmount || telling >= 1
  if (/^we\b/.test(words)) return !FEELING.test(words) && (hasAmount || (telling >= 1 && !ABOUT_YOU.test(words)))
  if (OURS.test(words)) return DOES.test(words) && (tells || place.clause.concepts.size >= 2)
  if (YOURS.test(words)) return !ASKED_OF_YOU.test(words) && (tells || TOO.test(words) || hasName(place))
  if (CUSTOMERS.test(words)) return tells
  if (THERE.test(words)) return (tells || place.clause.values.length > 0) && !NO_OFFER.test(words)
  if (INCLUDED.test(words)) return true
  if (IT.test(words)) return tells
  if (EACH.test(words)) return HAS.test(words) && telling >= 1
  const concepts = place.clause.concepts.size
  if (CAN_BE.test(words)) return telling >= 1 && concepts >= 2
  return (
    /^(?:the|its?|a|an|unused|everything|all of it)\b/.test(words) &&
    DOES_AS_RULE.test(words) &&
    telling >= 1 &&
    concepts >= 2
  )
}

function hasName({ clause, reading }: Place): boolean {
  return clause.tokens.some((token, at) => at > 0 && mayBeName(token) && !reading.facts.byConcept.has(token.concept))
}

const HAS =
  /\b(?:has|have|comes?|gets?|includes?|can|costs?|takes?|holds?|weighs?|fits?|works?|runs?|needs?|sits?|speaks?|is (?:\w+ed|\w+wn|kept|made|built|sent|sold|held))\b/

const FEELING =
  /\bnot the \w+est\b|^we(?:'re|'ll|'d)\b|^we aren't\b|^we've (?!(?:got )?(?:\d|an? |two |three |four |five |six |ten |no |our own))|^we (?:all |really |also |just |both |do |don't |will |would |should |might |may |can see|can tell|can hear)*(?:can't wait|hope|love|understand|appreciate|look|know|think|see|wish|want|feel|believe|apologi\w+|thank|won't|recommend|suggest|like|miss|care|remember|get (?:a |so |really |very |weirdly |quite |all )|got|live|treat (?:you|every|each|all|people|our)|pretend|try|promise|need (?:your|you|to (?:know|see|check|find|look|talk|ask))|agree|value|welcome|will|would|might|go |are (?:so |very |really |all |certainly |definitely )*(?:sorry|happy|glad|pleased|excited|here|thrilled|delighted|checking|looking|working|still|aware|not|certainly|waiting|on))\b/
/** What concerns this customer now rather than everybody. */
const ABOUT_YOU =
  /\byour (?:order|parcel|package|refund|ticket|case|message|letter|appointment|booking|invoice|payment|bill|account|request|file)\b|\b(?:right now|this time|at the moment|today|tomorrow|tonight)\b/
const OURS =
  /^they(?:'ve| have)? (?:all |both )(?:got |get )?|^(?:(?:all|most|some|both|each|every one|none|\w+(?= of)) )?(?:of )?ours?\b/
const DOES =
  /\b(?:they've|records?|is|are|has|have|can|comes?|stays?|works?|runs?|uses?|makes?|made|includes?|covers?|lasts?|gets?|holds?|fits?|opens?|takes?|costs?|sells?|ships?|supports?|offers?|gives?|does|do|needs?|keeps?|starts?|serves?|speaks?|stops?|sits?)\b/
const YOURS =
  /^(?:(?:for|with|in|on|at) [^,]{1,40},? )?you(?:'ll)? (?:can|may|could|get|also|even|only|receive|have|always|will)\b|^you'll (?:also |even |always )?(?:get|receive|have|find)\b/
const TOO = /\b(?:too|as well|also|even|only)\b/
const ASKED_OF_YOU =
  /\byou (?:can|could|may|will|'ll)? ?(?:also |always |just |simply |only )?(?:reach me|ignore|reply|send|tell|let|see|leave|write|relax|rest|expect|imagine|count|be sure|have to|don't|need|know|tell|ask|choose|decide|think|want|like|like to|still)\b/
/** "Members get …", "every passenger may …" */
const CUSTOMERS =
  /^(?:all |every |each |any )?(?:our )?(?:customers?|guests?|passengers?|members?|patients?|students?|juniors?|adults?|seniors?|families|groups|owners|children|kids|users?|visitors?|anyone|everybody|everyone|dogs|pets|subscribers?|drivers?)\b.{0,40}?\b(?:can|can't|cannot|may|get|gets|must|need|needs|pay|pays|travel|receive|receives|are|is|have|has)\b/
const THERE = /^(?:[^,]{1,40},? )?there(?:'s| is| are|'re)\b/
/** Nothing that is had from us. */
const NO_OFFER =
  /\bthere(?:'s| is| are|'re) (?:no |nothing|something|some(?:one|body)|(?:other |some |many |cheaper )*(?:firms|companies|others|people|shops|places|competitors)\b|an? (?:problem|issue|mistake|error|note|message|mail|delay|typo|way|chance|good|question|catch|reason|difference|crack|scratch|dent|hole|leak|stain)|one |two things)|\b(?:your|his|her|right now|today|tomorrow|yesterday)\b/
const INCLUDED =
  /\b(?:is|are) (?:always |also |all )?included\b|^(?:he|she|it|they|dogs?|pets?)(?:'s| is| are|'re) allowed\b/
/** "It even reads cards", "it comes in six colours" */
const IT = /^it (?:even|also|comes (?:in|with)|works|runs|supports|includes)\b/
const EACH = /^(?:every|each|all|any|both|most)\b/
const DOES_AS_RULE =
  /\b(?:stays?|keeps|reads|works|lasts|holds|fits|supports|runs|covers|includes|comes with|contains|heats|weighs|handles|syncs|rolls?|expires?|applies|apply|lets|allows|saves|uses|requires|measures|connects|exports|imports|prints|protects|prevents|reduces|turns|tracks|sends|blocks|resists|folds|washes|charges|is made (?:of|for|from|in)|are made (?:of|for|from|in)|was built)\b/

/** "The desks can be raised" */
const CAN_BE =
  /^(?:the|its?|a|an|all|our|both|every) [a-z' -]{2,40}? (?:can|may) (?:also |all )?be [a-z]+(?:ed|en|n|t)\b/

/** "Wires to Canada cost $45", "there's a casserole for €49", "delivery takes a day" */
function saysAmount(words: string, amount: Value | undefined, { clause }: Place): boolean {
  if (amount === undefined || clause.concepts.size === 0 || CASE.test(words)) return false
  if (amount.kind === "money" || amount.kind === "percent")
    return PRICED.test(words) || (amount.kind === "money" && amount.isFree === true && FREE.test(words))
  if (amount.kind === "duration") return TAKES.test(words)
  return amount.kind === "count" && HOLDS.test(words)
}

/** One affair rather than the rule. */
const CASE =
  /^(?:that's|this is|that is|those|these|so that's)\b|\b(?:payment of|total of|refund of|charge of|order of|transfer of|deposit of|balance of|amount of|invoice|the rest|you need|you'll need)\b/
const PRICED =
  /\w's an? (?:fiver|tenner)\b|\w's [$€£]?\d|\b(?:costs?|is|are|it's|there's|there is|there are|for|from|at|charge|pay|pays|per|each|get|gets|gives|off|would be|comes to|sets you back)\b/
const FREE = /\b(?:is|are|has|have|comes?|get|gets|includes?|costs?|charge|pay|which|at no|for free)\b/
const TAKES =
  /\b(?:takes?|lasts?|arrives?|within|valid|good for|runs? for|ships?|delivers?|delivered|comes?|warranty|guarantee|before|after|until|up to|at least|notice)\b/
const HOLDS =
  /\b(?:weighs?|holds?|seats?|measures?|fits|goes up to|runs up to|has|have|comes? (?:with|in)|includes?|up to|at least|made for|suitable for)\b/

function tellingIn({ clause, reading }: Place): number {
  let count = 0
  for (const concept of clause.concepts) if (reading.facts.weights.against(concept) >= 0.8) count++
  return count
}
