import { phraseAt, testOf, textAt, wordSet } from "../words.ts"
import type { Word } from "../words.ts"
import type { ShortForm } from "./short-form.ts"

/** Words of which one stands in every phrase that is read so. */
const KEYS = wordSet(
  "leave consider back bk owe way list covered got more hereby enclose attach introduce refund credit forwarding attaching enclosing pasting sharing resending copying looping re-sending",
)
const isKey = testOf((text) => KEYS.has(text))
const MARKS = wordSet("; : – — - . ! ,")
const STRETCHES_MAX = 6 // a sentence with more marks is a list
const STRETCH_WORDS_MAX = 24

/** Reads each stretch that a mark opens as a sentence of its own: "Please accept our apologies; it is on its way to you". */
export function afterMarks(
  words: readonly Word[],
  read: (words: readonly Word[], line: string) => ShortForm | null,
): ShortForm | null {
  if (!words.some((word, at) => isKey(word) || (word.text === "it" && textAt(words, at - 1) === "on"))) return null
  let stretches = 0
  for (let at = 1; at < words.length - 2 && stretches < STRETCHES_MAX; at++) {
    if (!MARKS.has(textAt(words, at - 1))) continue
    stretches++
    const stretch = words.slice(at, at + STRETCH_WORDS_MAX)
    const found = read(stretch, phraseAt(stretch, 0, stretch.length))
    if (found !== null) return moved(found, at)
  }
  return null
}

function moved(form: ShortForm, by: number): ShortForm {
  const { from, to } = form.subject
  return { ...form, verbAt: form.verbAt + by, subject: { from: from + by, to: to + by } }
}
