import { asksAfter, isFreeOfTrouble } from "./chase/patterns.ts"
import { customerSentences } from "./customer-sentences.ts"
import { deedOfThing } from "./promises/deed.ts"
import type { Deed, Span } from "./review-format.ts"

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
  return customerSentences(text).flatMap(({ start, end, quote, plain }) => {
    const asked = asksAfter(plain)
    if (asked === null || (!asked.isSure && isFreeOfTrouble(plain))) return []
    return [{ start, end, quote, deed: deedOfThing(verbsAsThings(plain)), isWeak: asked.isWeak }]
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
