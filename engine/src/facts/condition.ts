import type { Place } from "./find-claims.ts"
import { saysFree } from "./value.ts"
import type { Said } from "./value.ts"
import { textAt } from "../words.ts"

/** "Free if you keep $500 in it": the price of nought stands under a condition, so the condition is what is compared. */
export function withoutCondition(place: Place): readonly Said[] {
  const { clause } = place
  const denied = clause.values.filter(({ from }) => isDenied(place, from))
  if (denied.length > 0) return clause.values.filter((said) => !denied.includes(said)) // "it's not 30 days"
  if (!clause.values.some(({ value }) => saysFree(value)) || clause.values.length < 2) return clause.values
  const isSome = clause.values.some(({ value }) => value.kind === "count" && value.max > 1)
  if (!isSome && !clause.tokens.some(({ text }) => CONDITION.test(text))) return clause.values
  return clause.values.filter(({ value }) => !saysFree(value))
}

const CONDITION =
  /^(?:if|once|when|from|over|above|keep|spend|reaches|orders?|long|least|until|within|drops?|exceeds?)$/

/** "not 30 days", "doesn't cost €90", "no longer €55", "instead of $90": what it is not. */
function isDenied({ clause: { tokens } }: Place, from: number): boolean {
  const before = textAt(tokens, from - 1)
  const earlier = textAt(tokens, from - 2)
  const verb = before === "for" || before === "to" ? from - 2 : from - 1
  if (VERB.test(textAt(tokens, verb)) && NEGATED.test(`${textAt(tokens, verb - 2)} ${textAt(tokens, verb - 1)}`))
    return true
  if (before === "for" && textAt(tokens, from - 3) === "too") return true // "too small for four"
  if (/^(?:to|for|into)$/.test(before) && BOUND.test(earlier) && NOT.test(textAt(tokens, from - 3))) return true // "isn't tied to a year"
  return NOT.test(before) || (before === "longer" && earlier === "no") || INSTEAD.test(`${earlier} ${before}`)
}

const BOUND = /^(?:tied|bound|committed|locked|signed)$/
const VERB = /^(?:cost|come|run|last|take|weigh|have)$/
const NEGATED = /(?:^| )(?:doesn't|don't|didn't|(?:does|do|did) not)$/
const INSTEAD = /^(?:instead of|rather than|down from|up from|used to|reduced from)$/
const NOT = /^(?:not|isn't|aren't|wasn't|n't)$/
