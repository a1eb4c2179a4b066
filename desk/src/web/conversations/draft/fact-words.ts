import type { Fact, FoundClaim } from "aboveboard-engine"
import { showValue } from "../../../ledger/fact-value.ts"

/**
 * What could stand in the place of a claim: its own words with the fact's value in them, where the review says which words
 * were the value; otherwise the fact as a customer may be told. Null where there is nothing to say instead.
 */
export function factWords(claim: FoundClaim, fact: Fact): string | null {
  if (claim.verdict === "supported") return null
  const told = briefValue(fact)
  const at = claim.value === undefined ? -1 : claim.quote.indexOf(claim.value)
  if (told !== null && claim.value !== undefined && at >= 0) {
    return `${claim.quote.slice(0, at)}${told}${claim.quote.slice(at + claim.value.length)}`
  }
  const statement = fact.statement.trim()
  return /[.!?]$/.test(claim.quote) ? statement : statement.replace(/[.!?]$/, "")
}

/** As one writes it in a sentence: "€59", "6 working days". Null for what is no figure. */
function briefValue({ type, value, unit }: Fact): string | null {
  if (typeof value === "boolean" || typeof value === "string" || Array.isArray(value)) return null
  const shown = showValue({ type, value, unit: unit ?? null }).replaceAll("\u00a0", " ")
  return type === "money" ? shown.replace(/\.00(?!\d)/, "") : shown
}
