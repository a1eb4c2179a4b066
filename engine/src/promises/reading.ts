import { hasWord, phraseAt, wordSet } from "../words.ts"
import type { Word } from "../words.ts"
import type { Clause } from "./clauses.ts"
import type { Setting } from "./setting.ts"

/** A clause with all that decides whether it undertakes something. */
export type Reading = {
  readonly clause: Clause
  readonly words: readonly Word[]
  readonly setting: Setting
  /** What the sentence holds besides the clause. */
  readonly hasCondition: boolean
  readonly hasLaterTime: boolean
  readonly hasTime: boolean
}

/** The verb and what follows it. */
export function deedWords({ words, clause }: Reading, length?: number): string {
  return phraseAt(words, clause.verbAt, length)
}

/** Whether one of the words stands between the modal and the verb ("will gladly send"). */
export function isMarked({ words, clause }: Reading, wanted: ReadonlySet<string>): boolean {
  return hasWord(words, clause.modalAt, clause.verbAt, wanted)
}

/** Whether one of the words stands from the verb on, in the next 30. */
export function isFollowedBy({ words, clause }: Reading, wanted: ReadonlySet<string>): boolean {
  return hasWord(words, clause.verbAt, clause.verbAt + 30, wanted)
}

/** What stands for the reader. */
export const READER = wordSet("you your u ur")
