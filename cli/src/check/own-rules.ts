import { type Rule, compiledRule, ownRule } from "aboveboard-engine"
import { RE2JS } from "re2js"

/** A rule of a team's own, ready for reading; its examples are tried. Each mistake is added to `problems`. */
export function readOwnRule(value: unknown, problems: string[]): readonly Rule[] {
  return ownRule(value, problems, RE2JS)
}

/** A rule that was checked when it was written, ready for reading; null for what is none. */
export function compiledOwnRule(value: unknown): Rule | null {
  const rule = compiledRule(value, RE2JS)
  return typeof rule === "string" ? null : rule
}
