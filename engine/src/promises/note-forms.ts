import type { Word } from "../words.ts"
import { shortForm } from "./short-form.ts"
import type { ShortForm } from "./short-form.ts"
import { baseOfIng, baseOfParticiple, deedOf, isService, owesNothing } from "./verbs.ts"

/** "Pete to ring her", "crown to be remade", "Crew returning 5pm", "promised a callback". */
export function noteForm(words: readonly Word[], hasLaterTime: boolean): ShortForm | null {
  let start = 0
  for (let at = 0; at < words.length; at++) {
    const word = words[at]?.text ?? ""
    if (/^[.,;:!?—–-]$/.test(word)) start = at + 1
    const next = words[at + 1]?.text ?? ""
    if (word === "to" && at - start <= NOTE_SUBJECT_WORDS_MAX) {
      const found = toForm(words, start, at)
      if (found !== null) return found
    }
    const ing = baseOfIng(word)
    if (hasLaterTime && ing !== null && deedOf(ing) !== null && at - start <= 3 && !isCustomer(words, start, at))
      return shortForm(at === start ? "i" : "named", ing, at, start, at)
    if (
      hasLaterTime &&
      /^(?:booked|arranged|scheduled|set|due)$/.test(word) &&
      /^(?:cb|callback|call|back|visit|engineer|call-back|collection|delivery|repair)$/.test(
        words[at - 1]?.text ?? "",
      ) &&
      !isCustomer(words, start, at)
    )
      return shortForm("company", "call", at, start, at)
    if (
      (word === "promised" || word === "arranged" || word === "agreed") &&
      /^(?:a|call|callback|cb|to|refund|visit|reply|call-back)$/.test(next) &&
      isOwnSpeaker(words, start, at)
    )
      return shortForm("i", next === "to" ? (words[at + 2]?.text ?? "do") : "call", at)
  }
  return null
}

function toForm(words: readonly Word[], start: number, at: number): ShortForm | null {
  const next = words[at + 1]?.text ?? ""
  if (next === "be") {
    const base = baseOfParticiple(words[at + 2]?.text ?? "")
    return base !== null && (isService(base) || deedOf(base) !== null)
      ? shortForm("company", base, at + 2, start, at)
      : null
  }
  if (deedOf(next) === null || owesNothing(next) || (next === "get" && at === start)) return null
  if (at === start) return shortForm("i", next, at + 1)
  if (isCustomer(words, start, at) || !isAgent(words, start, at)) return null
  const actor = words[at - 1]?.text
  return shortForm(
    actor === "i" ? "i" : actor === "we" ? "we" : actor === "someone" || actor === "somebody" ? "someone" : "named",
    next,
    at + 1,
    start,
    at,
  )
}

function isCustomer(words: readonly Word[], from: number, to: number): boolean {
  return words.slice(from, to).some((word) => CUSTOMERS.has(word.text))
}

const AGENTS =
  /^(?:i|we|someone|somebody|team|engineer|driver|manager|crew|technician|colleague|office|reception|plumber|electrician|workshop|accounts|billing|boss|fitter|nurse|dr|mechanic)$/

function isAgent(words: readonly Word[], from: number, to: number): boolean {
  const last = words[to - 1]
  return (
    last !== undefined &&
    (AGENTS.test(last.text) ||
      (last.capital && to - from <= 2 && words.slice(from, to).every((word) => word.capital || word.text === "&")))
  )
}

function isOwnSpeaker(words: readonly Word[], start: number, at: number): boolean {
  return at === start || /^(?:i|we|have|'ve|and)$/.test(words[at - 1]?.text ?? "")
}

const CUSTOMERS = new Set([
  "cust",
  "customer",
  "client",
  "tenant",
  "pt",
  "patient",
  "caller",
  "she",
  "he",
  "they",
  "you",
  "guest",
  "resident",
  "owner",
  "buyer",
  "member",
])
const NOTE_SUBJECT_WORDS_MAX = 5
