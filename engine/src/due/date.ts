import { readDigits, readOrdinal, readOrdinalDigits, readOrdinalWord } from "./numbers.ts"
import { countsNothing } from "./surroundings.ts"
import { tokenAt } from "./tokens.ts"
import type { Read, Tokens } from "./tokens.ts"
import type { DateWords, Day } from "./when.ts"

const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    "january february march april may june july august september october november december",
    "jan feb mar apr may jun jul aug sep oct nov dec",
  ]
    .flatMap((names) => names.split(" ").map((name, index) => [name, index + 1] as const))
    .concat([["sept", 9]]),
)

export const monthNames: ReadonlySet<string> = new Set(MONTHS.keys())

/** A calendar date with its month: "15 November", "Nov 15th, 2026", "2026-03-05", "15/11", "05-Aug-2026". */
export function readDate(tokens: Tokens, index: number): Read<Day> | null {
  return (
    readIso(tokens, index) ??
    readPair(tokens, index) ??
    readSeveralDays(tokens, index) ??
    readDayMonth(tokens, index) ??
    readMonthDay(tokens, index)
  )
}

/** A month by its name; 1 is January. */
export function readMonth(tokens: Tokens, index: number): Read<number> | null {
  const { text } = tokenAt(tokens, index)
  const month = MONTHS.get(text)
  if (month === undefined) return null
  const dotted = tokenAt(tokens, index + 1)
  const short = text.length <= 4 && month !== 5
  return {
    value: month,
    next:
      short && dotted.text === "." && dotted.glued && !dotted.newLine && endsAbbreviation(tokens, index + 2)
        ? index + 2
        : index + 1,
  }
}

/** Four digits that are a year people make plans for. */
export function readYear(tokens: Tokens, index: number): Read<number> | null {
  const year = readDigits(tokens, index)
  return year !== null && year.value >= 1900 && year.value <= 2100 ? year : null
}

/** "the 15th", "the fifteenth of next month"; the coming one when no month is said. */
export function readDayOfMonth(tokens: Tokens, index: number): Read<Day> | null {
  const article = tokenAt(tokens, index).text === "the" ? 1 : 0
  const digits = readOrdinalDigits(tokens, index + article) ?? (article === 1 ? readPlainDay(tokens, index + 1) : null)
  const day = digits ?? readOrdinalWord(tokens, index + article)
  if (day === null || day.value < 1 || day.value > 31) return null
  const month = readWhichMonth(tokens, day.next)
  if (month !== null) {
    const shift = month.value === null ? {} : { monthShift: month.value }
    return { value: { kind: "date", date: { day: day.value, ...shift } }, next: month.next }
  }
  const firm =
    digits !== null ||
    (article === 1 && (day.value > 3 || /^(?:by|before|until)$/.test(tokenAt(tokens, index - 1).text)))
  if (!firm || !countsNothing(tokens, day.next)) return null
  return { value: { kind: "date", date: { day: day.value } }, next: day.next }
}

/** "on the 17", as some write it. */
function readPlainDay(tokens: Tokens, index: number): Read<number> | null {
  const led = ["on", "by", "before", "until"].includes(tokenAt(tokens, index - 2).text)
  const day = led ? readDigits(tokens, index) : null
  return day !== null && day.value > 12 && day.value <= 31 && countsNothing(tokens, day.next) ? day : null
}

/** "of this month", "next month", "day of next month"; null for "of the month", which is the coming one. */
export function readWhichMonth(tokens: Tokens, index: number): Read<number | null> | null {
  const day = tokenAt(tokens, index).text === "day" ? index + 1 : index
  const of = tokenAt(tokens, day).text === "of" ? day + 1 : day
  const which = tokenAt(tokens, of).text
  if (tokenAt(tokens, of + 1).text !== "month" || (which === "the" && of === day)) return null
  if (which === "the") return { value: null, next: of + 2 }
  if (which === "this") return { value: 0, next: of + 2 }
  return which === "next" || which === "following" ? { value: 1, next: of + 2 } : null
}

function endsAbbreviation(tokens: Tokens, next: number): boolean {
  const { kind } = tokenAt(tokens, next)
  return kind === "number" || tokenAt(tokens, next).text === ","
}

/** "2026-03-05", "2026/3/5", "2026-aug-1". */
function readIso(tokens: Tokens, index: number): Read<Day> | null {
  const year = readYear(tokens, index)
  const sign = tokenAt(tokens, index + 1)
  if (year === null || !sign.glued || !isDateSign(tokens, index + 1) || !sameSign(tokens, index + 1, index + 3))
    return null
  const month = readDigits(tokens, index + 2)?.value ?? readMonth(tokens, index + 2)?.value ?? 0
  const day = readDigits(tokens, index + 4)
  if (day === null || !isDate(day.value, month)) return null
  return dateRead({ year: year.value, month, day: day.value }, day.next)
}

/** "5/3", "5/3/26", "15.11.2026", "5-3-2026": the order is settled later, where the zone is known. */
function readPair(tokens: Tokens, index: number): Read<Day> | null {
  const first = readDigits(tokens, index)
  const second = readDigits(tokens, index + 2)
  if (first === null || second === null || !isDateSign(tokens, index + 1)) return null
  if (tokenAt(tokens, index).text.length > 2 || tokenAt(tokens, index + 2).text.length > 2) return null
  if (!isDate(first.value, second.value) && !isDate(second.value, first.value)) return null
  const year = sameSign(tokens, index + 1, index + 3) ? readShortYear(tokens, index + 4) : null
  if (year === null && tokenAt(tokens, index + 1).text !== "/") return null
  if (year === null && isShare(tokens, index)) return null
  if (first.value === 24 && second.value === 7 && year === null) return null // "24/7" is no date
  const pair = { kind: "pair", first: first.value, second: second.value } as const
  return year === null ? { value: pair, next: index + 3 } : { value: { ...pair, year: year.value }, next: index + 5 }
}

/** A pair after a weekday may also be written 7.6 or 7-6: "Friday 7.6". */
export function readLoosePair(tokens: Tokens, index: number): Read<Day> | null {
  const strict = readPair(tokens, index)
  if (strict !== null) return strict
  const first = readDigits(tokens, index)
  const second = readDigits(tokens, index + 2)
  if (first === null || second === null || tokenAt(tokens, index + 1).text !== "." || !isDateSign(tokens, index + 1))
    return null
  if (!isDate(first.value, second.value) || tokenAt(tokens, index + 2).text.length === 2) return null
  return { value: { kind: "pair", first: first.value, second: second.value }, next: index + 3 }
}

/** "3/4 of the cost", "step 2/3", "rated 4/5": a part or a place, not a date. */
function isShare(tokens: Tokens, index: number): boolean {
  if (
    /^(?:of|price|full|empty|off|cup|inch|inches|complete|done|stars|hour|hours|day|days|an|a|hr|hrs|way)$/.test(
      tokenAt(tokens, index + 3).text,
    )
  )
    return true
  const before = tokenAt(tokens, index - 1).text
  return /^(?:page|step|part|rated|score|scored|rating|order|ticket|case|ref|reference|no|number|item|invoice|flat|unit|#)$/.test(
    before,
  )
}

function readShortYear(tokens: Tokens, index: number): Read<number> | null {
  const token = tokenAt(tokens, index)
  if (!token.glued) return null
  if (token.kind === "number" && token.text.length === 2) return { value: 2000 + Number(token.text), next: index + 1 }
  return readYear(tokens, index)
}

/** "15 November", "15th of Nov. 2026", "fifteenth of March", "05-Aug-2016". */
function readDayMonth(tokens: Tokens, index: number): Read<Day> | null {
  const day = readOrdinal(tokens, index) ?? readDigits(tokens, index)
  if (day === null) return null
  const of = ["of", "-", "/"].includes(tokenAt(tokens, day.next).text) ? 1 : 0
  const month = readMonth(tokens, day.next + of)
  if (month === null || !isDate(day.value, month.value)) return null
  const short = readDigits(tokens, month.next)
  const shortYear =
    short !== null &&
    short.value > 20 &&
    short.value < 60 &&
    countsNothing(tokens, short.next) &&
    tokenAt(tokens, month.next).text.length === 2
  if (shortYear) return dateRead({ month: month.value, day: day.value, year: 2000 + short.value }, short.next)
  return withYear(tokens, month.next, { month: month.value, day: day.value })
}

/** "Nov 15th, 2026", "May fifteenth", "March the 3rd", "Nov/2". */
function readMonthDay(tokens: Tokens, index: number): Read<Day> | null {
  const month = readMonth(tokens, index)
  if (month === null) return null
  const skip = ["the", "-", "/", ","].includes(tokenAt(tokens, month.next).text) ? 1 : 0
  const day = readOrdinal(tokens, month.next + skip) ?? readDigits(tokens, month.next + skip)
  if (day === null || !isDate(day.value, month.value)) return null
  const colon = tokenAt(tokens, day.next)
  if (colon.glued && colon.text === ":" && tokenAt(tokens, day.next + 1).glued) return null
  return withYear(tokens, day.next, { month: month.value, day: day.value })
}

/** "9 to 12 of June", "18 and 19 June", "November 18-19", "April ninth through seventeenth". */
function readSeveralDays(tokens: Tokens, index: number): Read<Day> | null {
  const month = readMonth(tokens, index)
  const first = readDayNumber(tokens, month?.next ?? index)
  const middle = first === null ? "" : tokenAt(tokens, first.next).text
  if (first === null || !["-", "to", "and", "&", "or", "through", "until"].includes(middle)) return null
  const last = readDayNumber(tokens, first.next + 1)
  if (last === null || last.value <= first.value) return null
  const of = month === null && tokenAt(tokens, last.next).text === "of" ? 1 : 0
  const after = month ?? readMonth(tokens, last.next + of)
  if (after === null || !isDate(last.value, after.value)) return null
  return withYear(tokens, month === null ? after.next : last.next, {
    month: after.value,
    day: last.value,
    firstDay: first.value,
  })
}

function readDayNumber(tokens: Tokens, index: number): Read<number> | null {
  const article = tokenAt(tokens, index).text === "the" ? 1 : 0
  const day = readOrdinal(tokens, index + article) ?? readDigits(tokens, index + article)
  return day !== null && day.value >= 1 && day.value <= 31 ? day : null
}

function withYear(tokens: Tokens, index: number, date: DateWords): Read<Day> {
  const sign = [",", "of", "in", "-", "/"].includes(tokenAt(tokens, index).text) ? 1 : 0
  const year = readYear(tokens, index + sign)
  return year === null ? dateRead(date, index) : dateRead({ ...date, year: year.value }, year.next)
}

function dateRead(date: DateWords, next: number): Read<Day> {
  return { value: { kind: "date", date }, next }
}

function isDateSign(tokens: Tokens, index: number): boolean {
  const sign = tokenAt(tokens, index)
  return ["/", "-", "."].includes(sign.text) && sign.glued && tokenAt(tokens, index + 1).glued
}

function sameSign(tokens: Tokens, first: number, second: number): boolean {
  return tokenAt(tokens, first).text === tokenAt(tokens, second).text && isDateSign(tokens, second)
}

function isDate(day: number, month: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  return day <= (month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31)
}
