import { hasWord, phraseAt, textAt, wordSet } from "../words.ts"
import type { Word } from "../words.ts"
import { endOfAdjunct } from "./adjunct-ends.ts"
import { openerLength, opens } from "./adjunct-openers.ts"

/** A clause that says when or whether: word indexes, end exclusive. */
export type Adjunct = {
  readonly from: number
  readonly to: number
  /** "condition": the reader or the world must do something first. "event": our own doing, or a moment; it says when. */
  readonly kind: "condition" | "event"
}

/** The conditions and own events of a sentence ("if it is faulty", "when I am back"), in order. */
export function adjunctsOf(words: readonly Word[], isTalk: boolean): readonly Adjunct[] {
  const found: Adjunct[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    const length = word !== undefined && opens(word) ? openerLength(words, at) : 0
    if (length === 0) continue
    const to = textAt(words, at) === WHOLE ? at + length : endOfAdjunct(words, at, at + length)
    const kind = kindOf(words, { at, length, to }, isTalk)
    if (kind === null) continue
    found.push({ from: at, to, kind })
    at = to - 1
  }
  return found
}

const WHOLE = "otherwise" // a condition that needs no clause of its own

/** Words before "if" that make it a question we will answer, not a condition. */
const ASKS = wordSet(
  "see check know ask asked out confirm wonder wondering sure tell say verify even as determine clear whether understand let",
)
const IDIOMS =
  /^(?:i|we) (?:can|could|may|might)\b|^(?:you (?:(?:just|can|could|will|would|'ll|'d|want to|like to) ){0,2}(?:bear|hold|wait|hang|give me (?:a|one|two|just)|do n't mind|n't mind|wish me|excuse))|^(?:that is|that's|that 's|it is|it's|it 's) (?:ok|okay|alright|all right|possible)|^(?:possible|necessary|any|needed|ever|applicable|anything goes|not (?:sooner|before|earlier)$)\b/

type Opened = { readonly at: number; readonly length: number; readonly to: number }

function kindOf(words: readonly Word[], { at, length, to }: Opened, isTalk: boolean): Adjunct["kind"] | null {
  const opener = textAt(words, at)
  const rest = textOf(words, at + length, Math.min(6, Math.max(1, to - at - length)))
  const before = textAt(words, at - 1)
  if (opener === "after" && LOOKS.has(before)) return null
  if (opener === "before" && PANEL.test(rest)) return null
  if ((opener === "before" || opener === "after" || opener === "once") && NO_EVENT.test(textOf(words, at + length, 2)))
    return null
  if (textAt(words, at + length) === "and" && (opener === "when" || opener === "if")) return null
  if (opener === "while" || opener === "whilst") return isTalk ? null : "event"
  if (opener === "the" && (textAt(words, at + 1) === "day" || textAt(words, at + 1) === "second")) return "event"
  if (opener === "if")
    return isRealIf(before, rest, textAt(words, at - 2)) && !isAside(words, at) && !isEnquiry(words, at)
      ? "condition"
      : null
  if (opener === "with" || opener === "given") return "condition"
  if (opener === "should") return isInvertedShould(words, at) ? "condition" : null
  if (
    opener === "unless" ||
    opener === "assuming" ||
    opener === "provided" ||
    opener === "providing" ||
    opener === "subject" ||
    opener === "depending" ||
    opener === "pending"
  )
    return isSubordinate(words, at, opener) ? "condition" : null
  if (opener === "where")
    return at === 0 && !/^(?:do|does|did|is|are|was|will|can|could|would|should|i|we)\b/.test(rest) ? "condition" : null
  if (opener === "without") return at === 0 ? "condition" : null
  if (opener === "were") return (at === 0 || isTurned(words, at)) && WERE_TO.test(rest) ? "condition" : null
  if (opener === "supposing" || opener === "presuming" || opener === "so") return "condition"
  if (PERMITTED.has(opener) || opener === "any" || opener === "anytime") return "condition"
  if (opener === "otherwise" || opener === "failing")
    return at === 0 || /^[,;.!:]$|^(?:and|or|but)$/.test(before) ? "condition" : null
  if (opener === "in" && textAt(words, at + 1) === "case") return at === 0 ? "condition" : null
  if (opener === "on") return EVENTS.test(textOf(words, at + 1, 2)) ? "event" : "condition"
  if (opener === "in") return "condition"
  if (opener === "as" && textAt(words, at + 1) === "long") return "condition"
  return eventOrCondition(opener, rest, isTalk)
}

/** "Lay it before the trustees". */
const PANEL =
  /^(?:the|our|your) (?:\S+ )?(?:board|trustees|committee|court|judge|panel|council|members|directors|tribunal|magistrates)$/
/** "The night before I'll ring", "the week after next". */
const NO_EVENT =
  /^(?:(?:i|we|you|he|she|they|someone) (?:'ll|will|shall|can)|next|which|so|and|or|but|more|again)(?: |$)/

/** "Were the Tuesday to suit you better". */
const WERE_TO = /^(?:\S+ ){1,4}to\b/

/** "look after your dog". */
const LOOKS = wordSet("look looks looked looking")

/** "on her return": it comes, and nobody need do anything first. */
const EVENTS = /^(?:(?:my|our|your|his|her|their) return|arrival|departure|landing|expiry)\b/

function isRealIf(before: string, rest: string, earlier: string): boolean {
  if (before === "out" && !FINDS.has(earlier)) return !IDIOMS.test(rest)
  if (before === "so" && earlier !== "" && ASKED_FOR.test(rest)) return false
  return !ASKS.has(before) && !IDIOMS.test(rest)
}

/** "Someone will be round today, so if you could keep your phone on". */
const ASKED_FOR = /^you (?:could|can|would)\b/

const FINDS = wordSet("find found figure work it check")

/** "check with Beth if room 6 is free": what somebody is asked. "Check your order if you like" is a condition. */
function isEnquiry(words: readonly Word[], at: number): boolean {
  if (textAt(words, at + 1) === "you") return false
  for (let back = at - 1; back >= Math.max(0, at - ENQUIRY_WORDS_MAX); back--) {
    const word = textAt(words, back)
    if (MARKS.has(word)) return false
    if (ENQUIRES.has(word) || (word === "check" && WITH.has(textAt(words, back + 1)))) return true
  }
  return false
}

const ENQUIRY_WORDS_MAX = 5
const MARKS = wordSet(", ; : . ! ? - – — and but")
const ENQUIRES = wordSet("ask asking enquire enquiring checking establish query wonder wondering")
const WITH = wordSet("with w")

/** "We will replace it should it fail again": a subject behind the verb, and no question. */
function isTurned(words: readonly Word[], at: number): boolean {
  return (
    TURNED.has(textAt(words, at + 1)) &&
    !NOT_TURNED.has(textAt(words, at - 1)) &&
    hasWord(words, at - MAIN_WORDS_MAX, at, MODALS)
  )
}

const MAIN_WORDS_MAX = 40
const TURNED = wordSet("you it they he she there this that the your anything anyone anybody nobody")
const NOT_TURNED = wordSet("what how when where why who which as than you they i we and or")
const MODALS = wordSet("will 'll would 'd shall can")
/** "Weather permitting". */
const PERMITTED = wordSet("weather stock space")

/** "when (and if) I get off the phone". */
function isAside(words: readonly Word[], at: number): boolean {
  return textAt(words, at - 1) === "and" && /^(?:\(|when|as)$/.test(textAt(words, at - 2))
}

function isInvertedShould(words: readonly Word[], at: number): boolean {
  return (
    (at === 0 || textAt(words, at - 1) === "," || isTurned(words, at)) &&
    !/^(?:i|we)\b/.test(textAt(words, at + 1)) &&
    words.at(-1)?.text !== "?"
  )
}

function isSubordinate(words: readonly Word[], at: number, opener: string): boolean {
  if (opener === "provided" || opener === "providing")
    return (
      !/^(?:is|was|be|been|are|were|'s)$/.test(textAt(words, at - 1)) &&
      /^\p{L}/u.test(textAt(words, at + 1)) &&
      !GOES_WITH.has(textAt(words, at + 1))
    )
  return opener !== "subject" || textAt(words, at + 1) === "to"
}

/** "Provided by", "providing for": no condition. */
const GOES_WITH = wordSet("by to with in for at as on a an us me him her them from free below above herein here")

/** "when I am back" says when; "once you confirm" and "when the part arrives" must come true first. */
function eventOrCondition(opener: string, rest: string, isTalk: boolean): Adjunct["kind"] | null {
  if (
    /^(?:possible|poss|practicable|practical|humanly|reasonably|i can|we can|(?:they|he|she) can|is possible)\b/.test(
      rest,
    )
  )
    return null
  if (WAS.test(rest)) return null
  if (EVENT_OPENERS.has(opener)) return "event"
  if (opener === "before" || opener === "by" || opener === "until" || opener === "till") return "event"
  if (opener === "upon" && /^(?:you|him|her|them|us|me)\b/.test(rest)) return null // "call upon you"
  if (opener === "upon") return EVENTS.test(rest) ? "event" : "condition"
  if (RECEIVES.test(rest) && !OURS_TO_COME.test(rest)) return "condition"
  if (
    /^(?:i|we)\b/.test(rest) &&
    /\b(?:your|you|these|this information|this info|the details|those|confirmation|approval)\b/.test(rest) &&
    /\b(?:have|get|got|receive|received|hear|heard)\b/.test(rest)
  )
    return "condition"
  if (isTalk && /^(?:i|we)(?: '(?:ve|m))? (?:have|get|got|receive)\b/.test(rest) && !OURS_TO_COME.test(rest))
    return "condition"
  if (/^(?:\( and if \) )?(?:i|we)\b/.test(rest)) return "event"
  if (DONE.test(rest) || COMES_TO_PASS.test(rest)) return "event"
  if (
    /^you(?: '(?:re|ve))? (?:are |get |come |return |arrive )?(?:back|here|home|in town|in the office|over|round|in)\b/.test(
      rest,
    )
  )
    return "event"
  if (COMES_BACK.test(rest)) return "event"
  if (opener === "after")
    return /\b(?:you|confirm|approv|receipt|receiv|payment|paid)/.test(rest) ? "condition" : "event"
  if (opener === "when" && /^(?:he|she|they)\b/.test(rest) && !isTalk)
    return /\b(?:tell|say|reply|ring|bring|pay|confirm|send)s?\b/.test(rest) ? "condition" : "event"
  return READERS_PART.test(rest) ? "condition" : "event"
}

/** "as soon as he's off the phone", "when they get in": of ours, and nobody need do anything. */
const COMES_BACK =
  /^(?:she|he|they)(?: 's| is| 're| are| gets?| comes?| returns?)(?: (?:back|in|free|off|out|done|finished|available|home|here|round|over|\w+ing|(?:\S+ ){1,2}(?:minutes?|mins?) (?:off|away))\b|$)/

/** "when the budget was set up": it has been, and says no time to come. */
const WAS =
  /(?<!\b(?:have|has|'ve) )\b(?:was|were|had|did|happened|went|came|said|told|wrote|asked|called|rang|spoke|met)\b/

/** "once we receive the signed mandate": somebody must send it. */
const RECEIVES = /^(?:i|we)(?: '(?:ve)| have)? (?:receive|received)\b/

const EVENT_OPENERS = wordSet("next prior")

/** "when we've got some news". */
const OURS_TO_COME =
  /\b(?:news|updates?|answers?|results?|word|date|time|stock|more|something|anything|chance|minute|moment|hold of)\b/

/** "once it ships": it says when, and nobody need do anything. */
const COMES_TO_PASS =
  /^(?:it|they|that|this|everything|(?:your|the|ur) (?!payment|deposit|cheque|check|form|fee|signature|documents|docs|funds|money)\S+)(?: '(?:s|re|ve)| has| have| is| are)? (?:been )?(?:ships?|shipped|arrives?|arrived|processed|dispatched|renews?|expires?|ends?|starts?|begins?|matures?|opens?|closes?|goes out|gone out|lands?|comes in|come in|comes? back in(?:to)? stock|in stock|back in stock|available|updated|posted)\b/

/** "once it's done": the end of our own work. */
const DONE =
  /^(?:it|that|this|everything|they|the \S+)(?: 's| is| are| 're)? (?:all )?(?:done|ready|finished|sorted|fixed|complete|available)\b/

/** What the reader, or somebody's consent, must bring about; other things ("when the part arrives") are waited for. */
const READERS_PART =
  /\b(?:you|your|u|ur|he|she|they|customer|cust|client|pt|payment|deposit|confirmed|approved|sign(?:ed|s)|executed|filled|submitted|accepted|agreed|received|paid|cleared|approval|returned|returns|return (?:is|has|reaches|arrives|gets)|comes back|sent back|back|order(?:ed)?|po|rec|funds|paperwork|docs|form|consent|signature)\b|^(?:\S+ed)\b/

function textOf(words: readonly Word[], from: number, length: number): string {
  return phraseAt(words, from, length)
}
