import type { Word } from "../words.ts"
import type { Clause } from "./clauses.ts"
import type { Setting } from "./setting.ts"
import { subjectKind } from "./subject.ts"
import type { SubjectKind } from "./subject.ts"
import { isCourtesy, isService, owesNothing } from "./verbs.ts"

export type Undertaker = "i" | "we" | "named" | "someone" | "company"
/** What the sentence holds besides the clause. */
export type Surroundings = { readonly hasCondition: boolean; readonly hasLaterTime: boolean; readonly hasTime: boolean }

/** Who of ours undertakes what the clause says; null when it is no undertaking. */
export function undertakerOf(clause: Clause, words: readonly Word[], around: Surroundings, setting: Setting): Undertaker | null {
  if (clause.negated || isQuestion(clause, words)) return null
  if (clause.modal === "let") return lets(clause, words, setting)
  if (isEmbedded(clause, words, setting)) return null
  const subject = subjectOf(clause, words)
  if (subject === "outsider") return null
  if (!modalCounts(clause, words, subject, around, setting)) return null
  if (subject === "you") return readerGets(clause, words, setting, around) ? "company" : null
  if (subject === "thing") return thingHappens(clause, words, around) ? "company" : null
  if (isCourtesy(clause.verb) && clause.voice === "active") return null
  if (subject === "i" || subject === "we") return ownDeed(clause, words, setting, around) ? subject : null
  return clause.voice === "active" && clause.known && !owesNothing(clause.verb) ? subject : null
}

function subjectOf(clause: Clause, words: readonly Word[]): SubjectKind {
  const { from, to } = clause.subject
  if (from !== to) return subjectKind(words, from, to)
  const before = words.slice(0, clause.modalAt)
  const own = before.findLast((word) => word.text === "i" || word.text === "we" || word.text === "ill" || word.text === "im")
  if (own !== undefined) return own.text === "we" ? "we" : "i"
  return before.length <= 3 && clause.known ? "i" : "thing"
}

const TAGS = /\b(?:ok|okay|alright|all right|right|yeah|yes|fine|then)\s*\?$/

function isQuestion(clause: Clause, words: readonly Word[]): boolean {
  if (words.at(-1)?.text !== "?") return INVERTED.has(words[clause.modalAt + 1]?.text ?? "") && clause.modalAt <= 1 && clause.modal !== "let"
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
const DOUBTS = new Set(["if", "whether", "who", "which", "what", "where", "why", "how", "than", "hope", "think", "believe", "guess", "hoping", "hopefully", "maybe", "perhaps", "suppose", "doubt", "wish", "imagine", "when", "because", "understand", "expect", "once", "until", "unless", "before", "after", "wonder", "suspect", "probably"])

/** The clause hangs on a doubt, a question, a relative, or on somebody's report. */
function isEmbedded(clause: Clause, words: readonly Word[], setting: Setting): boolean {
  let at = clause.subject.from - 1
  const lead = words[at]?.text ?? ""
  if (DOUBTS.has(lead)) return true
  if (lead === "that") at--
  if (at < 0) return false
  for (let back = at; back > Math.max(-1, at - 4); back--) {
    const word = words[back]?.text ?? ""
    if (DOUBTS.has(word) && lead === "that" && back === at) return true
    if (word === "," || word === ";" || word === "." || word === "and" || word === "but") return false
    if (REPORTS.test(word)) return !isOwnReport(words, back, clause, setting)
  }
  return lead === "that" && !/^(?:you|assure|promise|ensure|guarantee|sure|confirm|note|know|assured|rest|advise|yourself)$/.test(words[at]?.text ?? "")
}

/** In a note "said we'd call" is our own promise; "did say … and did" is history. "He says to tell you" passes on a promise. */
function isOwnReport(words: readonly Word[], at: number, clause: Clause, setting: Setting): boolean {
  if (words[at]?.text === "says" && words[at + 1]?.text === "to") return true
  if (!setting.isNote) return false
  if (words.slice(0, clause.verbAt).some((word) => word.text === "did" || word.text === "previous" || word.text === "never")) return false
  const speaker = words[at - 1]?.text ?? ""
  return speaker === "" || /^[.,;:!?&—–-]$/.test(speaker) || /^(?:i|we|and|have|'ve|but|then|so)$/.test(speaker)
}

function modalCounts(clause: Clause, words: readonly Word[], subject: SubjectKind, around: Surroundings, setting: Setting): boolean {
  const isOwn = subject === "i" || subject === "we"
  if (clause.modal === "would") return reportsOwn(clause, words, setting) || (isOwn && around.hasCondition && isGladTo(clause, words))
  if (clause.modal === "can") return isOwn && around.hasCondition && setting.isTalk && clause.voice === "active" && !isCourtesy(clause.verb)
  if (clause.modal === "should") return around.hasTime && (isOwn ? clause.verb === "have" : true)
  if (clause.modal === "intend") return isOwn
  if (clause.modal === "progressive") return progressiveCounts(clause, words, subject, around, setting)
  return !(clause.hedged && clause.modal === "will" && saysProbably(words, clause))
}

function reportsOwn(clause: Clause, words: readonly Word[], setting: Setting): boolean {
  return setting.isNote && words.slice(Math.max(0, clause.subject.from - 4), clause.subject.from).some((word) => REPORTS.test(word.text))
}

function isGladTo(clause: Clause, words: readonly Word[]): boolean {
  const rest = words.slice(clause.verbAt, clause.verbAt + 4).map((word) => word.text).join(" ")
  return /^be (?:very |more than )?(?:happy|glad|pleased|delighted) to/.test(rest) && !/\bto (?:help|assist|discuss|answer|hear|see|meet)/.test(rest)
}

function saysProbably(words: readonly Word[], clause: Clause): boolean {
  return words.slice(clause.modalAt, clause.verbAt).some((word) => /^(?:probably|maybe|perhaps|possibly|hopefully|likely|normally|usually|typically|generally|often)$/.test(word.text))
}

/** "I'm sending it on Monday" undertakes; "I'm having trouble" tells. */
function progressiveCounts(clause: Clause, words: readonly Word[], subject: SubjectKind, around: Surroundings, setting: Setting): boolean {
  if (!clause.known || owesNothing(clause.verb) || clause.verb === "do" || clause.verb === "go") return false
  if (subject === "i" && /^(?:attach|enclose|send|forward)$/.test(clause.verb)) return true
  if (setting.isTalk && !around.hasLaterTime) return subject === "i" && /^(?:check|look|transfer)$/.test(clause.verb)
  return around.hasLaterTime && (subject === "named" || subject === "someone" || /\b(?:you|your|u)\b/.test(words.slice(clause.verbAt).map((word) => word.text).join(" ")))
}

const ARRIVES = /\b(?:e-?mails?|text|call|letter|refund|confirmation|link|message|invoice|receipt|reply|response|answer|notification|credit|replacement|parcel|package|update|quote|bill|statement|code|copy|contract|form|report|money|payment|delivery|from (?:me|us)|from our|it (?:by|on|within|back|in)|them (?:by|on|within|back|in))\b/

function readerGets(clause: Clause, words: readonly Word[], setting: Setting, around: Surroundings): boolean {
  const rest = words.slice(clause.verbAt, clause.verbAt + 14).map((word) => word.text).join(" ")
  if (clause.voice === "passive") return isService(clause.verb)
  if (/^(?:receive|receiving|recieve)\b/.test(rest)) return true
  if (/^hear(?:ing)? (?:back )?(?:from|back)/.test(rest)) return true
  if (/^(?:get|getting|have|having|see|find)\b/.test(rest)) return ARRIVES.test(rest) && (!setting.isTalk || around.hasTime)
  return false
}

const HAPPENS = new Set(["arrive", "ship", "appear", "reach", "go", "follow", "come", "show", "land", "credit"])

function thingHappens(clause: Clause, words: readonly Word[], around: Surroundings): boolean {
  const { from, to } = clause.subject
  const subject = words.slice(from, to).map((word) => word.text)
  if (subject.some((word) => /^(?:which|who|that)$/.test(word))) return false
  if (clause.voice === "passive") return isService(clause.verb) || (subject.some((word) => word === "your") && clause.known)
  if (clause.verb === "get-back" || clause.verb === "visit") return around.hasTime
  if (clause.voice === "being" || !HAPPENS.has(clause.verb)) return false
  return around.hasTime && (clause.verb !== "go" || words[clause.verbAt + 1]?.text === "out") && clause.verb !== "show"
}

function ownDeed(clause: Clause, words: readonly Word[], setting: Setting, around: Surroundings): boolean {
  const rest = words.slice(clause.verbAt, clause.verbAt + 8).map((word) => word.text).join(" ")
  if (clause.modal === "should" || clause.modal === "would") return true
  if (clause.voice === "being") return /^be (?:brief|honest|frank|clear|straight|blunt|quick|direct|upfront)\b/.test(rest)
  if (clause.voice === "passive") return false
  if (/^need to (?:make|do|check|speak|look|ask|get|find|go)\b/.test(rest)) return setting.isTalk && !/^need to (?:get|know|check) (?:your|which|some|a few)/.test(rest)
  if (/^have (?:a |another |to look|someone|somebody|one of|our|the .{1,40}(?:ready|sent|done|fixed|back)|it |them |that |this |him|her)/.test(rest) && !/^have a (?:meeting|good|great|nice|new|chance|baby|party)/.test(rest)) return true
  if (clause.verb === "see") return /^see (?:to|about|what|if|whether|that)\b/.test(rest) && setting.isTalk
  if (clause.verb === "do" && /^do (?:my|our) best/.test(rest)) return false
  if (clause.verb === "take" && /^take (?:the|a|one|two|it|that|this)\b/.test(rest) && !around.hasLaterTime) return /\b(?:look|note|action|up|care|out|off|over|away)\b/.test(rest)
  return !owesNothing(clause.verb)
}
