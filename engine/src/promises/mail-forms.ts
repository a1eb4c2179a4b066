import { hasWord, phraseAt, textAt, wordSet } from "../words.ts"
import type { Word } from "../words.ts"
import { isDeedAt } from "./note-stretch.ts"
import { shortForm } from "./short-form.ts"
import type { ShortForm } from "./short-form.ts"
import { isName } from "./subject-kind.ts"
import { baseOfIng, baseOfParticiple, isCourtesy, isDeedVerb, mayBeDeed } from "./verbs.ts"

/** Short undertakings of letters and mail: "Dana to send it by Friday", "Happy to run it if nobody else can", "Noted, adding it". */
export function mailForm(words: readonly Word[], hasLaterTime: boolean, hasCondition: () => boolean): ShortForm | null {
  return (
    (hasLaterTime ? assigned(words) : null) ??
    (WILLING.has(textAt(words, 0)) && hasCondition() ? offered(words) : null) ??
    answered(words) ??
    toBeDone(words)
  )
}

const NAMES_MAX = 5 // "Dana, Ikram and Jo"

/** "Dana and Ikram to send the list by Friday". */
function assigned(words: readonly Word[]): ShortForm | null {
  let at = 0
  while (at < NAMES_MAX && textAt(words, at) !== "to") {
    const isJoint = JOINTS.has(textAt(words, at))
    if (isJoint ? at === 0 : !isName(words, at, at + 1)) return null
    at++
  }
  const verb = textAt(words, at + 1)
  if (at === 0 || textAt(words, at) !== "to") return null
  return isDeedAt(words, at + 1) || verb === "own" ? shortForm("named", verb, at + 1, 0, at) : null
}

const JOINTS = wordSet("and & , /")

/** "Happy to run the demo if nobody else can": an offer with a deed, taken up when the condition holds. */
function offered(words: readonly Word[]): ShortForm | null {
  const verb = textAt(words, 2)
  if (textAt(words, 1) !== "to" || !mayBeDeed(verb) || isCourtesy(verb) || TALKS.has(verb)) return null
  return shortForm("i", verb, 2)
}

const WILLING = wordSet("happy glad")
const TALKS = wordSet("discuss talk speak chat answer hear meet explain advise have get take see go do be try consider")

/** "Noted, adding it to the agenda", "Thanks - sorting that". */
function answered(words: readonly Word[]): ShortForm | null {
  let at = 0
  while (at < ASSENTS_MAX && (ASSENTS.has(textAt(words, at)) || MARKS.has(textAt(words, at)))) at++
  const word = textAt(words, at)
  if (at < 2 || !word.endsWith("ing") || !MARKS.has(textAt(words, at - 1))) return null
  const base = baseOfIng(word) ?? ""
  if (!isDeedVerb(base) || !OBJECTS.has(textAt(words, at + 1))) return null
  if (hasWord(words, at, words.length, FINITE)) return null
  const isNow = NOW.test(phraseAt(words, at, 8))
  return { ...shortForm("i", base, at), kind: isNow ? "now" : "later" }
}

/** "Minutes to be sent round by Abi". */
function toBeDone(words: readonly Word[]): ShortForm | null {
  const at = words.findIndex(({ text }) => text === "to")
  const base = baseOfParticiple(textAt(words, at + 2))
  if (at < 1 || at > THING_WORDS_MAX || textAt(words, at + 1) !== "be" || base === null || !isDeedVerb(base))
    return null
  if (hasWord(words, 0, words.length, FINITE) || hasWord(words, 0, at, NO_THINGS)) return null
  return shortForm("company", base, at + 2, 0, at)
}

const THING_WORDS_MAX = 5
const NO_THINGS = wordSet(
  "needs need needed want wants like hope hoping , please how what where when who has have had ought used seems likely due going asked told required able ready not i you we he she they it this that",
)

const ASSENTS_MAX = 6
const ASSENTS = wordSet(
  "noted thanks thank you ok okay sure agreed understood yes right great good point catch fair enough perfect got it will do no problem worries sorry apologies makes sense",
)
const MARKS = wordSet(", . ! - – — ; :")
const OBJECTS = wordSet("it that this them these those you the your both all a an now")
const FINITE = wordSet("is are was were will would can could should may might has have 's 're")
const NOW =
  /^(?:forwarding|attaching|enclosing|copying|looping|pasting|sharing|sending (?:it|them|that|this) (?:over )?(?:now|here|below|with this))\b/
