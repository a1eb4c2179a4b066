import type { FoundPromise } from "./review-format.ts"

export type Edit = { readonly start: number; readonly end: number; readonly with: string }
export type RewriteWishes = {
  /** "I" or a name: stands in for "someone". */
  readonly who?: string
  /** When, in words: "today by 15:12". */
  readonly due?: string
}

/**
 * Makes a promise say who and when: "someone will call you right back" becomes "I will call you today by 15:12". Only a
 * missing owner is replaced; a time is put in the place of vague words, or at the end of the promise.
 */
export function rewritePromise(
  text: string,
  promise: FoundPromise,
  wishes: RewriteWishes,
): { readonly text: string; readonly edits: readonly Edit[] } {
  const edits = [...ownerEdits(text, promise, wishes.who), ...dueEdits(text, promise, wishes.due)].sort(
    (one, other) => one.start - other.start,
  )
  let rewritten = ""
  let at = 0
  for (const edit of edits) {
    rewritten += text.slice(at, edit.start) + edit.with
    at = edit.end
  }
  return { text: rewritten + text.slice(at), edits }
}

function ownerEdits(text: string, promise: FoundPromise, who: string | undefined): readonly Edit[] {
  const { start, end, kind } = promise.actor
  if (who === undefined || who === "" || kind !== "someone" || start === undefined || end === undefined) return []
  const after = text.slice(end, end + 24)
  const verb = agreeing(after, who)
  return [{ start, end: end + verb.length, with: who + verb.text }]
}

/** The verb right after the owner, as it must be with them: "is" becomes "am" for I, "'ll" is spelled out after a name. */
function agreeing(after: string, who: string): { readonly length: number; readonly text: string } {
  const will = /^['’]ll\b/.exec(after)
  if (will !== null) return { length: will[0].length, text: who === "I" ? "'ll" : " will" }
  const be = /^(?: is|['’]s)(?= (?:\w+ly )?(?:going|gonna|\w+ing)\b)/.exec(after)
  if (be !== null) return { length: be[0].length, text: who === "I" ? " am" : " is" }
  const gonna = /^ gonna\b/.exec(after)
  return gonna === null
    ? { length: 0, text: "" }
    : { length: gonna[0].length, text: who === "I" ? " am going to" : " is going to" }
}

function dueEdits(text: string, promise: FoundPromise, due: string | undefined): readonly Edit[] {
  if (due === undefined || due === "") return []
  const { start, end } = promise.due
  if (start === undefined || end === undefined) return [{ start: promise.end, end: promise.end, with: ` ${due}` }]
  if (start < promise.start) return [{ start, end, with: startsSentence(text, start) ? capitalised(due) : due }]
  if (readsWellAt(text, end, promise.end)) return [{ start, end, with: due }]
  const gap = text.charAt(end) === " " ? end + 1 : end
  return [
    { start, end: gap, with: "" },
    { start: promise.end, end: promise.end, with: ` ${due}` },
  ]
}

/** A time reads well at the end of the promise, before a mark, or before a word that opens a phrase of its own. */
function readsWellAt(text: string, end: number, promiseEnd: number): boolean {
  const rest = text.slice(end, promiseEnd).trim()
  return rest === "" || /^(?:[,;.!?)]|to |with |and |but |so |on |about |when |once |from |for |at )/i.test(rest)
}

function startsSentence(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 3), start).trimEnd()
  return before === "" || /[.!?\n]$/.test(before)
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
