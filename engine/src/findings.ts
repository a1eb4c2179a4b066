import { matcherOf } from "./matcher.ts"
import type { Matcher } from "./matcher.ts"
import type { Finding, Severity } from "./review-format.ts"
import { findingOf } from "./rule.ts"
import type { Message, Rule } from "./rule.ts"
import { spelledOut } from "./wording/spelled-out.ts"

export type Softened = Readonly<Record<string, "off" | Severity>>

/** What the rules find in a message, in the order of the text. Each rule reads only the sentences that hold one of its cues. */
export function findingsOf(message: Message, rules: readonly Rule[], softened: Softened = {}): readonly Finding[] {
  const cued = matcherFor(rules)(message.text, message.sentences)
  const findings: Finding[] = []
  for (const [index, rule] of rules.entries()) {
    const severity = softened[rule.id] ?? rule.severity
    if (severity === "off" || !applies(rule, message)) continue
    const sentences = rule.cues === undefined ? message.sentences : (cued[index] ?? [])
    if (rule.cues !== undefined && sentences.length === 0) continue
    for (const hit of rule.find({ ...message, sentences })) findings.push(findingOf(rule, hit, severity))
  }
  return findings.sort((one, other) => one.start - other.start || one.end - other.end)
}

function applies(rule: Rule, { input }: Message): boolean {
  if (rule.channels !== undefined && !rule.channels.includes(input.channel ?? "mail")) return false
  return rule.authors === undefined || rule.authors.includes(input.author ?? "member")
}

/** Built once for each list of rules: it costs some milliseconds. */
const matchers = new WeakMap<readonly Rule[], Matcher>()

function matcherFor(rules: readonly Rule[]): Matcher {
  const known = matchers.get(rules)
  if (known !== undefined) return known
  const matcher = matcherOf(rules.map(({ cues = [] }) => cues.flatMap(spelledOut)))
  matchers.set(rules, matcher)
  return matcher
}
