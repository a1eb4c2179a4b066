import type { Token } from "./tokens.ts"
import { textAt } from "../words.ts"

/** "Spend another €12", "you are 12 euros short": what is told is missing of a sum, and is not that sum. */
export function saysMissing(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ kind }, at) =>
      kind === "number" &&
      ([at - 1, at - 2].some((before) => /^(?:another|further)$/.test(textAt(tokens, before))) ||
        [at + 1, at + 2].some(
          (after) => /^(?:more|away|short)$/.test(textAt(tokens, after)) && isPlain(tokens, at + 1, after + 1),
        )),
  )
}

/** "€12 more", "12 euros more"; not "€12 or more", "€12 more than". */
function isPlain(tokens: readonly Token[], from: number, to: number): boolean {
  return !tokens.slice(from, to + 1).some(({ text }) => /^(?:or|and|no|than|,)$/.test(text))
}
