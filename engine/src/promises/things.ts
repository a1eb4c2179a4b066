import { hasWord, textAt, wordSet } from "../words.ts"
import type { Word } from "../words.ts"
import { isOwnReport } from "./embedded.ts"
import { deedWords, READER } from "./reading.ts"
import type { Reading } from "./reading.ts"
import { subjectKind } from "./subject-kind.ts"
import { deedOf, isService } from "./verbs.ts"

/** Whether a thing's fate is a deed of ours ("the refund will be processed"), not weather, prices or a rule for everybody. */
export function thingHappens(reading: Reading): boolean {
  const { clause, words, hasTime, hasCondition } = reading
  const { from, to } = clause.subject
  if (to - from > 1 && hasWord(words, from, to, RELATIVES)) return false
  if (textAt(words, from) === "that" && isRelative(words, from)) return false
  if (clause.voice === "passive") return isDoneByUs(reading)
  if (clause.verb === "get-back" || clause.verb === "visit") return hasTime || hasCondition
  if (clause.voice === "being") return isReady(reading)
  if (clause.verb === "show" || clause.verb === "appear")
    return hasTime && (SHOWS.test(deedWords(reading, 5)) || hasWord(words, from, to, READERS))
  if (clause.verb === "wait") return hasWord(words, clause.verbAt, words.length, FOR_YOU)
  if (clause.verb === "follow" && clause.modal === "going" && hasWord(words, from, to, MADE)) return true
  if (clause.verb === "come" && COMES_ABOUT.test(deedWords(reading, 4))) return false
  if (hasWord(words, from, to, SELF_MOVED)) return false
  if (ARRIVES.has(clause.verb) && hasWord(words, from, to, READERS)) return true
  if (clause.verb === "travel" || clause.verb === "go") return hasTime && GOES_OUT.has(textAt(words, clause.verbAt + 1))
  if (
    FOLLOWS.test(deedWords(reading, 4)) &&
    (isOurWork(words, from, to) || hasWord(words, from, to, READERS) || hasWord(words, from, to, MORE))
  )
    return true
  if (
    hasTime &&
    (BEGINS.has(clause.verb) || TAKES_PLACE.test(deedWords(reading, 3))) &&
    hasWord(words, from, to, WORKS)
  )
    return true
  return (hasTime || hasCondition) && HAPPENS.has(clause.verb)
}

const RELATIVES = wordSet("which who that")
const HAPPENS = wordSet("arrive ship appear reach follow come land credit leave")
/** "A letter will follow", "the report will come to you". */
const FOLLOWS = /^follow\b|^(?:come|go) (?:out |back |straight |direct )?to (?:you|your)\b/
/** "show up tomorrow", "show on your next bill". */
const SHOWS = /^\S+ (?:(?:up|there)\b|(?:on|in) (?:your|ur|the next)\b)|^appear\b/
const TAKES_PLACE = /^take place\b/
/** "A corrected bill is to follow". */
const MADE = wordSet("bill bills invoice corrected revised new amended replacement refund letter deeds")
const MORE = wordSet("one more rest others remainder second")
const BEGINS = wordSet("begin start commence finish")
const WORKS = wordSet("work works repair repairs installation treatment refurbishment resurfacing replacement clean-up")
const ARRIVES = wordSet("arrive reach ship follow")
const COMES_ABOUT = /^com(?:e|ing) (?:to an?\b|into|up|down|due|out|as|about|under|from|true)/
const GOES_OUT = wordSet("out in into through back live")
/** What lands, leaves and arrives without us. */
const SELF_MOVED = wordSet("flight train bus plane coach ferry game year day week month election news storm rain")

/** "deals that will come": belongs to the noun before it. */
function isRelative(words: readonly Word[], at: number): boolean {
  const before = textAt(words, at - 1)
  return /^\p{L}/u.test(before) && !OPENERS.has(before)
}

const OPENERS = wordSet("and but so then or uh um ok okay well now right")

function isDoneByUs(reading: Reading): boolean {
  const { clause, words, setting } = reading
  const { from, to } = clause.subject
  if (isByOutsider(reading) || isForEverybody(reading)) return false
  if (clause.modal === "would" && clause.known && isOwnReport(words, from, setting)) return true
  if (!setting.isTalk && !setting.isNote && NEWS.has(clause.verb) && !concernsReader(reading) && !isSettled(reading))
    return false
  if (!setting.isTalk && hasWord(words, to - 1, to, PUBLIC) && !concernsReader(reading)) return false
  if (isService(clause.verb) || HANDIWORK.has(clause.verb) || SEEN_TO.test(deedWords(reading, 4))) return true
  if (!clause.known || STATES.has(clause.verb)) return false
  if (SHUTS.has(clause.verb) && hasWord(words, to - 1, to, PREMISES)) return false
  if (hasWord(words, from, to, READERS)) return true
  if (LOOSE.has(clause.verb) || hasWord(words, to - 1, to, PRICES)) return false
  if (clause.modal === "should") return false
  if (setting.isTalk || setting.isNote || concernsReader(reading)) return true
  const isTrade = deedOf(clause.verb) === null
  return (reading.hasTime || isTrade) && textAt(words, from) === "the" && !NOTICES.has(clause.verb)
}

/** What one tells colleagues of the house and its machines. */
const NOTICES = wordSet("reboot restart switch turn shut upgrade rename merge")
/** "The expenses will be paid out by Friday": money and goods, with a time. */
function isSettled({ clause, words, hasTime }: Reading): boolean {
  return hasTime && SETTLED.has(clause.verb) && textAt(words, clause.subject.from) === "the"
}

const SETTLED = wordSet("pay repay transfer return collect post install replace reset restore reduce make deal")
/** "Our shop will be closed on Monday": news. */
const SHUTS = wordSet("close open shut man staff")
const PREMISES = wordSet(
  "shop shops office offices store stores branch desk lines line surgery kitchen premises showroom reception phones warehouse depot doors site",
)
/** What letters to nobody in particular tell of. */
const PUBLIC = wordSet(
  "tariff tariffs bond bonds share shares stock suit lawsuit merger loan debt wells plant cost costs rates tax taxes tolls",
)
const PRICES = wordSet("price prices cost costs fare fares total rate rates tax taxes")

/** Cut, printed: what a workshop does for whoever ordered it. */
const HANDIWORK = wordSet("clean fit hang lay print polish pump empty wash unload")
const SEEN_TO = /^(?:attended to|looked (?:into|at|after)|seen to|taken care of|followed up|put right|dealt with)\b/
/** What also happens to mergers, loans and markets. */
const NEWS = wordSet(
  "complete repay renew transfer charge bill pay apply add remove return collect deal post do make install replace reduce resolve restore reset debit upgrade create run",
)

/** In a mail "the merger will be completed" is news; "the report will be completed", "it will be sent to you" is owed. */
function concernsReader({ clause, words, hasCondition }: Reading): boolean {
  const { from, to } = clause.subject
  if (hasCondition || hasWord(words, from, to, READERS) || isOurWork(words, from, to)) return true
  return hasWord(words, from, from + 1, POINTING) || hasWord(words, clause.verbAt, words.length, READER)
}

const POINTING = wordSet("it this that they these those both everything")
/** What is told, not done. */
const STATES = wordSet("use show see require need discuss cover consider measure allow")
/** Too loose to be a deed when passive, unless the thing is the reader's. */
const LOOSE = wordSet(
  "get have go come place open close make give start begin hold run stop take play vote announce broadcast screen air sell resume divert elect judge decide determine dismiss adjourn select estimate celebrate commemorate launch",
)
const READERS = wordSet("your ur yr our my")

/** "All returns will be refunded": a rule for everybody, not a word to this reader. */
function isForEverybody({ clause, words }: Reading): boolean {
  const { from, to } = clause.subject
  const first = textAt(words, from)
  if (first === "any" && hasWord(words, clause.verbAt, words.length, READER)) return false
  if (GENERAL.has(first)) return textAt(words, from + 1) !== "of" && !hasWord(words, from, to, OWN_ONES)
  return to - from === 1 && GENERAL_PLURALS.has(first) && !hasWord(words, clause.verbAt, words.length, OWN_ONES)
}

const GENERAL = wordSet("all any every each no most")
const GENERAL_PLURALS = wordSet(
  "refunds returns exchanges orders deliveries items payments customers cancellations deposits fees charges parcels complaints claims applications guests members visitors prices goods",
)
const OWN_ONES = wordSet("you your ur our these those this the four three two five six")

/** "the report", "an updated list": what a desk makes, keeps or mends. Looked for in the last words of the subject. */
function isOurWork(words: readonly Word[], from: number, to: number): boolean {
  return hasWord(words, from, to, WORK)
}

const WORK = wordSet(
  `report reports draft drafts agenda list lists copy copies detail details contract contracts agreement agreements comment comments invoice invoices minutes slides presentation
   proposal proposals quote quotes quotation estimate schedule spreadsheet file files document documents documentation package packages note notes changes correction corrections
   amount balance deposit sum difference key keys part parts replacement label voucher appointment visit booking reservation ticket case complaint claim request application issue fault
   problem leak error mistake call link update updates results letter statement account order delivery parcel item items unit form forms certificate card cheque check receipt
   payment refund fee credit lunch breakfast dinner refreshments transport training plan plans meter boiler lock tyre tyres door window roof carpet sofa crown pattern overcharge surplus
   information data paperwork papers money money's memo summary survey photos pictures drawings design proof proofs repair repairs cake suit dress ring watch frame test tests inspection audit checks review charge charges phone number surcharge penalty discount deduction wall walls fence pipe chair chairs
   table bed bike car van chain tap radiator heating policy subscription membership room place seat contents notice decision numbers figures website page listing profile`,
)

function isByOutsider({ words, clause }: Reading): boolean {
  const by = words.findIndex((word, at) => at > clause.verbAt && word.text === "by")
  return by > 0 && subjectKind(words, by + 1, Math.min(words.length, by + 4)) === "outsider"
}

/** "your glasses will be in on Friday", "the money should be back in your account tomorrow": with a time it is a word to keep. */
function isReady(reading: Reading): boolean {
  const { clause, words, hasTime } = reading
  const deed = deedWords(reading, 8)
  if (READY_FOR.test(deed)) return true
  if (!hasTime) return false
  if (AT_THE_READERS.test(deed) || ON_THE_ROUND.test(deed)) return true
  const { from, to } = clause.subject
  return READY.test(deed) && (hasWord(words, from, to, READERS) || hasWord(words, clause.verbAt, words.length, FOR_YOU))
}

const FOR_YOU = wordSet("you u")
const AT_THE_READERS =
  /^be (?:back )?(?:in|into|on|at|to|with|through) (?:your|ur|you|her|his|their|cust 's)\b(?! best| own| office| place| desk| way)|^be (?:in|on) the (?:post|mail|van|next van)\b/
const ON_THE_ROUND =
  /^be on (?:the|\w+ 's|tonight|tomorrow) (?:'s )?(?:next )?(?:van|lorry|truck|delivery|post|run|train|boat|ferry|courier)\b/
const READY_FOR = /^be (?:ready|waiting|kept|there|on hold) (?:and waiting )?for (?:you|him|her|them|cust|collection)\b/
const READY =
  /^be (?:all )?(?:ready|done|finished|complete|completed|sorted|fixed|live|active|up and running|working again|in|in stock|back|available|waiting|there|good to go|restored|on its way|on their way|out for delivery)\b/
