import { CUSTOMERS } from "../promises/customers.ts"
import { CUSTOMER_TITLES } from "../promises/note-agents.ts"
import { undertakesBy } from "../promises/clauses.ts"
import { isCraft } from "../promises/crafts.ts"
import { baseOfIng, baseOfParticiple, deedOf, owesNothing } from "../promises/verbs.ts"
import { perWord } from "../known-word.ts"
import { wordSet } from "../words.ts"
import type { Word } from "../words.ts"

/** What a word is, in capitals ("CUSTOMER", "MODAL", "TIME"); a little word is its own kind. */
export type Kind = string

/** The kind of word `at`: a capital within a sentence makes a name. Marks end where a capital tells nothing. */
export function kindAt(words: readonly Word[], at: number): Kind {
  const word = words[at]
  if (word === undefined) return EDGE
  const kind = word.place < 0 ? kindOf(word.text) : keptKind(word.place)
  return word.capital && at > 0 && MAY_BE_NAME.has(kind) && !ENDS.has(words[at - 1]?.text ?? ".") ? NAME : kind
}

/** Before the first word and behind the last. */
export const EDGE = "EDGE"
export const NAME = "NAME"

/** Kinds that say little of a word, so that the word itself stands beside its neighbours. */
export const OPEN_KINDS: ReadonlySet<Kind> = new Set("WORD DOES DOING DONE DEED MODAL STATE ING PAST".split(" "))

const MAY_BE_NAME: ReadonlySet<Kind> = new Set("WORD DOES DEED STATE ING PAST DOING DONE".split(" "))
const ENDS = wordSet(". ! ? :")

const keptKind = perWord(kindOf, EDGE)

function kindOf(text: string): Kind {
  if (/\d/.test(text)) return "NUMBER"
  if (/^[.!?]$/.test(text)) return "STOP"
  if (/^[-–—:;]$/.test(text)) return "DASH"
  if (LITTLE.has(text) || !/\p{L}/u.test(text)) return text
  if (NEGATIONS.has(text)) return "NOT"
  const modal = undertakesBy(text)
  if (modal !== undefined && modal !== "be" && modal !== "plan" && modal !== "let") return "MODAL"
  if (CUSTOMERS.has(text)) return "CUSTOMER"
  if (CUSTOMER_TITLES.has(text)) return "TITLE"
  return isCraft(text) ? "CRAFT" : verbKind(text)
}

function verbKind(text: string): Kind {
  const ing = baseOfIng(text)
  if (ing !== null) return deedOf(ing) === null ? "ING" : "DOING"
  const past = baseOfParticiple(text)
  if (past !== null) return deedOf(past) === null ? "PAST" : "DONE"
  if (deedOf(text) !== null) return "DEED"
  if (text.endsWith("s") && deedOf(text.slice(0, -1)) !== null) return "DOES"
  return owesNothing(text) ? "STATE" : "WORD"
}

const NEGATIONS = wordSet("not n't never cannot nt no nobody nothing")
const LITTLE = wordSet(
  `i we you he she they it me us him her them my our your his their who what which that this these those if when once unless until till before after by
   for to of in on at from with and or but so because as is are was were be been being am 's 're 'm 've has have had do does did the any all a an there
   here then now just also said says told tell`,
)
