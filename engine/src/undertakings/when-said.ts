import type { Form } from "./time-words.ts"
import type { FoundDue, FoundTime } from "../review-format.ts"
import type { WhenSaid } from "../promises/setting.ts"
import { wordSet } from "../words.ts"
import type { Word } from "../words.ts"
import { DAY, IS_COUNT, LOOSE_FORMS, SIGNS, SURE_FORMS, TOLD_FORMS } from "./time-words.ts"

/** The words that say when, where they are looser than the tables of times know them: "b4 lunch", "in Fri's run", "24h", "ahead of the audit". */
export const whenSaid: WhenSaid = (said) => {
  if (said.due.start !== undefined) return widened(said)
  const found = firstIn(said)
  return found === null ? said.due : dueFrom(said, found)
}

type Said = Parameters<WhenSaid>[0]
type Found = { readonly start: number; readonly end: number }

/** The words before a time that belong to it, and those behind it. */
function widened(said: Said): FoundDue {
  const { text, due } = said
  if (due.start === undefined || due.end === undefined) return due
  const end = due.end - due.start > CLAUSE_MIN ? cutAt(due.text ?? "") : 0
  if (end > 0) return { ...due, text: text.slice(due.start, due.start + end), end: due.start + end }
  const before = leadOf(said, due.start)
  const after = TRAILS.exec(text.slice(due.end, said.to))?.[0] ?? ""
  if (before === "" && after === "") return due
  return dueFrom(said, { start: due.start - before.length, end: due.end + after.length })
}

/** "Still [today]", "before Remembrance [Sunday]": what stands before a time and belongs to it. */
function leadOf({ text, words, lead }: Said, start: number): string {
  const last = words[firstWord(words, start) - 1]
  if (
    last === undefined ||
    last.end !== start - 1 ||
    !(LEADING.has(last.text) || isDigit(last.text.charCodeAt(0)) || (last.capital && last.start > lead))
  )
    return ""
  return LEADS.exec(text.slice(Math.max(lead, start - LEAD_MAX), start))?.[1] ?? ""
}

/** "Before the cut-off and I confirm you": where the next clause begins. */
function cutAt(words: string): number {
  const next = NEXT_CLAUSE.exec(words)
  return next === null || next.index < CLAUSE_MIN ? 0 : next.index
}

const NEXT_CLAUSE =
  / (?:and|&)(?:$| (?:(?:i|we|he|she|they|then|will|find|let|send|tell|call|ring|text|bring|give)\b|\w+ (?:you|him|her|them|it)\b))| (?:i|we) (?!(?:'|’|am|are|was|were|have|had|get|got|can|could|do|did)\b)\w+ (?:for |to |until )?(?:you|him|her|them|it)\b/i
const CLAUSE_MIN = 8 // characters: "today and I" is no event

const LEADING = wordSet(
  "still for come within bfr bfor b4 ere of wk week early late by the course directly immediately straight right shortly soon drop run job call stop slot van post boat flight train bus weekday day evening eve morning night fortnight month st nd rd th mon tue tues wed weds thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday today tomorrow tmrw tmr",
)
const LEAD_MAX = 40 // characters; "every weekday from"
const LEADS = new RegExp(
  `(?:^|\\s)((?:still|come|within|bfr|bfor|b4|ere|this side of|every \\p{L}+|wk|week|early|late|(?:by|before|b4|from|on) \\p{Lu}[\\p{L}’']+|by the|by|in the course of|the \\d{1,2}(?:st|nd|rd|th)?|for|(?:(?:at|by|on) )?(?:the )?(?:end|start|close|beginning|middle|turn|first|last)(?: \\p{L}+)? of|directly|immediately|straight|right|shortly|soon|${DAY}|(?:first|next|last) \\p{L}+) )$`,
  "u",
)
const TRAILS = new RegExp(
  `^(?: itself| or next\\b(?! \\p{L})| without fail| of (?:work|play|business|day|trading)\\b(?: (?:today|tomorrow|${DAY}))?| (?:night |day |late |early )?shift\\b| arvo\\b| drop-?in\\b| (?:IST|CET|GMT|BST|EST|EDT|PST|PDT|CST|AEST|SAST|WAT|EAT|PKT|SGT)\\b|,? ?(?:btwn|between|bfr|b4|around|about|bout) \\d{1,2}(?:[:.]\\d\\d)?(?:-\\d{1,2}(?:[:.]\\d\\d)?)?(?: ?[ap]\\.?m\\b)?| (?:run|sailing|boat|van|lorry|round|post|delivery|cycle|clinic|session|visit|meeting|call|standup)(?=[\\s,.;]|$))`,
  "iu",
)

const SURE = SURE_FORMS.map(readAs)
const LOOSE = LOOSE_FORMS.map(readAs)
const TOLD = TOLD_FORMS.map(readAs)

type Read = { readonly signs: number; readonly pattern: RegExp }

function readAs([signs, pattern]: Form): Read {
  return { signs, pattern: new RegExp(`(?<=^|[\\s,(:;–—-])${pattern}`) }
}

const FAR = 300 // characters; what stands further away says nothing of when, and a text of one endless sentence is read in its time

/** What is said behind the verb; else in what goes on with the same subject ("I'm adding it up and will send it on the 3rd"), else what opens the sentence. */
function firstIn(said: Said): Found | null {
  const { text, verb } = said
  const [lead, to, end] = [
    Math.max(said.lead, verb - FAR),
    Math.min(said.to, verb + FAR),
    Math.min(said.end, said.to + FAR),
  ]
  const own = firstBetween(said, verb, to)
  if (own !== null) return own
  const goesOn = GOES_ON.exec(text.slice(to, end))
  if (goesOn !== null) {
    const next =
      said.times.find(({ start, end: last }) => start >= to && last <= end) ??
      firstBetween(said, to + goesOn[0].length, end)
    if (next !== null) return next
  }
  const first = firstBetween(said, lead, verb)
  return first !== null && (first.start === said.lead || /[,;:–—-]\s$/.test(text.slice(lead, first.start)))
    ? first
    : null
}

const GOES_ON = /^(?:(?:,? ?(?:and|&|n|then)) )?(?:will|'ll|shall)\b/

function firstBetween(said: Said, from: number, to: number): Found | null {
  const place = { words: said.text.slice(from, to).toLowerCase(), from, signs: signsOf(said.words, from, to) }
  if (place.signs === 0) return null
  return (
    firstOf(SURE, place, said.isTaken) ??
    firstOf(LOOSE, place, (found) => said.isTaken(found) || isOfThing(found, said.times)) ??
    firstOf(TOLD, place, said.isTaken)
  )
}

type Place = { readonly words: string; readonly from: number; readonly signs: number }

function signsOf(words: readonly Word[], from: number, to: number): number {
  let signs = 0
  for (let at = firstWord(words, from); at < words.length; at++) {
    const { text = "", end = Infinity } = words[at] ?? {}
    if (end > to) break
    signs |= SIGNS.get(text) ?? (isDigit(text.charCodeAt(0)) ? IS_COUNT : 0)
  }
  return signs
}

/** The index of the first word that begins at an offset or behind it. */
function firstWord(words: readonly Word[], offset: number): number {
  let [low, high] = [0, words.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle]?.start ?? Infinity) < offset) low = middle + 1
    else high = middle
  }
  return low
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57
}

function firstOf(forms: readonly Read[], place: Place, isTaken: Said["isTaken"]): Found | null {
  let first: Found | null = null
  for (const { signs, pattern } of forms) {
    const match = (signs & place.signs) === 0 ? null : pattern.exec(place.words)
    if (match === null) continue
    const start = place.from + match.index
    const found = { start, end: start + match[0].replace(/[\s.,:;]+$/, "").length }
    if ((first === null || start < first.start) && !isTaken(found)) first = found
  }
  return first
}

/** "The order for Saturday": a time that was read, and found to tell which thing is meant. */
function isOfThing({ start, end }: Found, times: readonly FoundTime[]): boolean {
  return times.some((time) => time.start < end && time.end > start)
}

function dueFrom({ text, due }: Said, { start, end }: Found): FoundDue {
  const words = text.slice(start, end)
  const place = { text: words, start, end }
  return due.start === undefined || NAMED_DAY.test(words) ? { ...place, kind: "vague" } : { ...due, ...place }
}

/** "Before Remembrance Sunday" is not before the next Sunday. */
const NAMED_DAY = /\b(?!Mon|Tue|Wed|Thu|Fri|Sat|Sun)\p{Lu}\p{L}+ (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/u
