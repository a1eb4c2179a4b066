import type { OwnRule } from "aboveboard-engine"

/** A rule as its form holds it: lists are lines. */
export type OwnRuleDraft = {
  readonly id: string
  readonly why: string
  readonly instead: string
  readonly source: string
  readonly severity: "remark" | "confirm" | "hold"
  readonly by: "phrases" | "pattern"
  readonly phrases: string
  readonly pattern: string
  readonly channels: readonly RuleChannel[]
  readonly finds: string
  readonly leaves: string
}

export const RULE_CHANNELS = ["mail", "chat", "call", "note", "policy"] as const
export type RuleChannel = (typeof RULE_CHANNELS)[number]

export const EMPTY_RULE: OwnRuleDraft = {
  id: "house/",
  why: "",
  instead: "",
  source: "",
  severity: "confirm",
  by: "phrases",
  phrases: "",
  pattern: "",
  channels: [],
  finds: "",
  leaves: "",
}

export function draftOf(rule: OwnRule): OwnRuleDraft {
  return {
    id: rule.id,
    why: rule.why,
    instead: rule.instead ?? "",
    source: rule.source ?? "",
    severity: rule.severity ?? "remark",
    by: rule.pattern === undefined ? "phrases" : "pattern",
    phrases: (rule.phrases ?? []).join("\n"),
    pattern: rule.pattern ?? "",
    channels: rule.channels ?? [],
    finds: rule.finds.join("\n"),
    leaves: rule.leaves.join("\n"),
  }
}

/** As the desk and the linter take it. */
export function ruleOf(draft: OwnRuleDraft): OwnRule {
  const { by, pattern, instead, source, channels } = draft
  return {
    id: draft.id.trim(),
    why: draft.why.trim(),
    ...(instead.trim() === "" ? {} : { instead: instead.trim() }),
    ...(source.trim() === "" ? {} : { source: source.trim() }),
    severity: draft.severity,
    ...(channels.length === 0 ? {} : { channels: RULE_CHANNELS.filter((each) => channels.includes(each)) }),
    ...(by === "pattern" ? { pattern } : { phrases: linesOf(draft.phrases) }),
    finds: linesOf(draft.finds),
    leaves: linesOf(draft.leaves),
  }
}

function linesOf(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
}
