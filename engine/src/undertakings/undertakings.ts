import type { UndertakingModel } from "../promises/setting.ts"
import { agentIn } from "./agent.ts"
import { BIAS, LIKELY_FROM, WEIGHTS } from "./note-weights.ts"
import { oddsOf, weightsIn } from "./weighing.ts"
import type { Weights } from "./weighing.ts"

/** Finds in notes what is undertaken in a form that no rule knows: a linear model over words, kinds of words and clauses. */
export const undertakings: UndertakingModel = (sentence) =>
  oddsOf(sentence, weights()) > LIKELY_FROM ? agentIn(sentence) : null

let read: Weights | null = null

/** Read when first asked for, so that whoever loads this does not wait for it. */
function weights(): Weights {
  return (read ??= weightsIn(BIAS, WEIGHTS))
}
