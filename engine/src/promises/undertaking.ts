import type { Word } from "../words.ts"
import type { Clause } from "./clauses.ts"
import { isSaying } from "./saying.ts"
import type { Setting } from "./setting.ts"
import { subjectKind } from "./subject.ts"
import type { SubjectKind } from "./subject.ts"
import { isCourtesy, isService, owesNothing } from "./verbs.ts"

export type Undertaker = "i" | "we" | "named" | "someone" | "company"
/** What the sentence holds besides the clause. */
export type Surroundings = { readonly hasCondition: boolean; readonly hasLaterTime: boolean; readonly hasTime: boolean }

/** Who of ours undertakes what the clause says; null when it is no undertaking. */
export function undertakerOf(clause: Clause, words: readonly Word[], around: Surroundings, setting: Setting): Undertaker | null {
  if (clause.negated || isInverted(clause, words) || isQuestion(clause, words)) return null
  if (clause.modal === "let") return lets(clause, words, setting)
  if (isEmbedded(clause, words, setting)) return null
  const subject = inNote(subjectOf(clause, words), clause, words, setting)
  if (subject === "outsider") return null
  if (!modalCounts(clause, words, subject, around, setting)) return null
  if (subject === "you") return readerGets(clause, words, setting, around) ? giver(clause, words) : null
  if (subject === "thing") return thingHappens(clause, words, around) ? "company" : null
  if (isCourtesy(clause.verb) && clause.voice === "active") return helpsWith(clause, words, around) && subject === "i" ? "i" : null
  if (subject === "i" || subject === "we") return ownDeed(clause, words, setting, around) ? subject : null
  const owes = clause.known && !owesNothing(clause.verb) && !(subject === "named" && isFirm(clause, words))
  return clause.voice === "active" && (owes || hasDone(words, clause)) ? subject : null
}

/** A bare name with a deed of business ("Acme will issue an opinion"), or an acronym, is another firm. */
function isFirm(clause: Clause, words: readonly Word[]): boolean {
  const { from, to } = clause.subject
  const name = words[from]
  if (name === undefined || to - from !== 1 || !name.capital || /^(?:he|she)$/.test(name.text)) return false
  if (words.slice(clause.verbAt).some((word) => /^(?:you|your|u)$/.test(word.text))) return false
  return /^(?:issue|release|launch|publish|file|increase|build|open|close|pay|offer|provide|supply|sell|buy|start|begin|cover|serve|include|create|submit|charge|support)$/.test(clause.verb)
}

/** "Once you have it, I'll assist you with the exchange" names a deed; "I'll assist you further" does not. */
function helpsWith(clause: Clause, words: readonly Word[], around: Surroundings): boolean {
  const rest = words.slice(clause.verbAt, clause.verbAt + 4).map((word) => word.text).join(" ")
  return clause.modal === "will" && around.hasCondition && words[clause.verbAt - 1]?.text !== "to" && /^\S+ you (?:with|in|by) (?:the|your|\w+ing)\b/.test(rest)
}

/** "he'll have the cello ready". */
function hasDone(words: readonly Word[], clause: Clause): boolean {
  const rest = words.slice(clause.verbAt, clause.verbAt + 10).map((word) => word.text).join(" ")
  return /^have (?:the|your|it|a|an|this|that|them|everything|all)\b.*\b(?:ready|done|back|sent|waiting|over to you|with you|\w{3,}ed)\b/.test(rest)
}

/** In a note "he" and "she" are mostly the customer: told that something comes to them they are the reader, else an outsider. */
function inNote(subject: SubjectKind, clause: Clause, words: readonly Word[], setting: Setting): SubjectKind {
  const pronoun = words[clause.subject.to - 1]?.text ?? ""
  if (!setting.isNote || clause.subject.from === clause.subject.to || !/^(?:he|she|they)$/.test(pronoun)) return subject
  if (reportsOwn(clause, words, setting)) return "you"
  return words.some((word) => word.text === "you" || word.text === "u") ? subject : "outsider"
}

function subjectOf(clause: Clause, words: readonly Word[]): SubjectKind {
  const { from, to } = clause.subject
  if (from !== to) return subjectKind(words, from, to)
  const before = words.slice(0, clause.modalAt)
  const own = before.findLast((word) => word.text === "i" || word.text === "we" || word.text === "ill" || word.text === "im")
  if (own !== undefined) return own.text === "we" ? "we" : "i"
  return before.length <= 3 && clause.known ? "i" : "thing"
}

/** "shall I connect you": asks, with or without a question mark. */
function isInverted(clause: Clause, words: readonly Word[]): boolean {
  if (clause.modal === "let" || clause.modal === "progressive") return false
  return INVERTED.has(words[clause.modalAt + 1]?.text ?? "") && (clause.subject.from === clause.subject.to || words[clause.modalAt]?.text === "shall")
}

const ASKING = /^(?:when|what|where|who|how|why|which) (?:do|does|did|will|would|can|could|is|are|should|shall)$/
const TAGS = /\b(?:ok|okay|alright|all right|right|yeah|yes|fine|then)\s*\?$/

function isQuestion(clause: Clause, words: readonly Word[]): boolean {
  if (ASKING.test(words.slice(0, 2).map((word) => word.text).join(" "))) return true
  if (words.at(-1)?.text !== "?") return false
  const tail = words.slice(-4).map((word) => word.text).join(" ")
  if (TAGS.test(tail)) return false
  return !words.slice(clause.verbAt).slice(0, -1).some((word) => word.text === "." || word.text === "!") || clause.modalAt === 0
}

const INVERTED = new Set(["you", "he", "she", "they", "it", "i", "we", "the", "this", "that", "there", "anyone"])

const SAYING_LEADS = new Set(["", ",", ";", ":", "-", "—", "–", "!", ".", "?", "and", "but", "so", "ok", "okay", "right", "now", "uh", "um", "er", "just", "then", "well", "yeah", "yes", "sure", "first", "alright", "oh", "yep", "again", "..", "please", "&"])

function lets(clause: Clause, words: readonly Word[], setting: Setting): Undertaker | null {
  if (!SAYING_LEADS.has(words[clause.modalAt - 1]?.text ?? "")) return null
  const whom = words[clause.modalAt + 1]?.text
  if (clause.verb === "know" || clause.verb === "have" && !/\blook|check|a\b/.test(words[clause.verbAt + 1]?.text ?? "a")) return null
  const isUs = whom === "us" || whom === "'s" || words[clause.modalAt]?.text === "lets"
  if (isUs) return setting.isTalk && whom !== "us" && clause.known && clause.verb !== "see" ? "we" : null
  return owesNothing(clause.verb) && !/^(?:have|see|be)$/.test(clause.verb) ? null : "i"
}

const REPORTS = /^(?:said|says|say|saying|told|tells|promised|mentioned|claimed|claims|wrote|stated|assumes?|assumed|suggested|thought|heard|understand|understood|expects?|advised|explained|agreed|confirmed|assured)$/
const DOUBTS = new Set(["if", "whether", "who", "what", "where", "why", "how", "than", "hope", "think", "believe", "guess", "hoping", "hopefully", "maybe", "perhaps", "suppose", "doubt", "wish", "imagine", "when", "because", "since", "understand", "expect", "once", "until", "unless", "before", "after", "wonder", "suspect", "probably"])

/** The clause hangs on a doubt, a question, a relative, or on somebody's report. */
function isEmbedded(clause: Clause, words: readonly Word[], setting: Setting): boolean {
  let at = clause.subject.from - 1
  const lead = words[at]?.text ?? ""
  if (DOUBTS.has(lead)) return true
  if (lead === "that") at--
  if (at < 0) return false
  if (PLEDGES.has(words[at]?.text ?? "")) return isDenied(words, at)
  for (let back = at; back > Math.max(-1, at - 4); back--) {
    const word = words[back]?.text ?? ""
    if (DOUBTS.has(word) && lead === "that" && back === at) return true
    if (word === "," || word === ";" || word === "." || word === "and" || word === "but") return false
    if (REPORTS.test(word)) return !isOwnReport(words, back, clause, setting)
  }
  return lead === "that" && !/^(?:you|assure|promise|ensure|guarantee|sure|confirm|note|know|assured|rest|advise|yourself)$/.test(words[at]?.text ?? "")
}

const PLEDGES = new Set(["promise", "guarantee", "assure", "you", "confirm", "ensure", "commit"])

/** "I can't promise (you) that …" */
function isDenied(words: readonly Word[], at: number): boolean {
  return words.slice(Math.max(0, at - 5), at + 1).some((word) => word.text === "n't" || word.text === "not" || word.text === "cannot" || word.text === "never" || word.text === "nt" || word.text === "if")
}

/** In a note "said we'd call" is our own promise; "did say … and did" is history. "He says to tell you" passes on a promise. */
function isOwnReport(words: readonly Word[], at: number, clause: Clause, setting: Setting): boolean {
  if (words[at]?.text === "says" && words[at + 1]?.text === "to") return true
  if (words[at - 1]?.text === "to" && /^(?:say|tell|confirm|advise)$/.test(words[at]?.text ?? "")) return true
  if (!setting.isNote) return false
  if (words.slice(0, clause.verbAt).some((word) => word.text === "did" || word.text === "previous" || word.text === "never")) return false
  const speaker = words[at - 1]?.text ?? ""
  return speaker === "" || /^[.,;:!?&—–-]$/.test(speaker) || /^(?:i|we|and|have|'ve|but|then|so)$/.test(speaker)
}

function modalCounts(clause: Clause, words: readonly Word[], subject: SubjectKind, around: Surroundings, setting: Setting): boolean {
  const isOwn = subject === "i" || subject === "we"
  if (clause.modal === "would") return reportsOwn(clause, words, setting) || (isOwn && around.hasCondition && (isGladTo(clause, words) || (setting.isTalk && subject === "we" && clause.known && !isCourtesy(clause.verb))))
  if (clause.modal === "can") return isOwn && setting.isTalk && clause.voice === "active" && !isCourtesy(clause.verb) && around.hasCondition && words[clause.subject.from - 1]?.text !== "so" && words[clause.verbAt - 1]?.text !== "tell"
  if (isAble(words, clause) && !(around.hasCondition && setting.isTalk && isOwn)) return false
  if (clause.modal === "should") return around.hasTime && (isOwn ? clause.verb === "have" : true)
  if (clause.modal === "intend") return isOwn
  if (clause.modal === "progressive") return progressiveCounts(clause, words, subject, around, setting)
  return !(clause.hedged && clause.modal === "will" && saysProbably(words, clause))
}

/** "I'll be able to" offers, and undertakes only in answer to a condition. */
function isAble(words: readonly Word[], clause: Clause): boolean {
  return words.slice(clause.modalAt, clause.verbAt).some((word) => word.text === "able")
}

function reportsOwn(clause: Clause, words: readonly Word[], setting: Setting): boolean {
  return setting.isNote && words.slice(Math.max(0, clause.subject.from - 4), clause.subject.from).some((word) => REPORTS.test(word.text))
}

function isGladTo(clause: Clause, words: readonly Word[]): boolean {
  const glad = words.slice(clause.modalAt, clause.verbAt).some((word) => /^(?:happy|happily|glad|gladly|pleased|delighted)$/.test(word.text))
  return glad && !/^(?:discuss|answer|hear|see|meet|talk|speak)$/.test(clause.verb)
}

function saysProbably(words: readonly Word[], clause: Clause): boolean {
  return words.slice(clause.modalAt, clause.verbAt).some((word) => /^(?:probably|maybe|perhaps|possibly|hopefully|likely|normally|usually|typically|generally|often)$/.test(word.text))
}

/** "I'm sending it on Monday" undertakes; "I'm having trouble" tells. */
function progressiveCounts(clause: Clause, words: readonly Word[], subject: SubjectKind, around: Surroundings, setting: Setting): boolean {
  if (!clause.known || owesNothing(clause.verb) || clause.verb === "do" || clause.verb === "go") return false
  if (subject === "i" && /^(?:attach|enclose|send|forward|copy|cc|include|share|paste)$/.test(clause.verb) && (!setting.isTalk || saysAtOnce(words, clause))) return true
  if (setting.isTalk && !around.hasLaterTime) return subject === "i" && (/^(?:check|transfer|retrieve)$/.test(clause.verb) || saysAtOnce(words, clause))
  return around.hasLaterTime && (subject === "named" || subject === "someone" || /\b(?:you|your|u)\b/.test(words.slice(clause.verbAt).map((word) => word.text).join(" ")))
}

/** "I'm just putting you through", "we are sending it now". */
function saysAtOnce(words: readonly Word[], clause: Clause): boolean {
  return words.slice(clause.modalAt).some((word) => word.text === "now" || word.text === "just") && words.slice(clause.verbAt).some((word) => word.text === "you" || word.text === "your" || word.text === "it" || word.text === "that")
}

const ARRIVES = /\b(?:e-?mails?|text|call|letter|refund|confirmation|link|message|invoice|receipt|reply|response|answer|notification|credit|replacement|parcel|package|update|quote|bill|statement|code|copy|contract|form|report|money|payment|delivery|deposit|keys|goods|back|from (?:me|us)|from our|it (?:by|on|within|back|in)|them (?:by|on|within|back|in))\b/

function readerGets(clause: Clause, words: readonly Word[], setting: Setting, around: Surroundings): boolean {
  const rest = words.slice(clause.verbAt, clause.verbAt + 14).map((word) => word.text).join(" ")
  if (clause.voice === "passive") return isService(clause.verb) && !/^(?:charge|bill|debit|pay)$/.test(clause.verb)
  if (/^(?:get|have) to\b/.test(rest)) return false
  if (/^(?:receive|receiving|recieve)\b/.test(rest)) return true
  if (/^hear(?:ing)? (?:back )?(?:from|back)/.test(rest)) return true
  if (/^see (?:the|your|a) (?:refund|credit|money|payment|amount)/.test(rest)) return true
  if (/^(?:get|getting|have|having)\b/.test(rest)) return ARRIVES.test(rest) && (!setting.isTalk || around.hasTime)
  return false
}

/** "You'll have it from me" names who gives. */
function giver(clause: Clause, words: readonly Word[]): Undertaker {
  const rest = words.slice(clause.verbAt).map((word) => word.text).join(" ")
  if (/\bfrom me\b/.test(rest)) return "i"
  if (/\b(?:from|by) (?:someone|somebody|one of|a member of|an? \w+ of (?:my|our))\b/.test(rest)) return "someone"
  return /\bfrom us\b/.test(rest) ? "we" : "company"
}

const HAPPENS = new Set(["arrive", "ship", "appear", "reach", "go", "follow", "come", "show", "land", "credit"])

function thingHappens(clause: Clause, words: readonly Word[], around: Surroundings): boolean {
  const { from, to } = clause.subject
  const subject = words.slice(from, to).map((word) => word.text)
  if (subject.length > 1 && subject.some((word) => /^(?:which|who|that)$/.test(word))) return false
  if (clause.voice === "passive" && (isByOutsider(words, clause) || isGeneral(subject))) return false
  if (subject[0] === "that" && isRelative(words, from)) return false
  if (clause.voice === "passive") return isService(clause.verb) || (around.hasCondition && clause.known) || (subject.some((word) => word === "your") && clause.known)
  if (clause.verb === "get-back" || clause.verb === "visit") return around.hasTime
  if (clause.voice === "being" || !HAPPENS.has(clause.verb)) return false
  return around.hasTime && (clause.verb !== "go" || words[clause.verbAt + 1]?.text === "out") && clause.verb !== "show"
}

/** "deals that will come": belongs to the noun before it. */
function isRelative(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.text ?? ""
  return /^\p{L}/u.test(before) && !/^(?:and|but|so|then|or|uh|um|ok|okay|well|now|right)$/.test(before)
}

function isByOutsider(words: readonly Word[], clause: Clause): boolean {
  const by = words.findIndex((word, index) => index > clause.verbAt && word.text === "by")
  return by > 0 && subjectKind(words, by + 1, Math.min(words.length, by + 4)) === "outsider"
}

/** "All returns will be refunded": a rule for everybody, not a word to this reader. */
function isGeneral(subject: readonly string[]): boolean {
  return /^(?:all|any|every|each|no|most)$/.test(subject[0] ?? "")
}

function ownDeed(clause: Clause, words: readonly Word[], setting: Setting, around: Surroundings): boolean {
  const rest = words.slice(clause.verbAt, clause.verbAt + 8).map((word) => word.text).join(" ")
  if (clause.modal === "should" || clause.modal === "would") return true
  if (/\b(?:my|our) (?:\w+ )?(?:children|kids|wife|husband|family|mother|father|mom|mum|dad|parents|girlfriend|boyfriend|son|daughter|dentist|doctor|vacation|holiday|birthday|trip|flight|plane|degree|exam|exams)\b/.test(words.slice(clause.verbAt, clause.verbAt + 10).map((word) => word.text).join(" "))) return false
  if (hasDone(words, clause) || isSaying(words, clause.verbAt)) return true
  if (clause.voice === "being") return false
  if (clause.voice === "passive") return false
  if (/^need to (?:make|do|check|speak|look|ask|get|find|go)\b/.test(rest)) return setting.isTalk && !/^need to (?:get|know|check) (?:your|which|some|a few)/.test(rest)
  if (/^have (?:a |another |to look|someone|somebody|one of|our|the .{1,40}(?:ready|sent|done|fixed|back)|it |them |that |this |him|her)/.test(rest) && !/^have a (?:meeting|good|great|nice|new|chance|baby|party)/.test(rest)) return true
  if (/^have (?:an?|the|your|some|more|it|this|that|them) (?:\S+ ){0,3}(?:answer|reply|response|news|update|quote|figure|draft|version|list|copy|for you|to you|with you|over|out|ready|sorted)\b/.test(rest)) return true
  if (clause.verb === "see") return /^see to\b/.test(rest) || (/^see (?:about|what|if|whether|that)\b/.test(rest) && setting.isTalk)
  if (clause.verb === "do" && /^do (?:my|our) best/.test(rest)) return false
  if (clause.verb === "take" && /^take (?:the|a|one|two|it|that|this)\b/.test(rest) && !around.hasLaterTime) return /\b(?:look|note|action|up|care|out|off|over|away)\b/.test(rest)
  return !owesNothing(clause.verb)
}
