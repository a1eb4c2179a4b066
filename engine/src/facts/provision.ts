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
