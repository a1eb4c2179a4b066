import type { Span } from "../review-format.ts"
import { isUnderBan } from "./ban.ts"
import { heldIn } from "./held.ts"
import type { Held } from "./held.ts"
import { smoothed } from "./pattern.ts"

/** A sentence as wording is looked for in it. Whatever is asked of it is found out once, however many rules ask. */
export type Look = {
  readonly start: number
  /** With plain blanks and apostrophes; offsets as in the text. */
  readonly words: string
  readonly held: () => Held
  readonly isQuestion: () => boolean
  readonly isUnderBan: () => boolean
}

export type Looks = (sentence: Span) => Look

export function looksAt(text: string): Looks {
  const known = new Map<Span, Look>()
  return (sentence) => {
    const look = known.get(sentence) ?? lookAt(text, sentence)
    known.set(sentence, look)
    return look
  }
}

function lookAt(text: string, { start, end }: Span): Look {
  const words = smoothed(text.slice(start, end))
  return {
    start,
    words,
    held: once(() => heldIn(words)),
    isQuestion: once(() => QUESTION.test(words)),
    isUnderBan: once(() => isUnderBan(text, start)),
  }
}

const QUESTION = /\?["'”’)\]*_\s]*$/

function once<T>(find: () => T): () => T {
  let found: { readonly value: T } | null = null
  return () => (found ??= { value: find() }).value
}
