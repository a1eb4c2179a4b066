import { phraseAt, textAt, wordSet } from "../words.ts"
import type { Reading } from "./reading.ts"

/** Whether the clause asks ("shall I connect you", "when will you call?"), with or without a question mark. */
export function asks(reading: Reading): boolean {
  const { words, clause } = reading
  if (isInverted(reading)) return true
  if (ASKING.has(textAt(words, 0)) && ASKED.has(textAt(words, 1))) return true
  if (words.at(-1)?.text !== "?" || TAGS.test(phraseAt(words, words.length - 4, 4))) return false
  return clause.modalAt === 0 || !words.some(({ text }, at) => at >= clause.verbAt && (text === "." || text === "!"))
}

function isInverted({ words, clause }: Reading): boolean {
  if (clause.modal === "let" || clause.modal === "progressive") return false
  if (!SUBJECTS.has(textAt(words, clause.modalAt + 1))) return false
  return clause.subject.from === clause.subject.to || textAt(words, clause.modalAt) === "shall"
}

const SUBJECTS = wordSet("you he she they it i we the this that there anyone")
const ASKING = wordSet("when what where who how why which")
const ASKED = wordSet("do does did will would can could is are should shall")
/** "I'll check that for you, okay?" */
const TAGS = /\b(?:ok|okay|alright|all right|right|yeah|yes|fine|then)\s*\?$/
