import { wordSet } from "../words.ts"
import type { Word } from "../words.ts"
import { deedWords } from "./reading.ts"
import type { Reading } from "./reading.ts"
import { subjectKind } from "./subject.ts"
import { isService } from "./verbs.ts"

/** Whether "you will …" tells what the reader gets from us ("you will receive an e-mail"), not what they must do. */
export function readerGets(reading: Reading): boolean {
  const { clause, setting, hasTime } = reading
  const deed = deedWords(reading, 14)
  if (clause.voice === "passive" && clause.known && giverOf(reading) !== "company") return true
  if (clause.voice === "passive") return isService(clause.verb) && !COSTS.has(clause.verb)
  if (/^(?:get|have) to\b/.test(deed)) return false
  if (COMES.test(deed)) return true
  return /^(?:get|getting|have|having)\b/.test(deed) && ARRIVES.test(deed) && (!setting.isTalk || hasTime)
}

const COSTS = wordSet("charge bill debit pay")
const COMES =
  /^(?:receive|receiving|recieve)\b|^hear(?:ing)? (?:back )?(?:from|back)|^see (?:the|your|a) (?:refund|credit|money|payment|amount)/
const ARRIVES =
  /\b(?:e-?mails?|text|call|letter|refund|confirmation|link|message|invoice|receipt|reply|response|answer|notification|credit|replacement|parcel|package|update|quote|bill|statement|code|copy|contract|form|report|money|payment|delivery|deposit|decision|keys|goods|back|from (?:me|us)|from our|it (?:by|on|within|back|in)|them (?:by|on|within|back|in))\b/

/** "You'll have it from me" names who gives. */
export function giverOf(reading: Reading): "i" | "we" | "named" | "someone" | "company" {
  const deed = deedWords(reading)
  if (/\bfrom me\b|\bmy (?:answer|reply|decision|call|letter|report|draft|quote)\b/.test(deed)) return "i"
  if (/\b(?:from|by) (?:someone|somebody|one of|a member of|an? \w+ of (?:my|our))\b/.test(deed)) return "someone"
  if (isGivenByOurs(reading)) return "named"
  return /\bfrom us\b|\bour (?:answer|reply|decision|letter|report|quote)\b/.test(deed) ? "we" : "company"
}

/** "a call from Ruth", "met by our guide". */
function isGivenByOurs({ words, clause }: Reading): boolean {
  const at = words.findIndex(({ text }, index) => index > clause.verbAt && (text === "from" || text === "by"))
  if (at < 0) return false
  const length = words[at + 1]?.capital === true ? 1 : 3
  return subjectKind(words, at + 1, Math.min(words.length, at + 1 + length)) === "named"
}

/** Whether a thing's fate is a deed of ours ("the refund will be processed"), not weather, prices or a rule for everybody. */
export function thingHappens(reading: Reading): boolean {
  const { clause, words, hasCondition, hasTime } = reading
  const { from, to } = clause.subject
  const subject = words.slice(from, to).map((word) => word.text)
  if (subject.length > 1 && subject.some((word) => RELATIVES.has(word))) return false
  if (subject[0] === "that" && isRelative(words, from)) return false
  if (clause.voice === "passive") {
    if (isByOutsider(reading) || GENERAL.has(subject[0] ?? "")) return false
    return isService(clause.verb) || (clause.known && (hasCondition || subject.includes("your")))
  }
  if (clause.verb === "get-back" || clause.verb === "visit") return hasTime
  if (clause.voice === "being" || !HAPPENS.has(clause.verb)) return false
  return hasTime && (clause.verb !== "go" || words[clause.verbAt + 1]?.text === "out")
}

const RELATIVES = wordSet("which who that")
const HAPPENS = wordSet("arrive ship appear reach go follow come land credit")
/** "All returns will be refunded": a rule for everybody, not a word to this reader. */
const GENERAL = wordSet("all any every each no most")

/** "deals that will come": belongs to the noun before it. */
function isRelative(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.text ?? ""
  return /^\p{L}/u.test(before) && !OPENERS.has(before)
}

const OPENERS = wordSet("and but so then or uh um ok okay well now right")

function isByOutsider({ words, clause }: Reading): boolean {
  const by = words.findIndex((word, at) => at > clause.verbAt && word.text === "by")
  return by > 0 && subjectKind(words, by + 1, Math.min(words.length, by + 4)) === "outsider"
}
