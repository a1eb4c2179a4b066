import { customerSentences } from "./customer-sentences.ts"
import type { Span } from "./review-format.ts"
import { SALE_REQUESTS, type SaleRequestKind } from "./sale/kinds.ts"
import { asksToUndo } from "./sale/patterns.ts"

export type SaleRequest = Span & { readonly kind: SaleRequestKind; readonly quote: string }

/**
 * The sentences of a customer's message that ask to withdraw, cancel, return or be paid back. Only what they newly wrote, in
 * English; other languages give none. Precision first: questions about the terms, wishes that hang on an "if" and what was
 * done already are left. Never throws; time is linear in the text.
 */
export function findSaleRequests(text: string): readonly SaleRequest[] {
  return customerSentences(text).flatMap(({ start, end, quote, plain }) => {
    const kind = plain.length > SENTENCE_LENGTH_MAX ? null : asksToUndo(plain)
    return kind === null ? [] : [{ start, end, kind, quote }]
  })
}

const SENTENCE_LENGTH_MAX = 2_000 // characters; what is longer is no sentence, and patterns stay linear

/** The one that says most: a withdrawal is more than a return, and that more than the wish for money. */
export function strongestRequest(requests: readonly SaleRequest[]): SaleRequest | null {
  for (const kind of SALE_REQUESTS) {
    const found = requests.find((each) => each.kind === kind)
    if (found !== undefined) return found
  }
  return null
}
