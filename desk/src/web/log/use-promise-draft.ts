import { type FoundPromise, type Policy, review } from "aboveboard-engine"
import { useState } from "react"
import { useHere } from "../here.tsx"
import { type DueDraft, NO_DUE, draftFrom, dueOf } from "../promise/due-draft.ts"
import type { Reading } from "../promise/read-due.ts"
import { useUndertakings } from "../undertakings/use-undertakings.ts"

export type PromiseDraft = {
  readonly words: string
  readonly due: DueDraft
  readonly dueTouched: boolean
  /** Null: oneself. */
  readonly ownerId: string | null
  readonly deed: string
  readonly deedTouched: boolean
  readonly channel: "call" | "visit" | "chat" | "mail"
  /** Null: none. */
  readonly condition: string | null
  readonly conditionTouched: boolean
}

export const EMPTY: PromiseDraft = {
  words: "",
  due: NO_DUE,
  dueTouched: false,
  ownerId: null,
  deed: "other",
  deedTouched: false,
  channel: "call",
  condition: null,
  conditionTouched: false,
}

/** A promise while it is written down: due, deed and condition follow the words until they are set by hand. */
export function usePromiseDraft(reading: Reading) {
  const { settings } = useHere()
  const [draft, setDraft] = useState(EMPTY)
  const [tried, setTried] = useState(false)
  const model = useUndertakings()
  const deeds = settings.deeds.map(({ id }) => id)
  const [readWith, setReadWith] = useState(model)
  if (readWith !== model) {
    // what was typed before the model was fetched is read again with it
    setReadWith(model)
    setDraft(readAgain(draft, reading, { model, deeds }))
  }
  const change = (changed: Partial<PromiseDraft>) => {
    setDraft((before) => {
      const after = { ...before, ...changed }
      return changed.words === undefined ? after : follow(after, foundIn(changed.words, reading, model), deeds)
    })
  }
  return { draft, change, tried, tryIt: () => setTried(true), missing: missingIn(draft, reading) }
}

/** The draft with its words read anew; an empty one stays as it is. */
export function readAgain(
  draft: PromiseDraft,
  reading: Reading,
  { model, deeds }: { readonly model: Pick<Policy, "undertakings">; readonly deeds: readonly string[] },
): PromiseDraft {
  return draft.words.trim() === "" ? draft : follow(draft, foundIn(draft.words, reading, model), deeds)
}

/** What the words say, where it was not set by hand. */
function follow(draft: PromiseDraft, found: FoundPromise | null, deeds: readonly string[]): PromiseDraft {
  const deed = found !== null && deeds.includes(found.deed) ? found.deed : (deeds.at(-1) ?? "other")
  return {
    ...draft,
    ...(draft.dueTouched ? {} : { due: found === null ? NO_DUE : draftFrom(found.due.text, found.due.until) }),
    ...(draft.deedTouched ? {} : { deed }),
    ...(draft.conditionTouched ? {} : { condition: found?.condition ?? null }),
  }
}

function foundIn(
  words: string,
  { now, zone, calendar }: Reading,
  model: Pick<Policy, "undertakings">,
): FoundPromise | null {
  const input = { text: words, channel: "note", author: "member", now: now.toString(), zone } as const
  const read = review(input, { calendar, ...model })
  return read.promises[0] ?? null
}

export type Missing = "words" | "due"

function missingIn(draft: PromiseDraft, reading: Reading): readonly Missing[] {
  const isConditional = draft.condition !== null && draft.condition.trim() !== ""
  const needsDue = !isConditional && dueOf(draft.due, reading) === null
  return [...(draft.words.trim() === "" ? ["words" as const] : []), ...(needsDue ? ["due" as const] : [])]
}
