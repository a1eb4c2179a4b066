import { textAt } from "../words.ts"
import type { Word } from "../words.ts"
import type { Setting } from "./setting.ts"

/** In live talk a sentence comes in pieces: "if you come through" … "we'll check"; "what's your address" … "and I'll have a look". */
export function followsCondition(words: readonly Word[], setting: Setting): boolean {
  const before = setting.previous.trim()
  if (words.slice(0, 4).some(({ text }) => text === "then") && REQUESTS.test(before)) return true
  if (!setting.isTalk || before === "" || before.startsWith("customer:") || /[.!]$/.test(before)) return false
  const last = before.slice(Math.max(before.lastIndexOf("\n"), before.lastIndexOf(". "), 0)).trim()
  if (
    /^(?:(?:so|and|but|or|well|right|okay|alright|uh|um|now|basically|obviously) )*(?:if|once|when|as soon as|unless) (?!you (?:bear|hold|wait|just bear|could (?:bear|hold)|can (?:bear|hold)|would (?:bear|hold)|don't mind)|i )/.test(
      last,
    )
  )
    return !/\b(?:i'll|we'll|they'll|you'll|you need|you have to)\b/.test(last)
  if (!/^(?:and|then|so)$/.test(textAt(words, 0)) || /\b(?:bear|hold|wait|moment|second|minute)\b/.test(last))
    return false
  return /^(?:(?:and|so|uh|um|right|okay|then) )*(?:what|what's|can you|could you|can i (?:have|take)|could i (?:have|take)|give me|tell me|have you got|let me have|which|where|do you have|just (?:give|tell|confirm|let)|confirm|your (?:name|number|address|post))\b/.test(
    last,
  )
}

/** "Please provide both. | I will then change it", "Happy with that? | Then I'll book it". */
const REQUESTS = /^(?!customer:).*(?:\?|\b(?:please (?!note|bear|wait|hold)|let me know)\b[^?]*\.)$/s
