import { hasWord, textAt, wordSet } from "../words.ts"
import type { Word } from "../words.ts"
import { THEM } from "./customers.ts"
import { hasCustomer, isAgent } from "./note-agents.ts"
import { isDeedAt } from "./note-stretch.ts"
import type { Stretch } from "./note-stretch.ts"
import { OTHERWISE } from "./note-timed.ts"
import { takesBareObject, takesObject } from "./objects.ts"
import { shortForm } from "./short-form.ts"
import type { ShortForm } from "./short-form.ts"
import { deedOf, owesNothing } from "./verbs.ts"

/** "Action: email the lease", "Follow up next week", "Ring Mr Shaw tomorrow". */
export function taskForm(stretch: Stretch): ShortForm | null {
  const { words, start, end, hasLaterTime, hasCondition, isTask, taskOf } = stretch
  const asked = askedForm(stretch)
  if (asked !== null) return asked
  let at = start
  const isOwn = isTask || textAt(words, start) === "must"
  while (at < end && LEADS.has(textAt(words, at))) at++
  const verb = textAt(words, at)
  if (verb === "owe" || verb === "owed") return oweForm(words, at)
  if (textAt(words, start) === "we" && at === start + 1 && isDeedOfToday(words, at))
    return shortForm("we", verb, at, start, at)
  if (isOwn && (isDeedAt(words, at) || verb === "find")) return shortForm(taskOf, verb, at)
  if (
    isTask &&
    hasLaterTime &&
    end - at > 1 &&
    end - at <= OUTPUT_WORDS_MAX &&
    !hasWord(words, at, end, OTHERWISE) &&
    !hasCustomer(words, at, end)
  )
    return shortForm(taskOf, "send", at)
  if (
    hasLaterTime &&
    start === 0 &&
    OUTPUTS.has(verb) &&
    end - at <= OUTPUT_WORDS_MAX &&
    deedOf(textAt(words, at + 1)) === null
  )
    return hasWord(words, at, end, DONE) ? null : shortForm("i", "send", at)
  if (!(hasLaterTime || hasCondition)) return isPlainTask(stretch, at) ? shortForm("i", verb, at) : null
  if (!TASK_VERBS.has(verb)) return isJotted(stretch, at) ? shortForm("i", verb, at) : null
  const isOpen = takesBareObject(words, at + 1) || textAt(words, at + 1) === "if"
  const isLast = hasCondition && start > 0 && at === start
  return (at + 1 < end ? isOpen : isLast) && !hasWord(words, start, end, ASKING) ? shortForm("i", verb, at) : null
}

/** "Jo - pls ring Mr Reed": who of ours is asked by name. */
function askedForm({ words, start, end }: Stretch): ShortForm | null {
  for (let at = start; at < Math.min(end, start + 3); at++) {
    if (!PLEASE.has(textAt(words, at))) continue
    const to = at > start ? at : start - 1
    const name = textAt(words, to - 1)
    if (words[to - 1]?.capital !== true || name === "id" || name.endsWith("ly") || textAt(words, to) === ".")
      return null
    const isOurs = isAgent(words, to - 1, to) && isDeedAt(words, at + 1) && !TO_US.has(textAt(words, at + 2))
    return isOurs ? shortForm("named", textAt(words, at + 1), at + 1, to - 1, to) : null
  }
  return null
}

const PLEASE = wordSet("pls please plz u")
const TO_US = wordSet("us me back")

/** "Chase Hargreaves for the ironmongery", "no ans; text her": verbs that no note tells a fact with. */
function isPlainTask({ words, start, end }: Stretch, at: number): boolean {
  if (at !== start) return false
  if (start > 0 && THEM.has(textAt(words, at + 1)) && TASK_VERBS.has(textAt(words, at))) return true
  if (words[at]?.capital !== true || !PLAIN_TASKS.has(textAt(words, at))) return false
  const next = words[at + 1]
  const isName = (next?.capital === true || (next?.text === "to" && words[at + 2]?.capital === true)) && at + 1 < end
  if (TALKS.has(textAt(words, at))) return isPerson(words, at + 1, end)
  return (isName || takesObject(words, at + 1)) && !hasWord(words, start, end, ASKING)
}

/** "Email Mrs Boyd", "Ask Dave re tiles"; not "Email Address". */
function isPerson(words: Stretch["words"], at: number, end: number): boolean {
  const from = textAt(words, at) === "to" ? at + 1 : at
  return (
    TITLES.has(textAt(words, from)) ||
    (words[from]?.capital === true && hasWord(words, from + 1, Math.min(end, from + 3), ABOUT))
  )
}

const TALKS = wordSet("email call phone ask speak")
const TITLES = wordSet("mr mrs ms miss dr")
const ABOUT = wordSet("re about for to if whether w with back")
const PLAIN_TASKS = wordSet(
  "escalate email call phone ask speak chase arrange send confirm remind notify inform tell prepare organise organize ring review sort fix remove obtain deliver collect investigate",
)

/** "We post cheque", "we take back the tins": not "we close at 5". */
function isDeedOfToday(words: readonly Word[], at: number): boolean {
  const verb = textAt(words, at)
  return isDeedAt(words, at) && deedOf(verb) !== null && !OF_EVERY_DAY.has(verb) && takesBareObject(words, at + 1)
}

/** What a house always does. */
const OF_EVERY_DAY = wordSet(
  "close open ship deliver offer sell supply make charge do have get go use accept stock keep run start ask put set",
)

/** "Measure the window for him Tues": an opening verb with its object; nobody is asked to do it. */
function isJotted({ words, start, end, hasLaterTime }: Stretch, at: number): boolean {
  if (!hasLaterTime || at !== start || hasWord(words, start, end, ASKING)) return false
  if (words[at]?.capital !== true && start === 0) return false
  const verb = textAt(words, at)
  if (deedOf(verb) === null || owesNothing(verb) || AMBIGUOUS.has(verb)) return false
  return (
    takesObject(words, at + 1) ||
    (PLAIN_TASKS.has(verb) && !OTHERWISE.has(textAt(words, at + 1)) && takesBareObject(words, at + 1))
  )
}

/** As much past as to come. */
const AMBIGUOUS = wordSet("put set let read cut shut fit beat cost hit use leave")

const ASKING = wordSet("please pls plz me us your you kindly")

/** "Owe him a call back". */
function oweForm(words: readonly Word[], at: number): ShortForm | null {
  const isOurs = textAt(words, at - 1) === "we"
  return hasWord(words, at + 1, at + 6, OWED)
    ? shortForm(isOurs ? "we" : "i", "call", at, isOurs ? at - 1 : at, at)
    : null
}

const OWED = wordSet(
  "call callback call-back reply answer email mail letter refund quote quotation estimate credit ring text visit report update",
)
/** "Quote for the bakery this pm": what a desk makes, with nothing but a time. */
const OUTPUTS = wordSet("quote reply estimate draft answer quotation write-up callback")
const OUTPUT_WORDS_MAX = 8
const DONE = wordSet(
  "sent given done made received is was were has had from by issued accepted declined went rejected emailed posted expired",
)
const LEADS = wordSet("1 2 3 4 5 ) self and then so also now must just i we")
const TASK_VERBS = wordSet(
  "escalate call ring phone email text chase follow send post try retry recall redial check update speak arrange order contact write ping message msg visit confirm revert again",
)
