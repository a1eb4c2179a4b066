import { asksAfter, isFreeOfTrouble } from "./chase/patterns.ts"
import { languageOf } from "./language.ts"
import { ownWords } from "./own-words.ts"
import { deedOfThing } from "./promises/deed.ts"
import type { Deed, Span } from "./review-format.ts"
import { sentences } from "./sentences.ts"

/** A sentence in which a customer asks where something stays. What it is about, whoever knows the promises must find out. */
export type Chase = Span & {
  readonly quote: string
  /** What they wait for, where they say so. */
  readonly deed: Deed | null
  /** It could be a first question as well: it chases only what it names. */
  readonly isWeak: boolean
}

/**
 * The sentences of a customer's message that chase: "you said you'd call", "any news?", "still waiting", "did you manage
 * to …". Only what they newly wrote, in English; other languages give none. Precision first: what may mean something
 * else is left. Never throws; time is linear in the text.
 */
export function findChases(text: string): readonly Chase[] {
  const own = ownWords(text)
  if (languageOf(text, own) !== "en") return []
  return sentences(text, own).flatMap((span) => {
    const quote = text.slice(span.start, span.end)
    const plain = quote
      .toLowerCase()
      .replaceAll(/[’`]/g, "'")
      .replaceAll(/\s+/g, " ")
    const asked = asksAfter(plain)
    if (asked === null || (!asked.isSure && isFreeOfTrouble(plain))) return []
    return [{ ...span, quote, deed: deedOfThing(verbsAsThings(plain)), isWeak: asked.isWeak }]
  })
}

/** "You said you'd ring" waits for a call. */
function verbsAsThings(plain: string): string {
  return plain
    .replaceAll(/\b(?:rings?|rang|rung|phoned?|phoning|called|calling|telephoned?)\b/g, "call")
    .replaceAll(/\brefunded\b/g, "refund")
    .replaceAll(/\b(?:replied|replying|get back|got back|emailed|(?<=(?:'d|would|to) )write)\b/g, "reply")
    .replaceAll(/\b(?:send|sent|sending|post|posted|ship|shipped|arrived?|delivered)\b/g, "delivery")
}
