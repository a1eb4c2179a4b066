import { hasWord, phraseAt, textAt, wordSet } from "../words.ts"
import type { Word } from "../words.ts"
import type { Reading } from "./reading.ts"
import type { Setting } from "./setting.ts"
import { subjectKind } from "./subject-kind.ts"
import { subjectBefore } from "./subject.ts"

/** The clause hangs on a doubt, a denial, a question, or on somebody's report: nobody of ours undertakes it here. */
export function isEmbedded({ clause, words, setting, hasCondition }: Reading): boolean {
  const before = clause.subject.from - 1
  const lead = textAt(words, before)
  if (isDisowned(words, clause) || isContrasted(words, clause.verbAt)) return true
  if (lead === "what" && CLEFT.test(phraseAt(words, clause.modalAt, 6))) return false
  if (DOUBTS.has(lead) || (lead === "like" && SEEMS.has(textAt(words, before - 1)))) return true
  if (!setting.isTalk && !setting.isNote && !hasCondition && isOfNoun(words, clause.subject.from)) return true
  if (HEDGES.has(textAt(words, clause.subject.from))) return true
  if (setting.isNote && lead === "that" && LEFT.has(textAt(words, before - 2))) return false
  const at = lead === "that" ? before - 1 : before
  if (at < 0) return false
  const governor = textAt(words, at)
  if (PLEDGE_NOUNS.has(governor) && OWNERS.has(textAt(words, at - 1))) return hasWord(words, 0, at, DENIALS)
  if (governor === "saying" && textAt(words, at - 1) === "without") return false
  const isTold =
    !setting.isNote || governor !== "you" || PLEDGES.has(textAt(words, at - 1)) || REPORTS.has(textAt(words, at - 1))
  if (PLEDGES.has(governor)) return isTold && hasWord(words, at - 5, at + 1, DENIALS)
  if (lead === "that" && DOUBTS.has(governor)) return true
  if (governor === "assured" && ASSURED.has(textAt(words, at - 1))) return false
  if (isPledgedByOurs(words, before)) return false
  if (lead === "that" && textAt(words, at - 1) === "been" && DECIDED.has(governor)) return false
  const found = reportBefore(words, at)
  const report = found >= 0 && isWithinAdjunct(words, found, clause.subject.from) ? -1 : found
  if (report >= 0)
    return !(isPassedOn(words, report) || (!isHistory(words, clause.verbAt) && ownReport(words, report, setting)))
  return lead === "that" && !SURE.has(governor) && !(hasCondition && HAD.has(governor))
}

/** "What we'll do is send another". */
const CLEFT = /^\S+ (?:(?:going|gonna) (?:to )?)?do (?:is|'s) (?!i\b|we\b)\w{3}/

/** "The airline, and not we, will". */
function isDisowned(words: readonly Word[], { subject, modalAt }: Reading["clause"]): boolean {
  const at = textAt(words, modalAt - 1) === "," ? modalAt - 2 : subject.from
  return (
    textAt(words, at - 1) === "not" &&
    /^(?:,|and|but)$/.test(textAt(words, at - 2)) &&
    OURSELVES.test(textAt(words, at))
  )
}

const OURSELVES = /^(?:us|me|we|i|ourselves)$/

/** "Amazon will reimburse you, not us". */
function isContrasted(words: readonly Word[], verbAt: number): boolean {
  const at = words.findIndex(({ text }, index) => index > verbAt && text === "not")
  return at > 0 && /^[,–—-]$|^and$/.test(textAt(words, at - 1)) && OURSELVES.test(textAt(words, at + 1))
}

/** "The items we will discuss", "the one I will buy": the clause only says which; "in the morning we will" says when. */
function isOfNoun(words: readonly Word[], subject: number): boolean {
  if (!SPEAKS.has(textAt(words, subject)) || SUBORDINATES.has(textAt(words, 0))) return false
  for (let at = subject - 1; at >= Math.max(0, subject - 4); at--) {
    const word = textAt(words, at)
    if (!/^\p{L}/u.test(word) || JOINING.has(word) || TIMES.has(word) || IS.has(word)) return false
    if (ARTICLES.has(word)) return at < subject - 1 && !BEFORE_WHEN.has(textAt(words, at - 1))
  }
  return false
}

/** "The week after next we will", "the same evening I will". */
const TIMES = wordSet(
  "time week weekend month day morning afternoon evening night next moment minute second middle course instant",
)
const IS = wordSet("is are was were has have 's opens open closes")
/** "When I get to the office I will": the noun ends a clause that says when. */
const SUBORDINATES = wordSet("when once after before if until till as while since should unless whenever provided")
/** "Maybe Jo will". */
const HEDGES = wordSet("maybe perhaps possibly hopefully")
/** "Left it that we'll call". */
const LEFT = wordSet("left agreed")
const SEEMS = wordSet("looks look sounds seems feels looked seemed")
const SPEAKS = wordSet("i we you he she they")
const JOINING = wordSet("and but so then or that which because as if when once now today tomorrow however also")
const ARTICLES = wordSet("the any every all")
const BEFORE_WHEN = wordSet(
  "in on at by after before during for from with within over until till as of to through since under about per like throughout",
)
const DOUBTS = wordSet(
  `if whether who what where why how than hope think believe guess hoping hopefully maybe perhaps suppose doubt wish imagine when because
   since understand expect once until unless before after wonder suspect probably`,
)
const PLEDGES = wordSet("promise guarantee assure you confirm ensure commit")
const PLEDGE_NOUNS = wordSet("word assurance promise commitment guarantee undertaking pledge")
const OWNERS = wordSet("my our")

/** Who vouches for the clause: "you have my word that the noise will stop", "I promise it will be there". */
export function voucherOf({ clause, words }: Reading): "i" | "we" | null {
  let at = clause.subject.from - 1
  if (textAt(words, at) === "that") at--
  const governor = textAt(words, at)
  if (PLEDGE_NOUNS.has(governor)) {
    const owner = words[at - 1]?.text
    if (owner === "my") return "i"
    if (owner === "our") return "we"
  }
  if (governor === "you" || governor === "u") at--
  if (!VOUCHES.has(textAt(words, at))) return null
  const who =
    textAt(words, at - 1) === "can" || textAt(words, at - 1) === "'ll" ? words[at - 2]?.text : words[at - 1]?.text
  return who === "i" || who === "we" ? who : null
}

const VOUCHES = wordSet("promise assure guarantee swear pledge ensure")
const DENIALS = wordSet("n't not cannot never nt if")
/** "As soon as I have that I can …". */
const HAD = wordSet("have got get received receive see do")
const SURE = wordSet("sure note know assured rest advise yourself")

/** "Rest assured that we will". */
const ASSURED = wordSet("rest be feel")

/** "The chef has promised me he'll": one of ours gave us the word. */
export function isPledgedByOurs(words: readonly Word[], before: number): boolean {
  let at = textAt(words, before) === "that" ? before - 1 : before
  if (textAt(words, at) === "me" || textAt(words, at) === "us") at--
  const isNow = GIVES.has(textAt(words, at))
  if (!isNow && (!GIVEN.has(textAt(words, at)) || !HAS.has(textAt(words, at - 1)))) return false
  const { from, to } = subjectBefore(words, isNow ? at : at - 1)
  if (isNow && !OWNERS.has(textAt(words, from)) && !hasWord(words, from + 1, to, OF_OURS)) return false
  return (
    from < to &&
    subjectKind(words, from, to) === "named" &&
    textAt(words, to - 1) !== "he" &&
    textAt(words, to - 1) !== "she"
  )
}

/** "Jo in payroll says". */
const OF_OURS = wordSet("in from at")
const GIVES = wordSet("says reckons promises swears assures tells")
const GIVEN = wordSet("promised assured confirmed agreed")
const HAS = wordSet("has have 's 've")

/** "It has been agreed that we shall". */
const DECIDED = wordSet("agreed decided arranged settled confirmed")
const REPORTS = wordSet(
  `said says say saying told tells promised mentioned claimed claims wrote stated assume assumes assumed suggested thought heard understand
   understood expects advised explained agreed confirmed assured adv informed word swore reassured vowed notified replied adamant thinks believes reckons hopes`,
)
const REPORT_DISTANCE_MAX = 4 // words; "told the customer that we"

/** Where a word of reporting governs the clause, or -1. */
function reportBefore(words: readonly Word[], at: number): number {
  for (let back = at; back > Math.max(-1, at - REPORT_DISTANCE_MAX); back--) {
    const word = textAt(words, back)
    if (CUTS.has(word)) return -1
    if (REPORTS.has(word)) return back
  }
  return -1
}

/** "Once you say so I'll": what is said belongs to what must come true first. */
function isWithinAdjunct(words: readonly Word[], report: number, until: number): boolean {
  let opener = -1
  for (let at = 0; at < until; at++) {
    const word = textAt(words, at)
    if (CUTS.has(word) && word !== "and") opener = -1
    else if (at < report && (FIRST.has(word) || (word === "the" && AT_ONCE.has(textAt(words, at + 1))))) opener = at
  }
  return opener >= 0
}

const FIRST = wordSet("if unless once when whenever until till")
const AT_ONCE = wordSet("moment minute second day")
const CUTS = wordSet(", ; : . and but")

/** "He says to tell you", "just to say": passes a promise on. */
function isPassedOn(words: readonly Word[], at: number): boolean {
  if (textAt(words, at) === "says" && textAt(words, at + 1) === "to") return true
  return textAt(words, at - 1) === "to" && PASSING.has(textAt(words, at))
}

const PASSING = wordSet("say tell confirm advise")

/** "we did say … and did", "her previous dentist said": over, or somebody else's. */
function isHistory(words: readonly Word[], verbAt: number): boolean {
  return hasWord(words, 0, verbAt, HISTORY)
}

const HISTORY = wordSet("did previous never")

/** In a note "said we'd call" is our own promise: nobody else is named as the speaker. */
function ownReport(words: readonly Word[], at: number, setting: Setting): boolean {
  return setting.isNote && SPEAKERS.has(words[at - 1]?.text ?? ".") && !US.has(textAt(words, at + 1))
}

/** "Assured me the cheque was sent": somebody else's word. */
const US = wordSet("me us")
const SPEAKERS = wordSet(". , ; : ! ? & + / — – - i we and have 've but then so also just apologised apologized been")

/** Whether a report of ours stands shortly before word `at`. */
export function isOwnReport(words: readonly Word[], at: number, setting: Setting): boolean {
  return setting.isNote && (REPORTS.has(textAt(words, 0)) || hasWord(words, at - REPORT_DISTANCE_MAX, at, REPORTS))
}
