import type { Token } from "./tokens.ts"
import type { DateValue, Said } from "./value.ts"
import { textAt } from "../words.ts"

/** "18 December", "December 18th, 2026", "2026-12-18", "18/12/2026", "the 30th", "end of August", "since October". */
export function readDate(tokens: readonly Token[], index: number): Said<DateValue> | null {
  const parts =
    iso(tokens, index) ??
    dayThenMonth(tokens, index) ??
    monthThenDay(tokens, index) ??
    namedDay(tokens, index) ??
    endOfMonth(tokens, index) ??
    bareDay(tokens, index) ??
    bareMonth(tokens, index)
  if (parts === null) return null
  const { next, ...date } = parts
  return { value: { kind: "date", ...date, edge: edgeOf(tokens, index) }, from: index, to: next }
}

type Parts = { readonly year?: number; readonly month?: number; readonly day?: number; readonly next: number }

/** By their names and the short forms of them. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  "january february march april may june july august september october november december"
    .split(" ")
    .flatMap((name, index) => [
      [name, index + 1],
      [name.slice(0, 3), index + 1],
      [name === "september" ? "sept" : name, index + 1],
    ]),
)

function iso(tokens: readonly Token[], index: number): Parts | null {
  const year = tokens[index]
  if (year?.kind !== "number") return null
  const dash = tokens[index + 1]
  const month = tokens[index + 2]
  const second = tokens[index + 3]
  const day = tokens[index + 4]
  if (
    dash?.text === "-" &&
    second?.text === "-" &&
    year.text.length === 4 &&
    month?.kind === "number" &&
    day?.kind === "number"
  )
    return { year: year.value, month: month.value, day: day.value, next: index + 5 }
  if (
    dash?.text === "/" &&
    second?.text === "/" &&
    day?.text.length === 4 &&
    year.value <= 31 &&
    (month?.value ?? 99) <= 12
  )
    return { day: year.value, month: month?.value ?? 0, year: day.value, next: index + 5 }
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(year.text)
  if (dotted === null) return null
  return { day: Number(dotted[1]), month: Number(dotted[2]), year: Number(dotted[3]), next: index + 1 }
}

function dayAt(tokens: readonly Token[], index: number): { readonly day: number; readonly next: number } | null {
  const token = tokens[index]
  if (token?.kind !== "number" || !(token.value >= 1 && token.value <= 31) || !/^\d{1,2}$/.test(token.text)) return null
  const suffix = tokens[index + 1]
  const hasSuffix = suffix !== undefined && suffix.start === token.end && /^(?:st|nd|rd|th)$/.test(suffix.text)
  return { day: token.value, next: hasSuffix ? index + 2 : index + 1 }
}

function dayThenMonth(tokens: readonly Token[], index: number): Parts | null {
  const day = dayAt(tokens, index)
  if (day === null) return null
  let at = day.next
  if (tokens[at]?.text === "." || tokens[at]?.text === "of") at++
  const month = MONTHS.get(textAt(tokens, at))
  return month === undefined ? null : withYear(tokens, { day: day.day, month, next: at + 1 })
}

function monthThenDay(tokens: readonly Token[], index: number): Parts | null {
  const month = MONTHS.get(textAt(tokens, index))
  if (month === undefined) return null
  const at = tokens[index + 1]?.text === "." ? index + 2 : index + 1
  const day = dayAt(tokens, tokens[at]?.text === "the" ? at + 1 : at)
  return day === null ? null : withYear(tokens, { month, day: day.day, next: day.next })
}

function withYear(tokens: readonly Token[], parts: Parts): Parts {
  const at = tokens[parts.next]?.text === "," ? parts.next + 1 : parts.next
  const year = tokens[at]
  const isYear = year?.kind === "number" && /^(?:19|20)\d\d$/.test(year.text)
  return isYear ? { ...parts, year: year.value, next: at + 1 } : parts
}

/** By their first word. */
const NAMED = Map.groupBy(
  [
    { words: ["new", "year's", "eve"], month: 12, day: 31 },
    { words: ["new", "year's", "day"], month: 1, day: 1 },
    { words: ["christmas", "eve"], month: 12, day: 24 },
    { words: ["christmas", "day"], month: 12, day: 25 },
    { words: ["boxing", "day"], month: 12, day: 26 },
    { words: ["the", "end", "of", "the", "year"], month: 12, day: 31 },
  ],
  ({ words }) => words[0] ?? "",
)

function namedDay(tokens: readonly Token[], index: number): Parts | null {
  const named = NAMED.get(textAt(tokens, index))?.find(({ words }) =>
    words.every((word, offset) => tokens[index + offset]?.text === word),
  )
  return named === undefined ? null : { month: named.month, day: named.day, next: index + named.words.length }
}

const LAST_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** "the end of August" */
function endOfMonth(tokens: readonly Token[], index: number): Parts | null {
  if (tokens[index]?.text !== "end" || tokens[index + 1]?.text !== "of") return null
  const month = MONTHS.get(textAt(tokens, index + 2))
  return month === undefined ? null : { month, day: LAST_DAYS[month - 1] ?? 30, next: index + 3 }
}

/** "the 30th" */
function bareDay(tokens: readonly Token[], index: number): Parts | null {
  const day = dayAt(tokens, index)
  const told = day !== null && day.next === index + 2 && tokens[index - 1]?.text === "the"
  return told ? { day: day.day, next: day.next } : null
}

/** "since October", "in June 2026"; "may" and "march" only after such a word. */
function bareMonth(tokens: readonly Token[], index: number): Parts | null {
  const month = MONTHS.get(textAt(tokens, index))
  if (month === undefined || tokens[index]?.capital !== true) return null
  const isOffer = textAt(tokens, index - 1) === "the" && OFFER.test(textAt(tokens, index + 1))
  if (!isOffer && !/^(?:since|from|in|until|till|through|of|to|-|and|early|late|mid)$/.test(textAt(tokens, index - 1)))
    return null
  return withYear(tokens, { month, next: index + 1 })
}

/** "with the January offer" */
const OFFER = /^(?:offers?|deals?|sales?|discounts?|promotions?|specials?)$/

function edgeOf(tokens: readonly Token[], index: number): DateValue["edge"] {
  for (let at = index - 1; at >= Math.max(0, index - 5); at--) {
    const word = textAt(tokens, at)
    if (/^(?:until|till|by|through|before|ended|ends|end|to|expired?|expires|latest|-)$/.test(word)) return "until"
    if (/^(?:since|from|starts?|started|starting|begins?|began|after|as)$/.test(word)) return "from"
  }
  return "on"
}
