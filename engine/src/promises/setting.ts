import type { Channel, FoundTime } from "../review-format.ts"
import type { Word } from "../words.ts"
import type { Clause } from "./clauses.ts"
import type { ShortForm } from "./short-form.ts"

/**
 * What tells by many small signs whether a sentence of which no rule knows the form undertakes something. A part of its own, so that a page that does
 * without need not load it.
 */
export type UndertakingModel = (sentence: {
  readonly words: readonly Word[]
  readonly clauses: readonly Clause[]
  readonly times: readonly FoundTime[]
}) => ShortForm | null

/** What the words around a sentence make of it. */
export type Setting = {
  /** Live talk: what is undertaken is mostly done at once. */
  readonly isTalk: boolean
  /** A member's note: short forms, and our own undertakings reported. */
  readonly isNote: boolean
  /** What was said just before, lower case. */
  readonly previous: string
  /** Asked where no rule found anything. */
  readonly model?: UndertakingModel | undefined
}

export function settingOf(channel: Channel, previous: string, model?: UndertakingModel): Setting {
  return {
    model: channel === "note" ? model : undefined,
    isTalk: channel === "chat" || channel === "call",
    isNote: channel === "note",
    previous: previous.toLowerCase(),
  }
}
