import { conceptsIn } from "./clauses.ts"
import { tokensOf } from "./tokens.ts"
import type { Token } from "./tokens.ts"
import type { Said } from "./value.ts"
import { valuesIn } from "./values.ts"

export type ReadText = {
  readonly tokens: readonly Token[]
  readonly values: readonly Said[]
  readonly concepts: ReadonlySet<string>
}

export function read(text: string, names: ReadonlySet<string>): ReadText {
  const tokens = tokensOf(text, 0, Math.min(text.length, TEXT_LENGTH_READ))
  const values = valuesIn(tokens)
  return { tokens, values, concepts: conceptsIn(tokens, values, names) }
}

export const TEXT_LENGTH_READ = 1_000 // characters; a statement is a sentence
