import { conceptOf } from "./concepts.ts"
import { LIGHT } from "./light-words.ts"
import type { Token } from "./tokens.ts"
import { textAt } from "../words.ts"

/** Whether all it says is that a thing is to be had: "offered", "dispensed", "issued". Of such a thing it is enough that one gets it. */
export function isProvision(concepts: readonly string[], names: ReadonlySet<string>): boolean {
  return concepts.every((concept) => LIGHT.has(concept) || names.has(concept) || PROVISION.has(concept))
}

const PROVISION: ReadonlySet<string> = new Set(
  "provided offered sold stocked supplied issued served dispensed given taught treated carried placed supported handled"
    .split(" ")
    .map(conceptOf)
    .filter((concept) => concept !== ""),
)

/** "We deliver to your door", of delivery: what we do is the thing itself. */
export function isOurDeed(tokens: readonly Token[], names: ReadonlySet<string>): boolean {
  let at = tokens.findIndex(({ text }) => text === "we" || text === "we'll")
  if (at < 0) return false
  do at++
  while (BETWEEN.test(textAt(tokens, at)))
  return names.has(tokens[at]?.concept ?? "")
}

const BETWEEN = /^(?:can|do|don't|also|even|still|always|never|gladly|happily|will|'ll|not|no|longer|only|just)$/

/** "Helmets can't be worn over caps", "nuts can cause allergies": what is done with a thing that is to be had, or what it does, says nothing of having it. */
export function doesElse(tokens: readonly Token[], told: ReadonlySet<string>): boolean {
  const modal = tokens.findIndex(
    ({ text }, at) => MODAL.test(text) || (/^ha(?:s|ve)$/.test(text) && textAt(tokens, at + 1) === "to"),
  )
  if (modal < 0 || tokens.some(({ text }) => US.test(text))) return false
  let at = modal + 1
  while (BESIDE.test(textAt(tokens, at))) at++
  const { kind, text = "", concept = "" } = tokens[at] ?? {}
  if (kind !== "word" || told.has(concept) || PROVISION.has(concept)) return false
  return !(PERSON.test(textAt(tokens, modal - 1)) ? HAS : IS_HAD).test(text)
}

const MODAL = /^(?:can|can't|cannot|may|must|mustn't|should|shouldn't|shall)$/
const US = /^we(?:'|$)/ // whatever we can do with it, we provide
const BESIDE = /^(?:not|also|even|still|always|only|just|easily|to|be)$/
const PERSON = /^(?:you|they|i|one|guests?|customers?|members?|everybody|everyone|anyone)$/
const HAS =
  /^(?:get|have|take|buy|order|borrow|hire|rent|bring|use|expect|do|find|see|arrange|give|let|help|send|put|come|ask|request|choose|book)$/
const IS_HAD =
  /^(?:had|got|bought|ordered|borrowed|hired|rented|found|arranged|requested|booked|brought|added|done|come|seen)$/
