import type { Option } from "./amount-options.ts"
import type { Words } from "./amount-traits.ts"
import type { Unit } from "./context.ts"
import type { Entry } from "./entry.ts"
import type { Match } from "./match.ts"

/** What was worked out of a clause and what is around it. */
type Kept = {
  readonly units: readonly Unit[]
  near?: ReadonlyMap<string, number>
  candidates?: readonly Entry[]
  matches?: readonly Match[]
  words?: Words
  options?: readonly Option[]
}

const NONE: Kept = { units: [] }
let last = NONE

/** Every kind of claim asks for the same of one clause after another: it is worked out once. */
export function keptOf(units: readonly Unit[]): Kept {
  if (last.units !== units) last = { units }
  return last
}

/** A message that was read leaves none of its words behind. */
export function forgetClause(): void {
  last = NONE
}
