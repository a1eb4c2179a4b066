import { hasWord, textAt, wordSet } from "../words.ts"
import type { Word } from "../words.ts"
import { CUSTOMERS, hasCustomer } from "./note-agents.ts"
import { isMoving, isOwnSpeaker, THINGS } from "./note-stretch.ts"
import type { Stretch } from "./note-stretch.ts"
import { shortForm } from "./short-form.ts"
import type { ShortForm } from "./short-form.ts"

/** "promised a callback", "agreed full refund", "Quote promised by Fri", "call back booked 4pm", "cb Tues". */
export function promisedForm({ words, start, end, hasLaterTime, hasCondition }: Stretch, at: number): ShortForm | null {
  const word = textAt(words, at)
  if (word === "promised" || word === "arranged" || word === "agreed") {
    const thing = thingAfter(words, at + 1, end)
    if (thing !== null && isOwnSpeaker(words, start, at))
      return shortForm("i", thing === "refund" ? "refund" : "call", at)
    if (
      word === "promised" &&
      isOwnSpeaker(words, start, at) &&
      hasWord(words, at + 1, Math.min(end, at + 6), ARTICLES)
    )
      return shortForm(textAt(words, at - 1) === "we" ? "we" : "i", "give", at)
  }
  if (!(hasLaterTime || hasCondition) || hasCustomer(words, start, at)) return null
  if (at === start && BACK_CALLS.has(word) && !ASKS_FOR.has(textAt(words, at + 1))) return shortForm("i", "call", at)
  if (at > start && BOOKED.has(word) && hasWord(words, start, at, THINGS))
    return shortForm("company", "call", at, start, at)
  if (at > start && GOES.has(word) && isMoving("go", textAt(words, at + 1)) && !hasWord(words, start, at, CUSTOMERS))
    return words[at - 1]?.capital === true && at - start === 1 ? null : shortForm("company", "send", at, start, at)
  return null
}

const GOES = wordSet("goes comes ships")
const BACK_CALLS = wordSet("c/b cb callback call-back f/u r/b rb tcb r/c")
const ASKS_FOR = wordSet("requested req req'd wanted from not")
const BOOKED = wordSet("booked arranged scheduled set due promised agreed confirmed")
function thingAfter(words: readonly Word[], from: number, end: number): string | null {
  for (let at = from; at < Math.min(end, from + 4); at++) {
    const word = textAt(words, at)
    if (THINGS.has(word) || word === "credit" || word === "call") return word
    if (!SIZES.has(word)) return null
  }
  return null
}

const ARTICLES = wordSet("a an new free full")
const SIZES = wordSet(
  "a an the full part partial free new another 2nd second goodwill gw them her him cust customer half",
)
