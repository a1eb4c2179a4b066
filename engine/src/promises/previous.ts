import type { Word } from "../words.ts"
import type { Setting } from "./setting.ts"

/** In live talk a sentence comes in pieces: "if you come through" … "we'll check"; "what's your address" … "and I'll have a look". */
export function followsCondition(words: readonly Word[], setting: Setting): boolean {
  const before = setting.previous.trim()
  if (!setting.isTalk || before === "" || before.startsWith("customer:") || /[.!]$/.test(before)) return false
  const last = before.slice(Math.max(before.lastIndexOf("\n"), before.lastIndexOf(". "), 0)).trim()
  if (/^(?:so |and |but |or )?(?:if|once|when|as soon as|unless) (?!you (?:bear|hold|wait|just bear|could (?:bear|hold)|can (?:bear|hold)|would (?:bear|hold)|don't mind)|i )/.test(last)) return !/\b(?:i'll|we'll|will|can|please|you'll|you need)\b/.test(last)
  return words[0]?.text === "and" && /^(?:what|what's|can you|could you|give me|tell me|have you got|let me have|which|where)\b/.test(last)
}
