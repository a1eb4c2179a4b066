import { wordsHeld } from "./held.ts"
import { needsIn } from "./pattern.ts"

/** A regular expression without the flags g and y that is tried only where the text holds the words it cannot do without. */
export type Gated = {
  readonly test: (text: string) => boolean
  readonly exec: (text: string) => RegExpExecArray | null
}

/** Worth it where several patterns look at one text: which words that holds is found out once. */
export function gated(regex: RegExp): Gated {
  const mayMatch = needsIn(regex)
  return {
    test: (text) => mayMatch(wordsHeld(text)) && regex.test(text),
    exec: (text) => (mayMatch(wordsHeld(text)) ? regex.exec(text) : null),
  }
}
