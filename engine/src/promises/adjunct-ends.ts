import { textAt, wordSet } from "../words.ts"
import type { Word } from "../words.ts"
import { undertakesBy } from "./clauses.ts"
import { takesObject } from "./objects.ts"
import { subjectBefore } from "./subject.ts"
import { deedOf, isDeedVerb } from "./verbs.ts"

/**
 * Where what began at `opener` ends, its words from `from` on: at the next mark, or where the main clause begins or goes on
 * ("[once I'm back] we'll ring", "I'll ring [once I'm back] and let you know", "[after lunch] to measure it").
 */
export function endOfAdjunct(words: readonly Word[], opener: number, from: number): number {
  const follows = hasMainBefore(words, opener)
  const isWhole = WHOLE.has(textAt(words, opener))
  for (let at = from; at < words.length; at++) {
    const word = textAt(words, at)
    if (ENDS.has(word)) return at
    if (follows && ANDS.has(word) && goesOn(words, from, at + 1)) return at
    if (follows && word === "to" && isPurpose(words, at)) return at
    if (at === from && !isWhole) continue
    if ((word === "if" || word === "unless") && textAt(words, at - 1) !== "and") return at
    if (REASONS.has(word)) return at
    if (OWN_MAIN.has(word) && (MODALS.test(textAt(words, at + 1)) || isDoingSo(words, at + 1)))
      return textAt(words, at - 1) === "and" ? at - 1 : at
    if (at > from + 1 && (MAIN_MODALS.has(word) || (word === "is" && textAt(words, at + 1) === "going"))) {
      const main = subjectBefore(words, at).from
      if (main > (isWhole ? from : from + 1) && main < at) return main
    }
  }
  return words.length
}

/** "I'm going to merge it". */
function isDoingSo(words: readonly Word[], at: number): boolean {
  return AM.test(textAt(words, at)) && textAt(words, at + 1).endsWith("ing")
}

const AM = /^(?:'m|'re|am|are)$/
const ENDS = wordSet(", ; : — – . ! ? then")
const OWN_MAIN = wordSet("i we then")
const MODALS = /^(?:'ll|will|shall|can|'d)$/
const MAIN_MODALS = wordSet("will 'll shall wo gets")
/** They are followed by all that they need: "on my return". */
const WHOLE = wordSet("on upon with given in failing pending without following weather stock space")
const ANDS = wordSet("and & n +")
/** What follows tells why, or of what, no longer when. */
const REASONS = wordSet("so because cos but re")

/** "I'll ring [when I'm back]": the adjunct stands behind its clause. */
function hasMainBefore(words: readonly Word[], opener: number): boolean {
  for (let at = opener - 1; at >= Math.max(0, opener - MAIN_WORDS_MAX); at--) {
    const word = textAt(words, at)
    if (word === "." || word === "!" || word === "?" || word === ";") return false
    if (undertakesBy(word) !== undefined) return true
  }
  return false
}

const MAIN_WORDS_MAX = 40 // a main clause further back is another

/** "… and let you know", "… and will send it": the main clause again, unless the reader is the one who does both. */
function goesOn(words: readonly Word[], from: number, at: number): boolean {
  const word = textAt(words, at)
  if (GOES_ON.has(word)) return true
  if (deedOf(word) === null && !(isDeedVerb(word) && takesObject(words, at + 1))) return false
  const isReaders = READERS.has(textAt(words, from))
  return !isReaders || READERS.has(textAt(words, at + 1)) || textAt(words, at + 1) === "back"
}

const GOES_ON = wordSet("will 'll then also shall")
const READERS = wordSet("you u they he she")

/** "after lunch to measure the window"; not "when I get to it", "when I'm able to check". */
function isPurpose(words: readonly Word[], at: number): boolean {
  const verb = textAt(words, at + 1)
  if (deedOf(verb) === null && !(isDeedVerb(verb) && takesObject(words, at + 2))) return false
  return !LEADS_ON.has(textAt(words, at - 1))
}

const LEADS_ON = wordSet(
  "able ready going want wants need needs have has had get gets round around got used willing free due like likes allowed begin begins start starts agree agrees agreed decide decides decided chance time how wish wishes prefer choose ask asks asked is are try tries manage manages plan plans happy 've",
)
