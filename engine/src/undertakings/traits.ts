import type { Clause } from "../promises/clauses.ts"
import { deedOf, owesNothing } from "../promises/verbs.ts"
import type { FoundTime } from "../review-format.ts"
import { textAt, wordSet } from "../words.ts"
import type { Word } from "../words.ts"
import { EDGE, kindAt, OPEN_KINDS } from "./kinds.ts"

/** A sentence as the model sees it. */
export type Seen = {
  readonly words: readonly Word[]
  readonly clauses: readonly Clause[]
  readonly times: readonly FoundTime[]
}

/** Told of one trait: a word alone, a pair of neighbours, or two things that a clause says. */
export type Meet = (first: string, second: string) => void

/** Meets every trait of a sentence, as often as it stands there, and returns how many places there were. */
export function meetTraits(seen: Seen, meet: Meet): number {
  return meetWords(seen, meet) + meetClauses(seen, meet)
}

/** Words, words beside one another, and their kinds beside one another; a time is one word. */
function meetWords({ words, times }: Seen, meet: Meet): number {
  let [count, next, before, kindBefore] = [0, 0, EDGE, EDGE]
  for (let at = 0; at <= words.length; at++) {
    const word = words[at]
    while (word !== undefined && (times[next]?.end ?? Infinity) <= word.start) next++
    const time = word === undefined ? undefined : times[next]
    const isTime = word !== undefined && time !== undefined && word.start >= time.start
    if (isTime && word.start > time.start) continue
    const kind = isTime ? (time.kind === "vague" ? "SOON" : "TIME") : kindAt(words, at)
    const text = word === undefined || kind === "NUMBER" ? kind : word.text
    const shown = OPEN_KINDS.has(kind) ? text : kind
    meet(text, ALONE)
    if (kind !== text) meet(kind, ALONE)
    meet(before, shown)
    if (before !== kindBefore || shown !== kind) meet(kindBefore, kind)
    before = shown
    kindBefore = kind
    count++
  }
  return count
}

const ALONE = "_"

/** Who, by which word, does what: "NAME will_deed". */
function meetClauses({ words, clauses }: Seen, meet: Meet): number {
  for (const { subject, modal, verb, voice, negated } of clauses) {
    const who = subject.from === subject.to ? EDGE : kindAt(words, subject.to - 1)
    const deed = `${negated ? "not_" : ""}${deedOf(verb) !== null ? "deed" : owesNothing(verb) ? "state" : "verb"}`
    meet(modal, `${deed}_${voice}`)
    meet(who, `${modal}_${deed}`)
    meet(modal, `${verb}_`)
    for (let at = subject.from - 1; at >= Math.max(0, subject.from - SAID_WORDS_MAX); at--)
      if (SAYS.has(textAt(words, at))) meet("said", `${who}_${modal}`)
  }
  return clauses.length
}

const SAID_WORDS_MAX = 4 // "told her that one of us will"
const SAYS = wordSet(
  "said told says promised agreed assured reassured explained advised informed confirmed adv advd expl tells tell say relayed",
)
