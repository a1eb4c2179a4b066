import { textAt, wordSet } from "../words.ts"
import type { Word } from "../words.ts"
import { CUSTOMERS } from "./customers.ts"
import { isName, NOT_NAMES, subjectKind } from "./subject-kind.ts"

const BOUNDARIES =
  wordSet(`, ; : ( ) " “ ” – — - . ! ? ... … but so because cause cos if whether when while as since although though where once until before after unless that or then
   and think hope believe guess says said say told know which advised adv advd expl inf explained agreed promised confirmed informed assured mentioned hopes thinks & + assure promise • *`)
const OBJECTS = wordSet("him them me us")
const SKIPPED = wordSet(
  "just also certainly definitely personally now both all either always really probably hopefully however gladly have 've actually still",
)
const SUBJECT_WORDS_MAX = 14

/** Word indexes of the subject that ends before word `at`; empty when there is none. */
export function subjectBefore(words: readonly Word[], at: number): { readonly from: number; readonly to: number } {
  let to = at
  while (to > 0 && SKIPPED.has(textAt(words, to - 1))) to--
  let from = to
  if (textAt(words, to - 1) === "that") return { from: to - 1, to }
  while (
    from > 0 &&
    to - from < SUBJECT_WORDS_MAX &&
    !BOUNDARIES.has(textAt(words, from - 1)) &&
    !isOwnVerb(words, from - 1) &&
    !isObject(words, from - 1)
  ) {
    from--
    const word = textAt(words, from)
    if (word === "one" && textAt(words, from + 1) === "of") break
    if (
      (PRONOUNS.has(word) && !isDepartment(words, from)) ||
      (DETERMINERS.has(word) && !INSIDE.has(textAt(words, from - 1)))
    )
      break
  }
  if (to - from > 1 && words[to - 1]?.capital === true && PRONOUNS.has(textAt(words, from)))
    while (from < to && words[to - 1]?.capital === true && words[from]?.capital !== true) from++
  if (textAt(words, from) === "who" && to - from === 1) return antecedent(words, from)
  if (
    to - from > 1 &&
    words[to - 1]?.capital === true &&
    (THEY.has(textAt(words, from)) || IFS.has(textAt(words, from - 1)))
  )
    from = to - 1
  while (from < to && FILLERS.has(textAt(words, from)) && MARKS.test(words[from - 1]?.text ?? ".")) from++
  return from === to ? appositionBefore(words, to) : includeJoined(words, from, to)
}

/** Words of assent and greeting that open a line: "np will sort it". */
const FILLERS = wordSet(
  "k kk yh ya nw thx ty np ok okay sure yep yup yes yeah thanks ta cool great alright sorry noted understood perfect hi hiya hello cheers lol haha hmm ah oh um uh er no nope fine lovely brill right apologies",
)
const MARKS = /^[.,;:!?–—-]$/

/** A noun phrase begins at its article, unless that hangs on a preposition inside it: "the rest of the order". */
const DETERMINERS = wordSet("the a an my our your this these those")
const INSIDE = wordSet("of in from at on for to with by and or under all both half")

/** "Jill in billing, who will", "one of our fitters who will": of whom "who" speaks, when that is one of ours. */
function antecedent(words: readonly Word[], who: number): { readonly from: number; readonly to: number } {
  const to = textAt(words, who - 1) === "," ? who - 1 : who
  for (let from = to - 1; from >= Math.max(0, to - 6); from--) {
    const first = words[from]
    if (first === undefined || BOUNDARIES.has(first.text)) break
    const isName = first.capital && !DETERMINERS.has(first.text)
    const opens = isName
      ? words[from - 1]?.capital !== true
      : MINE.has(first.text) || (to < who && ARTICLES.has(first.text))
    if (!opens) continue
    const kind = subjectKind(words, from, to)
    if (kind === "named" || kind === "someone") return { from, to }
  }
  return { from: who, to: who + 1 }
}

/** "what happens is [one of us] will", but "[whoever is on shift] will". */
function isOwnVerb(words: readonly Word[], at: number): boolean {
  return BE.has(textAt(words, at)) && !RELATIVES.has(textAt(words, at - 1))
}

const BE = wordSet("is was are were am")
const RELATIVES = wordSet("who whoever which that whichever")

const MINE = wordSet("my our one someone somebody another")
const ARTICLES = wordSet("the a an")

/** "told her Dave", "told cust manager": the one who was told is not part of who will. */
function isObject(words: readonly Word[], at: number): boolean {
  const word = textAt(words, at)
  if (textAt(words, at - 1) === "of") return false
  if (isToldByName(words, at)) return true
  if ((CUSTOMERS.has(word) || word === "her") && TOLD.has(textAt(words, at - 1))) return true
  return OBJECTS.has(word) || (word === "her" && words[at + 1]?.capital === true)
}

/** "Told Mrs Ito confirmation would", "told Mr Falk someone will": the name ends where a small letter goes on. */
function isToldByName(words: readonly Word[], at: number): boolean {
  if (words[at]?.capital !== true || words[at + 1]?.capital !== false) return false
  let from = at
  while (words[from - 1]?.capital === true && !TOLD.has(textAt(words, from - 1))) from--
  return TITLES.has(textAt(words, from)) && TOLD.has(textAt(words, from - 1))
}

const TITLES = wordSet("mr mrs ms miss dr")
const TOLD = wordSet("told tell adv advised informed assured promised reassured warned . /")

/** "somebody from IT". */
function isDepartment(words: readonly Word[], at: number): boolean {
  return textAt(words, at) === "it" && words[at]?.capital === true && OF.has(textAt(words, at - 1))
}

const OF = wordSet("from in our at with the of")

/** "If you're short of hands Tom will": a name behind a clause. */
const THEY = wordSet("you he she they it")
const IFS = wordSet("if unless when once")

const PRONOUNS = wordSet("i we you he she they it someone somebody u who which there what")

/** "Sam, our chef, will", "Ana (accounts) will": the name before the aside. */
function appositionBefore(words: readonly Word[], to: number): { readonly from: number; readonly to: number } {
  const close = words[to - 1]?.text
  if (close !== "," && close !== ")") return { from: to, to }
  const open = close === "," ? "," : "("
  for (let at = to - 2; at > Math.max(0, to - 10); at--) {
    if (textAt(words, at) !== open) continue
    const inner = words[at + 1]
    if (open === "(" && at + 3 === to && inner?.capital === true && !NOT_NAMES.has(inner.text))
      return { from: at + 1, to: at + 2 }
    const name = words[at - 1]
    if (name === undefined || !name.capital || !isName(words, at - 1, at)) return ownBefore(words, at, to)
    const first = words[at - 2]?.capital === true && isName(words, at - 2, at) ? at - 2 : at - 1
    return { from: first, to: at }
  }
  return { from: to, to }
}

/** "our tuner, Mr Ferrante, is": the role before the name. */
function ownBefore(words: readonly Word[], comma: number, to: number): { readonly from: number; readonly to: number } {
  const own = subjectBefore(words, comma)
  const isOurs = own.from < own.to && subjectKind(words, own.from, own.to) === "named"
  return isOurs ? own : { from: to, to }
}

/** "Priya and I", "my colleague and I": the names before "and" belong to the subject. */
function includeJoined(
  words: readonly Word[],
  from: number,
  to: number,
): { readonly from: number; readonly to: number } {
  const first = words[from]
  const pair = pairBefore(words, from, to)
  if (pair !== null) return pair
  if (!ANDS.has(textAt(words, from - 1)) || first?.text !== "i" || to - from !== 1)
    return startOfSomeone(words, from, to)
  const before = words[from - 2]
  const isPerson = before !== undefined && (before.capital ? !NOT_NAMES.has(before.text) : WITH_ME.has(before.text))
  const mine = words[from - 3]?.text
  const start = from - (mine === "my" || mine === "our" || mine === "the" ? 3 : 2)
  const opens = start === 0 || BOUNDARIES.has(textAt(words, start - 1)) || FILLERS.has(textAt(words, start - 1))
  return isPerson && opens ? { from: start, to } : { from, to }
}

/** "Nils and his crew", "our joiner and the plasterer": whoever opens the sentence, or the part after a mark, is first of the two. */
function pairBefore(
  words: readonly Word[],
  from: number,
  to: number,
): { readonly from: number; readonly to: number } | null {
  if (!ANDS.has(textAt(words, from - 1)) || PRONOUNS.has(textAt(words, from))) return null
  let start = from - 1
  while (start > 0 && from - start <= PAIRED_WORDS_MAX && !BOUNDARIES.has(textAt(words, start - 1))) start--
  if (start === from - 1 || (start > 0 && !MARKS.test(textAt(words, start - 1)))) return null
  if (FILLERS.has(textAt(words, start))) start++
  return start < from - 1 && subjectKind(words, start, from - 1) === "named" ? { from: start, to } : null
}

const ANDS = wordSet("and & n")
const PAIRED_WORDS_MAX = 5
const WITH_ME = wordSet("team colleague colleagues boss manager wife husband partner")

/** "someone from our trust & safety team": takes back what a boundary word cut off. */
function startOfSomeone(
  words: readonly Word[],
  from: number,
  to: number,
): { readonly from: number; readonly to: number } {
  if (
    from === to ||
    !(textAt(words, from - 1) === "&" || textAt(words, from - 1) === "and" || textAt(words, from - 1) === "-")
  )
    return { from, to }
  for (let at = from - 1; at > Math.max(-1, from - 7); at--) {
    const word = textAt(words, at)
    if (word === "someone" || word === "somebody" || (word === "one" && textAt(words, at + 1) === "of"))
      return { from: at, to }
    if (word === "," || word === ".") break
  }
  return { from, to }
}
