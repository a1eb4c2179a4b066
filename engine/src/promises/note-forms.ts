import type { FoundTime } from "../review-format.ts"
import { hasWord, textAt, wordSet } from "../words.ts"
import type { Word } from "../words.ts"
import { agentForm, hasCustomer, isAgent } from "./note-agents.ts"
import type { Subject } from "./note-agents.ts"
import { subjectKind } from "./subject-kind.ts"
import { shortForm } from "./short-form.ts"
import type { ShortForm } from "./short-form.ts"
import { doerOf } from "./doer.ts"
import { promisedForm } from "./note-pledges.ts"
import { isDeedAt, isMoving, isOwnSpeaker, THINGS } from "./note-stretch.ts"
import type { Stretch } from "./note-stretch.ts"
import { taskForm } from "./note-tasks.ts"
import { timedForm } from "./note-timed.ts"
import { takesObject } from "./objects.ts"
import { baseOfIng, baseOfParticiple, deedOf, isDeedVerb, isService, owesNothing } from "./verbs.ts"

/** "Pete to ring her", "crown to be remade", "Crew returning 5pm", "c/b after 4", "promised a callback", "Action: chase depot". */
export function noteForm(
  words: readonly Word[],
  times: readonly FoundTime[],
  hasLaterTime: boolean,
  hasCondition: boolean,
): ShortForm | null {
  if (hasCondition && WILLING.has(textAt(words, 0)) && textAt(words, 1) === "to" && isDeedAt(words, 2))
    return shortForm("we", textAt(words, 2), 2)
  if (hasCondition) {
    const at = words.findIndex(({ text }, index) => text === "we" && isDeedAt(words, index + 1))
    if (at > 0 && hasWord(words, 0, at, CONDITIONS)) return shortForm("we", textAt(words, at + 1), at + 1, at, at + 1)
  }
  const ruled = hasCondition ? doneIf(words) : null
  if (ruled !== null) return ruled
  let isTask = false
  let taskOf: Stretch["taskOf"] = "i"
  for (let start = 0; start < words.length;) {
    let end = start
    while (end < words.length && !MARKS.has(textAt(words, end))) end++
    if (isTicked(words, start)) isTask = true
    const stretch: Stretch = { words, start, end, hasLaterTime, times, hasCondition, isTask, taskOf }
    const found = isDenied(words, start, end) ? null : formIn(stretch)
    if (found !== null) return found
    if (end > start) {
      const opens: boolean = TASKS.has(textAt(words, start)) || TASKS.has(textAt(words, end - 1))
      const names: boolean =
        isTask && end - start === 1 && (words[start]?.capital === true || textAt(words, start) === "me")
      taskOf = names && textAt(words, start) !== "me" ? "named" : "i"
      isTask = opens || names
    }
    start = end + 1
  }
  return null
}

/** "Fee refunded if course cancelled", "if no better, Dr Chopra sees her herself". */
function doneIf(words: readonly Word[]): ShortForm | null {
  const opener = words.findIndex(({ text }) => CONDITIONS.has(text))
  for (let at = 1; at < Math.min(words.length, DONE_IF_MAX); at++) {
    const word = textAt(words, at)
    const base = at < opener ? baseOfParticiple(word) : null
    if (base !== null && isService(base) && at === opener - 1 && !STATED.has(textAt(words, at - 1)))
      return shortForm("company", base, at, at - 1, at)
    const does = at > opener && word.endsWith("s") && HIM.has(textAt(words, at + 1)) ? word.slice(0, -1) : ""
    if (!DOES.has(does)) continue
    let from = at
    while (from > 0 && !MARKS.has(textAt(words, from - 1))) from--
    if (from < at && isAgent(words, from, at)) return shortForm("named", does, at, from, at)
  }
  return null
}

const DONE_IF_MAX = 24 // words
const STATED = wordSet("is are was were been be being not has have had he she they i we")
const HIM = wordSet("him her them it")
const DOES = wordSet("see visit call ring fix fit replace refund test check redo repair take do collect")

/** "[ ] send the leaflet": not done yet. */
function isTicked(words: readonly Word[], start: number): boolean {
  const box = textAt(words, start - 1)
  return box === "☐" || box === "□" || (box === "]" && textAt(words, start - 2) === "[")
}

const CONDITIONS = wordSet("if unless once when provided should")

/** "Cannot see the order? Checking with Lou": what one stretch denies, another may undertake. */
function isDenied(words: readonly Word[], start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (DENIALS.has(textAt(words, at)) && textAt(words, at - 1) !== "if") return true
  return false
}

const DENIALS = wordSet("not n't never nt cannot")

/** "Happy to extend the loan as long as he pays". */
const WILLING = wordSet("happy ok okay willing prepared fine")
const MARKS = wordSet(". , ; : ! ? — – - & + > • [ ] * ☐ ☑ □ so but")
const TASKS = wordSet(
  "self 2do owes owed remember remind action actions todo to-do next task tasks outstanding follow-up f/up ap pending plan diary diarise reminder must step steps",
)

function formIn(stretch: Stretch): ShortForm | null {
  const { words, start, end } = stretch
  for (let at = start; at < end; at++) {
    const found =
      textAt(words, at) === "to" && at - start <= SUBJECT_WORDS_MAX
        ? toForm(words, start, at)
        : (onItForm(stretch, at) ?? ingForm(stretch, at) ?? promisedForm(stretch, at))
    if (found !== null) return found
  }
  return taskForm(stretch) ?? timedForm(stretch)
}

const SUBJECT_WORDS_MAX = 7

/** "(Pete) to ring her", "crown to be remade", "agreed to refund", "fitter booked to go back", "asked Leo to ring". */
function toForm(words: readonly Word[], start: number, at: number): ShortForm | null {
  const verb = textAt(words, at + 1)
  if (verb === "be") return toBeDone(words, start, at)
  if (verb === "expect") return EXPECTED.get(textAt(words, at + 2))?.(at + 1) ?? null
  if (WISHES.has(textAt(words, start))) return null
  const isPledge = OWN_PLEDGES.has(textAt(words, at - 1)) && (verb === "have" || verb === "get")
  if (!isDeedAt(words, at + 1) && !isPledge) return null
  if (at === start && verb === "go") return shortForm("company", "send", at + 1)
  if (at === start)
    return textAt(words, at + 2) === "," || verb === "get" || isPurpose(words, at) ? null : shortForm("i", verb, at + 1)
  const lead = textAt(words, at - 1).endsWith("ly") ? at - 1 : at
  const last = textAt(words, lead - 1)
  if (HAVE.has(last) && /^(?:i|we)$/.test(textAt(words, lead - 2)))
    return shortForm(textAt(words, lead - 2) === "we" ? "we" : "i", verb, at + 1)
  if (OWN_PLEDGES.has(last) && !isOwnSpeaker(words, start, lead - 1))
    return AGREED.has(last) ? agentForm(words, { from: start, to: lead - 1 }, verb, at + 1) : null
  if (OWN_PLEDGES.has(last) && PROMISES.has(last) && CUSTOMERS_DEEDS.has(verb)) return null
  if (OWN_PLEDGES.has(last)) return shortForm("i", verb, at + 1)
  if (deedOf(verb) === null && (at - start > OPEN_SUBJECT_WORDS_MAX || opensAsDeed(words, start, at))) return null
  const to = ASSIGNED.has(last) ? at - 1 : at
  let from = start
  while (from < to && ASKED.has(textAt(words, from))) from++
  if (from > start && HANDED.has(textAt(words, from - 1))) while (from < to && HANDS.has(textAt(words, from))) from++
  const agent = agentForm(words, { from, to }, verb, at + 1) ?? askedForm(words, start, { from, to }, verb)
  const isThing =
    THINGS_DO.has(verb) &&
    from === start &&
    !hasCustomer(words, from, to) &&
    (words[to - 1]?.capital === false || (to - from === 1 && words[from]?.text.endsWith("s") === true))
  return isThing ? shortForm("company", "send", at + 1, from, to) : agent
}

/** "Wants someone to ring back". */
const WISHES = wordSet("wants wanted hoping prefers likes expects")

/** "Told him to expect my call". */
const EXPECTED: ReadonlyMap<string, (at: number) => ShortForm> = new Map([
  ["my", (at) => shortForm("i", "call", at)],
  ["our", (at) => shortForm("we", "call", at)],
  ["us", (at) => shortForm("we", "call", at)],
  ["someone", (at) => shortForm("someone", "call", at)],
  ["somebody", (at) => shortForm("someone", "call", at)],
])

/** "£25 credit to show next bill". */
const THINGS_DO = wordSet("go come show appear follow arrive ship land")

/** "Asked goods in to ring him": whoever we asked, that is no customer and no outsider, is one of ours. */
function askedForm(words: readonly Word[], start: number, { from, to }: Subject, verb: string): ShortForm | null {
  if (!ASKS.has(textAt(words, start)) || from === to || to - from > 3 || from === start) return null
  if (hasCustomer(words, from, to) || hasWord(words, from, to, NOBODY)) return null
  if (subjectKind(words, from, to) === "outsider" || textAt(words, to) !== "to") return null
  return shortForm("named", verb, to + 1, from, to)
}

const ASKS = wordSet("asked told instructed tasked asking telling")
const NOBODY = wordSet("me us i we if for about whether when what how re not off back again ok okay free able where")

/** A subject before a verb that no list holds must be short to be believed. */
const OPEN_SUBJECT_WORDS_MAX = 4

/** "Upgrade to business class": one word with the capital of the opening, and itself a deed. */
function opensAsDeed(words: readonly Word[], start: number, at: number): boolean {
  return at - start === 1 && deedOf(textAt(words, start)) !== null
}

/** "To find out which, I'll need your name": what for, not what is to be done. */
function isPurpose(words: readonly Word[], at: number): boolean {
  const comma = words.findIndex(({ text }, index) => index > at && text === ",")
  return comma > 0 && SUBJECTS.has(textAt(words, comma + 1))
}

const SUBJECTS = wordSet("i we you please he she they it")

const HAVE = wordSet("have need must ought")
const OWN_PLEDGES = wordSet(
  "need agreed promised pledged vowed swore guaranteed proposed resolved offered undertook undertaken diarised diarized diaried remember reminder must arranged committed offering promising set",
)
/** "Promised to pay by Friday": the customer did. */
const PROMISES = wordSet("promised agreed offered")
const CUSTOMERS_DEEDS = wordSet("pay settle return")
/** "Mgr (Colette) agreed to look at it". */
const AGREED = wordSet("agreed promised offered undertook volunteered")
const ASSIGNED = wordSet("booked due scheduled assigned tasked allocated lined arranged confirmed")
const ASKED = wordSet(
  "asked instructed tasked told getting asking got have passed handed given escalated fwd forwarded assigned left",
)
const HANDS = wordSet("it this that on over to with for")
const HANDED = wordSet("passed handed given escalated fwd forwarded assigned left")

function toBeDone(words: readonly Word[], start: number, at: number): ShortForm | null {
  const base = baseOfParticiple(textAt(words, at + 2))
  if (base === null || STATES.has(base)) return null
  return shortForm(doerOf(words, at + 2), base, at + 2, start, at)
}

const STATES = wordSet(
  "see find know need expect consider use confirm advise believe hope determine assume say tell require",
)

/** "Nadia on it". */
function onItForm({ words, start, end }: Stretch, at: number): ShortForm | null {
  if (textAt(words, at) !== "on" || at === start) return null
  const isCase = textAt(words, at + 1) === "the" && textAt(words, at + 2) === "case"
  if (!isCase && (!ON_WHAT.has(textAt(words, at + 1)) || at + 2 < end)) return null
  const to = IS.has(textAt(words, at - 1)) ? at - 1 : at
  return agentForm(words, { from: start, to }, "handle", at)
}

const IS = wordSet("is are am 's 'm 're")

const ON_WHAT = wordSet("it this")

/** "Crew returning 5pm", "Replacement going out Mon", "emailing quote tomorrow". */
function ingForm({ words, start, hasLaterTime }: Stretch, at: number): ShortForm | null {
  const word = textAt(words, at)
  if (!word.endsWith("ing") || at - start > 4) return null
  const base = baseOfIng(word)
  if (base === null || base === "meet" || hasCustomer(words, start, at)) return null
  if (base === "ask" && textAt(words, at + 1) === "for") return null
  if (at > start && BEFORE_NO_DEED.has(textAt(words, at - 1))) return null
  const done = word === "being" ? baseOfParticiple(textAt(words, at + 1)) : null
  if (done !== null) return !isDeedVerb(done) ? null : shortForm(doerOf(words, at + 1), done, at + 1, start, at)
  if (!hasLaterTime && isMoving(base, textAt(words, at + 1)))
    return at > start && (hasWord(words, start, at, THINGS) || hasWord(words, start, at, FRESH))
      ? shortForm("company", "send", at, start, at)
      : null
  if (!hasLaterTime) return workerForm(words, { from: start, to: at }, base, at)
  if (isMoving(base, textAt(words, at + 1))) {
    if (at === start) return deedOf(base) === null ? null : shortForm("company", base, at)
    if (subjectKind(words, start, at) === "outsider" || hasWord(words, start, at, OUTSIDE)) return null
    const to = IS.has(textAt(words, at - 1)) ? at - 1 : at
    return shortForm(isAgent(words, start, to) ? "named" : "company", base, at, start, to)
  }
  const isDeed = deedOf(base) !== null ? !owesNothing(base) : isDeedVerb(base) && takesObject(words, at + 1)
  if (base === "attend" ? at === start : !isDeed) return null
  if (at === start) return shortForm("i", base, at)
  if (start === 0 && at === 1 && deedOf(base) === "other" && !ACTS_ON.has(textAt(words, at + 1))) return null
  if (start === 0 && at === 1 && NO_HANDS.has(base)) return null
  return agentForm(words, { from: start, to: at }, base, at)
}

/** "Insurer's assessor coming Weds". */
const OUTSIDE = wordSet("insurer insurers insurance bank council supplier landlord solicitor his her their")
const FRESH = wordSet("new another fresh spare second one")

/** What boilers and printers do of themselves. */
const NO_HANDS = wordSet("lock print stop start run turn switch show block freeze read charge make drain pump trip")

/** "Femi picking up the tickets": one of ours is at it, and it is not done. */
function workerForm(words: readonly Word[], subject: Subject, base: string, at: number): ShortForm | null {
  const named = (subject.from === at || words[subject.from]?.capital === true) && ACTS_ON.has(textAt(words, at + 1))
  const deed = deedOf(base)
  if (!named || deed === null || owesNothing(base) || NO_WORK.has(base)) return null
  if (deed === "other" && !WORKS_ON.has(base) && !hasWord(words, at + 1, at + 3, HANDLED)) return null
  if (subject.from === at)
    return CUSTOMERS_OWN.has(base) && !hasWord(words, at, at + 6, FOR_THEM) ? null : shortForm("i", base, at)
  const form = agentForm(words, subject, base, at)
  return form?.actor === "named" ? form : null
}

const ACTS_ON = wordSet(
  "up out round back over into with w/ the this it that them him her cust new a an refund for on all both case to",
)
/** "Returning it, too small": what the customer does as well. */
const CUSTOMERS_OWN = wordSet("return send bring cancel order book call ring tell say make")
const FOR_THEM = wordSet("him her them cust out foc free new replacement another")
const HANDLED = wordSet("it them him her this cust")
const NO_WORK = wordSet("get have go come try use see take say speak make leave keep hold help join follow")
const WORKS_ON = wordSet(
  "handle pick look chase check deal investigate arrange order book cover follow process review raise prepare organise organize draft cancel ask print measure tidy clean",
)

const BEFORE_NO_DEED = wordSet(
  "is are was were be been not no about for of re after before without while from by on at since keep stop started",
)
