import { languageOf } from "./language.ts"
import { ownWords } from "./own-words.ts"
import type { Span } from "./review-format.ts"
import { sentences } from "./sentences.ts"

/** A sentence of a customer. */
export type CustomerSentence = Span & {
  readonly quote: string
  /** In lower case, with straight apostrophes and single spaces: what patterns are laid on. */
  readonly plain: string
}

/** The sentences of a customer's message: only what they newly wrote, in English; other languages give none. */
export function customerSentences(text: string): readonly CustomerSentence[] {
  const own = ownWords(text)
  if (languageOf(text, own) !== "en") return []
  return sentences(text, own).map(({ start, end }) => {
    const quote = text.slice(start, end)
    const plain = quote
      .toLowerCase()
      .replaceAll(/[’`]/g, "'")
      .replaceAll(/\s+/g, " ")
      .trim()
    return { start, end, quote, plain }
  })
}
