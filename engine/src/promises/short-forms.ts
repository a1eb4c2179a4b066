import { phraseAt, wordSet } from "../words.ts"
import type { Word } from "../words.ts"
import { noteForm } from "./note-forms.ts"
import { shortForm } from "./short-form.ts"
import type { ShortForm } from "./short-form.ts"
import type { Setting } from "./setting.ts"
import { subjectBefore, subjectKind } from "./subject.ts"
import { baseOfIng, baseOfParticiple, deedOf, isService, owesNothing } from "./verbs.ts"

/** Undertakings told in short: "On it.", "Pete to ring her Mon", "your refund takes 3 days". Null when there is none. */
export function shortFormOf(
  words: readonly Word[],
  around: { readonly hasLaterTime: boolean; readonly hasCondition: () => boolean },
  setting: Setting,
): ShortForm | null {
  if (words.at(-1)?.text === "?" || words.length < 2 || !mayBeShort(words, around.hasLaterTime, setting)) return null
  const line = phraseAt(words, 0, words.length)
  if (/\b(?:not|n't|never|no longer|cannot)\b/.test(line)) return null
  return (
    fixedPhrase(words, line) ??
    (setting.isNote ? noteForm(words, around.hasLaterTime) : null) ??
    (setting.isTalk ? talkForm(words, around.hasLaterTime) : null) ??
    (around.hasLaterTime ? timedForm(words, line, setting) : null) ??
    (movesThing(words) && around.hasCondition() ? thingMoves(words) : null)
  )
}

/** Whether a word is there that one of the forms needs; most sentences have none. */
function mayBeShort(words: readonly Word[], hasLaterTime: boolean, setting: Setting): boolean {
  if (hasLaterTime || setting.isNote) return true
  let last = ""
  for (const { text } of words) {
    if (FIXED.has(text) || MOVES.has(text) || (setting.isTalk && text.endsWith("ing"))) return true
    if ((last === "on" && text === "it") || (last === "and" && OWNERS.has(text)) || text.startsWith("follow"))
      return true
    if (last !== "" && text === "on" && RELIES.test(last)) return true
    last = text
  }
  return false
}

const FIXED = wordSet(
  "leave back asked instructed told arranged agreed promised offered undertaken volunteered consider",
)
const OWNERS = wordSet("your the a any")
const RELIES = /\b(?:count|rely|depend|bank)$/
const MOVES = wordSet("takes arrives ships leaves reaches goes lands")

function movesThing(words: readonly Word[]): boolean {
  return words.some((word) => MOVES.has(word.text))
}

function fixedPhrase(words: readonly Word[], line: string): ShortForm | null {
  if (/^(?:(?:ok|okay|yes|sure|right|great) ,? ?)?(?:i 'm |im |we 're )?on it(?: [.!]|$)/.test(line))
    return shortForm(line.includes("we ") ? "we" : "i", "do", 0)
  if (/^(?:ok ,? ?|sure ,? ?)?leave (?:it|this|that) (?:with|to) (?:me|us)\b/.test(line))
    return shortForm(/\bus\b/.test(line) ? "we" : "i", "do", 0)
  if (/^(?:i 'll be |will be )?(?:right )?back (?:with|to) you\b/.test(line)) return shortForm("i", "get-back", 0)
  const asked =
    /\b(?:i|we) (?:'ve |have )?(?:asked|instructed|told|arranged for) (\S+(?: \S+){0,4}?) to (\w+)\b.*\b(?:you|your)\b/.exec(
      line,
    )
  if (asked !== null && deedOf(asked[2] ?? "") !== null && asked[1] !== "you")
    return delegated(words, asked[1] ?? "", asked[2] ?? "")
  const agreed = words.findIndex((word, at) => at > 0 && AGREED.has(word.text) && words[at + 1]?.text === "to")
  if (agreed > 0 && /\b(?:you|your)\b/.test(line) && deedOf(words[agreed + 2]?.text ?? "") !== null) {
    const subject = subjectBefore(
      words,
      /^(?:has|have|'s|'ve)$/.test(words[agreed - 1]?.text ?? "") ? agreed - 1 : agreed,
    )
    const kind = subjectKind(words, subject.from, subject.to)
    if (kind === "named" || kind === "someone")
      return shortForm(kind, words[agreed + 2]?.text ?? "do", agreed + 2, subject.from, subject.to)
  }
  const waived = /^(?:please )?(\w+)\b.* and (?:your|the|a|any) (?:\w+ ){1,4}(?:is|are) (\w+)/.exec(line)
  if (waived !== null && deedOf(waived[1] ?? "") !== null && isService(baseOfParticiple(waived[2] ?? "") ?? "")) {
    return {
      ...shortForm(
        "company",
        baseOfParticiple(waived[2] ?? "") ?? "do",
        words.findLastIndex((word) => word.text === waived[2]),
      ),
      kind: "conditional",
    }
  }
  const counted = /\b(?:count|rely|depend|bank) on (?:(me)|us) to (\w+)/.exec(line)
  if (counted !== null)
    return shortForm(
      counted[1] === undefined ? "we" : "i",
      counted[2] ?? "do",
      words.findIndex((word, index) => word.text === "to" && /^(?:me|us)$/.test(words[index - 1]?.text ?? "")) + 1,
    )
  if (
    words.length <= 8 &&
    /^(?:\S+ ){1,4}to follow\b/.test(line) &&
    !/\b(?:easy|hard|difficult|want|like|steps|instructions|how|need|try|have)\b/.test(line)
  )
    return shortForm(
      "company",
      "send",
      words.findIndex((word) => word.text === "follow"),
    )
  return words[0]?.text === "consider" && words[1]?.text === "it" && words[2]?.text === "done"
    ? shortForm("i", "do", 0)
    : null
}

const AGREED = wordSet("agreed promised offered undertaken volunteered")

/** "I've asked Leo to send you the sizes": Leo will. */
function delegated(words: readonly Word[], whom: string, verb: string): ShortForm {
  const from = words.findIndex((word, at) => word.text === whom.split(" ")[0] && at > 0)
  const verbAt = words.findIndex((word, at) => at > from && word.text === verb)
  const actor = /^(?:someone|somebody|one|a|an)\b/.test(whom) ? "someone" : "named"
  return shortForm(actor, verb, verbAt, from, from + whom.split(" ").length)
}

/** "checking with the kitchen", "just pulling that up". */
function talkForm(words: readonly Word[], hasLaterTime: boolean): ShortForm | null {
  for (let at = 0; at < words.length - 1; at++) {
    const base = baseOfIng(words[at]?.text ?? "")
    if (
      base === null ||
      !TALK_LEADS.has(words[at - 1]?.text ?? ",") ||
      deedOf(base) === null ||
      owesNothing(base) ||
      /^(?:call|write|contact|go|do|get|have|come|help|assist|use|read|say|speak|talk|ask)$/.test(base) ||
      /^(?:forward|for|like|at)$/.test(words[at + 1]?.text ?? "")
    )
      continue
    if (
      words
        .slice(at)
        .some((word) =>
          /^(?:will|would|can|is|are|was|were|costs?|means?|requires?|takes?|may|might|should|have|has)$/.test(
            word.text,
          ),
        )
    )
      return null
    if (words.slice(0, at).some((word) => /^(?:is|are|was|were|you|your|be|'s|'re|'m)$/.test(word.text))) return null
    return { ...shortForm("i", base, at), kind: hasLaterTime ? "later" : "now" }
  }
  return null
}

/** What stands before a deed that is told in passing. */
const TALK_LEADS = wordSet(", . ! ; : – — - just now ok okay sec moment second and brb sure yes right")

/** Forms that only a time to come makes an undertaking. */
function timedForm(words: readonly Word[], line: string, setting: Setting): ShortForm | null {
  const opening = words[0]?.text ?? ""
  if (/^(?:and |so |then |okay |right )?(?:call|ring|phone|email|text|see to) (?:you|u)\b/.test(line))
    return shortForm("we", opening === "and" ? "call" : opening, opening === "and" ? 1 : 0)
  const expects = words.findIndex((word) => word.text === "expect")
  if (expects >= 0 && (expects === 0 || /\byou (?:can|may|should)$/.test(phraseAt(words, 0, expects))))
    return expected(words, expects)
  return presentForm(words, line, setting) ?? verbless(words, line)
}

function expected(words: readonly Word[], at: number): ShortForm {
  const next = words[at + 1]
  if (next?.text === "my" || next?.text === "me") return shortForm("i", "call", at)
  const from = words.findIndex((word, index) => index > at && word.text === "from")
  if (from > 0 && subjectKind(words, from + 1, from + 2) === "named")
    return shortForm("named", "call", at, from + 1, from + 2)
  if (next?.text === "someone" || next?.text === "somebody" || (next?.text === "one" && words[at + 2]?.text === "of"))
    return shortForm("someone", "visit", at, at + 1, at + 2)
  if (
    next?.text === "us" ||
    (next?.text === "our" && /^(?:call|reply|answer|letter|email|mail|decision)$/.test(words[at + 2]?.text ?? ""))
  )
    return shortForm("we", "answer", at)
  const isName = next !== undefined && next.capital && words[at + 2]?.capital !== true
  return isName ? shortForm("named", "visit", at, at + 1, at + 2) : shortForm("company", "send", at)
}

/** "we … send you the rest by Friday", "your refund takes 3 working days", "it ships to you by Monday". */
function presentForm(words: readonly Word[], line: string, setting: Setting): ShortForm | null {
  if (/\b(?:typically|usually|normally|generally|most|every|each|always|often)\b/.test(line)) return null
  const moving = thingMoves(words)
  if (moving !== null) return moving
  for (let at = 1; at < words.length; at++) {
    const word = words[at]?.text ?? ""
    const before = words[at - 1]?.text ?? ""
    if (
      (before === "we" || before === "i") &&
      deedOf(word) !== null &&
      !owesNothing(word) &&
      /\b(?:you|u) /.test(line.slice(line.indexOf(` ${word} `)))
    )
      return isLead(words, at - 2) && !setting.isNote ? shortForm(before, word, at, at - 1, at) : null
  }
  return null
}

/** "your refund takes …", "the lamp ships to you …". */
function thingMoves(words: readonly Word[]): ShortForm | null {
  for (let at = 1; at < words.length; at++) {
    const word = words[at]?.text ?? ""
    if (MOVES.has(word) && aboutReader(words, at))
      return shortForm("company", word === "takes" ? "process" : "ship", at, 0, at)
  }
  return null
}

function isLead(words: readonly Word[], at: number): boolean {
  return at < 0 || /^(?:[,.!;:–—-]|and|so|ok|okay|deal|then)$/.test(words[at]?.text ?? "")
}

function aboutReader(words: readonly Word[], at: number): boolean {
  const before = words.slice(Math.max(0, at - 5), at).map((word) => word.text)
  const after = words.slice(at, at + 5).map((word) => word.text)
  return before.includes("your") || after.includes("you") || after.includes("your")
}

const FINITE =
  /\w(?:ed|ought)\b|\b(?:went|came|left|got|gave|put|paid|is|are|was|were|am|be|been|has|have|had|do|does|did|can|could|may|might|must|should|would|will|'s|'re|'m|'ve|'d|'ll|said|asked|called|wrote|sent|please|let|get|need|want|know|see|make|take|go|come|pm|try|save|buy)\b/

/** "A full refund to your card tonight." */
function verbless(words: readonly Word[], line: string): ShortForm | null {
  if (words.length > 26 || !/\b(?:to|at|in|with|on) (?:your|you)\b/.test(line)) return null
  const lastBreak = Math.max(
    words.findLastIndex((word, index) => index < words.length - 1 && /^[.!?:]$/.test(word.text)),
    -1,
  )
  const part = words
    .slice(lastBreak + 1)
    .map((word) => word.text)
    .join(" ")
  if (
    deedOf(words[lastBreak + 1]?.text ?? "") !== null ||
    /^(?:see|thanks|thank|welcome|good|best|kind|looking|cheers|happy|sorry)\b/.test(part)
  )
    return null
  return FINITE.test(part) || !/\b(?:to|at|in|with|on) (?:your|you)\b/.test(part)
    ? null
    : shortForm("company", "send", lastBreak + 1)
}
