import { hasWord, textAt, wordSet } from "../words.ts"
import type { Word } from "../words.ts"
import { shortForm } from "./short-form.ts"
import type { ShortForm } from "./short-form.ts"
import { baseOfIng, deedOf, mayBeDeed, owesNothing } from "./verbs.ts"

/** What is said in a talk while it is done: "checking with the kitchen", "one moment while I look", "a second to pull that up". */
export function talkForm(words: readonly Word[], hasLaterTime: boolean): ShortForm | null {
  for (let at = 0; at < words.length - 1; at++) {
    const form = whileForm(words, at) ?? ingForm(words, at, hasLaterTime)
    if (form === "none") return null
    if (form !== null) return form
  }
  return null
}

/** "bear with me while I check", "one moment while we pull it up", "give me a second to find it". */
function whileForm(words: readonly Word[], at: number): ShortForm | null {
  const word = textAt(words, at)
  if (word === "while" || word === "whilst") {
    const who = words[at + 1]?.text
    if (who !== "i" && who !== "we") return null
    const verbAt = SMALL.has(textAt(words, at + 2)) ? at + 3 : at + 2
    const verb = textAt(words, verbAt)
    return mayBeDeed(verb) && verb !== "have" ? { ...shortForm(who, verb, verbAt, at + 1, at + 2), kind: "now" } : null
  }
  if (word !== "to" || !MOMENTS.has(textAt(words, at - 1)) || !hasWord(words, 0, at, ASKS_TIME)) return null
  const verb = textAt(words, at + 1)
  return !mayBeDeed(verb) || verb === "get" ? null : { ...shortForm("i", verb, at + 1), kind: "now" }
}

const SMALL = wordSet("just quickly 'll go 'm will")
export const MOMENTS = wordSet("moment second sec minute min mo tick bit moments seconds minutes")
const ASKS_TIME = wordSet("me us bear hold hang need one")

/** "checking with the kitchen", "just pulling that up"; "none" where the words tell or ask something else. */
function ingForm(words: readonly Word[], at: number, hasLaterTime: boolean): ShortForm | "none" | null {
  const word = textAt(words, at)
  if (!word.endsWith("ing") || !LEADS.has(words[at - 1]?.text ?? ",")) return null
  const base = baseOfIng(word)
  const next = textAt(words, at + 1)
  const doesIt = base === "do" && OBJECTS.has(next) && hasWord(words, at, words.length, AT_ONCE)
  if (base === null || (NOT_AT_ONCE.has(base) && !doesIt) || owesNothing(base) || NO_OBJECTS.has(next)) return null
  if (deedOf(base) === null && !(OBJECTS.has(next) && hasWord(words, at, words.length, AT_ONCE))) return null
  if (hasWord(words, at, words.length, TELLS) || hasWord(words, 0, at, SUBJECTS)) return "none"
  return { ...shortForm("i", base, at), kind: hasLaterTime ? "later" : "now" }
}

const LEADS = wordSet(", . ! ; : – — - just now ok okay sec moment second and brb sure yes yep right mo on cool np")
const NOT_AT_ONCE = wordSet(
  "call write contact go do get have come help assist use read say speak talk ask hop look-forward hope wait include regard concern follow accord depend start begin consider exclude assume provide",
)
const NO_OBJECTS = wordSet("forward for like at")
const OBJECTS = wordSet("it that this them your ur the you u a")
const AT_ONCE = wordSet("you u ur now speak")
const TELLS = wordSet(
  "will would can is are was were cost costs mean means require requires takes may might should have has",
)
const SUBJECTS = wordSet("is are was were you your be 's 're 'm")
