import { type OwnRule, claimRules, rules } from "aboveboard-engine"

export const OWN_RULES_MAX = 100 // a workspace; each reads every sentence
export const PHRASES_MAX = 200
export const EXAMPLES_MAX = 20 // each way; they are tried with every letter that is typed
export const WHY_LENGTH_MAX = 1_000 // characters
export const PHRASE_LENGTH_MAX = 200 // characters
export const EXAMPLE_LENGTH_MAX = 500 // characters; a paragraph
export const PATTERNS_LENGTH_MAX = 4_000 // characters of all patterns together; time grows with it

/** Families that the program's own rules have: another rule of these would pass for one of ours, or be taken for one later. */
const TAKEN = new Set([...rules, ...claimRules].map(({ id }) => familyOf(id)).concat("linter"))

/** Why a rule cannot be one of a team's own, besides what the engine says of its form; null where it can. */
export function ownRuleRefusal(rule: OwnRule, others: readonly OwnRule[]): string | null {
  if (TAKEN.has(familyOf(rule.id))) {
    return `“${familyOf(rule.id)}/” is a family of the program's own rules. Name yours house/… or after your shop.`
  }
  if (others.some(({ id }) => id === rule.id)) return `There is a rule “${rule.id}” already. Change that one.`
  const tooLong = tooLongIn(rule)
  if (tooLong !== null) return `${rule.id}: ${tooLong}`
  if (others.length >= OWN_RULES_MAX) return `There are ${OWN_RULES_MAX} rules already. Remove one first.`
  const length = [...others, rule].reduce((sum, { pattern }) => sum + (pattern?.length ?? 0), 0)
  if (length > PATTERNS_LENGTH_MAX) {
    return `All patterns together have at most ${PATTERNS_LENGTH_MAX} characters. Write phrases where you can.`
  }
  return null
}

/** A file may hold what the form does not take. */
function tooLongIn({ why, phrases = [], finds, leaves }: OwnRule): string | null {
  if (why.length > WHY_LENGTH_MAX) return `“why” has at most ${WHY_LENGTH_MAX} characters.`
  if (phrases.length > PHRASES_MAX || phrases.some(({ length }) => length > PHRASE_LENGTH_MAX)) {
    return `There are at most ${PHRASES_MAX} phrases, of ${PHRASE_LENGTH_MAX} characters each.`
  }
  const examples = [finds, leaves]
  if (examples.some((each) => each.length > EXAMPLES_MAX || each.some(({ length }) => length > EXAMPLE_LENGTH_MAX))) {
    return `There are at most ${EXAMPLES_MAX} examples each way, of ${EXAMPLE_LENGTH_MAX} characters each.`
  }
  return null
}

function familyOf(id: string): string {
  return id.split("/")[0] ?? ""
}
