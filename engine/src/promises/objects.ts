import { textAt, wordSet } from "../words.ts"
import type { Word } from "../words.ts"

/** Whether an object stands at word `at`, or behind a particle there: what makes a deed of a verb that no list holds ("reglue the spine"). */
export function takesObject(words: readonly Word[], at: number): boolean {
  const next = PARTICLES.has(textAt(words, at)) ? at + 1 : at
  return OBJECTS.has(textAt(words, next))
}

/** In a note articles are left out: any word will do that is none of grammar's ("reglue spine"). */
export function takesBareObject(words: readonly Word[], at: number): boolean {
  const word = textAt(words, at)
  return takesObject(words, at) || (/^[\p{L}\d]/u.test(word) && !word.endsWith("ed") && !NO_OBJECTS.has(word))
}

const PARTICLES = wordSet("up out back over off down round away in on")
const OBJECTS = wordSet(
  "the a an my our your ur his her their this that these those it them him you u all both each any some another everything one two three four five six",
)
const NO_OBJECTS = wordSet(
  "is are was were be been has have had will would can could should may might must do does did and or but so then if when as than not n't to of at by for from with about after before until till since",
)
