import type { PromiseKind } from "../review-format.ts"
import { phraseAt, textAt, wordSet } from "../words.ts"
import type { Word } from "../words.ts"
import type { Clause } from "./clauses.ts"
import { isSaying } from "./saying.ts"
import type { Setting } from "./setting.ts"

/** Deeds that a talk cannot complete: they happen after it, somewhere else. */
const AFTER_THE_TALK = new Set(
  `call ring phone telephone email e-mail mail text write send post ship dispatch deliver resend arrange schedule get-back follow-up come-back reach-out circle-back let contact notify
   inform pass raise escalate chase visit bring repair fix mend install return reimburse`.split(/\s+/),
)

/** Deeds done while the other waits; a date in them is mostly that of a flight or an order. */
const AT_ONCE = new Set([
  "search",
  "check",
  "look",
  "retrieve",
  "proceed",
  "find",
  "find-out",
  "locate",
  "start",
  "begin",
  "see",
  "read",
])

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
  const speaks = actor === "i" || actor === "we"
  if (speaks && isTelling(clause, words) && !(hasLaterTime && (clause.voice === "being" || clause.modal === "let")))
    return "now"
  if (!setting.isTalk) return !hasLaterTime && completesItself(clause, words, setting) ? "now" : "later"
  if (!speaks) return "later"
  if (saysNow(words, clause) || (AT_ONCE.has(clause.verb) && !hasRealTime(clause, words))) return "now"
  if (hasLaterTime) return "later"
  if (clause.modal === "let" || isOnScreen(clause, words)) return "now"
  if (TRANSFERS.test(after(words, clause.verbAt, 4))) return "now"
  if (REPORTS_BACK.test(after(words, clause.verbAt, 20)) || BY_POST.test(after(words, clause.verbAt, 12)))
    return "later"
  return AFTER_THE_TALK.has(clause.verb) && isForReader(clause, words) ? "later" : "now"
}

/** "I'll pass you over to my colleague". */
const TRANSFERS =
  /^(?:pass|put|transfer|connect|hand)(?:ing|ting)? (?:you|u) (?:over|through|across|on|to|back|straight)\b/
const REPORTS_BACK =
  /\b(?:and|then|n|&) (?:(?:i|we) (?:'ll|will) )?(?:then )?(?:(?:get|come|report) back to|let (?:you|u) know|(?:call|ring|phone|email|message|text|update) (?:you|u))\b/
const BY_POST =
  /\b(?:in (?:the|tonight 's|today 's) (?:post|mail)|through (?:the|your) (?:post|letterbox|door)|to your (?:address|door|house)|out to you)\b/

function isTelling(clause: Clause, words: readonly Word[]): boolean {
  if ((clause.voice === "being" && isSpeaker(clause, words)) || isSaying(words, clause.verbAt)) return true
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
  if (clause.modal === "progressive" && ATTACHES.test(rest) && !BY_CARRIER.test(rest)) return true
  return (
    /^(?:attach|enclose)\b/.test(rest) ||
    (/\b(?:below|here(?:with|by)?|to this (?:e-?mail|mail|message|letter)|in this (?:e-?mail|mail|message|letter))\b/.test(
      rest,
    ) &&
      ATTACHES.test(rest))
  )
}

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
