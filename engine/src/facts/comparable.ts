import type { Finding } from "../review-format.ts"
import type { Message } from "../rule.ts"
import { checkClaims } from "./check-claims.ts"
import type { Checked, ClaimWishes } from "./check-claims.ts"
import { compileFacts } from "./compile.ts"
import type { CompiledFacts } from "./compile.ts"
import type { FactBook } from "./fact.ts"

/** A fact book made ready, with how messages are compared with it: a page without a book then loads none of that. */
export type ComparableFacts = CompiledFacts & {
  readonly check: (message: Message, findings: readonly Finding[], wishes: ClaimWishes) => Checked
}

/** Makes a fact book ready. Never throws; a fact whose value cannot be read backs nothing. */
export function comparableFacts(book: FactBook): ComparableFacts {
  const facts = compileFacts(book)
  return { ...facts, check: (message, findings, wishes) => checkClaims(message, findings, facts, wishes) }
}
