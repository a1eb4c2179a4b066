import type { Clause } from "./clauses.ts"
import { MONTHS } from "./dates.ts"
import { measureOf } from "./units.ts"
import type { Said, Value } from "./value.ts"

/** Amounts told in the rest of a sentence, in the one before it, and in words of the clause itself. */
export function amountsAround(clauses: readonly Clause[], at: number): readonly Value[] {
  const found: Value[] = [...countedIn(clauses[at])]
  // "… is half price in the previews; those are from the 27th"
  for (let other = at + 1; clauses[other]?.sentence === clauses[at]?.sentence; other++)
    for (const { value } of clauses[other]?.values ?? []) if (value.kind === "date") found.push(value)
  let sentences = 0
  for (let other = at - 1; other >= 0 && at - other <= AROUND_MAX; other--) {
    const before = clauses[other]
    if (before === undefined) break
    if (before.sentence !== clauses[other + 1]?.sentence && ++sentences > 1) break
    for (const { value } of before.values) found.push(value)
  }
  return found
}

/** "for both of yours", "December and January": how many there are, without a figure. */
function countedIn(clause: Clause | undefined): readonly Value[] {
  if (clause === undefined || clause.values.length === 0) return []
  const { words } = clause
  const months = monthsTold(words)
  return [
    ...(BOTH.test(words) ? [{ kind: "count", min: 2, max: 2, of: "", bound: "exact" } as const] : []),
    ...(months > 1 ? [{ kind: "duration", min: months, max: months, scale: "months", bound: "exact" } as const] : []),
  ]
}

const BOTH = /\b(?:both|the (?:pair|two) of (?:you|them)|twins)\b/

/** "December and January" are two, "December to February" three. */
function monthsTold(words: string): number {
  const named = [...new Set(words.match(NAMED))]
  const [first = "", last = ""] = named
  if (named.length !== 2 || !new RegExp(`\\b${first} (?:to|till|until|through) (?:the end of )?${last}\\b`).test(words))
    return named.length
  return (((MONTHS.get(last) ?? 0) - (MONTHS.get(first) ?? 0) + 12) % 12) + 1
}

const NAMED = /\b(?:january|february|march|april|june|july|august|september|october|november|december)\b/g

const AROUND_MAX = 4 // clauses; a total is told right after what it is made of

/** "25 pounds" is a weight where prices are in another currency. */
export function inPounds(clause: Clause): Clause {
  const isWeight = ({ value, from, to }: Said): boolean =>
    value.kind === "money" &&
    value.currency === "GBP" &&
    value.per === "" &&
    clause.tokens[from]?.kind !== "sign" &&
    /^pounds?$/.test(clause.tokens[to - 1]?.text ?? "")
  if (!clause.values.some(isWeight)) return clause
  const of = measureOf("lb")?.of ?? ""
  return {
    ...clause,
    values: clause.values.map((said) =>
      isWeight(said) && said.value.kind === "money"
        ? { ...said, value: { kind: "count", min: said.value.min, max: said.value.max, of, bound: said.value.bound } }
        : said,
    ),
  }
}
