import type { Place } from "./find-claims.ts"
import type { Said, Value } from "./value.ts"
import { textAt } from "../words.ts"

/** "Free if you keep $500 in it": the price of nought stands under a condition, so the condition is what is compared. */
export function withoutCondition(place: Place): readonly Said[] {
  const { clause } = place
  const denied = clause.values.filter(({ from }) => NOT.test(textAt(clause.tokens, from - 1)))
  if (denied.length > 0) return clause.values.filter((said) => !denied.includes(said)) // "it's not 30 days"
  if (!clause.values.some(({ value }) => isFree(value)) || clause.values.length < 2) return clause.values
  const isSome = clause.values.some(({ value }) => value.kind === "count" && value.max > 1)
  if (!isSome && !clause.tokens.some(({ text }) => CONDITION.test(text))) return clause.values
  return clause.values.filter(({ value }) => !isFree(value))
}

const CONDITION =
  /^(?:if|once|when|from|over|above|keep|spend|reaches|orders?|long|least|until|within|drops?|exceeds?)$/

function isFree(value: Value): boolean {
  return value.kind === "money" && value.isFree === true
}

const NOT = /^(?:not|isn't|aren't|wasn't|n't)$/
