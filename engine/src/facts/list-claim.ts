import type { Entry } from "./entry.ts"
import type { Judged, Place } from "./find-claims.ts"
import { isInForce } from "./in-force.ts"
import { mayBeName } from "./may-be-name.ts"
import { matchesOf } from "./match.ts"
import { isDenied } from "./polarity.ts"
import { inScope } from "./scope.ts"
import type { Token } from "./tokens.ts"
import { textAt } from "../words.ts"

/** What lists say to a clause: "we export to Xero" of the programs we export to, "yes, we take Amex" of the cards we take. */
export function listClaim(place: Place): Judged | null {
  const { clause, units, reading, stance } = place
  if (stance === "own" || stance === "past") return null
  const { words } = clause
  for (const match of matchesOf(units, reading.facts, ({ items }) => items.length > 0)) {
    if (match.subject < 0.3 && match.cover < 0.5 && !saysAll(match.entry, units[0]?.concepts)) continue
    const group = reading.facts.groups.get(match.entry.group) ?? []
    const scoped = inScope(group, units, reading.known, reading.facts)
    const entry = scoped.entries.find(({ fact }) => isInForce(fact, reading.day))
    if (entry === undefined || scoped.open.length > 0) continue
    const named = entry.items.filter((item) => item.every((concept) => units[0]?.concepts.has(concept)))
    const others = strangers(clause.tokens, match.entry).filter((each) => !reading.facts.byConcept.has(each))
    const isAll = entry.items.length === named.length
    const base = { kind: "capability" as const, entry, score: match.score }
    const denies = isDenied(words)
    // "only in blue", of blue and green
    if (named.length > 0 && others.length === 0 && !denies && !isAll && entry.items.length > 1 && ONLY.test(words))
      return { ...base, verdict: "contradicted" }
    if (named.length > 0 && others.length === 0) return { ...base, verdict: denies ? "contradicted" : "supported" }
    const isClear =
      entry.listKind === null && // kindClaim knows what else there is of a kind
      (match.subject >= 0.3 || match.unexplained <= 1.1) &&
      match.cover >= 0.5 &&
      match.unexplained <= 2.2 &&
      entry.items.length > 1
    // "Visa, Amex or PayPal": the list is complete, so one name too many is one that it denies.
    const isMixed = named.length >= 2 && others.length === 1 && !denies && isListed(clause.tokens, match.entry)
    if (isMixed && entry.hasNames) return { ...base, verdict: "contradicted" }
    if (named.length === 0 && others.length === 1 && isClear && entry.hasNames)
      return { ...base, verdict: denies ? "supported" : "contradicted" }
  }
  return null
}

/** Said of the things named, not of when or how much. */
export const ONLY =
  /\bonly (?:(?:way|ways|thing) |(?:\w+ )?(?:in|by|with|via|as|to|for|from) |take |accept |ship |deliver |speak )|\bonly$|\bnothing (?:but|else)\b|\b(?:nowhere|no one) else\b/

/** The name that the fact does not know stands among those that it has, with nothing between but a comma, "and" or "or". */
function isListed(tokens: readonly Token[], { all, items }: Entry): boolean {
  const isItem = (at: number): boolean => items.some((item) => item.includes(tokens[at]?.concept ?? ""))
  return tokens.some((token, at) => {
    if (!mayBeName(token) || all.has(token.concept)) return false
    let before = at - 1
    while (JOINS.test(textAt(tokens, before))) before--
    let after = at + 1
    while (JOINS.test(textAt(tokens, after))) after++
    return (before < at - 1 && isItem(before)) || (after > at + 1 && isItem(after))
  })
}

const JOINS = /^(?:,|and|or|&|\/|as|well)$/

/** Two items or more of a list, which nothing else has. */
function saysAll({ items }: Entry, own: ReadonlySet<string> | undefined): boolean {
  return items.filter((item) => item.every((concept) => own?.has(concept))).length >= 2
}

/** Names in a clause that the fact knows nothing of: "FreshBooks". */
function strangers(tokens: readonly Token[], { all }: Entry): readonly string[] {
  return tokens.flatMap((token, at) => {
    const { concept, text } = token
    const isName = mayBeName(token) && (at > 0 || tokens[1]?.text === "is") && text.length > 1
    const isAddressed =
      /^(?:dr|mr|mrs|ms|hi|dear|hello|herr|frau)$/.test(textAt(tokens, at - 1)) || tokens[at - 1]?.text === "."
    return isName && !isAddressed && !all.has(concept) ? [concept] : []
  })
}
