import { instantOf } from "../ui/time.ts"
import { dueWords } from "../conversations/draft/due-words.ts"
import { type ReadDue, type Reading, readDue } from "./read-due.ts"

/** A due time while it is being set: typed in words, or picked; what was picked counts. */
export type DueDraft = { readonly words: string; readonly picked: Temporal.Instant | null }

export const NO_DUE: DueDraft = { words: "", picked: null }

/** What the draft says; null while it says nothing. */
export function dueOf(draft: DueDraft, reading: Reading): ReadDue | null {
  return draft.picked === null ? readDue(draft.words, reading) : { from: null, until: draft.picked }
}

/** As the API takes it. */
export function dueBody(draft: DueDraft, reading: Reading) {
  const due = dueOf(draft, reading)
  if (due === null) return null
  const words = draft.words.trim()
  return { from: due.from?.toString() ?? null, until: due.until.toString(), words: words === "" ? null : words }
}

/** A draft that holds what is on record or what was found. */
export function draftFrom(words: string | null | undefined, until: string | null | undefined): DueDraft {
  return { words: words ?? "", picked: instantOf(until) }
}

/** A draft that holds a moment, in our words for it. */
export function draftAt(at: Temporal.Instant, { now, zone }: Reading): DueDraft {
  return { words: dueWords(at, now, zone), picked: at }
}
