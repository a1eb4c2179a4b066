import { wordSet } from "./words.ts"
import { isLetter as isAsciiLetter } from "./plain-words.ts"
import type { Span } from "./review-format.ts"

/** A sentence is cut here at the latest, so that nothing depends on how long a text runs without a full stop. */
export const SENTENCE_LENGTH_MAX = 1_000 // characters; the longest in ordinary mail is under 500

/**
 * The sentences within `spans`, trimmed of white space. Lines wrapped by a mail program stay one sentence;
 * list items, short lines and paragraphs are sentences of their own.
 */
export function sentences(text: string, spans: readonly Span[]): readonly Span[] {
  const found: Span[] = []
  for (const span of spans) readSpan(text, span, found)
  return found
}

function readSpan(text: string, span: Span, found: Span[]): void {
  let start = span.start
  let lineStart = span.start
  for (let at = span.start; at < span.end; at++) {
    const code = text.charCodeAt(at)
    let isBreak = false
    if (code === NEWLINE) {
      isBreak = breaksLine(text, lineStart, at, span.end)
      lineStart = at + 1
    } else if (code < 64 ? code === FULL_STOP || code === 33 || code === 63 : code === 0x2026)
      isBreak = endsSentence(text, at, code, span.end)
    if (isBreak || (at - start >= SENTENCE_LENGTH_MAX && endsAnyhow(text, at, start))) {
      push(text, start, at + 1, found)
      start = at + 1
    }
  }
  push(text, start, span.end, found)
}

/** Too long a sentence is cut at a space, and where none comes for long, between any two characters. */
function endsAnyhow(text: string, at: number, start: number): boolean {
  if (isSpace(text.charCodeAt(at))) return true
  return at - start >= UNBROKEN_LENGTH_MAX && !isFirstOfPair(text.charCodeAt(at))
}

const UNBROKEN_LENGTH_MAX = 4_000 // characters; an address of a web page is shorter

function isFirstOfPair(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

const NEWLINE = 10
const FULL_STOP = 46
const WRAPPED_LENGTH_MIN = 45 // characters; a mail program wraps at 60-78

/** A line break ends a sentence unless the line looks wrapped: long, unfinished, and followed by plain words. */
function breaksLine(text: string, lineStart: number, at: number, end: number): boolean {
  if (at - lineStart < WRAPPED_LENGTH_MIN) return true
  const next = text.charAt(at + 1)
  if (at + 1 >= end || next === "\n" || next === "\r" || LIST_MARK.test(text.slice(at + 1, at + 7))) return true
  const last = text.charAt(text.charAt(at - 1) === "\r" ? at - 2 : at - 1)
  return last === ":" || last === "." || last === "!" || last === "?"
}

const LIST_MARK = /^\s{0,3}(?:[-*•–>#]|\d{1,2}[.)])/

/** Whether the mark at `at`, a full stop or one that asks, cries or trails off, ends its sentence. */
function endsSentence(text: string, at: number, code: number, end: number): boolean {
  let after = at + 1
  while (after < end && CLOSING.includes(text.charAt(after))) after++
  if (after >= end) return true
  const next = text.charCodeAt(after)
  if (code === FULL_STOP && !isSpace(next)) return text.startsWith("..", at - 2) && isLetter(text, after)
  if (!isSpace(next)) return false
  return code !== FULL_STOP || !isAbbreviation(text, at, after)
}

const CLOSING = "\"'”’)]*_"

function isAbbreviation(text: string, dot: number, after: number): boolean {
  let start = dot
  while (start > 0 && dot - start <= ABBREVIATION_LENGTH_MAX && isLetter(text, start - 1)) start--
  if (dot - start > ABBREVIATION_LENGTH_MAX) return false
  const word = text.slice(start, dot).toLowerCase()
  const next = firstLetter(text, after)
  const goesOn = (): boolean => !isCapital(text, next) || TIME.test(text.slice(next, next + TIME_LENGTH))
  if (word === "m" && text.charAt(start - 1) === ".") return goesOn()
  if (word.length === 1) return word !== "i" && text.charCodeAt(start) < 91
  return TITLES.has(word) || (ABBREVIATIONS.has(word) && goesOn())
}

const TIME_LENGTH = 24 // characters
/** "4 p.m. Friday", "Mon. March 9", "4 p.m. UK time", "4 p.m. EST": a capital that opens no sentence. */
const TIME =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d|[A-Z]{1,3}T\b|UTC\b|(?:[A-Z]\w+ ){1,2}time\b)/
const ABBREVIATION_LENGTH_MAX = 6 // letters; "approx", "messrs"
const TITLES = wordSet("mr mrs ms dr prof rev fr hon capt sgt cllr revd st messrs sr jr")
/** Without the titles. */
const ABBREVIATIONS = wordSet(
  "eg ie etc no nos vs inc ltd approx tel ref hrs hr min mins ext incl jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun bk wk appt cust adv re mgr acct inv qty fwd yr pcs dept max est gov asst chg",
)

function firstLetter(text: string, from: number): number {
  let at = from
  while (at < text.length && isSpace(text.charCodeAt(at)) && at - from < 8) at++
  return at
}

function push(text: string, from: number, to: number, found: Span[]): void {
  let start = from
  let end = to
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  if (end > start) found.push({ start, end })
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0
}

function isLetter(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit < 128) return isAsciiLetter(unit)
  const char = text.charAt(at)
  return char.toLowerCase() !== char.toUpperCase()
}

function isCapital(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit < 128) return unit >= 65 && unit <= 90
  const char = text.charAt(at)
  return char !== char.toLowerCase()
}
