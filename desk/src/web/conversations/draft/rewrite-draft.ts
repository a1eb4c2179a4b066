import { rewritePromise } from "aboveboard-engine"
import { rewriteWishes, type Card, type Desk } from "./card.ts"
import { afterEdit, decide, type Decision } from "./decisions.ts"

export type Written = { readonly text: string; readonly decisions: readonly Decision[] }

/** The draft with a promise's missing person and time written into it. A time that was said stays as it was said. */
export function rewritten(
  text: string,
  card: Card,
  desk: Desk,
): { readonly text: string; readonly start: number; readonly end: number } {
  const made = rewritePromise(text, card.found, rewriteWishes(card, desk))
  const { start, end } = card.found
  const grown = (until: (edit: { start: number; end: number }) => boolean) =>
    made.edits.filter(until).reduce((sum, edit) => sum + edit.with.length - (edit.end - edit.start), 0)
  return {
    text: made.text,
    start: start + grown((edit) => edit.end <= start && edit.start < start),
    end: end + grown((edit) => edit.start <= end),
  }
}

/** Takes a confirmed card into the draft: the words rewritten, the decision with them, earlier ones moved along. */
export function confirmed(draft: Written, card: Card, desk: Desk): Written {
  const made = rewritten(draft.text, card, desk)
  const terms = {
    deed: card.deed,
    ownerId: card.ownerId,
    due: card.until === null ? null : { until: card.until, words: card.words.trim() },
    condition: card.condition?.trim() || null,
  }
  const moved = afterEdit(draft.decisions, draft.text, made.text)
  return { text: made.text, decisions: decide(moved, { kind: "captured", start: made.start, end: made.end, terms }) }
}
