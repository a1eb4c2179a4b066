import type { ClaimKind } from "../review-format.ts"
import { kindOf } from "./claim-kind.ts"
import { ANSWERED, ASKED } from "./context.ts"
import { readClock } from "./clock.ts"
import type { Judged, Place } from "./find-claims.ts"
import type { Value } from "./value.ts"

/**
 * A statement about product, service or company that no fact speaks to; null where the clause is none, or one cannot be
 * sure. Read by form alone: who does what as a rule, and what costs, takes or holds how much.
 */
export function unbackedClaim(place: Place): Judged | null {
  const { clause, promise, stance } = place
  const words = clause.words.replace(OPENING, "")
  if (stance !== "says" || PERSONAL.test(words)) return null
  const answered = answerOf(place)
  if (answered !== null) return answered
  if (clause.concepts.size === 0 && !EVERY.test(words)) return null
  const isPromised = promise !== undefined && promise.actor.kind !== "company"
  if (isPromised) return null
  const amount = clause.values.find((said) => isAmount(said.value))?.value
  const hasClock = clause.tokens.some((_, at) => readClock(clause.tokens, at) !== null)
  const kind: ClaimKind = amount === undefined ? (hasClock ? "date" : "capability") : kindOf(amount)
  const claims = saysWhatWeDo(words, place, amount !== undefined || hasClock) || saysAmount(words, amount, place)
  return claims ? { verdict: "unsupported", kind, score: 1 } : null
}

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

const OPENING =
  /^(?:(?:and|but|so|also|then|plus|yes|yeah|no|sure|well|oh|by the way|in addition|besides|of course|good news|note that|as a rule|which|because|since|while)[,:! ]+)+/

/** The writer, this customer's own affairs, courtesy, plans: nothing about how things are with us. */
const PERSONAL =
  /^(?:i|i'm|i've|i'll|i'd|my|he(?!'s allowed)|she(?!'s allowed)|they(?!'ve (?:all |both )?got|'re allowed)|his|her|their|someone|somebody|let|please|thank|thanks|sorry|your (?:order|parcel|package|refund|ticket|case|message|mail|e-mail|email|letter|appointment|booking|invoice|payment|bill|number|question|name|address))\b|\b(?:i|i'm|i've|i'll|i'd|my|me)\b|\b(?:hope|hopefully|feel free|let us know|good luck|enjoy|congratulations|apolog\w+|this week|right now|yesterday|last (?:week|month|night)|best (?:number|way|time|bet|day|thing)|way to|must be|should be|sounds|looks like|seems?)\b|\b(?:was|were|had|did|went|came|asked|wrote|said|told|paid|ordered|spoke)\b/

/** "We print …", "all our boxes are …", "you can freeze …", "the handle stays cool …" */
function saysWhatWeDo(words: string, place: Place, hasAmount: boolean): boolean {
  const telling = tellingIn(place)
  if (/^we\b/.test(words))
    return !FEELING.test(words) && (hasAmount || (telling >= 1 && place.clause.concepts.size >= 2))
  if (OURS.test(words)) return DOES.test(words) && (hasAmount || (telling >= 1 && place.clause.concepts.size >= 2))
  if (YOURS.test(words)) return !ASKED_OF_YOU.test(words) && (hasAmount || telling >= 1)
  if (CUSTOMERS.test(words)) return hasAmount || telling >= 1
  if (THERE.test(words)) return hasAmount || telling >= 1
  if (INCLUDED.test(words)) return true
  return /^(?:the|its?|a|an|every|each|all|unused|any)\b/.test(words) && DOES_AS_RULE.test(words) && telling >= 2
}

const FEELING =
  /^we(?:'re|'ll|'d)\b|^we've (?!(?:got )?(?:\d|an? |two |three |four |five |six |ten |no |our own))|^we (?:all |really |also |just |both |do |will |would |should |might |may |can't wait|can see|can tell|can hear)*(?:hope|love|understand|appreciate|look|know|think|see|wish|want|feel|believe|apologi\w+|thank|recommend|suggest|like|miss|care|remember|get a|got|need (?:your|you|to (?:know|see|check|find|look|talk|ask))|agree|value|welcome|will|would|might|are (?:so |very |really |all )?(?:sorry|happy|glad|pleased|excited|here|thrilled|delighted|checking|looking|working|still|aware|not|certainly|waiting|on))\b/
const OURS = /^they've (?:all |both )?got\b|^(?:(?:all|most|some|both|each|every one|none) )?(?:of )?our\b/
const DOES =
  /\b(?:they've|records?|is|are|has|have|can|comes?|stays?|works?|runs?|uses?|makes?|made|includes?|covers?|lasts?|gets?|holds?|fits?|opens?|takes?|costs?|sells?|ships?|supports?|offers?|gives?|does|do|needs?|keeps?|starts?|serves?)\b/
const YOURS =
  /^(?:(?:for|with|in|on|at) [^,]{1,40},? )?you(?:'ll)? (?:can|may|could|get|also|even|receive|have|always|will)\b|^you'll (?:also |even |always )?(?:get|receive|have|find)\b/
const ASKED_OF_YOU =
  /\byou (?:can|could|may|will|'ll)? ?(?:also |always |just |simply )?(?:reach me|ignore|reply|send|tell|let|see|leave|write|relax|rest|expect|imagine|count|be sure|have to|don't|need|know|tell|ask|choose|decide|think|want|like|like to|still)\b/
/** "Members get …", "every passenger may …" */
const CUSTOMERS =
  /^(?:all |every |each |any )?(?:our )?(?:customers?|guests?|passengers?|members?|patients?|students?|children|kids|users?|visitors?|anyone|everybody|everyone|dogs|pets|subscribers?|drivers?)\b.{0,40}?\b(?:can|can't|cannot|may|get|gets|must|need|needs|pay|pays|travel|receive|receives|are|is|have|has)\b/
const THERE =
  /^there(?:'s| is| are)\b.*\b(?:on (?:board|every|each|all)|in (?:our|every|each|all)|at (?:our|every|each|all)|for (?:our|every|each|all)|free|in the (?:café|cafe|shop|lobby|restaurant|bar|garden|lounge|car park)|upstairs|downstairs|next door)\b/
const INCLUDED =
  /\b(?:is|are) (?:always |also |all )?included\b|^(?:he|she|it|they|dogs?|pets?)(?:'s| is| are|'re) allowed\b/
const DOES_AS_RULE =
  /\b(?:stays?|keeps|reads|works|lasts|holds|fits|supports|runs|covers|includes|comes with|contains|heats|weighs|handles|syncs|rolls?|expires?|applies|apply|lets|allows|saves|uses|requires|measures|connects|exports|imports|prints|protects|prevents|reduces|turns|tracks|sends|blocks|resists|folds|washes|charges)\b/

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
  /\w's an? (?:fiver|tenner)\b|\w's [$€£]?\d|\b(?:costs?|is|are|it's|there's|there is|there are|for|from|at|charge|pay|pays|per|each|get|gets|gives|off)\b/
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
