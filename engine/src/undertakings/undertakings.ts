import type { UndertakingModel } from "../promises/setting.ts"
import { agentIn } from "./agent.ts"
import { BIAS, LIKELY_FROM, WEIGHTS } from "./note-weights.ts"
import { kindAt } from "./kinds.ts"
import { textAt, wordSet } from "../words.ts"
import type { Seen } from "./traits.ts"
import { oddsOf, signsOf, weightsIn } from "./weighing.ts"
import type { Weights } from "./weighing.ts"
import { whenSaid } from "./when-said.ts"

/** Finds in notes what is undertaken in a form that no rule knows: a linear model over words, kinds of words and clauses. */
export const undertakings: UndertakingModel = {
  undertakes: (sentence, isNote) => {
    if (!isNote || isDone(sentence) || oddsOf(sentence, weights()) <= LIKELY_FROM) return null
    const found = agentIn(sentence)
    return found === null ? null : { ...found, signs: signsOf(sentence, weights()) }
  },
  whenSaid,
}

/** "Fitted both hitches and towed the trailer once round it": it begins with what was done, and nothing is still to come. */
function isDone({ words, clauses, times }: Seen): boolean {
  if (/^(?:was|were)$/.test(textAt(words, 1)) && textAt(words, 0).endsWith("ing")) return true // "ordering was done online"
  if (words.some((_, at) => SOLVED.test(textAt(words, at)) && kindAt(words, at + 1) === "PAST") && clauses.length === 0)
    return true
  const begins = kindAt(words, 0)
  if ((begins !== "DONE" && begins !== "PAST") || times.length + clauses.length > 0) return false
  return !AGREES.has(textAt(words, 0)) && words.every(({ text }) => !AHEAD.test(text))
}

const SOLVED = /^(?:they|he|she)$/ // "passed on Tuesday, they solved it"
const AGREES = wordSet(
  "agreed promised offered assured arranged undertook committed said told advised accepted pencilled booked",
)
const AHEAD = /^(?:to|back|next|when|if|then|soon|asap|tbc)$|ing$/

let read: Weights | null = null

/** Read when first asked for, so that whoever loads this does not wait for it. */
function weights(): Weights {
  return (read ??= weightsIn(BIAS, WEIGHTS))
}
