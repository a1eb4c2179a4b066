import { gated } from "../wording/gated.ts"
import type { Deed } from "../review-format.ts"
import { phraseAt } from "../words.ts"
import type { Word } from "../words.ts"
import { deedOf } from "./verbs.ts"

/** What is undertaken from word `verbAt` to `to`. Looking into something and reporting back is one deed: the report. */
export function deedFrom(words: readonly Word[], verbAt: number, to: number, verb: string): Deed {
  const rest = phraseAt(words, verbAt, to - verbAt)
  const first = deedOf(verb) ?? "other"
  if (first === "answer" || first === "other") {
    if (CALL.test(rest)) return "call-back"
    if (REFUND.test(rest) && first === "other") return "refund"
  }
  if (first === "other" && THEN_ANSWER.test(rest)) return "answer"
  if (first === "other" && THEN_SEND.test(rest)) return "send"
  return first
}

/** The deed that a noun names: "your refund takes five days", "you will receive a call". */
export function deedOfThing(phrase: string): Deed | null {
  if (/\b(?:refund|credit|money|reimbursement|payment)\b/.test(phrase)) return "refund"
  if (/\b(?:call|callback|call-back|ring)\b/.test(phrase)) return "call-back"
  if (/\b(?:reply|answer|response|hear|update|confirmation|email|e-mail|mail)\b/.test(phrase)) return "answer"
  if (/\b(?:parcel|package|order|delivery|replacement|copy|invoice|quote|link|letter|receipt)\b/.test(phrase))
    return "send"
  return null
}

const CALL = gated(
  /\b(?:call|ring|phone|buzz)\b(?: \S+){0,3} (?:back|you|u)\b|\b(?:call|ring|phone) (?:you|u|him|her|back)\b/,
)

const REFUND = gated(/\brefund(?:ed|s)?\b|\bcredit(?:ed)?\b/)

const THEN_ANSWER = gated(
  /\b(?:and|then) (?:get back|let you know|reply|respond|report|come back|update you|write|e-?mail|tell you|confirm)\b/,
)

const THEN_SEND = gated(/\b(?:and|then) (?:send|post|forward|ship)\b/)
