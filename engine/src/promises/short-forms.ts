import { gated } from "../wording/gated.ts"
import type { FoundTime } from "../review-format.ts"
import { hasWord, phraseAt, testOf, textAt, wordSet } from "../words.ts"
import type { Word } from "../words.ts"
import { fixedPhrase } from "./fixed-phrases.ts"
import { mailForm } from "./mail-forms.ts"
import { noteForm } from "./note-forms.ts"
import { COSTS } from "./receiving.ts"
import { shortForm } from "./short-form.ts"
import type { ShortForm } from "./short-form.ts"
import type { Setting } from "./setting.ts"
import { subjectKind } from "./subject-kind.ts"
import { MOMENTS, talkForm } from "./talk-forms.ts"
import { baseOfIng, baseOfParticiple, deedOf, isService, owesNothing } from "./verbs.ts"

/** Undertakings told in short: "On it.", "Pete to ring her Mon", "your refund takes 3 days". Null when there is none. */
export function shortFormOf(
  words: readonly Word[],
  around: {
    readonly times: readonly FoundTime[]
    readonly hasLaterTime: boolean
    readonly hasCondition: () => boolean
  },
  setting: Setting,
): ShortForm | null {
  if (words.at(-1)?.text === "?" || words.length < 2 || !mayBeShort(words, around.hasLaterTime, setting)) return null
  const line = phraseAt(words, 0, words.length)
  if (DENIED.test(line) && DENIED.test(line.replace(WHETHER, "")))
    return setting.isNote ? noteForm(words, around.times, around.hasLaterTime, around.hasCondition()) : null
  return (
    fixedPhrase(words, line, setting) ??
    (setting.isNote ? noteForm(words, around.times, around.hasLaterTime, around.hasCondition()) : null) ??
    (setting.isNote || setting.isTalk ? null : mailForm(words, around.hasLaterTime, around.hasCondition)) ??
    (setting.isTalk ? talkForm(words, around.hasLaterTime) : null) ??
    (around.hasLaterTime ? timedForm(words, line, setting) : null) ??
    (movesThing(words) && around.hasCondition() ? thingMoves(words) : null)
  )
}

/** Whether a word is there that one of the forms needs, or two of them where one stands in half of all sentences. */
function mayBeShort(words: readonly Word[], hasLaterTime: boolean, setting: Setting): boolean {
  if (hasLaterTime || setting.isNote || ASSENTS.has(textAt(words, 0)) || ASSENTS.has(textAt(words, 1))) return true
  let last = ""
  let handsOn = false
  for (const word of words) {
    const { text } = word
    if (isFixedWord(word) || (setting.isTalk && (text.endsWith("ing") || opensTalk(text, last)))) return true
    if ((last !== "" && goesWith(text, last)) || (handsOn && text === "to")) return true
    handsOn ||= text === HANDS_ON
    last = text
  }
  return false
}

/** Whether a short form may stand where this word is, whatever else does. */
export function isFixed(text: string): boolean {
  return FIXED.has(text) || MOVES.has(text) || text.startsWith("follow")
}

const isFixedWord = testOf(isFixed)

export function opensTalk(text: string, last: string): boolean {
  return text === "while" || text === "whilst" || (text === "to" && MOMENTS.has(last))
}

/** Two words of which each alone stands in half of all sentences. */
export function goesWith(text: string, last: string): boolean {
  if (text === "it") return last === "on"
  if (text === "on") return RELIES.test(last)
  if (text === "will" || text === "'ll") return last === "there"
  if (text === "post") return last === "the"
  if (text === "be") return last === "to"
  if (text === "come") return last === "to" || last === "will"
  if (text === "this" && (last === "with" || last === "by")) return true
  return last === "and" && OWNERS.has(text)
}

const FIXED = wordSet(
  "leave back bk asked instructed told arranged agreed promised offered undertaken volunteered consider briefed tasked enclose attach introduce hereby herewith follow way owe list intention plan aim goal commitment undertaking assigned engaged appointed booked scheduled promise word pledge arrangements steps instructions measures reminder note diary somebody someone forwarding attaching enclosing pasting sharing resending copying looping re-sending",
)
/** It needs "to" behind it: "I've got Leo to send". */
export const HANDS_ON = "got"
export const ASSENTS = wordSet(
  "happy glad noted thanks ok okay sure agreed understood yes right great good fair perfect got will no sorry apologies makes",
)
const OWNERS = wordSet("your the a any it they")
/** What `goesWith` and `opensTalk` look for behind another word. */
export const PAIRED = new Set([...OWNERS, ..."on will 'll post be come to this".split(" ")])
const RELIES = /\b(?:count|rely|depend|bank)$/
const MOVES = wordSet("takes arrives ships leaves reaches goes lands")

function movesThing(words: readonly Word[]): boolean {
  return words.some((word) => MOVES.has(word.text))
}

/** Forms that only a time to come makes an undertaking. */
function timedForm(words: readonly Word[], line: string, setting: Setting): ShortForm | null {
  if (AWAITS.test(line)) return null
  const opening = textAt(words, 0)
  if (CALLS_YOU.test(line)) return shortForm("we", opening === "and" ? "call" : opening, opening === "and" ? 1 : 0)
  const expects = words.findIndex((word) => word.text === "expect")
  if (
    expects >= 0 &&
    (expects === 0 ||
      OPENS_EXPECT.has(textAt(words, expects - 1)) ||
      /\byou (?:can|may|should)$/.test(phraseAt(words, 0, expects)))
  )
    return expected(words, expects)
  return (
    presentForm(words, line, setting) ??
    (setting.isTalk || setting.isNote ? null : underWay(words)) ??
    verbless(words, line)
  )
}

/** "Good catch. Sending you the corrected one tomorrow." */
function underWay(words: readonly Word[]): ShortForm | null {
  const word = textAt(words, 0)
  const base = word.endsWith("ing") ? baseOfIng(word) : null
  if (base === null || deedOf(base) === null || owesNothing(base) || NOT_UNDER_WAY.has(base)) return null
  return hasWord(words, 1, words.length, FINITE_WORDS) ? null : shortForm("i", base, 0)
}

const NOT_UNDER_WAY = wordSet(
  "go have get look follow regard concern include speak talk consider start begin assume use meet see come try help work ask call",
)
const FINITE_WORDS = wordSet("is are was were will would can could should may might has have had do does did 's 're")
const OPENS_EXPECT = wordSet(", . - – and so just please ; :")

function expected(words: readonly Word[], at: number): ShortForm {
  const next = words[at + 1]
  if (next?.text === "my" || next?.text === "me" || / from me\b/.test(phraseAt(words, at, 8)))
    return shortForm("i", "call", at)
  const from = words.findIndex((word, index) => index > at && word.text === "from")
  if (from > 0) {
    if (textAt(words, from + 1) === "us") return shortForm("we", "answer", at, from + 1, from + 2)
    const to = subjectKind(words, from + 1, from + 2) === "named" ? from + 2 : Math.min(words.length, from + 5)
    const kind = subjectKind(words, from + 1, to)
    if (kind === "someone" || (kind === "named" && to === from + 2)) return shortForm(kind, "call", at, from + 1, to)
  }
  if (next?.text === "someone" || next?.text === "somebody" || (next?.text === "one" && textAt(words, at + 2) === "of"))
    return shortForm("someone", "visit", at, at + 1, at + 2)
  if (
    next?.text === "us" ||
    (next?.text === "our" && /^(?:call|reply|answer|letter|email|mail|decision)$/.test(textAt(words, at + 2)))
  )
    return shortForm("we", "answer", at)
  const isName = next !== undefined && next.capital && words[at + 2]?.capital !== true
  return isName ? shortForm("named", "visit", at, at + 1, at + 2) : shortForm("company", "send", at)
}

/** "we … send you the rest by Friday", "your refund takes 3 working days", "it ships to you by Monday". */
function presentForm(words: readonly Word[], line: string, setting: Setting): ShortForm | null {
  if (GENERAL.test(line)) return null
  const moving = thingMoves(words)
  if (moving !== null) return moving
  for (let at = 1; at < words.length; at++) {
    const word = textAt(words, at)
    const before = textAt(words, at - 1)
    if (isPassedOn(words, at))
      return shortForm("company", baseOfParticiple(textAt(words, at + 1)) ?? "do", at + 1, 0, at)
    if (
      (before === "we" || before === "i") &&
      deedOf(word) !== null &&
      !owesNothing(word) &&
      !ADVISES.has(word) &&
      /\b(?:you|u|your|ur) /.test(line.slice(line.indexOf(` ${word} `)))
    )
      return isLead(words, at - 2) && !setting.isNote ? shortForm(before, word, at, at - 1, at) : null
  }
  return null
}

/** "Your login gets reactivated today". */
function isPassedOn(words: readonly Word[], at: number): boolean {
  const base = GETS.has(textAt(words, at)) ? baseOfParticiple(textAt(words, at + 1)) : null
  return (
    base !== null &&
    (isService(base) || isService(base.replace(/^re-?/, ""))) &&
    !COSTS.has(base) &&
    READERS.has(textAt(words, 0))
  )
}

const GETS = wordSet("gets get")
const READERS = wordSet("your ur the")

/** "your refund takes …", "the lamp ships to you …". */
function thingMoves(words: readonly Word[]): ShortForm | null {
  for (let at = 1; at < words.length; at++) {
    const word = textAt(words, at)
    if (MOVES.has(word) && aboutReader(words, at))
      return shortForm("company", word === "takes" ? "process" : "ship", at, 0, at)
  }
  return null
}

/** "We ask that you return it": what the reader is to do. */
const ADVISES = wordSet(
  "ask suggest recommend advise remind invite request require urge consider see note offer propose work use",
)

function isLead(words: readonly Word[], at: number): boolean {
  return (
    at < 0 || TIME_WORDS.has(textAt(words, at)) || /^(?:[,.!;:–—-]|and|so|ok|okay|deal|then)$/.test(textAt(words, at))
  )
}

/** "At the start of next month we move your account". */
const TIME_WORDS = wordSet(
  "month week year quarter today tomorrow tonight monday tuesday wednesday thursday friday saturday sunday morning afternoon evening weekend",
)

function aboutReader(words: readonly Word[], at: number): boolean {
  const before = words.slice(Math.max(0, at - 5), at).map((word) => word.text)
  const after = words.slice(at, at + 9).map((word) => word.text)
  return (
    before.includes("your") ||
    before.includes("ur") ||
    after.includes("you") ||
    after.includes("us") ||
    after.includes("your") ||
    after.includes("ur")
  )
}

const NOUNS = wordSet("credit payment draft report answer reply quote copy update refund estimate order parcel")
const FINITE = gated(
  /\w(?:ed|ought)\b|\b(?:went|came|left|got|gave|put|paid|is|are|was|were|am|be|been|has|have|had|do|does|did|can|could|may|might|must|should|would|will|'s|'re|'m|'ve|'d|'ll|said|asked|called|wrote|sent|please|let|get|need|wants?|hopes?|hear|know|see|make|take|go|come|pm|try|save|buy)\b/,
)

/** "Money back in 3-5 days". */
const MONEY_BACK = gated(
  /(?:^|[.!,–-] |(?:told|promised) \S+ )(?:(?:full|your|ur|the|all|half) )*(?:money|refund|deposit|cash|credit|fee) (?:back|out|on its way|coming|due)\b/,
)
const FROM_US = /^(?!thanks|thank|hi|hello|best|kind|regards|love|sorry|no |not )(?:\S+ ){1,5}from (me|us)\b/

/** "Proper reply tomorrow", "my comments no later than the 5th". */
const OUTPUT =
  /^(?:and |so )?(?:(my|our|an?|the|full|fuller|proper|longer|more|first|revised|detailed|written) )*(?:answer|reply|response|comments|feedback|thoughts|mark-up|draft|update|decision|memo|write-up|summary)\b(?!.*\b(?:due|from|needed|required|expected|welcome)\b)/

/** "A full refund to your card tonight." */
function verbless(words: readonly Word[], line: string): ShortForm | null {
  const mine = FROM_US.exec(line)
  if (mine !== null && words.length <= 12 && !FINITE.test(line))
    return shortForm(mine[1] === "me" ? "i" : "we", "send", 0)
  if (MONEY_BACK.test(line) && !FINITE.test(line)) return shortForm("company", "refund", 0)
  const lastBreak = Math.max(
    words.findLastIndex((word, index) => index < words.length - 1 && /^[.!?:;]$/.test(word.text)),
    -1,
  )
  const part = words
    .slice(lastBreak + 1)
    .map((word) => word.text)
    .join(" ")
  if (FINITE.test(part)) return null
  const output = OUTPUT.exec(part)
  if (output !== null) return shortForm(output[1] === "our" ? "we" : "i", "answer", lastBreak + 1)
  const opening = textAt(words, lastBreak + 1)
  if (
    words.length > 26 ||
    (deedOf(opening) !== null && !(NOUNS.has(opening) && /^\S+ (?:to|on|by) you/.test(part))) ||
    /^(?:see|thanks|thank|welcome|good|best|kind|looking|cheers|happy|sorry|catch|hope)\b/.test(part)
  )
    return null
  return !/\b(?:to|at|in|with|on) (?:your|you)\b/.test(part) ? null : shortForm("company", "send", lastBreak + 1)
}

const DENIED = gated(/\b(?:not|n't|never|no longer|cannot)\b/)

/** What is denied within a condition denies nothing else. */
const WHETHER = /\b(?:if|in case|unless|when|once|should|provided)\b[^,;:.]*/g
const AWAITS = gated(/\blook(?:ing)? forward to (?!sending\b)/)
const CALLS_YOU = gated(/^(?:and |so |then |okay |right )?(?:call|ring|phone|email|text|see to) (?:you|u)\b/)

const GENERAL = gated(/\b(?:typically|usually|normally|generally|most|every|each|always|often)\b/)
