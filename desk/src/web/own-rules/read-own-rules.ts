import { type OwnRule, type Rule, compiledRule, isFoundIn, review, rules, standardCalendar } from "aboveboard-engine"
import { RE2JS } from "re2js"

/** What reads patterns is fetched with this file: a desk without rules of its own does without. */

/** The program's rules and the team's, as one list. */
export function withOwnRules(own: readonly OwnRule[]): readonly Rule[] {
  const read = own.map((each) => compiledRule(each, RE2JS)).filter((each) => typeof each !== "string")
  return [...rules, ...read]
}

/** What a rule that is being written does: with its examples, and with a text of the writer's own. */
export type Tried =
  | { readonly kind: "wrong"; readonly problem: string }
  | {
      readonly kind: "read"
      readonly finds: readonly Outcome[]
      readonly leaves: readonly Outcome[]
      readonly places: readonly string[]
    }
export type Outcome = { readonly example: string; readonly isFound: boolean }

export function tryRule(own: OwnRule, text: string): Tried {
  const rule = compiledRule(own, RE2JS)
  if (typeof rule === "string") return { kind: "wrong", problem: rule }
  const outcome = (example: string): Outcome => ({ example, isFound: isFoundIn(rule, example) })
  const [channel] = rule.channels ?? []
  const only = { calendar: standardCalendar("UTC"), rules: [rule] }
  const { findings } = review({ text, ...(channel === undefined ? {} : { channel }) }, only)
  return {
    kind: "read",
    finds: own.finds.map(outcome),
    leaves: own.leaves.map(outcome),
    places: findings.map(({ start, end }) => text.slice(start, end)),
  }
}
