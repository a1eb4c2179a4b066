import { hasWord, textAt, wordSet } from "../words.ts"
import type { Word } from "../words.ts"
import { isCompleted } from "./completed.ts"
import { CUSTOMERS } from "./customers.ts"
import { doerOf } from "./doer.ts"
import { isEmbedded, isOwnReport, isPledgedByOurs, voucherOf } from "./embedded.ts"
import { CUSTOMER_TITLES } from "./note-agents.ts"
import { isHandedOn, isOfOpening, isWhoOfOurs, THIRD_PERSONS } from "./note-subjects.ts"
import { actsLikePerson, isLonePerson, personOf, REACHING } from "./persons.ts"
import { letsDo } from "./lets.ts"
import { modalCounts } from "./modals.ts"
import { hasDone, helpsWith, isDeedOfOurs } from "./own-deed.ts"
import { asks } from "./questions.ts"
import { takesBareObject } from "./objects.ts"
import { deedWords, isFollowedBy, READER } from "./reading.ts"
import type { Reading } from "./reading.ts"
import { giverOf, readerGets } from "./receiving.ts"
import { subjectKind } from "./subject-kind.ts"
import { subjectBefore } from "./subject.ts"
import type { SubjectKind } from "./subject-kind.ts"
import { thingHappens } from "./things.ts"
import { baseOfIng, deedOf, isCourtesy, isDeedVerb, owesNothing } from "./verbs.ts"

export type Undertaker = "i" | "we" | "named" | "someone" | "company"

/** Who of ours undertakes what the clause says; null when it is no undertaking. */
export function undertakerOf(reading: Reading): Undertaker | null {
  const { clause } = reading
  if (clause.negated || asks(reading)) return null
  if (clause.modal === "let") return letsDo(reading)
  if (isEmbedded(reading) || isForUs(reading)) return null
  const said = inNote(subjectOf(reading), reading)
  const subject = said === "outsider" && areThings(reading) ? "thing" : said
  if (subject === "thing" && (clause.modal === "will" || clause.modal === "going" || reading.setting.isNote)) {
    const voucher = voucherOf(reading)
    if (voucher !== null) return voucher
  }
  if (subject === "outsider" || !modalCounts(reading, subject)) return null
  if (subject === "you") return readerGets(reading) ? giverOf(reading) : null
  if (subject === "thing" || isThingFirst(reading, subject))
    return actsLikePerson(reading)
      ? personOf(reading)
      : thingHappens(reading)
        ? doerOf(reading.words, clause.verbAt)
        : null
  if (isSentOut(reading)) return "company"
  if (isCourtesy(clause.verb) && clause.voice === "active") return subject === "i" && helpsWith(reading) ? "i" : null
  if (subject === "i" || subject === "we") return isDeedOfOurs(reading) || isOnTheWay(reading) ? subject : null
  if (isOnTheWay(reading)) return subject
  return clause.voice === "active" && (owes(reading, subject) || hasDone(reading)) ? subject : null
}

/** "Plumber (his own) coming Sat, will let us know": who tells us is not one of us. */
function isForUs(reading: Reading): boolean {
  const { from, to } = reading.clause.subject
  const isOurs = from < to && OWN.has(textAt(reading.words, to - 1))
  return reading.setting.isNote && !isOurs && FOR_US.test(deedWords(reading, 8))
}

const FOR_US =
  /^(?:let|call|ring|phone|tell|e-?mail|text|contact|inform|advise|send|update|notify|pay|bring) (?:us|me)\b|^\w+ (?:\w+ ){0,4}to us\b/

/** "should the goods be faulty, they will be exchanged". */
function areThings({ clause, words }: Reading): boolean {
  const { from, to } = clause.subject
  return clause.voice === "passive" && to - from === 1 && textAt(words, from) === "they"
}

/** "An engineer will be sent out to you", "told her a handler would be allocated". */
function isSentOut(reading: Reading): boolean {
  const { clause, words, setting } = reading
  return (
    clause.voice === "passive" &&
    SENT_OUT.has(clause.verb) &&
    !THIRD_PERSONS.has(textAt(words, clause.subject.to - 1)) &&
    !hasWord(words, clause.verbAt, words.length, WILLS) &&
    (setting.isNote || isFollowedBy(reading, READER))
  )
}

const SENT_OUT = wordSet("send assign allocate dispatch appoint instruct book")

/** "Lunch will be provided": the first word of a sentence has its capital from there, and does not act. */
function isThingFirst({ clause, words }: Reading, subject: SubjectKind): boolean {
  const { from, to } = clause.subject
  if (subject !== "named" || clause.voice !== "passive" || to - from !== 1) return false
  const before = words[from - 1]?.text ?? "."
  return /^[.:!?•*-]$/.test(before) && !THIRD_PERSONS.has(textAt(words, from))
}

function subjectOf(reading: Reading): SubjectKind {
  const { clause, words, setting } = reading
  const { from, to } = clause.subject
  if (from !== to) {
    const kind = subjectKind(words, from, to)
    if (setting.isNote && textAt(words, to - 1) === "who" && isWhoOfOurs(words, to - 1)) return "named"
    return kind === "thing" && isLonePerson(reading) ? "named" : kind
  }
  if (textAt(words, clause.modalAt - 1) === "which") return "thing"
  const own = words.findLastIndex((word, at) => at < clause.modalAt && OWN.has(word.text))
  if (own >= 0) return textAt(words, own) === "we" ? "we" : "i"
  if (!clause.known && !(setting.isNote && isDeedVerb(clause.verb) && takesBareObject(words, clause.verbAt + 1)))
    return "thing"
  const shared = sharedSubject(reading)
  if (shared !== null) return shared
  if (setting.isNote && isOfOpening(words, clause.modalAt)) return "named"
  if (
    setting.isNote &&
    REPORTED.has(textAt(words, clause.modalAt - 1)) &&
    SPOKEN.has(words[clause.modalAt - 2]?.text ?? ".")
  )
    return "i"
  if (words.some(({ text }, at) => at < clause.modalAt && text === "am" && !HOURS.test(textAt(words, at - 1))))
    return "i"
  if (clause.modalAt <= 3 || BARE_OPENINGS.has(textAt(words, 0)) || opensBare(reading)) return "i"
  const joined = JOINTS.has(textAt(words, clause.modalAt - 1))
  if (setting.isNote && joined && isCustomersDoing(words) && !takesBareObject(words, clause.verbAt + 1))
    return "outsider"
  if (SHARES.has(textAt(words, clause.modalAt - 1))) {
    const opening = openingSubject(words, clause.modalAt)
    if (opening !== null) return opening
  }
  return joined && !setting.isTalk && !setting.isNote
    ? "thing"
    : joined && textAt(words, clause.modalAt - 1) !== "and"
      ? "i"
      : "thing"
}

/** "Cust sourcing own tap, will ring". */
function isCustomersDoing(words: readonly Word[]): boolean {
  return CUSTOMERS.has(textAt(words, 0)) && textAt(words, 1).endsWith("ing")
}

/** "Explained delay, said would keep her posted". */
const REPORTED = wordSet("said told promised agreed confirmed advised adv")
const SPOKEN = wordSet(". , ; : & + and - – — but so")

/** "A surveyor will be appointed and will contact you": both have one subject. */
function sharedSubject({ clause, words }: Reading): SubjectKind | null {
  if (!SHARES.has(textAt(words, clause.modalAt - 1))) return null
  const earlier = words.findLastIndex((word, at) => at < clause.modalAt && WILLS.has(word.text))
  if (earlier < 0) return null
  const { from, to } = subjectBefore(words, earlier)
  return from === to ? null : subjectKind(words, from, to)
}

/** "Our officer has your letter and will reply": who the sentence opens with, when that is one of ours. */
function openingSubject(words: readonly Word[], until: number): SubjectKind | null {
  for (let to = Math.min(7, until - 1); to > 0; to--) {
    if (!STATES.test(textAt(words, to))) continue
    const kind = subjectKind(words, 0, to)
    if (kind === "named" || kind === "someone") return kind
  }
  return null
}

const STATES = /^(?:have|is|are|were|'s|\w{2,}s|\w{2,}ed|took|got|went|came|read|saw|spoke)$/
const SHARES = wordSet("and but then &")
const WILLS = wordSet("will 'll shall")

/** "Am looking into it and will …": a message to oneself leaves "I" out. */
const BARE_OPENINGS = wordSet(
  "thx ta ty cheers k kk np yep yeah ah oh agreed apologies ca can couldn could running stuck off am have haven't havent will shall been apologised apologized spoke rang called said told not just got saw read sorry thanks noted understood received sounds looks happy glad pleased no yes sure ok okay good great had hoping haven hav",
)
/** "Working on the deck now, will send it": who opens with what they are doing speaks of themselves. */
function opensBare({ clause, words }: Reading): boolean {
  const first = words.findIndex(({ text }) => !ASSENTS.has(text))
  const base = baseOfIng(textAt(words, first))
  return base !== null && JOINTS.has(textAt(words, clause.modalAt - 1)) && (deedOf(base) !== null || base === "work")
}

const ASSENTS = wordSet("yep yes yeah ok okay sure thanks right great good noted , . ! - –")
const JOINTS = wordSet("and but then , ; . - – — :")
const OWN = wordSet("i we ill im")
/** "9 am", "Tues am", "this am": an hour, not ourselves. */
const HOURS = /^(?:\d.*|the|this|in|tomorrow|tmrw|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)$/

/** In a note "he" and "she" are mostly the customer: told that something comes to them they are the reader, else an outsider. */
function inNote(subject: SubjectKind, { clause, words, setting }: Reading): SubjectKind {
  const { from, to } = clause.subject
  if (setting.isNote && from < to && isCustomerByName(words, from, to)) {
    return hasWord(words, clause.verbAt, words.length, CUSTOMER_NAMES) ? subject : "outsider"
  }
  if (setting.isNote && from < to && areCustomers(words, from, to)) return "outsider"
  if (
    setting.isNote &&
    THIRD_PERSONS.has(textAt(words, to - 1)) &&
    to - from === 1 &&
    servesCustomer(clause.verb, words, clause.verbAt)
  )
    return "named"
  if (setting.isNote && isHandedOn(words, from, to, setting)) return "named"
  if (!setting.isNote || from === to || !THIRD_PERSONS.has(textAt(words, to - 1))) return subject
  if (textAt(words, from) !== "they" && isPledgedByOurs(words, from - 1)) return "named"
  if (isOwnReport(words, from, setting)) return "you"
  return hasWord(words, 0, words.length, READER) ? subject : "outsider"
}

/** "Mr Dale will bring it in": in a note people with a title are mostly customers. */
function isCustomerByName(words: readonly Word[], from: number, to: number): boolean {
  return (
    CUSTOMER_TITLES.has(textAt(words, from)) &&
    words.slice(from, to).every(({ text }) => text !== "(" && text !== "our")
  )
}

const CUSTOMER_NAMES = wordSet("him her them cust customer pt patient client tenant caller you")

/** "Owner will bring her back": theirs, not ours. */
function areCustomers(words: readonly Word[], from: number, to: number): boolean {
  return hasWord(words, from, to, CUSTOMERS) && !hasWord(words, from, to, OURS)
}

const OURS = wordSet("our my")

/** "she'll credit the account", "he'll ring the customer": only one of ours does that. */
function servesCustomer(verb: string, words: readonly Word[], verbAt: number): boolean {
  if (SERVES.has(verb)) return true
  return REACHING.has(verb) && hasWord(words, verbAt + 1, verbAt + 4, SERVED)
}

const SERVES = wordSet(
  "credit refund waive issue process authorise authorize approve ship dispatch resend reimburse reinstate replace",
)
const SERVED = wordSet(
  "him her them cust customer client clients pt patient tenant tenants caller lady gent guest guests",
)

function owes(reading: Reading, subject: SubjectKind): boolean {
  if (COMES_ROUND.has(reading.clause.verb))
    return (
      (reading.hasTime || reading.hasCondition || SITES.test(deedWords(reading, 4))) &&
      (ATTENDS.test(deedWords(reading, 4)) || SITES.test(deedWords(reading, 4)))
    )
  const { clause, setting } = reading
  if (clause.verb === "see" && (setting.isNote || reading.hasCondition) && SEES.test(deedWords(reading, 3))) return true
  if (owesNothing(clause.verb)) return isCompleted(reading)
  if (NO_DEEDS.test(deedWords(reading, 4))) return false
  if (!clause.known && !setting.isTalk && !setting.isNote && !isFollowedBy(reading, TOWARDS_READER)) return false
  return !(subject === "named" && isFirm(reading))
}

/** "somebody would be out before 6": in notes and talk a visit; in mail among colleagues an absence. */
function isOnTheWay(reading: Reading): boolean {
  const { clause, setting, hasTime, hasCondition } = reading
  if (clause.voice !== "being") return false
  if (ATTENDING.test(deedWords(reading, 5))) return true
  if ((hasCondition || (setting.isNote && clause.modal === "would")) && ROUND.test(deedWords(reading, 4))) return true
  return hasTime && (setting.isTalk || setting.isNote) && OUT.test(deedWords(reading, 3))
}

const ATTENDING =
  /^be (?:in attendance|on hand|on site|at hand|there(?: (?:my|our)sel\w+)?(?= to (?!help|support|see|assist))) to\b/
/** "Say which day and I'll be there with the keys"; not "I'll be here to assist". */
const ROUND = /^be (?:there with|round|over|out|along|down) (?!the moon\b)/
const OUT = /^be (?:out|there|round|over|along|up|down|with|here|on site)\b/
const COMES_ROUND = wordSet("attend arrive")
/** "Dr Amin will see him". */
const SEES = /^see (?:you|him|her|them|pt|patient|the (?:dog|cat|patient|child|horse))\b/
/** "will attend on Monday", not "will attend the meeting". */
const ATTENDS =
  /^(?:attend(?:ing)?|arriv\w+) (?:the (?:site|property|premises|address|flat|house)|(?!the|a|an|our|my|his|her|all|this|these))/
const SITES = /^attend (?:the |to [a-z]+ (?:the|your|it)\b)/

/** What people are and become, not what they do for anybody. */
const NO_DEEDS =
  /^(?:do (?:fine|well|great|okay|ok|better|it all|just)|start (?:work|on|in|at|as|with)|speak (?:at|on|tonight|about)|take (?:over as|part|place|time|off)|turn (?:up|\d)|get (?:better|married|used|back on)|pick up (?:once|when|again|in|as|by|over|next)\b|make it\b|come (?:to the|along|with us)|play|present|move (?:to|in|into|out)\b|join (?:us|the)|meet us|leave\b(?! (?:it|you|them|the|a)))/
const TOWARDS_READER = wordSet("you your u ur him her them")

/** A bare name with a deed of business ("Acme will issue an opinion") is another firm. */
function isFirm(reading: Reading): boolean {
  const { clause, words } = reading
  const { from, to } = clause.subject
  const name = words[from]
  if (name === undefined || to - from !== 1 || !name.capital || THIRD_PERSONS.has(name.text)) return false
  return BUSINESS.has(clause.verb) && !isFollowedBy(reading, READER)
}

const BUSINESS = wordSet(
  "issue release launch publish file increase build open close pay offer provide supply sell buy start begin cover serve include create submit charge support",
)
