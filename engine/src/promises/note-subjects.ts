import type { Span } from "../review-format.ts"
import { hasWord, textAt, wordSet } from "../words.ts"
import type { Word } from "../words.ts"
import type { Clause } from "./clauses.ts"
import { THEM } from "./customers.ts"
import type { Setting } from "./setting.ts"
import { CUSTOMER_TITLES, isAgent } from "./note-agents.ts"
import { subjectKind } from "./subject-kind.ts"
import { owesNothing } from "./verbs.ts"

/** "Escalated to tier 2, they'll ring him", "With Karim now, he'll sort": whom the case was handed to is one of ours. */
export function isHandedOn(words: readonly Word[], from: number, to: number, { previous }: Setting): boolean {
  if (to - from !== 1 || !THIRD_PERSONS.has(textAt(words, from))) return false
  if (from === 0 && previous === HANDED_ON) return true
  for (let at = from - 1; at >= 0; at--) {
    if (!TOWARDS.has(textAt(words, at))) continue
    const who = textAt(words, at + 1) === "/" ? at + 2 : at + 1
    let end = who
    while (end < from && !MARKS.has(textAt(words, end))) end++
    if (OUTSIDE.has(textAt(words, end - 1)) || subjectKind(words, who, end) === "outsider") return false
    if (hasWord(words, 0, at, HANDED)) return true
    return textAt(words, at) !== "to" && isAgent(words, who, textAt(words, end - 1) === "now" ? end - 1 : end)
  }
  return hasWord(words, 0, from, HANDED) && textAt(words, from) === "they"
}

/** "Passed to Dilys. She'll be in touch": a sentence that gives the case away; "emailed the form to her" does not. */
export function isHandingOn(text: string, { start, end }: Span): boolean {
  const [opening = "", ...rest] = text.slice(start, end).toLowerCase().match(WORD) ?? []
  if (!HANDED.has(opening) || !rest.some((word) => TOWARDS.has(word))) return false
  return !rest.some((word) => THEM.has(word) || CUSTOMER_TITLES.has(word))
}

const WORD = /[a-z][a-z'/]*/g

/** What a note tells just before: that the case is another's now. */
export const HANDED_ON = "handed on"
export const THIRD_PERSONS = wordSet("he she they")
const TOWARDS = wordSet("to with w w/")
const MARKS = wordSet(", . ; : ( ) - – — and who")
const HANDED = wordSet(
  "left escalated passed fwd forwarded referred ref handed logged transferred emailed asked raised over given assigned allocated sent flagged copied cc'd",
)
const OUTSIDE = wordSet("him her them cust customer client tenant pt")

/** "If no joy will send engineer", "once dry will fit it": the writer leaves out who, and no comma parts the two. */
export function isBareAfterCondition(
  { subject, known, modal, modalAt, verb, voice, negated }: Clause,
  words: readonly Word[],
): boolean {
  const { from, to } = subject
  if (from === to || to !== modalAt || !known || negated || voice !== "active" || owesNothing(verb)) return false
  if (modal !== "will" && modal !== "can") return false
  if (OPENERS.has(textAt(words, from - 1)) && to - from > 1 && ITS_OWN.has(textAt(words, from))) return true
  const opens = OPENERS.has(textAt(words, from))
  if (!opens && (!OPENERS.has(textAt(words, from - 1)) || isAgent(words, from, to))) return false
  if (hasWord(words, from, to, THEM) || hasWord(words, from, to, OTHERS)) return false
  return words.slice(opens ? from + 1 : from, to).every(({ capital }) => !capital)
}

/** "If it turns up will text": the pronoun has a verb of its own. */
const ITS_OWN = wordSet("it he she they that this")
const OPENERS = wordSet("if once unless when after pending assuming provided")
const OTHERS = wordSet("i we someone somebody it this that")

/** "Cust to send photos, then Mick will quote", "told him to drop it in and I'll rebill": the customer is to do something first. */
export function followsCustomersPart(words: readonly Word[], until: number): boolean {
  if (!JOINTS.has(textAt(words, until - 1))) return false
  const isThen = textAt(words, until - 1) === "then"
  if (isThen && AWAITS.has(textAt(words, 0)) && hasWord(words, 1, until, CUSTOMERS_PART)) return true
  for (let at = 1; at < until - 1; at++) {
    if (textAt(words, at) !== "to" || !THEM.has(textAt(words, at - 1))) continue
    if (
      at === 1 ||
      TOLD.has(textAt(words, at - 2)) ||
      MARKS.has(textAt(words, at - 2)) ||
      ARTICLES.has(textAt(words, at - 2))
    )
      return true
  }
  return false
}

const JOINTS = wordSet("then and & so ,")
/** "Awaiting photos, then I can raise it". */
const CUSTOMERS_PART = wordSet(
  "photo photos pic pics form forms docs paperwork payment deposit po signature ok approval confirmation consent details cust his her their",
)
const AWAITS = wordSet("awaiting waiting pending need needs")
const TOLD = wordSet("told tell asked adv advised")
const ARTICLES = wordSet("the")

/** "Maintenance aware, will attend", "Chef informed re allergy, will speak to guest": the one who was told of it will. */
export function isOfOpening(words: readonly Word[], modalAt: number): boolean {
  if (!JOINTS.has(textAt(words, modalAt - 1))) return false
  for (let at = 1; at < Math.min(OPENING_WORDS_MAX, modalAt - 1); at++)
    if (INFORMED.has(textAt(words, at))) return isAgent(words, 0, at)
  return false
}

const OPENING_WORDS_MAX = 6
const INFORMED = wordSet(
  "informed aware dealing notified briefed alerted tasked instructed handling looking investigating assigned advised",
)

/** "Flagged to duty mgr who will ring": of whom "who" speaks. */
export function isWhoOfOurs(words: readonly Word[], who: number): boolean {
  for (let from = who - 1; from >= Math.max(0, who - WHO_WORDS_MAX); from--) {
    const opens = TOWARDS.has(textAt(words, from - 1)) || words[from]?.capital === true
    if (opens && !hasWord(words, from, who, OUTSIDE) && isAgent(words, from, who)) return true
  }
  return false
}

const WHO_WORDS_MAX = 4
