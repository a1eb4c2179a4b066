import type { Token } from "./tokens.ts"

/** Whether a word may be a name: with a capital, and none that grammar or the week gives it. */
export function mayBeName({ capital, kind, concept }: Token): boolean {
  return capital && kind === "word" && concept !== "" && !concept.startsWith("~")
}
