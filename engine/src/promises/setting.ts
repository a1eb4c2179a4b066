import type { Channel } from "../review-format.ts"

/** What the words around a sentence make of it. */
export type Setting = {
  /** Live talk: what is undertaken is mostly done at once. */
  readonly isTalk: boolean
  /** A member's note: short forms, and our own undertakings reported. */
  readonly isNote: boolean
  /** What was said just before, lower case. */
  readonly previous: string
}

export function settingOf(channel: Channel, previous: string): Setting {
  return {
    isTalk: channel === "chat" || channel === "call",
    isNote: channel === "note",
    previous: previous.toLowerCase(),
  }
}
