import type { ClaimKind } from "../review-format.ts"
import { kindOf } from "./claim-kind.ts"
import { mayBeName } from "./may-be-name.ts"
import { mayClaim, OPENING } from "./may-claim.ts"
import { optionsOf } from "./amount-options.ts"
import type { Option } from "./amount-options.ts"
import { readClock } from "./clock.ts"
import type { Judged, Place } from "./find-claims.ts"
import { saysFree } from "./value.ts"
import type { Value } from "./value.ts"
import { textAt } from "../words.ts"

/**
 * A statement about product, service or company that no fact speaks to; null where the clause is none, or one cannot be
 * sure. Read by form alone: who does what as a rule, and what costs, takes or holds how much.
 */
export function unbackedClaim(place: Place): Judged | null {
  const { clause } = place
  if (!mayClaim(place) || isOfOthers(place)) return null
  const words = mainOf(clause.words.replace(OPENING, ""))
  if (words === "" || isDoneOrAsked(words, place)) return null
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

/** What is said on a condition, without it: "if you bring your own, it's £5"; an amount in the condition is none that is told. */
function mainOf(words: string): string {
  if (!CONDITION.test(words)) return words
  const comma = words.search(/, (?!\d)/)
  const main = comma < 0 ? "" : words.slice(comma + 2).replace(/^then /, "")
  return /\d/.test(words.slice(0, comma)) && !/\d/.test(main) ? "" : main
}

const CONDITION = /^(?:if|when|unless|should|once|as soon as|in case) /

/** "Refunded €48 to the card", "then grab it", "you have reached …", or what goes on from what the writer does: no rule of ours. */
function isDoneOrAsked(words: string, { clause, reading }: Place): boolean {
  if (DONE.test(words) || (BIDS.test(words) && !NO_BIDDING.test(words))) return true
  return GOES_ON.test(clause.words) && WRITERS.test(reading.text.slice(clause.sentence.start, clause.start))
}

const DONE =
  /^we (?:all |also |just |already )*(?:[a-z]+(?<!e)ed|made|gave|took|sent|left|kept|said|told|thought|found|did|went|came|saw|knew|bought|brought|broke|lost|spoke|wrote|heard)\b|^[a-z]+ed (?:[$€£\d]|you|your|the|it|from|to)(?![a-z])|^we(?:'ve| have) (?:got )?(?:you|your|him|her|them)\b|^(?:it|that) (?:all )?(?:hangs|depends|comes down)\b|fingers crossed|\byour [$€£]\d|^(?:charges|wants|asks) |\b(?:should|could|would|must|might) have\b|\b(?:may|might) as well\b|^you(?:'ve| have) (?:every|reached|my|our|the|a point)\b/
/** A verb is followed by its object, where nothing stands before it; no noun is followed by an article. */
const BIDS =
  /^(?:then |just |please |always |so )*[a-z]+ (?:it|them|him|her|me|us|your|the|an?|any|this|these)(?![a-z'])/
const NO_BIDDING =
  /^(?:then |just |always |so )*(?:we|you|they|it|there|all|both|each|every|one|some|most|none|many|half|only|even|not|of|for|with|in|on|at|to|from|by|as|per|about|over|under|after|before|during|until|till|up|off|plus|besides|including|without|through|like|than|what|that|this|which|who|is|are|has|have|can|may|also|almost|outside|inside|between|and|or|but|[a-z]+(?:ing|s))\b/
const GOES_ON = /^and you(?:'ll)? can\b/
const WRITERS = /\bi(?:'ll|'ve|'m| will| have| can)\b/i

/** "Your list adds up to 16 cubic metres", "Milo weighs 19 kg", "your insurer pays 80%": theirs, or somebody's whom no fact knows. */
function isOfOthers({ clause, reading }: Place): boolean {
  const { tokens, words } = clause
  const { facts } = reading
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
  if (tokens[opening]?.text === "your")
    return isUnknown(
      opening + (tokens[opening + 1]?.kind === "number" || NUMBERED.test(textAt(tokens, opening + 1)) ? 2 : 1),
    )
  if (CHARGING.test(words) || /^[A-Z]{2,}(?![a-z])/.test(reading.text.slice(clause.start, clause.end)))
    return isUnknown(opening) || isUnknown(opening + 1)
  return tokens[opening]?.capital === true && isUnknown(opening) && tokens[opening + 1]?.text === "weighs"
}

const NUMBERED = /^(?:two|three|four|five|six|both|other|new|old)$/
/** Of ourselves we say "we charge". */
const CHARGING = /^(?:the|another|some|other|an?)\b[^,]*? (?:charges?|wants?|asks?)\b/
const THEIRS = /\byour [a-z' -]{1,30}? (?:adds? up|comes to|weighs|is|has|runs|ends|pays|covers|charges)\b/

/** Most likely it is about a fact after all, though what that says to it is not certain. */
function isSpokenOf(place: Place): boolean {
  return chanceOf(optionsOf(place)) > SPOKEN_MAX || isWordedAsFact(place)
}

const SPOKEN_MAX = 0.6

function chanceOf(options: readonly Option[]): number {
  return options.reduce((sum, { chance, traits }) => sum + (traits.elsewhere === 1 ? 0 : chance), 0)
}

/** Of what one fact tells, so much is said, or there is so little that no fact tells, that it is this fact in other words. */
function isWordedAsFact({ clause, reading: { facts } }: Place): boolean {
  const { weights, byConcept, itemWords, entries } = facts
  if (clause.values.some(({ value }) => isFigure(value))) return false
  let strange = 0
  const known: string[] = []
  for (const concept of clause.concepts) {
    if (byConcept.has(concept)) known.push(concept)
    else if (!itemWords.has(concept)) strange += weights.against(concept)
  }
  if (strange >= 1) return false
  if (strange === 0 || known.length < 2) return known.length > 0 && strange === 0
  const shared = new Map<number, number>()
  for (const concept of known) {
    for (const at of byConcept.get(concept) ?? []) {
      const part = entries[at]?.names.has(concept) === true ? NAME_PART : 1
      const sum = (shared.get(at) ?? 0) + part * weights.of(concept)
      if (sum > SHARED_MAX) return true
      shared.set(at, sum)
    }
  }
  return false
}

function isFigure(value: Value): boolean {
  return isAmount(value) && value.kind !== "date"
}

const NAME_PART = 0.5 // a name says what it is about, and not what of it
const SHARED_MAX = 1.3 // of what a word tells that is of one fact alone

/** "at once" is no amount, nor is a bare number. */
function isAmount(value: Value): boolean {
  return value.kind === "count" ? value.of !== "" : value.kind !== "duration" || value.max > 0
}

/** "£26.00 one way" to what the customer asked. */
function answerOf({ clause, units }: Place): Judged | null {
  const [said] = clause.values
  if (clause.concepts.size > 0 || clause.values.length !== 1 || said?.value.kind !== "money" || said.value.max === 0)
    return null
  return units.some(({ isAsked }) => isAsked === true) && ANSWER.test(clause.words)
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
  if (IT.test(words)) return tells && (hasAmount || place.clause.concepts.size > 1) && !ABOUT_YOU.test(words)
  if (EACH.test(words)) return (HAS.test(words) || EACH_DOES.test(words)) && telling >= 1 && !ABOUT_YOU.test(words)
  if (isOfKnown(place) && KNOWN_DOES.test(words)) return telling >= 2 && !ABOUT_YOU.test(words)
  const concepts = place.clause.concepts.size
  if (CAN_BE.test(words)) return telling >= 1 && concepts >= 2
  return (
    /^(?:the|its?|unused|everything|all of it)\b/.test(words) &&
    DOES_AS_RULE.test(words) &&
    telling >= 1 &&
    concepts >= 2
  )
}

/** Whether it begins with what a fact is about. */
function isOfKnown({ clause: { tokens }, reading: { facts } }: Place): boolean {
  const first = tokens.find(({ kind, concept }) => kind === "word" && concept !== "")
  const listed = facts.byConcept.get(first?.concept ?? "") ?? []
  return listed.some((at) => facts.entries[at]?.names.has(first?.concept ?? "") === true)
}

function hasName({ clause, reading }: Place): boolean {
  return clause.tokens.some((token, at) => at > 0 && mayBeName(token) && !reading.facts.byConcept.has(token.concept))
}

const HAS =
  /\b(?:has|have|comes?|gets?|includes?|can|costs?|takes?|holds?|weighs?|fits?|works?|runs?|needs?|sits?|speaks?|is (?:\w+ed|\w+wn|kept|made|built|sent|sold|held))\b/

const FEELING =
  /(?:\bnot|n't) the \w+est\b|^we(?:'re|'ll|'d)\b|^we aren't\b|^we've (?!(?:got )?(?:\d|an? |two |three |four |five |six |ten |no |our own))|^we (?:all |really |also |just |both |do |do not |don't |will |would |should |might |may |can see|can tell|can hear)*(?:can't wait|adore|enjoy|hope|love|understand|appreciate|look|know|think|see|wish|want|feel|believe|apologi\w+|thank|won't|recommend|suggest|like|miss|care|remember|get (?:a |excited|so |really |very |weirdly |quite |all )|got|live|treat (?:you|every|each|all|people|our)|pretend|try|promise|need (?:your|you|to (?:know|see|check|find|look|talk|ask))|agree|value|welcome|will|would|might|go |are (?:so |very |really |all |certainly |definitely )*(?:sorry|happy|glad|pleased|excited|over the moon|chuffed|gutted|not going to|here|thrilled|delighted|checking|looking|working|still|aware|not|certainly|waiting|on))\b/
/** What concerns this customer now rather than everybody. */
const ABOUT_YOU =
  /\byour (?:order|parcel|package|refund|ticket|case|message|letter|appointment|booking|invoice|payment|bill|account|request|file|complaint|photo|note)\b|\bon (?:mon|tues|wednes|thurs|fri|satur|sun)day(?!s)\b|\b(?:right now|this (?:time|once)|(?:in|on) this (?:instance|case|occasion)|as a one-off|at the moment|today|tomorrow|tonight)\b/
const OURS =
  /^they(?:'ve| have)? (?:all |both )(?:got |get )?|^(?:(?:all|most|some|both|each|every one|none|\w+(?= of)) )?(?:of )?ours?\b/
const DOES =
  /\b(?:they've|records?|is|are|has|have|can|comes?|stays?|works?|runs?|uses?|makes?|made|includes?|covers?|lasts?|gets?|holds?|fits?|opens?|takes?|costs?|sells?|ships?|supports?|offers?|gives?|does|do|needs?|keeps?|starts?|serves?|speaks?|stops?|sits?)\b/
const YOURS =
  /^(?:(?:for|with|in|on|at) [^,]{1,40},? )?you(?:'ll)? (?:can|may|could|get|also|even|only|receive|always|will)\b|^you'll (?:also |even |always )?(?:get|receive|have|find)\b/
const TOO = /\b(?:too|as well|also|even|only)\b/
const ASKED_OF_YOU =
  /\b(?:from|at|in) (?:any|every|most|another|a good) (?:[a-z-]+ )?(?:shop|store|chemist|pharmacy|supermarket|bank|garage|market|dealer|place|retailer)s?\b|\b(?:elsewhere|from others?)\b|^(?:(?:for|with|in|on|at) [^,]{1,40},? )?you (?:can|could|may|will|'ll)? ?(?:also |always |just |simply |only )?(?:reach me|ignore|reply|send|tell|let|see|leave|write|relax|rest|expect|imagine|count|be sure|have to|don't|need|know|tell|ask|choose|decide|think|want|like|like to|still)\b/
/** "Members get …", "every passenger may …" */
const CUSTOMERS =
  /^(?:all |every |each |any )?(?:our )?(?:customers?|guests?|passengers?|members?|patients?|students?|juniors?|adults?|seniors?|families|groups|owners|children|kids|users?|visitors?|anyone|everybody|everyone|dogs|pets|subscribers?|drivers?)\b.{0,40}?\b(?:can|can't|cannot|may|get|gets|must|need|needs|pay|pays|travel|receive|receives|are|is|have|has)\b/
const THERE = /^(?:[^,]{1,40},? )?there(?:'s| is| are|'re)\b/
/** Nothing that is had from us. */
const NO_OFFER =
  /\bthere(?:'s| is| are|'re) (?:no |nothing|something|(?:always )?some(?:one|body)|an? (?:opening|slot|gap|space|place|appointment|seat|table)s? (?:free |left |open )?(?:on|at) \w+day\b(?!s)|(?:other |some |many |cheaper )*(?:firms|companies|others|people|shops|places|competitors)\b|an? (?:problem|issue|mistake|error|note|message|mail|delay|typo|way|chance|good|question|catch|reason|difference|crack|scratch|dent|hole|leak|stain)|one |two things)|\b(?:your|his|her|right now|today|tomorrow|yesterday)\b/
const INCLUDED =
  /\b(?:is|are) (?:always |also |all )?included\b|^(?:he|she|it|they|dogs?|pets?)(?:'s| is| are|'re) allowed\b/
/** "It even reads cards", "it comes in six colours" */
const CASE_VERBS =
  "(?:is|was|has|does|looks|seems|sounds|feels|means|says|shows|appears|arrives|leaves|goes|went|gets|happens|helps|depends|hurts|needs|matters|makes sense|starts|begins|sends|wants|hopes|comes(?! (?:in|with))|takes (?:place|care|me)|turns out)\\b"
const IT = new RegExp(
  `^it (?:even |also )?(?:(?!${CASE_VERBS})[a-z]+s|doesn't (?:make|need|leave|use|contain|hurt|fade|stain|smell|slow)|can)\\b`,
)
const EACH_DOES = new RegExp(`^(?:every|each) [a-z-]+(?: [a-z-]+)? (?!${CASE_VERBS})[a-z]+s [a-z\\d]`)
/** "The Tarn comes in silver", "our crowns resist …", of what a fact names. */
const KNOWN_DOES = new RegExp(
  `^(?:the |our |all |both |every )?(?:[a-z\\d-]+ ){1,3}?(?!${CASE_VERBS})(?:is an? |[a-z]{3,}s (?:in|with|on|to|from|up|for|a|an|the|your|its|[a-z]+s)\\b)`,
)
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
    return PRICED.test(words) || (saysFree(amount) && FREE.test(words))
  if (amount.kind === "duration") return TAKES.test(words)
  return amount.kind === "count" && HOLDS.test(words)
}

/** One affair rather than the rule. */
const CASE =
  /^(?:that's|this is|that is|those|these|so that's)\b|\b(?:in|on) this (?:instance|case|occasion)\b|\bthis time\b|\b(?:payment of|total of|refund of|charge of|order of|transfer of|deposit of|balance of|amount of|invoice|budget|don't have to|the rest|left over|outstanding|reserved|you need|you'll need)\b/
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
