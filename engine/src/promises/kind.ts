import type { PromiseKind } from "../review-format.ts"
import { phraseAt, textAt, wordSet } from "../words.ts"
import type { Word } from "../words.ts"
import type { Clause } from "./clauses.ts"
import { isSaying } from "./saying.ts"
import { deedOf, isDeedVerb } from "./verbs.ts"
import type { Setting } from "./setting.ts"

/** Deeds that a talk cannot complete: they happen after it, somewhere else. */
const AFTER_THE_TALK =
  wordSet(`call ring phone telephone email e-mail mail text write send post ship dispatch deliver resend arrange schedule get-back follow-up come-back reach-out circle-back let contact notify
   inform pass raise escalate chase visit bring repair fix mend install return reimburse`)

/** Deeds done while the other waits; a date in them is mostly that of a flight or an order. */
const AT_ONCE = wordSet("search check look retrieve proceed find find-out locate start begin see read")

function hasRealTime(clause: Clause, words: readonly Word[]): boolean {
  return words
    .slice(clause.verbAt)
    .some((word) =>
      /^(?:today|tomorrow|tonight|tmrw|tmr|later|within|afternoon|morning|evening|before|by)$/.test(word.text),
    )
}

/** "bring the bill up": shows it, there and then. */
function isOnScreen(clause: Clause, words: readonly Word[]): boolean {
  return /^(?:bring|pull|get)(?:ing|ting)? (?:\S+ ){0,5}up\b/.test(after(words, clause.verbAt, 8))
}

/** When an undertaking without a condition is fulfilled: within this talk or message, or after it. */
export function kindOf(
  clause: Clause,
  words: readonly Word[],
  actor: string,
  hasLaterTime: boolean,
  setting: Setting,
): PromiseKind {
  const speaks = (actor === "i" || actor === "we") && !READERS.has(textAt(words, clause.subject.to - 1))
  if (speaks && isTelling(clause, words) && !(hasLaterTime && (clause.voice === "being" || clause.modal === "let")))
    return "now"
  if (!setting.isTalk)
    return (!hasLaterTime && completesItself(clause, words, setting)) || WITH_THIS.test(after(words, 0, 3))
      ? "now"
      : "later"
  if (!speaks) return "later"
  if (saysNow(words, clause) || (AT_ONCE.has(clause.verb) && !hasRealTime(clause, words))) return "now"
  if (hasLaterTime) return "later"
  if (clause.modal === "let" || isOnScreen(clause, words)) return "now"
  if (TRANSFERS.test(after(words, clause.verbAt, 4))) return "now"
  if (REPORTS_BACK.test(after(words, clause.verbAt, 20)) || BY_POST.test(after(words, clause.verbAt, 12)))
    return "later"
  if (clause.modal !== "progressive" && isElsewhere(actor, clause, words)) return "later"
  return AFTER_THE_TALK.has(clause.verb) && isForReader(clause, words) ? "later" : "now"
}

/** "We're going to replace the door", "we'll knock it off your bill", "I'll save you one": nothing that a talk could do. */
function isElsewhere(actor: string, { verb, verbAt, voice }: Clause, words: readonly Word[]): boolean {
  const deed = deedOf(verb)
  if (actor === "we" && deed === "repair" && !ON_FILE.has(verb)) return true
  if (BY_HAND.has(verb)) return true
  if (voice === "active" && deed === null && isDeedVerb(verb) && !IN_TALK.has(verb)) return true
  return AWAY.test(after(words, verbAt, 8))
}

/** What hands do, and what goes to colleagues. */
const BY_HAND = wordSet(
  "lend loan pop drop forward fax courier redeliver bring build clean fit hang paint repaint refit keep save flag report feed collect pick meet",
)
/** "Have an answer for you", "put one by", "make it up to you". */
const AWAY =
  /^(?:follow|chase) (?:it|this|that|them) up\b|^(?:get|have) (?:it|this|that|them|(?:the|your) \S+) (?:looked|seen|fixed|mended|repaired|replaced|swapped)\b|^make sure (?:\S+ ){1,4}(?:has|have|gets?|knows?)\b|^have (?:an?|the|your|some|it|that|them|words?)\b(?! (?:\S+ )?(?:look|read|check|chat|think|quick|listen|peek|play|peep|go|browse|glance|gander|dig|search))|^put (?:\S+ ){1,4}(?:aside|by|to one side|on the (?:van|list)|in the diary)\b|^make (?:it|this|that) (?:up to|right)\b/
/** Unlisted, and said of a screen or of talk. */
const IN_TALK = wordSet(
  "list demo count sum total draw request initiate identify determine explore filter narrow compare focus generate execute perform conduct trigger outline detail access trace punch key enter view examine click tap type scroll browse repeat spell confirm skim peek glance hop jump switch swap zoom reload reboot ping redo rerun recheck guide walk continue listen paste login log-in talk connect patch dig query locate recalculate",
)
const ON_FILE = wordSet("correct resolve reset adjust exchange rectify restore service")
const READERS = wordSet("you u ull youll")
/** "I'll pass you over to my colleague". */
const TRANSFERS =
  /^(?:pass|put|transfer|connect|hand|pop|send|switch|get|patch)(?:ing|ting|ping)? (?:you|u) (?:over(?! (?:a|an|the|your|some|my|our)\b)|through|across|on|to|back|straight)\b/
const REPORTS_BACK =
  /\b(?:and|then|n|&) (?:(?:i|we) (?:'ll|will) )?(?:then )?(?:(?:get|come|report) back to|let (?:you|u) know|(?:call|ring|phone|email|message|text|update) (?:you|u))\b/
const BY_POST =
  /\b(?:in (?:the|tonight 's|today 's) (?:post|mail)|through (?:the|your) (?:post|letterbox|door)|to your (?:address|door|house)|out to you)\b/

function isTelling(clause: Clause, words: readonly Word[]): boolean {
  if (
    (clause.voice === "being" && isSpeaker(clause, words) && textAt(words, clause.verbAt + 1) !== "there") ||
    isSaying(words, clause.verbAt)
  )
    return true
  return (
    clause.modal === "let" && /^(?:tell|share|answer|walk|show|be|start|begin)\b/.test(after(words, clause.verbAt, 2))
  )
}

/** "I'll be brief", not "I promise it will be there". */
function isSpeaker({ subject }: Clause, words: readonly Word[]): boolean {
  return subject.from === subject.to || SPEAKERS.has(textAt(words, subject.to - 1))
}

const SPEAKERS = wordSet("i we ill well il")
const ATTACHES = /^(?:attach|loop|enclos|includ|send|forward|cop(?:y|ied)|cc|introduc|shar|quot|past)/

/** What no message can hold. */
const BY_CARRIER =
  /\b(?:by (?:post|courier|special|recorded|first|registered|separate|hand|tomorrow|the end)|replacements?|in the post|spares?|parcels?|someone|somebody|round|out|engineer|fitter|team|driver|flowers)\b/

function completesItself(clause: Clause, words: readonly Word[], setting: Setting): boolean {
  if (setting.isNote) return false
  const rest = after(words, clause.verbAt, 14)
  const isPerson = words[clause.verbAt + 1]?.capital === true && GOES.has(textAt(words, clause.verbAt + 2))
  if (clause.modal === "progressive" && ATTACHES.test(rest) && !BY_CARRIER.test(rest) && !isPerson) return true
  return (
    /^(?:attach|enclose)\b/.test(rest) ||
    (/\b(?:below|here(?:with|by)?|to this (?:e-?mail|mail|message|letter)|in this (?:e-?mail|mail|message|letter))\b/.test(
      rest,
    ) &&
      ATTACHES.test(rest))
  )
}

const WITH_THIS = /^(?:with|by) this (?:e-?mail|mail|letter|message|note)\b/
/** "We're sending Marcus over". */
const GOES = wordSet("over round out along down up back across")

function saysNow(words: readonly Word[], clause: Clause): boolean {
  return words
    .slice(clause.verbAt, clause.verbAt + 20)
    .some((word) => word.text === "now" || word.text === "immediately")
}

/** "call you" is for later, "try the call" is not; "send" without a receiver is a request that is made at once. */
function isForReader(clause: Clause, words: readonly Word[]): boolean {
  if (clause.verb === "call" || clause.verb === "contact" || clause.verb === "text" || clause.verb === "phone")
    return /\b(?:you|u|back|him|her)\b/.test(after(words, clause.verbAt, 8))
  return true
}

function after(words: readonly Word[], from: number, length: number): string {
  return phraseAt(words, from, length)
}
