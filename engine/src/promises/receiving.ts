import { wordSet } from "../words.ts"
import { deedWords } from "./reading.ts"
import type { Reading } from "./reading.ts"
import { subjectKind } from "./subject-kind.ts"
import { isService } from "./verbs.ts"

/** Whether "you will …" tells what the reader gets from us ("you will receive an e-mail"), not what they must do. */
export function readerGets(reading: Reading): boolean {
  const { clause, setting, hasTime } = reading
  const deed = deedWords(reading, 14)
  if (clause.voice === "passive" && clause.known && giverOf(reading) !== "company") return true
  if (clause.voice === "passive" && GIVEN.has(clause.verb)) return !GIVEN_A_CHOICE.test(deed)
  if (clause.voice === "passive") return (isService(clause.verb) && !COSTS.has(clause.verb)) || TAKEN_OFF.test(deed)
  if (/^(?:get|have) to\b/.test(deed)) return false
  if (hasTime && !setting.isTalk && HOLDS.test(deed) && !HAS_NOT.test(deed)) return true
  if (hasTime && /^know\b/.test(deed)) return true
  if (REPEATED.test(deed)) return false
  if (COMES.test(deed)) return true
  return /^(?:get|getting|have|having)\b/.test(deed) && (setting.isTalk && !hasTime ? SENT : ARRIVES).test(deed)
}

/** "You will be moved to the cheaper tariff", "you'll be given a new card". */
const GIVEN = wordSet(
  "tell move switch transfer upgrade enrol enroll rehouse seat reseat give lend loan credit reimburse refund rebook",
)
const GIVEN_A_CHOICE =
  /^(?:given|moved) (?:(?:the|a|an) )?(?:\S+ )?(?:chance|option|opportunity|choice|access|by|to tears)\b/

/** "By teatime you'll have the plan": whatever it is, with a time it is a word to keep. */
const HOLDS = /^have (?:it|them|the|your|our|my|a|an|this|that|these|those|all|everything)\b/
const HAS_NOT =
  /^have (?:a|an|the|your|all) (?:\S+ )?(?:great|good|nice|lovely|fun|chance|opportunity|choice|option|right|time|day|week|weekend|look|meeting|baby|think|break|problem|problems|trouble|until|till|to)\b/
/** What a talk sends of itself, with no time said. */
const SENT =
  /^(?:get|getting|have) (?:(?:\S+ ){1,4}back\b|my answer|our answer)|^(?:get|getting|have) (?:an?|the|your|another) (?:\S+ ){0,2}(?:text|e-?mail|letter|confirmation|refund|receipt|credit|replacement|call ?back)\b/
const REPEATED = /\bevery (?:day|week|month|year|time|other)\b|\b(?:an?|the) (?:error|busy|recorded|automated) /
const TAKEN_OFF =
  /^(?:taken off|unsubscribed|taken care of|looked after|met by|collected|picked up|driven|upgraded|compensated)\b/
/** What the reader gives, and does not get. */
export const COSTS = wordSet("charge bill debit pay")
const COMES =
  /^(?:receive|receiving|recieve)\b|^be (?:hearing|receiving|getting)\b|^hear(?:ing)? (?:back )?(?:from|back)|^see (?:the|your|a|that|it|this) (?:\S+ ){0,3}(?:taken off|knocked off|credited|refunded|refund|credit)\b|^see (?:the|your|a|that|it) (?:refund|credit|money|payment|amount|funds|balance|back|in your|on your)/
const ARRIVES =
  /\b(?:e-?mails?|text|call|letter|refund|confirmation|link|message|invoice|receipt|reply|response|answer|notification|credit|replacement|parcel|package|update|quote|bill|statement|code|copy|contract|form|report|money|payment|delivery|deposit|decision|keys|goods|back|from (?:me|us)|from our|comments|feedback|thoughts|notes|figures|numbers|draft|results?|details|documents|papers|slides|list|proposal|cheque|check|quotation|estimate|funds|new one|tracking|voucher|label|tickets?|invitation|(?:it|them|that|this|those|one) (?:by|on|within|back|in|before|at|tomorrow|today|tonight|this|next|shortly|soon|first thing|as))\b/

/** "You'll have it from me" names who gives. */
export function giverOf(reading: Reading): "i" | "we" | "named" | "someone" | "company" {
  const deed = deedWords(reading)
  const isPassive = reading.clause.voice === "passive"
  if (
    /\bfrom me\b|^(?:have|get|receive|hear)\w* my \w+|\bmy (?:answer|reply|decision|call|letter|report|draft|quote)\b/.test(
      deed,
    )
  )
    return "i"
  if (/^know\b/.test(deed)) return /\b(?:when|once|as|minute|moment|second) i\b/.test(deed) ? "i" : "we"
  if (/\b(?:from|by) (?:someone|somebody|one of|a member of|an? \w+ of (?:my|our))\b/.test(deed)) return "someone"
  const giver = giverNamed(reading)
  if (giver !== null) return giver
  if (/\bfrom us\b/.test(deed)) return "we"
  return !isPassive &&
    /^(?:have|get|receive) our (?!team|sales)\w+|\bour (?:answer|reply|decision|letter|report|quote)\b/.test(deed)
    ? "we"
    : "company"
}

/** "a call from Ruth", "met by our guide". */
function giverNamed({ words, clause }: Reading): "named" | "someone" | null {
  const at = words.findIndex(({ text }, index) => index > clause.verbAt && (text === "from" || text === "by"))
  if (at < 0) return null
  const length = words[at + 1]?.capital === true ? 1 : 3
  const kind = subjectKind(words, at + 1, Math.min(words.length, at + 1 + length))
  return kind === "named" || kind === "someone" ? kind : null
}
