import { hasWord, phraseAt, textAt, wordSet } from "../words.ts"
import type { Word } from "../words.ts"
import { doerOf } from "./doer.ts"
import { agentForm, hasCustomer, isAgent, toldBefore } from "./note-agents.ts"
import type { Subject } from "./note-agents.ts"
import { isMoving, OUTSIDE, THINGS } from "./note-stretch.ts"
import type { Stretch } from "./note-stretch.ts"
import { takesBareObject, takesObject } from "./objects.ts"
import { shortForm } from "./short-form.ts"
import type { ShortForm } from "./short-form.ts"
import { subjectKind } from "./subject-kind.ts"
import { baseOfIng, baseOfParticiple, deedOf, isDeedVerb, isService, owesNothing } from "./verbs.ts"

/** "Nadia on it", "On the case". */
export function onItForm({ words, start, end }: Stretch, at: number): ShortForm | null {
  if (textAt(words, at) !== "on") return null
  const isCase = textAt(words, at + 1) === "the" && textAt(words, at + 2) === "case"
  if (!isCase && (!ON_WHAT.has(textAt(words, at + 1)) || at + 2 < end)) return null
  if (at === start) return shortForm("i", "handle", at)
  const to = IS.has(textAt(words, at - 1)) ? at - 1 : at
  return agentForm(words, { from: start, to }, "handle", at)
}

/** "Duty mgr on way up", "hard copy following", "reversal in hand": what is on its way is not there. */
export function comingForm({ words, start, end }: Stretch, at: number): ShortForm | null {
  if (at === start || !COMES.has(textAt(words, at)) || !COMING.test(phraseAt(words, at, Math.min(4, end - at))))
    return null
  const to = IS.has(textAt(words, at - 1)) ? at - 1 : at
  const from = toldBefore(words, start, to)
  if (hasCustomer(words, from, to) || hasWord(words, from, to, OUTSIDE) || hasWord(words, 0, to, WAS)) return null
  if (hasWord(words, 0, words.length, SAYS) || isFromThem(words, at, end)) return null
  if (subjectKind(words, from, to) === "outsider") return null
  const isThing = textAt(words, at) === "in" || textAt(words, at + 1) === "its" || hasWord(words, from, to, THINGS)
  const agent = isThing ? null : agentForm(words, { from, to }, "visit", at)
  return agent ?? (to - from > THING_WORDS_MAX ? null : shortForm("company", "send", at, from, to))
}

/** "Parcel in post from her". */
function isFromThem(words: readonly Word[], at: number, end: number): boolean {
  for (let next = at; next < end; next++)
    if (textAt(words, next) === "from" && hasCustomer(words, next + 1, next + 2)) return true
  return false
}

const COMES = wordSet("on in following en")
const COMING =
  /^(?:on (?:(?:its|the|their|his|her) )?way|en route|in (?:hand|(?:\S+ )?(?:'s )?post)|following(?: (?:in|by|later|separately|shortly|tomorrow)\b.*)?$)/
const SAYS = wordSet("says said reckons claims thinks assured")
const WAS = wordSet("was were")
const THING_WORDS_MAX = 5

const IS = wordSet("is are am 's 'm 're")

const ON_WHAT = wordSet("it this")

const SUBJECT_WORDS_MAX = 6

/** "Crew returning 5pm", "Replacement going out Mon", "emailing quote tomorrow". */
export function ingForm(stretch: Stretch, at: number): ShortForm | null {
  const { words, start, end, hasLaterTime } = stretch
  const word = textAt(words, at)
  if (!word.endsWith("ing") || at - start > SUBJECT_WORDS_MAX) return null
  const base = baseOfIng(word)
  if (base === null || NO_ING.has(base) || hasCustomer(words, start, at) || hasWord(words, start, at, OUTSIDE))
    return null
  if (base === "ask" && textAt(words, at + 1) === "for") return null
  if (at > start && BEFORE_NO_DEED.has(textAt(words, at - 1))) return null
  const done = word === "being" ? baseOfParticiple(textAt(words, at + 1)) : null
  if (done !== null) return !isDeedVerb(done) ? null : shortForm(doerOf(words, at + 1), done, at + 1, start, at)
  const isComing = at + 1 === end && (base === "come" || base === "go")
  if (!hasLaterTime && (isComing || isMoving(base, textAt(words, at + 1))))
    return at > start && (hasWord(words, start, at, THINGS) || hasWord(words, start, at, FRESH))
      ? shortForm("company", "send", at, start, at)
      : null
  if (!hasLaterTime) return workerForm(stretch, base, at)
  if (isMoving(base, textAt(words, at + 1))) {
    if (at === start) return deedOf(base) === null ? null : shortForm("company", base, at)
    if (subjectKind(words, start, at) === "outsider") return null
    const to = IS.has(textAt(words, at - 1)) ? at - 1 : at
    return shortForm(isAgent(words, start, to) ? "named" : "company", base, at, start, to)
  }
  const isDeed = deedOf(base) !== null ? !owesNothing(base) : isDeedVerb(base) && takesObject(words, at + 1)
  if (base === "attend" ? at === start : !isDeed) return null
  if (at === start) return shortForm("i", base, at)
  if (start === 0 && at === 1 && deedOf(base) === "other" && !actsOn(words, at + 1)) return null
  if (start === 0 && at === 1 && NO_HANDS.has(base)) return null
  return agentForm(words, { from: start, to: at }, base, at)
}

const FRESH = wordSet("new another fresh spare second one")

/** What boilers and printers do of themselves. */
const NO_HANDS = wordSet("lock print stop start run turn switch show block freeze read charge make drain pump trip")

/** "Femi picking up the tickets", "scanning images to the lab", "squeezing her in": one of ours is at it, and it is not done. */
function workerForm({ words, start, end }: Stretch, base: string, at: number): ShortForm | null {
  const next = textAt(words, at + 1)
  if (base === "get" && next === "back") return workForm(words, { from: start, to: at }, "get-back", at)
  if (base === "have" ? !LOOKS.has(textAt(words, at + 2)) : base === "get" && !isMadeToDo(words, at + 1)) return null
  const isAll = at === start && at + 1 === end && isService(base) && !CUSTOMERS_OWN.has(base)
  const goesOn = isAll || actsOn(words, at + 1) || (!CALLS_ABOUT.has(base) && takesBareObject(words, at + 1))
  if (!goesOn || owesNothing(base) !== (base === "have") || NO_WORK.has(base) || NO_HANDS.has(base)) return null
  if (at > start) return workForm(words, { from: start, to: at }, base, at)
  if (hasWord(words, at, at + FINITE_WORDS_MAX, FINITE)) return null
  const isOurs = !CUSTOMERS_OWN.has(base) || hasWord(words, at, at + 6, FOR_THEM)
  const isOpen = isDeedVerb(base) && (THEIRS.has(next) || takesObject(words, at + 1))
  return isOurs && (deedOf(base) !== null || isOpen) ? shortForm("i", base, at) : null
}

/** The same, of somebody who is named. */
function workForm(words: readonly Word[], subject: Subject, base: string, at: number): ShortForm | null {
  const form = agentForm(words, subject, base, at)
  if (form === null || form.actor === "i" || form.actor === "we") return null
  const isRole = at - subject.from > 1 && words[at - 1]?.capital === false
  return deedOf(base) !== null || (isRole && isDeedVerb(base)) ? form : null
}

const THEIRS = wordSet("him her them cust")
/** "During", "regarding" are no deeds, and a meeting is no word of ours. */
const NO_ING = wordSet("meet dur regard pay sell")

/** "Upgrading it will save you money". */
const FINITE_WORDS_MAX = 7
const FINITE = wordSet("will would is are was were can could may might has have had")
/** "Having a look". */
const LOOKS = wordSet("look word chat")

/** "Getting it recoded", "getting Dave to ring her". */
function isMadeToDo(words: readonly Word[], at: number): boolean {
  for (let next = at + 1; next < at + 4; next++)
    if (textAt(words, next) === "to" || baseOfParticiple(textAt(words, next)) !== null)
      return takesObject(words, at) || words[at]?.capital === true
  return false
}

/** "Looking into it", "liaising with Dee". */
function actsOn(words: readonly Word[], at: number): boolean {
  return takesObject(words, at) || TOWARDS.has(textAt(words, at))
}

const TOWARDS = wordSet("with w into for to up a an")
/** What customers ring about: "chasing refund". */
const CALLS_ABOUT = wordSet("chase check query ask report request change book order cancel follow claim look update")
/** "Returning it, too small": what the customer does as well. */
const CUSTOMERS_OWN = wordSet(
  "return send bring cancel order book call ring tell say drop collect pick switch buy sell pay move hold",
)
const FOR_THEM = wordSet("him her them cust out foc free new replacement another")
const NO_WORK = wordSet(
  "go come try use see take say speak leave keep help join follow work open close carry build cut set serve support consider include allow lose",
)

const BEFORE_NO_DEED = wordSet(
  "is are was were be been not no about for of re after before without while from by on at since keep stop started",
)
