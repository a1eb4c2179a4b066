import { type Rule, compiledRule, ownRule, rules } from "aboveboard-engine"
import { RE2JS } from "re2js"

/** A rule of a team's own, ready for reading; its examples are tried. Each mistake is added to `problems`. */
export function readOwnRule(value: unknown, problems: string[]): readonly Rule[] {
  return ownRule(value, problems, RE2JS)
}

/** The program's own rules and a team's, which were checked when they were written, ready for reading; what is no rule is left out. */
export function withOwnRules(own: readonly unknown[]): readonly Rule[] {
  return own.length === 0 ? rules : [...rules, ...own.flatMap(compiledOwnRule)]
}

function compiledOwnRule(value: unknown): readonly Rule[] {
  const rule = compiledRule(value, RE2JS)
  return typeof rule === "string" ? [] : [rule]
}
