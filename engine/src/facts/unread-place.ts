import type { Unit } from "./context.ts"
import { mayBeName } from "./may-be-name.ts"
import { textAt } from "../words.ts"

/** "to Dundee": a place was told, though it is not known in which country or zone it lies. */
export function isUnreadPlace(dimension: string, units: readonly Unit[]): boolean {
  if (!PLACE.test(dimension)) return false
  return units.some(
    ({ tokens, nearness }) =>
      nearness >= 0.6 &&
      tokens.some((token, at) => mayBeName(token) && /^(?:to|in|for|from|near|at)$/.test(textAt(tokens, at - 1))),
  )
}

const PLACE = /country|destination|region|area|route|city|location|zone|state|where|island/i
