import type { PromiseKind } from "../review-format.ts"
import { phraseAt } from "../words.ts"
import type { Word } from "../words.ts"
import type { Setting } from "./setting.ts"
import type { Undertaker } from "./undertaking.ts"
import { baseOfIng, baseOfParticiple, deedOf, isService, owesNothing } from "./verbs.ts"

/** An undertaking without "will": word indexes of who and of the deed. */
export type ShortForm = {
  readonly actor: Undertaker
  readonly kind: PromiseKind
  readonly subject: { readonly from: number; readonly to: number }
  readonly verbAt: number
  readonly verb: string
}

/** Undertakings told in short: "On it.", "Pete to ring her Mon", "your refund takes 3 days". Null when there is none. */
export function shortFormOf(
  words: readonly Word[],
  around: { readonly hasLaterTime: boolean; readonly hasCondition: boolean },
  setting: Setting,
): ShortForm | null {
  if (words.at(-1)?.text === "?" || words.length < 2) return null
  const line = phraseAt(words, 0, words.length)
  if (/\b(?:not|n't|never|no longer|cannot)\b/.test(line)) return null
  return (
    fixedPhrase(words, line) ??
    (setting.isNote ? noteForm(words, around.hasLaterTime) : null) ??
    (setting.isTalk ? talkForm(words, around.hasLaterTime) : null) ??
    (around.hasLaterTime ? timedForm(words, line, setting) : null) ??
    (around.hasCondition ? thingMoves(words) : null)
  )
}

function form(actor: Undertaker, verb: string, verbAt: number, from = verbAt, to = verbAt): ShortForm {
  return { actor, kind: "later", subject: { from, to }, verbAt, verb }
}

function fixedPhrase(words: readonly Word[], line: string): ShortForm | null {
  if (/^(?:(?:ok|okay|yes|sure|right|great) ,? ?)?(?:i 'm |im |we 're )?on it(?: [.!]|$)/.test(line))
    return form(line.includes("we ") ? "we" : "i", "do", 0)
  if (/^(?:ok ,? ?|sure ,? ?)?leave (?:it|this|that) (?:with|to) (?:me|us)\b/.test(line))
    return form(/\bus\b/.test(line) ? "we" : "i", "do", 0)
  if (/^(?:i 'll be |will be )?(?:right )?back (?:with|to) you\b/.test(line)) return form("i", "get-back", 0)
  const counted = /\b(?:count|rely|depend|bank) on (?:(me)|us) to (\w+)/.exec(line)
  if (counted !== null)
    return form(
      counted[1] === undefined ? "we" : "i",
      counted[2] ?? "do",
      words.findIndex((word, index) => word.text === "to" && /^(?:me|us)$/.test(words[index - 1]?.text ?? "")) + 1,
    )
  if (
    words.length <= 8 &&
    /^(?:\S+ ){1,4}to follow\b/.test(line) &&
    !/\b(?:easy|hard|difficult|want|like|steps|instructions|how|need|try|have)\b/.test(line)
  )
    return form(
      "company",
      "send",
      words.findIndex((word) => word.text === "follow"),
    )
  return words[0]?.text === "consider" && words[1]?.text === "it" && words[2]?.text === "done"
    ? form("i", "do", 0)
    : null
}

const CUSTOMERS = new Set([
  "cust",
  "customer",
  "client",
  "tenant",
  "pt",
  "patient",
  "caller",
  "she",
  "he",
  "they",
  "you",
  "guest",
  "resident",
  "owner",
  "buyer",
  "member",
])
const NOTE_SUBJECT_WORDS_MAX = 5

/** "Pete to ring her", "crown to be remade", "Crew returning 5pm", "promised a callback". */
function noteForm(words: readonly Word[], hasLaterTime: boolean): ShortForm | null {
  let start = 0
  for (let at = 0; at < words.length; at++) {
    const word = words[at]?.text ?? ""
    if (/^[.,;:!?—–-]$/.test(word)) start = at + 1
    const next = words[at + 1]?.text ?? ""
    if (word === "to" && at - start <= NOTE_SUBJECT_WORDS_MAX) {
      const found = toForm(words, start, at)
      if (found !== null) return found
    }
    const ing = baseOfIng(word)
    if (hasLaterTime && ing !== null && deedOf(ing) !== null && at - start <= 3 && !isCustomer(words, start, at))
      return form(at === start ? "i" : "named", ing, at, start, at)
    if (
      hasLaterTime &&
      /^(?:booked|arranged|scheduled|set|due)$/.test(word) &&
      /^(?:cb|callback|call|back|visit|engineer|call-back|collection|delivery|repair)$/.test(
        words[at - 1]?.text ?? "",
      ) &&
      !isCustomer(words, start, at)
    )
      return form("company", "call", at, start, at)
    if (
      (word === "promised" || word === "arranged" || word === "agreed") &&
      /^(?:a|call|callback|cb|to|refund|visit|reply|call-back)$/.test(next) &&
      isOwnSpeaker(words, start, at)
    )
      return form("i", next === "to" ? (words[at + 2]?.text ?? "do") : "call", at)
  }
  return null
}

function toForm(words: readonly Word[], start: number, at: number): ShortForm | null {
  const next = words[at + 1]?.text ?? ""
  if (next === "be") {
    const base = baseOfParticiple(words[at + 2]?.text ?? "")
    return base !== null && (isService(base) || deedOf(base) !== null) ? form("company", base, at + 2, start, at) : null
  }
  if (deedOf(next) === null || owesNothing(next) || (next === "get" && at === start)) return null
  if (at === start) return form("i", next, at + 1)
  if (isCustomer(words, start, at) || !isAgent(words, start, at)) return null
  const actor = words[at - 1]?.text
  return form(
    actor === "i" ? "i" : actor === "we" ? "we" : actor === "someone" || actor === "somebody" ? "someone" : "named",
    next,
    at + 1,
    start,
    at,
  )
}

function isCustomer(words: readonly Word[], from: number, to: number): boolean {
  return words.slice(from, to).some((word) => CUSTOMERS.has(word.text))
}

const AGENTS =
  /^(?:i|we|someone|somebody|team|engineer|driver|manager|crew|technician|colleague|office|reception|plumber|electrician|workshop|accounts|billing|boss|fitter|nurse|dr|mechanic)$/

function isAgent(words: readonly Word[], from: number, to: number): boolean {
  const last = words[to - 1]
  return (
    last !== undefined &&
    (AGENTS.test(last.text) ||
      (last.capital && to - from <= 2 && words.slice(from, to).every((word) => word.capital || word.text === "&")))
  )
}

function isOwnSpeaker(words: readonly Word[], start: number, at: number): boolean {
  return at === start || /^(?:i|we|have|'ve|and)$/.test(words[at - 1]?.text ?? "")
}

/** "checking with the kitchen", "just pulling that up". */
function talkForm(words: readonly Word[], hasLaterTime: boolean): ShortForm | null {
  for (let at = 0; at < words.length - 1; at++) {
    const lead = words[at - 1]?.text ?? ","
    if (!/^[,.!;:–—-]$|^(?:just|now|ok|okay|sec|moment|second|and|brb|sure|yes|right)$/.test(lead)) continue
    const base = baseOfIng(words[at]?.text ?? "")
    if (
      base === null ||
      deedOf(base) === null ||
      owesNothing(base) ||
      /^(?:call|write|contact|go|do|get|have|come|help|assist|use|read|say|speak|talk|ask)$/.test(base) ||
      /^(?:forward|for|like|at)$/.test(words[at + 1]?.text ?? "")
    )
      continue
    if (
      words
        .slice(at)
        .some((word) =>
          /^(?:will|would|can|is|are|was|were|costs?|means?|requires?|takes?|may|might|should|have|has)$/.test(
            word.text,
          ),
        )
    )
      return null
    if (words.slice(0, at).some((word) => /^(?:is|are|was|were|you|your|be|'s|'re|'m)$/.test(word.text))) return null
    return { ...form("i", base, at), kind: hasLaterTime ? "later" : "now" }
  }
  return null
}

/** Forms that only a time to come makes an undertaking. */
function timedForm(words: readonly Word[], line: string, setting: Setting): ShortForm | null {
  const opening = words[0]?.text ?? ""
  if (/^(?:and |so |then |okay |right )?(?:call|ring|phone|email|text|see to) (?:you|u)\b/.test(line))
    return form("we", opening === "and" ? "call" : opening, opening === "and" ? 1 : 0)
  const expects = words.findIndex((word) => word.text === "expect")
  if (expects >= 0 && (expects === 0 || /\byou (?:can|may|should)$/.test(phraseAt(words, 0, expects))))
    return expected(words, expects)
  return presentForm(words, line, setting) ?? verbless(words, line)
}

function expected(words: readonly Word[], at: number): ShortForm {
  const next = words[at + 1]
  if (next?.text === "my" || next?.text === "me") return form("i", "call", at)
  if (next?.text === "someone" || next?.text === "somebody" || (next?.text === "one" && words[at + 2]?.text === "of"))
    return form("someone", "visit", at, at + 1, at + 2)
  if (
    next?.text === "us" ||
    (next?.text === "our" && /^(?:call|reply|answer|letter|email|mail|decision)$/.test(words[at + 2]?.text ?? ""))
  )
    return form("we", "answer", at)
  const isName = next !== undefined && next.capital && words[at + 2]?.capital !== true
  return isName ? form("named", "visit", at, at + 1, at + 2) : form("company", "send", at)
}

/** "we … send you the rest by Friday", "your refund takes 3 working days", "it ships to you by Monday". */
function presentForm(words: readonly Word[], line: string, setting: Setting): ShortForm | null {
  if (/\b(?:typically|usually|normally|generally|most|every|each|always|often)\b/.test(line)) return null
  const moving = thingMoves(words)
  if (moving !== null) return moving
  for (let at = 1; at < words.length; at++) {
    const word = words[at]?.text ?? ""
    const before = words[at - 1]?.text ?? ""
    if (
      (before === "we" || before === "i") &&
      deedOf(word) !== null &&
      !owesNothing(word) &&
      /\b(?:you|u) /.test(line.slice(line.indexOf(` ${word} `)))
    )
      return isLead(words, at - 2) && !setting.isNote ? form(before, word, at, at - 1, at) : null
  }
  return null
}

/** "your refund takes …", "the lamp ships to you …". */
function thingMoves(words: readonly Word[]): ShortForm | null {
  for (let at = 1; at < words.length; at++) {
    const word = words[at]?.text ?? ""
    if (/^(?:takes|arrives|ships|leaves|reaches|goes|lands)$/.test(word) && aboutReader(words, at))
      return form("company", word === "takes" ? "process" : "ship", at, 0, at)
  }
  return null
}

function isLead(words: readonly Word[], at: number): boolean {
  return at < 0 || /^(?:[,.!;:–—-]|and|so|ok|okay|deal|then)$/.test(words[at]?.text ?? "")
}

function aboutReader(words: readonly Word[], at: number): boolean {
  const before = words.slice(Math.max(0, at - 5), at).map((word) => word.text)
  const after = words.slice(at, at + 5).map((word) => word.text)
  return before.includes("your") || after.includes("you") || after.includes("your")
}

const FINITE =
  /\w(?:ed|ought)\b|\b(?:went|came|left|got|gave|put|paid|is|are|was|were|am|be|been|has|have|had|do|does|did|can|could|may|might|must|should|would|will|'s|'re|'m|'ve|'d|'ll|said|asked|called|wrote|sent|please|let|get|need|want|know|see|make|take|go|come|pm|try|save|buy)\b/

/** "A full refund to your card tonight." */
function verbless(words: readonly Word[], line: string): ShortForm | null {
  if (words.length > 26 || !/\b(?:to|at|in|with|on) (?:your|you)\b/.test(line)) return null
  const lastBreak = Math.max(
    words.findLastIndex((word, index) => index < words.length - 1 && /^[.!?:]$/.test(word.text)),
    -1,
  )
  const part = words
    .slice(lastBreak + 1)
    .map((word) => word.text)
    .join(" ")
  if (
    deedOf(words[lastBreak + 1]?.text ?? "") !== null ||
    /^(?:see|thanks|thank|welcome|good|best|kind|looking|cheers|happy|sorry)\b/.test(part)
  )
    return null
  return FINITE.test(part) || !/\b(?:to|at|in|with|on) (?:your|you)\b/.test(part)
    ? null
    : form("company", "send", lastBreak + 1)
}
