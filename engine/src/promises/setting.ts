import type { Channel, FoundDue, FoundTime, Span } from "../review-format.ts"
import type { Word } from "../words.ts"
import type { Clause } from "./clauses.ts"
import type { ShortForm } from "./short-form.ts"

/** What reads on where the rules end. A part of its own, so that a page that does without need not load it. */
export type UndertakingModel = {
  /** Tells by many small signs whether a sentence of which no rule knows the form undertakes something. */
  readonly undertakes: (
    sentence: {
      readonly words: readonly Word[]
      readonly clauses: readonly Clause[]
      readonly times: readonly FoundTime[]
    },
    isNote: boolean,
  ) => ShortForm | null
  readonly whenSaid: WhenSaid
}

/** When a promise is due in looser words than the tables of times know, or as `due` has it. Offsets are those of the text. */
export type WhenSaid = (said: {
  readonly text: string
  readonly due: FoundDue
  /** Where the deed begins and its clause ends, and the sentence around them. */
  readonly verb: number
  readonly to: number
  readonly lead: number
  readonly end: number
  readonly words: readonly Word[]
  readonly times: readonly FoundTime[]
  /** Whether words belong to a condition. */
  readonly isTaken: (span: Span) => boolean
}) => FoundDue

/** What the words around a sentence make of it. */
export type Setting = {
  /** Live talk: what is undertaken is mostly done at once. */
  readonly isTalk: boolean
  /** A member's note: short forms, and our own undertakings reported. */
  readonly isNote: boolean
  /** What was said just before, lower case. */
  readonly previous: string
  readonly model?: UndertakingModel | undefined
}

export function settingOf(channel: Channel, previous: string, model?: UndertakingModel): Setting {
  return {
    model,
    isTalk: channel === "chat" || channel === "call",
    isNote: channel === "note",
    previous: previous.toLowerCase(),
  }
}
