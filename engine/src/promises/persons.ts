import { hasWord, phraseAt, textAt, wordSet } from "../words.ts"
import { isCraft } from "./crafts.ts"
import { takesBareObject, takesObject } from "./objects.ts"
import { deedWords, isFollowedBy, READER } from "./reading.ts"
import type { Reading } from "./reading.ts"
import { isAbstract } from "./subject-kind.ts"
import type { Undertaker } from "./undertaking.ts"
import { isDeedVerb } from "./verbs.ts"

/** "the caretaker will ring you", "dave will pop round": who does such a thing is a person, whatever the word. */
export function actsLikePerson(reading: Reading): boolean {
  const { clause, words } = reading
  const { from, to } = clause.subject
  if (clause.voice !== "active" || from === to || to - from > 5) return false
  if (
    clause.modal === "should" ||
    isAbstract(textAt(words, to - 1)) ||
    hasWord(words, from, to, NO_PERSONS) ||
    THEIRS.has(textAt(words, from))
  )
    return false
  if (!/^\p{L}/u.test(textAt(words, from))) return false
  if (clause.known && takesObject(words, clause.verbAt + 1) && isDeedVerb(clause.verb)) {
    if (isCraft(textAt(words, to - 1)) && textAt(words, from) === "the") return true
    if (OURS.has(textAt(words, from)) && isFollowedBy(reading, TOWARDS)) return true
  }
  if (clause.verb === "visit" && textAt(words, clause.verbAt) === "be" && textAt(words, from) === "the") return false
  if (textAt(words, clause.verbAt - 1) === "and" && COMES.has(textAt(words, clause.verbAt - 2))) return true
  if (!PERSONAL.has(clause.verb)) return false
  if (reading.setting.isNote && takesBareObject(words, clause.verbAt + 1)) return true
  return (
    REACHING.has(clause.verb) ||
    isFollowedBy(reading, TOWARDS) ||
    (clause.verb === "come" && COMES_TO.test(deedWords(reading, 9)))
  )
}

/** "The landlady will come and reset it". */
const COMES = wordSet("come pop go")

/** "Her brother will measure up". */
const THEIRS = wordSet("his her their")

/** "bex is going to do your colour": where names have no capitals, a lone word that acts on what is the reader's is one. */
export function isLonePerson({ clause, words, setting, hasLaterTime }: Reading): boolean {
  const { from, to } = clause.subject
  const name = words[from]
  if (!(setting.isTalk || setting.isNote) || to - from !== 1 || name === undefined || !clause.known) return false
  if (clause.modal !== "will" && clause.modal !== "going" && !(clause.modal === "progressive" && hasLaterTime))
    return false
  if (
    !/^[a-z]{2,}$/.test(name.text) ||
    name.capital ||
    (!ONE.test(textAt(words, clause.modalAt)) && PLURAL.test(name.text)) ||
    /(?:ing|ed|ance|ity)$/.test(name.text) ||
    isAbstract(name.text) ||
    LIFELESS.has(name.text)
  )
    return false
  if (clause.verb === "come" && hasLaterTime && COMES_TO.test(phraseAt(words, clause.verbAt, 9))) return true
  return !OF_THINGS.has(clause.verb) && hasWord(words, clause.verbAt + 1, clause.verbAt + 3, READER)
}

const OURS = wordSet("our my")
const ONE = /^(?:is|'s)$/
const PLURAL = /(?:[^aeiou]|e)s$/
/** What things do for somebody as well. */
const OF_THINGS = wordSet(
  "give show make cover include take allow let help reach cost tell see get have support serve bring start open",
)
const LIFELESS = wordSet(
  "i u im ill it this that what which nothing everything something they you we all both payment credit work post stock traffic delivery shipping cover insurance water power heat light paint glue time money cash tax rent",
)

/** "A saddler will ring you" names nobody. */
export function personOf({ clause, words }: Reading): Undertaker {
  return UNNAMED.has(textAt(words, clause.subject.from)) ? "someone" : "named"
}

const UNNAMED = wordSet("a an another some")

const PERSONAL = wordSet(
  `call ring phone telephone buzz email e-mail text msg write contact visit come pop drop bring collect deliver fix mend repair look check ask speak talk meet measure
   install swap pick chase book arrange reply respond post send get-back follow-up find-out reach-out come-back fetch carry sew bake inspect`,
)
export const REACHING = wordSet(
  "call ring phone telephone email e-mail text contact visit fix mend repair install collect deliver measure inspect",
)
const TOWARDS = wordSet("you your u ur round over")
/** "dave is coming tomorrow to look at it". */
const COMES_TO =
  /\b(?:to|and) (?:look|fix|see|check|sort|mend|repair|fit|install|measure|collect|pick|do|have a look|take|[a-z]+ (?:it|them|this|that|the|your|ur|a|an|everything))\b/
const NO_PERSONS = wordSet(
  `aim plan goal intention policy idea it this that these those which what there letter email e-mail mail link page form system guide manual app machine note report file website site bot course section
   list order parcel package delivery refund payment money message update version software computer program part parts box bag bill invoice price everything all
   nothing something anything rain weather train bus flight plane car bike total amount time date day week work job project company market law rule rules`,
)
