import type { Example } from "../rule.ts"

/** Examples of a rule for policies, scripts and prompts. */
export function asPolicy(texts: readonly string[]): readonly Example[] {
  return texts.map((text) => ({ text, channel: "policy" }))
}
