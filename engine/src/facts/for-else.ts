import type { Place } from "./find-claims.ts"
import { LIGHT } from "./light-words.ts"
import { SLIGHT } from "./slight-words.ts"
import { textAt } from "../words.ts"

/** "For a rabbit", of what is known for dogs; "no report is needed for water damage", of thefts: for, on or with what the fact knows nothing of. */
export function isForElse(
  { tokens, values }: Place["clause"],
  { all }: { readonly all: ReadonlySet<string> },
): boolean {
  return tokens.some(({ kind, capital, concept }, at) => {
    if (kind !== "word" || capital || concept === "" || all.has(concept) || LIGHT.has(concept) || SLIGHT.has(concept))
      return false
    const before = OF_WHOM.test(textAt(tokens, at - 1)) ? at - 2 : at - 1
    return /^(?:for|on|with)$/.test(textAt(tokens, before)) && !values.some(({ from, to }) => from <= at && at < to)
  })
}

const OF_WHOM = /^(?:an?|the|your|our|his|her|their)$/
