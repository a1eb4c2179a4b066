import { hasWord, textAt, wordSet } from "../words.ts"
import type { Word } from "../words.ts"
import { hasCustomer } from "./note-agents.ts"
import { isMoving, isOwnSpeaker, THINGS } from "./note-stretch.ts"
import type { Stretch } from "./note-stretch.ts"
import { shortForm } from "./short-form.ts"
import type { ShortForm } from "./short-form.ts"

/** "promised a callback", "agreed full refund", "Quote promised by Fri", "call back booked 4pm", "cb Tues". */
export function promisedForm({ words, start, end, hasLaterTime, hasCondition }: Stretch, at: number): ShortForm | null {
  const word = textAt(words, at)
  if (word === "promised" || word === "arranged" || word === "agreed") {
    const actor = textAt(words, at - 1) === "we" ? "we" : "i"
    const thing = thingAfter(words, at + 1, end)
    if (thing !== null && isOwnSpeaker(words, start, at))
      return shortForm(actor, thing === "refund" ? "refund" : "call", at)
    if (
      word === "promised" &&
      isOwnSpeaker(words, start, at) &&
      hasWord(words, at + 1, Math.min(end, at + 6), ARTICLES)
    )
      return shortForm(actor, "give", at)
  }
  if (!(hasLaterTime || hasCondition) || hasCustomer(words, start, at)) return null
  if (word === "eta" && hasLaterTime && at + 1 < end && !hasCustomer(words, 0, start))
    return shortForm("company", "arrive", at, start, at)
  if (at === start && BACK_CALLS.has(word) && !ASKS_FOR.has(textAt(words, at + 1))) return shortForm("i", "call", at)
  if (at > start && BOOKED.has(word) && (hasWord(words, start, at, THINGS) || isBookedWork(words, start, at)))
    return shortForm("company", "call", at, start, at)
  if (at > start && GOES.has(word) && isMoving("go", textAt(words, at + 1)) && !hasCustomer(words, start, at))
    return words[at - 1]?.capital === true && at - start === 1 ? null : shortForm("company", "send", at, start, at)
  return null
}

/** "Glazing booked Tues", "new hob arranged for Fri": whatever it is, unless it is of the customer's own doing. */
function isBookedWork(words: readonly Word[], start: number, at: number): boolean {
  if (at - start > 3 || hasWord(words, start, at, NO_WORK)) return false
  const first = textAt(words, start)
  return (
    textAt(words, at) === "booked" && (first.endsWith("ing") || words[start]?.capital === false) && /^[a-z]/.test(first)
  )
}

const NO_WORK = wordSet(
  "that this it 's holiday holidays flight flights table room hotel leave wedding party trip he she they who already has have was is been not had we i just last appt ticket tickets",
)
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
