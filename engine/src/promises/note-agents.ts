import { hasWord, textAt, wordSet } from "../words.ts"
import type { Word } from "../words.ts"
import { isCraft } from "./crafts.ts"
import { THEM } from "./customers.ts"
import { OUTSIDE, THINGS } from "./note-stretch.ts"
import { shortForm } from "./short-form.ts"
import type { ShortForm } from "./short-form.ts"
import { subjectKind } from "./subject-kind.ts"
import { baseOfIng, baseOfParticiple, deedOf, owesNothing } from "./verbs.ts"

/** Word indexes of who does it, end exclusive. */
export type Subject = { readonly from: number; readonly to: number }

/** Who is to do it, when that is one of ours. */
export function agentForm(
  words: readonly Word[],
  { from, to }: Subject,
  verb: string,
  verbAt: number,
): ShortForm | null {
  if (from >= to || to - from > 6 || hasCustomer(words, from, to)) return null
  const last = textAt(words, to - 1)
  if (last === "me") return textAt(words, verbAt - 1) === "to" ? shortForm("i", verb, verbAt, to - 1, to) : null
  const kind = subjectKind(words, from, to)
  if (kind === "i" || kind === "we" || kind === "someone") return shortForm(kind, verb, verbAt, from, to)
  return isAgent(words, from, to) ? shortForm("named", verb, verbAt, from, to) : null
}

/** "SENCo or dep to meet her", "school to send invite": whoever is to do what people do for people, if no customer, is one of ours. */
export function anyoneForm(
  words: readonly Word[],
  { from, to }: Subject,
  verb: string,
  verbAt: number,
): ShortForm | null {
  const deed = deedOf(verb)
  if (deed === null || (deed === "other" && !FOR_PEOPLE.has(verb)) || to - from > 3) return null
  for (let at = from; at < to; at++) {
    const word = textAt(words, at)
    if (NO_AGENTS.has(word) || NO_DOERS.has(word) || !/^[a-z][a-z'-]+(?<!ed|ing|ly|able|tion)$/.test(word)) return null
  }
  if (
    from === to ||
    hasCustomer(words, from, to) ||
    hasWord(words, from, to, THINGS) ||
    hasWord(words, from, to, OUTSIDE)
  )
    return null
  return subjectKind(words, from, to) === "outsider" ? null : shortForm("named", verb, verbAt, from, to)
}

const FOR_PEOPLE = wordSet("visit meet check look chase review arrange")
const NO_DOERS = wordSet(
  "time way need chance option request reason best late early likely unlikely willing not likes tries right easy number address link ok okay us me it and for about if off back mr mrs",
)

/** Whether the customer, or one of theirs, is named there. */
export function hasCustomer(words: readonly Word[], from: number, to: number): boolean {
  return hasWord(words, from, to, THEM)
}

/** A role ("manager", "our fitter"), a name ("Ms Rourke (conveyancing)"), a team. */
export function isAgent(words: readonly Word[], from: number, to: number): boolean {
  const open = words.findIndex((word, at) => at > from && at < to && word.text === "(")
  const end = open > 0 ? open : to
  const last = words[end - 1]
  if (last === undefined || NO_AGENTS.has(textAt(words, from)) || isTold(words, from, end)) return false
  if (open < 0 && CUSTOMER_TITLES.has(textAt(words, from))) return false
  const kind = subjectKind(words, from, end)
  if (kind === "named" || kind === "outsider") return kind === "named"
  if (AGENTS.test(last.text) || (isCraft(last.text) && end - from <= 3)) return true
  return (
    last.capital && end - from <= 3 && words.slice(from, end).every((word) => word.capital || TITLES.has(word.text))
  )
}

/** "Said to leave it": a deed that opens the note with its capital. */
function isTold(words: readonly Word[], from: number, to: number): boolean {
  const word = textAt(words, from)
  const base = baseOfParticiple(word) ?? baseOfIng(word)
  return to - from === 1 && (TELLS.has(word) || (base !== null && (deedOf(base) !== null || owesNothing(base))))
}

const TELLS = wordSet("said sent put gave took made kept says tells tried threatening")

/** People with a title are mostly customers, unless a department stands behind them. */
export const CUSTOMER_TITLES = wordSet("mr mrs ms miss")
const AGENTS =
  /^(?:team|mgr|crew|gang|lead|sec|ops|devs?|security|stores|yard|tech|colleague|office|reception|workshop|accounts|billing|boss|dr|warehouse|depot|lads|guys|girls|sales|dispatch|lab|kitchen|eng|branch|maintenance|logistics|finance|bookings|admin|support|desk|room|control|compliance|procurement|purchasing|fulfilment|aftersales|marketing|underwriting|despatch|dept|department)$/
const TITLES = wordSet("& . of mr mrs ms dr")
/** Opening words of a note with a capital that are no names. */
const NO_AGENTS = wordSet(
  `declined refused advised asked told wanted wants tried hoped planned offered agreed promised called rang phoned emailed wrote visited came went failed forgot managed decided happy able unable
   ready keen free welcome sorry glad sure pleased needs has had ok nothing due used going offering how what where when which why explained apologised looking likes prefers rung spoke left`,
)

/** Where what was told begins: "cust advised | £25 credit", "told her | £25 credit". */
export function toldBefore(words: readonly Word[], start: number, to: number): number {
  let at = to
  while (at > start && !TOLD.has(textAt(words, at - 1))) at--
  return at > start && hasCustomer(words, at, at + 1) ? at + 1 : at
}

const TOLD = wordSet("told adv advised explained informed")
