import { hasWord, phraseAt, textAt, wordSet } from "../words.ts"
import { isOwnReport } from "./embedded.ts"
import { hasDone } from "./own-deed.ts"
import { deedWords, isFollowedBy, isMarked } from "./reading.ts"
import type { Reading } from "./reading.ts"
import type { SubjectKind } from "./subject-kind.ts"
import { deedOf, isCourtesy, isService, owesNothing } from "./verbs.ts"
import { HEDGES } from "./verb-phrase.ts"

/** Whether "will", "would", "can", "should", "plan to" or "am sending" is firm enough here to undertake something. */
export function modalCounts(reading: Reading, subject: SubjectKind): boolean {
  const { clause, words, setting, hasCondition, hasTime } = reading
  const isOwn = subject === "i" || subject === "we"
  if (clause.modal === "would") return wouldCounts(reading, subject)
  if (clause.modal === "can")
    return (isOwn || (PERSONS.has(subject) && hasWord(words, 0, clause.modalAt, READER))) && canCounts(reading)
  if ((clause.modal === "should" || clause.modal === "intend") && isOwn && isMarked(reading, ABLE))
    return clause.known && isFollowedBy(reading, READER)
  if (isMarked(reading, ABLE) && !(hasCondition && setting.isTalk && isOwn)) return false
  if (clause.modal === "should") return hasTime && (!isOwn || clause.verb === "have")
  if (clause.modal === "intend" && hasWord(words, clause.modalAt, clause.verbAt, HOPES))
    return (
      isOwn &&
      hasTime &&
      clause.known &&
      !setting.isNote &&
      HOPED.test(deedWords(reading, 10).split(" and ", 1)[0] ?? "")
    )
  if (clause.modal === "intend" && textAt(words, clause.modalAt) === "decided" && !isFollowedBy(reading, READER))
    return false
  if (clause.modal === "intend" && isOwn && hasDone(reading)) return true
  if (clause.modal === "intend")
    return isOwn && clause.known && (setting.isTalk || PLEDGED.has(textAt(words, clause.modalAt)) || isForWork(reading))
  if (clause.modal === "progressive") return progressiveCounts(reading, subject)
  if (clause.isContinuous === true && subject !== "you" && (isPlan(reading) || (!isOwn && !isForWork(reading))))
    return false
  if (isMarked(reading, GLAD) && SMALL_TALK.has(clause.verb)) return false
  if (!setting.isTalk && IN_THIS.test(phraseAt(words, 0, 6))) return false
  if (clause.modal === "going" && isPlace(reading)) return false
  return clause.modal !== "will" || !(isMarked(reading, HEDGES) || (isOwn && isMarked(reading, LIMITS)))
}

function isPlan(reading: Reading): boolean {
  const isOfThat = THAT.has(textAt(reading.words, reading.clause.verbAt + 1))
  return (
    (PLANS.has(reading.clause.verb) && !isOfThat && !isFollowedBy(reading, READER)) || WORKS.test(deedWords(reading, 3))
  )
}

const THAT = wordSet("it them that this these those")
const WORKS =
  /^working (?:from|late|at|in|out|remotely|until|till|all|over|through|weekends?|nights?|tomorrow|today|days|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday))\b/
/** "Will be sending", "plan to file": a deed for others. "Will be spending", "plan to move": one's own affairs. */
function isForWork(reading: Reading): boolean {
  const { clause } = reading
  const deed = deedOf(clause.verb)
  if (deed === null) return isFollowedBy(reading, READER)
  return !OWN_AFFAIRS.has(clause.verb) || isFollowedBy(reading, READER)
}

const OWN_AFFAIRS = wordSet(
  "leave take get use visit start report handle work go have do make build move buy come show open close run cover try begin meet pick play see turn",
)
const HOPES = wordSet("hope hoping expect expecting")
const HOPED = /^[^,.;]*\b(?:you|your)\b/
const PLEDGED = wordSet(
  "promise promises undertake commit committed committing pledge agree guarantee undertaking swear vow",
)
/** "In this webinar we will show you how". */
const IN_THIS =
  /^(?:\S+ ){0,2}in (?:this|our|the) (?:\S+ )?(?:webinar|article|post|guide|video|course(?! of)|session|class|chapter|section|workshop|training|presentation|paper|book|lesson|tutorial)\b/
/** What "I'll be …ing" tells about oneself. */
const PLANS = wordSet(
  "move leave join travel stay attend launch open close release introduce celebrate retire exhibit host expand hire recruit change",
)

/** "I'm going to lunch", "going to Dallas tomorrow". */
function isPlace({ words, clause }: Reading): boolean {
  const name = words[clause.verbAt]
  return PLACES.has(clause.verb) || (clause.voice === "active" && !clause.known && name !== undefined && name.capital)
}

const PLACES = wordSet("lunch dinner breakfast bed work church town school college court")

/** "I'll be able to" offers, and undertakes only in answer to a condition. */
const ABLE = wordSet("able")
/** "We will only use it for this": a limit. */
const LIMITS = wordSet("only")

/** Our own word reported in a note, or willing in answer to a condition ("if you'd like, we'd be glad to call"). */
function wouldCounts(reading: Reading, subject: SubjectKind): boolean {
  const { clause, words, setting, hasCondition } = reading
  if (isOwnReport(words, clause.subject.from, setting) || isLeftSo(reading)) return true
  if (HAVE_DONE.test(deedWords(reading, 3))) return false
  if (setting.isNote && (subject === "i" || subject === "we")) return clause.known && !WISHES.has(clause.verb)
  if (!hasCondition || (subject !== "i" && subject !== "we")) return false
  if (isMarked(reading, GLAD)) return !SMALL_TALK.has(clause.verb)
  if (!clause.known || isCourtesy(clause.verb) || WISHES.has(clause.verb)) return false
  if (!setting.isTalk)
    return (
      clause.voice === "active" &&
      !SMALL_TALK.has(clause.verb) &&
      (isFollowedBy(reading, READER) || (isService(clause.verb) && hasWord(words, 0, clause.modalAt, READER)))
    )
  return subject === "we" || FOR_YOU.test(deedWords(reading))
}

/** "Left it that one of us would try again". */
function isLeftSo({ clause, words, setting }: Reading): boolean {
  const that = clause.subject.from - 1
  return (
    setting.isNote &&
    textAt(words, that) === "that" &&
    textAt(words, that - 1) === "it" &&
    textAt(words, that - 2) === "left"
  )
}

/** "Would have liked it Friday": it was not so. */
const HAVE_DONE = /^have (?:been|gone|come|done|had|sent|taken|\w+ed)\b/
const WISHES = wordSet("say suggest recommend advise need like love prefer rather expect hope think guess help do get")
const FOR_YOU = /\bfor (?:you|u)\b/
const GLAD = wordSet("happy happily glad gladly pleased delighted")
const SMALL_TALK = wordSet("discuss answer hear see meet talk speak")

/** "Once you confirm, I can proceed" undertakes; "so I can find you" gives a reason, "we can only" a limit. */
function canCounts(reading: Reading): boolean {
  const { clause, words, setting, hasCondition } = reading
  if (!hasCondition || clause.voice !== "active" || isCourtesy(clause.verb) || isMarked(reading, ONLY)) return false
  if (
    textAt(words, clause.subject.from - 1) === "so" ||
    clause.verb === "tell" ||
    OFFERED.test(phraseAt(words, 0, clause.subject.from))
  )
    return false
  return setting.isTalk || (clause.known && (setting.isNote || !SOCIAL.has(clause.verb)))
}

const ONLY = wordSet("only always")
/** "If you like, I can": an offer that waits for a yes. */
const OFFERED = /\bif you (?:(?:'d|would) )?(?:like|prefer|wish|want)\b/
const SOCIAL = wordSet(
  "meet talk discuss go see do chat catch speak get visit come make take start begin use work look help try consider explain call let",
)

/** "I'm sending it on Monday" undertakes; "I'm having trouble" tells. */
function progressiveCounts(reading: Reading, subject: SubjectKind): boolean {
  const { clause, setting, hasLaterTime, hasCondition } = reading
  const isOwn = subject === "i" || subject === "we"
  if (subject === "thing" && FIRM_MOVES.has(clause.verb)) return hasLaterTime
  if (
    !clause.known ||
    owesNothing(clause.verb) ||
    (clause.verb === "do" && !(PERSONS.has(subject) && hasLaterTime)) ||
    clause.verb === "go"
  )
    return false
  if (subject === "i" && SENDING.has(clause.verb) && (!setting.isTalk || saysAtOnce(reading))) return true
  if (subject === "you") return GIVEN_BACK.test(deedWords(reading, 12))
  if ((subject === "i" || subject === "we") && ARRANGING.test(deedWords(reading, 5))) return true
  if (
    subject === "i" &&
    SENDS_ROUND.test(phraseAt(reading.words, clause.verbAt, 3)) &&
    reading.words[clause.verbAt + 1]?.capital === true
  )
    return true
  if (clause.verb === "write" && WRITES_TO.test(deedWords(reading, 3))) return false
  if (isOwn && hasCondition && clause.voice === "active") return true
  if (setting.isTalk && !hasLaterTime)
    return (
      (subject === "i" && (AT_ONCE.has(clause.verb) || saysAtOnce(reading))) ||
      (isOwn && HANDLES.test(deedWords(reading, 5)))
    )
  if (setting.isNote && isOwn && (isService(clause.verb) || clause.voice === "active")) return true
  if (
    !setting.isTalk &&
    isOwn &&
    (ARRANGES.has(clause.verb) || MENDS.has(clause.verb)) &&
    !MOVES_HOUSE.test(deedWords(reading, 3)) &&
    (reading.words[clause.verbAt + 1]?.capital === true || ACTED_ON.test(deedWords(reading, 3)))
  )
    return true
  if (setting.isNote && PERSONS.has(subject)) return true
  if (!setting.isTalk && PERSONS.has(subject) && TASKS.has(clause.verb) && isFollowedBy(reading, OBJECTS)) return true
  if (!setting.isTalk && clause.voice === "passive" && isService(clause.verb) && isReaders(reading)) return true
  if (isOwn && MAKES_GOOD.has(clause.verb) && isFollowedBy(reading, GOODS)) return true
  if (!hasLaterTime) return false
  return clause.voice === "passive" || PERSONS.has(subject) || isFollowedBy(reading, READER) || isFirmDeed(reading)
}

/** "Your points are being added back", "it is being sent to you". */
function isReaders({ words, clause }: Reading): boolean {
  return (
    hasWord(words, clause.subject.from, clause.subject.to, READER) ||
    hasWord(words, clause.subject.from, clause.subject.to, GOODS) ||
    /^\S+ (?:\S+ )?to you\b/.test(phraseAt(words, clause.verbAt, 4))
  )
}

const PERSONS: ReadonlySet<SubjectKind> = new Set(["named", "someone"])

/** "We're sending a team out next week", "dave is coming tomorrow to look": not "we're leaving on Friday". */
function isFirmDeed({ clause }: Reading): boolean {
  const deed = deedOf(clause.verb)
  return deed !== null && deed !== "other" && deed !== "answer"
}

const FIRM_MOVES = wordSet("land arrive come visit go travel call ring deliver ship collect")

const ARRANGING =
  /^(?:making|putting) (?:the |all )?(?:necessary )?(?:arrangements|plans|preparations|steps) (?:to|for|in)\b/

/** "You're getting the whole of the fee back". */
const GIVEN_BACK =
  /^(?:getting|receiving|having) (?:\S+ ){1,6}(?:back|refund|refunded|credit|replacement|free of charge|for free|replaced)\b/
/** Under way and not yet there: it is owed. */
const ARRANGES = wordSet(
  "draft prepare chase sort rework redo compile investigate instruct appoint commission engage order book arrange organise organize send issue refund credit reimburse replace lend loan give upgrade waive post ship put",
)
/** "We are sending replacements". */
const MAKES_GOOD = wordSet("send post ship issue dispatch arrange")
const GOODS = wordSet("replacement replacements refund refunds credit spare spares redelivery collection")
/** "We're extending your membership". */
const MENDS = wordSet(
  "extend add cancel close move rebook correct amend repair remove reduce lift restore reinstate write-off remake",
)
/** "I'm sending Danny over". */
const SENDS_ROUND = /^sending \S+ (?:over|round|out|along|down|up|across)\b/
/** "We're writing to confirm": the message says so itself. */
const WRITES_TO = /^writing to (?!you\b|him\b|her\b|them\b|the\b)[a-z]+/
const ACTED_ON =
  /^\S+ (?:for|to|you|your|the|a|an|both|all|these|this|that|it|them|someone|somebody|another|two|our|my|one)\b/
/** "We're moving to the new building". */
const MOVES_HOUSE = /^mov\w+ (?:to|in|into|out)\b/
/** "Karim's bringing the cables": a task that one of ours has taken. */
const TASKS = wordSet(
  "pick deal bring handle send chase sort cover fix arrange book draft prepare print order collect organise organize write",
)
const SENDING = wordSet("loop attach enclose send forward copy cc include share paste")
const AT_ONCE = wordSet("check transfer retrieve")
/** "I'm handing you over", "we're taking the fee off". */
const HANDLES =
  /^(?:hand|pass|putt)ing (?:you|u)\b|^(?:tak|remov|cancell|refund|waiv)ing (?:\S+ ){0,2}?(?:it|this|that|your|off)\b/
const READER = wordSet("you your u ur yr")

/** "I'm just putting you through", "we are sending it now". */
function saysAtOnce(reading: Reading): boolean {
  const { words, clause } = reading
  return hasWord(words, clause.modalAt, clause.verbAt + 30, NOW) && isFollowedBy(reading, OBJECTS)
}

const NOW = wordSet("now just immediately straight right speak")
const OBJECTS = wordSet("you your it that this them the")
