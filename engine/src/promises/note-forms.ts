import type { FoundTime } from "../review-format.ts"
import { hasWord, textAt, wordSet } from "../words.ts"
import type { Word } from "../words.ts"
import { agentForm, anyoneForm, hasCustomer, isAgent, toldBefore } from "./note-agents.ts"
import { shortForm } from "./short-form.ts"
import type { ShortForm } from "./short-form.ts"
import { doerOf } from "./doer.ts"
import { promisedForm } from "./note-pledges.ts"
import { isDeedAt, isOwnSpeaker, THINGS } from "./note-stretch.ts"
import type { Stretch } from "./note-stretch.ts"
import { taskForm } from "./note-tasks.ts"
import { timedForm } from "./note-timed.ts"
import { comingForm, ingForm, onItForm } from "./note-work.ts"
import { NEGATIONS } from "./verb-phrase.ts"
import { baseOfParticiple, deedOf } from "./verbs.ts"

/** "Pete to ring her", "crown to be remade", "Crew returning 5pm", "c/b after 4", "promised a callback", "Action: chase depot". */
export function noteForm(
  words: readonly Word[],
  times: readonly FoundTime[],
  hasLaterTime: boolean,
  hasCondition: boolean,
): ShortForm | null {
  if (hasCondition && WILLING.has(textAt(words, 0)) && textAt(words, 1) === "to" && isDeedAt(words, 2))
    return shortForm("we", textAt(words, 2), 2)
  if (hasCondition || hasLaterTime) {
    const at = words.findIndex(({ text }, index) => SELVES.has(text) && isDeedAt(words, index + 1))
    const verb = textAt(words, at + 1)
    const who = textAt(words, at) === "i" ? "i" : "we"
    const isTold = hasWord(words, at - TOLD_WORDS_MAX, at, TELLS) && !HABITS.has(verb)
    if (at > 0 && (isTold || (hasCondition && who === "we" && hasWord(words, 0, at - 1, CONDITIONS))))
      return shortForm(who, verb, at + 1, at, at + 1)
  }
  if (hasLaterTime && hasWord(words, 1, 3, ARROWS) && isAgent(words, 0, 1)) return shortForm("named", "visit", 0, 0, 1)
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
      const opens: boolean =
        TASKS.has(textAt(words, start)) || (TASKS.has(textAt(words, end - 1)) && textAt(words, end) !== ",")
      const names: boolean =
        isTask && end - start === 1 && (words[start]?.capital === true || textAt(words, start) === "me")
      taskOf = names && textAt(words, start) !== "me" ? "named" : "i"
      isTask = opens || names
    }
    start = end + 1
  }
  return null
}

/** "Told her we send the new one Thurs"; "told her we open at 8" is so every day. */
const SELVES = wordSet("we i")
const TELLS = wordSet("told adv advised agreed explained said assured promised confirmed informed")
const HABITS = wordSet("open close charge offer accept need work bill go take sell get do deal")
const TOLD_WORDS_MAX = 4
/** "Dean > 41 Marsh Lane, 8-10 Weds". */
const ARROWS = wordSet("> →")

/** "Fee refunded if course cancelled", "provided he signs, deposit released", "if no better, Dr Chopra sees her herself": told in the present for what comes. */
function doneIf(words: readonly Word[]): ShortForm | null {
  const opener = words.findIndex(({ text }) => CONDITIONS.has(text))
  for (let at = 1; at < Math.min(words.length, DONE_IF_MAX); at++) {
    const word = textAt(words, at)
    const base = baseOfParticiple(word)
    if (base !== null && deedOf(base) !== null && !STATED.has(textAt(words, at - 1))) {
      const isThing = textAt(words, at - 2) === "," && THINGS.has(textAt(words, at - 1))
      if (at === opener - 1 || (at > opener && isThing)) return shortForm("company", base, at, at - 1, at)
    }
    const found = at > opener ? doesIf(words, opener, at) : null
    if (found !== null) return found
  }
  return null
}

/** "Nurse sees him", "Steve comes out", "Barry's back out", behind what comes first. */
function doesIf(words: readonly Word[], opener: number, at: number): ShortForm | null {
  const word = textAt(words, at)
  const next = textAt(words, at + 1)
  const isBack = word === "'s" && next === "back"
  if (!isBack && !HIM.has(next)) return null
  const does = isBack ? "visit" : [word, word.slice(0, -1), word.slice(0, -2)].find((base) => deedOf(base) !== null)
  for (let from = Math.max(opener + 1, at - 3); from < at; from++) {
    const before = textAt(words, from - 1)
    const opens = MARKS.has(before) || before === "then"
    if (!opens && from - opener < CONDITION_WORDS_MIN) continue
    const verb = does ?? (opens && word.endsWith("s") ? word.slice(0, -1) : null)
    const form = verb === null ? null : agentForm(words, { from, to: at }, verb, at)
    if (form !== null) return form
  }
  return null
}

const CONDITION_WORDS_MIN = 3 // "if it drips"
const DONE_IF_MAX = 24 // words
const STATED = wordSet("is are was were been be being has have had")
const HIM = wordSet("him her them it a the on out back round over foc free")

/** "[ ] send the leaflet": not done yet. */
function isTicked(words: readonly Word[], start: number): boolean {
  const box = textAt(words, start - 1)
  return box === "☐" || box === "□" || (box === "]" && textAt(words, start - 2) === "[")
}

const CONDITIONS = wordSet("if unless once when provided should on as subject after pending")

/** "Cannot see the order? Checking with Lou": what one stretch denies, another may undertake. */
function isDenied(words: readonly Word[], start: number, end: number): boolean {
  for (let at = start; at < end; at++)
    if (NEGATIONS.has(textAt(words, at)) && textAt(words, at - 1) !== "if") return true
  return false
}

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
        : (onItForm(stretch, at) ?? comingForm(stretch, at) ?? ingForm(stretch, at) ?? promisedForm(stretch, at))
    if (found !== null) return found
  }
  return taskForm(stretch) ?? timedForm(stretch)
}

const SUBJECT_WORDS_MAX = 7

/** "(Pete) to ring her", "crown to be remade", "agreed to refund", "fitter booked to go back", "asked Leo to ring". */
function toForm(words: readonly Word[], start: number, at: number): ShortForm | null {
  const verb = textAt(words, at + 1)
  if (verb === "be") return toBeDone(words, start, at)
  if (verb === "expect") return expected(words, at + 1)
  if (WISHES.has(textAt(words, start))) return null
  const isPledge = OWN_PLEDGES.has(textAt(words, at - 1)) && (verb === "have" || verb === "get")
  if (!isDeedAt(words, at + 1) && !isPledge && !THINGS_DO.has(verb)) return null
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
  const told = THINGS_DO.has(verb) ? toldBefore(words, start, to) : start
  if (from > start && HANDED.has(textAt(words, from - 1))) while (from < to && HANDS.has(textAt(words, from))) from++
  const agent = agentForm(words, { from, to }, verb, at + 1)
  const isThing =
    THINGS_DO.has(verb) &&
    from === start &&
    !hasCustomer(words, told, to) &&
    (words[to - 1]?.capital === false || (to - told === 1 && words[told]?.text.endsWith("s") === true))
  return isThing
    ? shortForm("company", "send", at + 1, told, to)
    : (agent ?? anyoneForm(words, { from, to }, verb, at + 1))
}

/** "Wants someone to ring back". */
const WISHES = wordSet("wants wanted hoping prefers likes expects")

/** "Told him to expect my call", "told her to expect a text off me". */
function expected(words: readonly Word[], at: number): ShortForm | null {
  if (isAgent(words, at + 1, at + 2)) return shortForm("named", "visit", at, at + 1, at + 2)
  for (let next = at + 1; next < at + EXPECTED_WORDS_MAX; next++) {
    const actor = EXPECTED.get(textAt(words, next))
    if (actor !== undefined) return shortForm(actor, "call", at)
  }
  return null
}

const EXPECTED_WORDS_MAX = 7
const EXPECTED: ReadonlyMap<string, "i" | "we" | "someone"> = new Map([
  ["my", "i"],
  ["me", "i"],
  ["our", "we"],
  ["us", "we"],
  ["someone", "someone"],
  ["somebody", "someone"],
])

/** "£25 credit to show next bill". */
const THINGS_DO = wordSet("go come show appear follow arrive ship land")

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
const ASSIGNED = wordSet("going booked due scheduled assigned tasked allocated lined arranged confirmed")
const ASKED = wordSet(
  "asked instructed tasked told getting asking got have passed handed given escalated fwd forwarded assigned left",
)
const HANDS = wordSet("it this that on over to with for")
const HANDED = wordSet("passed handed given escalated fwd forwarded assigned left")

function toBeDone(words: readonly Word[], start: number, at: number): ShortForm | null {
  const base = baseOfParticiple(textAt(words, at + 2))
  if (base === null && PLACES.has(textAt(words, at + 2)) && hasWord(words, start, at, THINGS))
    return shortForm("company", "send", at + 1, start, at)
  if (base === null || STATES.has(base) || WISHES.has(textAt(words, at - 1)) || textAt(words, at - 1) === "asked")
    return null
  return shortForm(doerOf(words, at + 2), base, at + 2, start, at)
}

/** "Refund to be with cust by 9th". */
const PLACES = wordSet("with w in back on out ready")
const STATES = wordSet(
  "see find know need expect consider use confirm advise believe hope determine assume say tell require",
)
