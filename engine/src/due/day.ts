import { wordSet } from "../words.ts"
import { monthNames, readDate, readDayOfMonth, readLoosePair } from "./date.ts"
import { numberWords, readDigits, readOrdinal } from "./numbers.ts"
import { innerTable, leadTable, phraseTable, readPhrase } from "./phrase-table.ts"
import { countsNothing, standsApartAfter } from "./surroundings.ts"
import { beginsWithDigit, tokenAt } from "./tokens.ts"
import type { Read, Tokens } from "./tokens.ts"
import type { Day } from "./when.ts"

type Week = "coming" | "this" | "next" | "after"

const RELATIVE = phraseTable<Day>([
  [{ kind: "offset", days: 0 }, "[/later /sometime /some time ]today|2day|this very day"],
  [
    { kind: "offset", days: 1 },
    "tomorrow|tmrw|tmr|tmw|tomoz|tomorow|tommorow|tommorrow|2moro|2morrow|2mrw|2mro|2moz|the next day|the following day|later tomorrow|sometime tomorrow",
  ],
  [{ kind: "offset", days: 2 }, "the day after tomorrow|day after tomorrow|overmorrow"],
  [{ kind: "working", days: 1 }, "[/the ]next [working/business] day|the following [working/business] day"],
  [{ kind: "offset", days: 7 }, "today week|this day week"],
  [{ kind: "offset", days: 8 }, "tomorrow week"],
  [{ kind: "gone", was: { kind: "offset", days: -1 } }, "yesterday|last night"],
  [{ kind: "gone", was: { kind: "offset", days: -2 } }, "the day before yesterday"],
  [
    { kind: "gone" },
    "the other day|earlier today|earlier this week|earlier this month|earlier this year|weekdays|weekends|daily",
  ],
])
const LONG = "monday tuesday wednesday thursday friday saturday sunday".split(" ")
const SHORT: ReadonlyMap<string, number> = new Map(
  Object.entries({
    mon: 1,
    tue: 2,
    tues: 2,
    wed: 3,
    weds: 3,
    thu: 4,
    thur: 4,
    thurs: 4,
    fri: 5,
    sat: 6,
    sun: 7,
  }),
)
/** The days of the week, in full and cut short. */
export const dayNames: readonly string[] = [...LONG, ...SHORT.keys()]
const ALSO_WORDS = wordSet("mon wed sat sun")
const CLOSES = /^(?:[.,;:!?)&/]|and|or|to|re|w|with|if|when|for|x|pm|am)$/
const LEADS = wordSet(
  "on by next this before until till til from after of coming week thing back or and to mon tue tues wed thu thurs fri sat - , ( /",
)
const NAMED_DAYS = wordSet("black good cyber happy giving ruby ash shrove maundy palm easter")
const MODIFIERS = leadTable<Week | "last" | "every">([
  ["this", "this|this coming|the coming|coming|this working"],
  ["next", "next|nxt|next week|next week on|the following|following|next week -"],
  ["last", "last|previous|past|this past|the previous|the last|the past"],
  ["every", "every|each|any|every other|most|all"],
  ["this", "this week|this week on"],
])
const AFTERWARDS = innerTable<Week>([
  ["this", "this week|of this week"],
  ["next", "next week|of next week|, next week|the following week"],
  ["after", "week|wk|week after next"],
  ["coming", "coming"],
  ["after", "after next"],
])
const GONE_AFTER = innerTable<true>([
  [
    true,
    "last week|of last week|last|to friday|to saturday|to sunday|- friday|- saturday|- sunday|through friday|through saturday|through sunday|- fri|- sat|- sun|to fri|to sat|to sun|until friday",
  ],
])

/** A day: "tomorrow", "next Tuesday", "Tue 4 March", "the 15th", "5/3". Days that are over or come every week are "gone". */
export function readDay(tokens: Tokens, index: number): Read<Day> | null {
  const first = tokenAt(tokens, index)
  if (!dayWords.has(first.text) && !beginsWithDigit(first)) return null
  return (
    readPhrase(RELATIVE, tokens, index) ??
    readFeast(tokens, index) ??
    readWeekday(tokens, index) ??
    readDateApart(tokens, index) ??
    readDayOfMonth(tokens, index)
  )
}

function readDateApart(tokens: Tokens, index: number): Read<Day> | null {
  const article =
    ["the", "this"].includes(tokenAt(tokens, index).text) && tokenAt(tokens, index + 1).kind === "number" ? 1 : 0
  const date = readDate(tokens, index + article) ?? readDateAfterWords(tokens, index)
  return date !== null && standsApartAfter(tokens, date.next) ? date : null
}

/** "the fourth of July". */
function readDateAfterWords(tokens: Tokens, index: number): Read<Day> | null {
  if (tokenAt(tokens, index).text !== "the" || readOrdinal(tokens, index + 1) === null) return null
  return readDate(tokens, index + 1)
}

function readWeekday(tokens: Tokens, index: number): Read<Day> | null {
  const modifier = readPhrase(MODIFIERS, tokens, index)
  const at = modifier?.next ?? index
  const weekday = weekdayNumber(tokens, at)
  if (weekday === null) return null
  if (modifier?.value === "every") return { value: { kind: "gone" }, next: at + 1 }
  if (modifier?.value === "last") return { value: { kind: "gone", was: weeksBack(weekday, "coming", 1) }, next: at + 1 }
  if (NAMED_DAYS.has(tokenAt(tokens, at - 1).text)) return null
  return afterWeekday(tokens, isShortened(tokens, at) ? at + 2 : at + 1, weekday, modifier?.value ?? "coming")
}

/** "Fri. 9 Oct", "Fri. Oct. 9", "Fri., Oct. 9": the full stop ends no sentence. */
function isShortened(tokens: Tokens, at: number): boolean {
  const dot = tokenAt(tokens, at + 1)
  if (dot.text !== "." || !dot.glued || LONG.includes(tokenAt(tokens, at).text)) return false
  const { kind, text } = tokenAt(tokens, at + 2)
  return kind === "number" || readDate(tokens, text === "," ? at + 3 : at + 2) !== null
}

function afterWeekday(tokens: Tokens, index: number, weekday: number, week: Week): Read<Day> {
  const gone = readPhrase(GONE_AFTER, tokens, index)
  if (
    gone !== null &&
    (weekday === 1 || tokenAt(tokens, index).text.includes("last") || tokenAt(tokens, index).text === "of")
  ) {
    if (!tokenAt(tokens, gone.next - 1).text.startsWith("week")) return { value: { kind: "gone" }, next: gone.next }
    return { value: { kind: "gone", was: weeksBack(weekday, "next", 2) }, next: gone.next }
  }
  const date = readDateBeside(tokens, index)
  if (date !== null) return { value: withWeekday(date.value, weekday), next: date.next }
  const later = readPhrase(AFTERWARDS, tokens, index)
  if (later !== null) return { value: { kind: "weekday", weekday, week: later.value }, next: later.next }
  return { value: { kind: "weekday", weekday, week }, next: index }
}

function weeksBack(weekday: number, week: Week, weeks: number): Day {
  return { kind: "shifted", day: { kind: "weekday", weekday, week }, months: 0, days: -7 * weeks, workingDays: 0 }
}

/** The date that stands beside a weekday: "Friday, 6 March", "Tues the 4th", "Sunday 31", "friday (jun-15)". */
function readDateBeside(tokens: Tokens, index: number): Read<Day> | null {
  const sign = tokenAt(tokens, index).text
  const skip = [",", "-", "(", "the"].includes(sign) ? 1 : 0
  const article = tokenAt(tokens, index + skip).text === "the" ? 1 : 0
  const at = index + skip + article
  const date = readDate(tokens, at) ?? readLoosePair(tokens, at) ?? (sign === "," ? null : readNumberOfDay(tokens, at))
  if (date === null) return null
  if (sign === "(") return tokenAt(tokens, date.next).text === ")" ? { ...date, next: date.next + 1 } : null
  return standsApartAfter(tokens, date.next) ? date : null
}

function readNumberOfDay(tokens: Tokens, index: number): Read<Day> | null {
  const day = readOrdinal(tokens, index) ?? readDigits(tokens, index)
  if (day === null || day.value < 1 || day.value > 31 || !countsNothing(tokens, day.next)) return null
  if (day.next === index + 1 && (day.value <= 12 || tokenAt(tokens, index).kind === "word")) return null // "Friday 3" is a time
  return { value: { kind: "date", date: { day: day.value } }, next: day.next }
}

function withWeekday(day: Day, weekday: number): Day {
  return day.kind === "date" || day.kind === "pair" ? { ...day, weekday } : day
}

function weekdayNumber(tokens: Tokens, index: number): number | null {
  const token = tokenAt(tokens, index)
  const long = LONG.indexOf(token.text)
  if (long >= 0) return long + 1
  const short = SHORT.get(token.text)
  if (short === undefined) return null
  if (!ALSO_WORDS.has(token.text))
    return token.capital || LEADS.has(tokenAt(tokens, index - 1).text) || followedByDate(tokens, index) ? short : null
  if (/^(?:morning|afternoon|evening|am|pm)$/.test(tokenAt(tokens, index + 1).text)) return short
  if (token.capital && standsAlone(tokens, index)) return short
  const led = LEADS.has(tokenAt(tokens, index - 1).text) && tokenAt(tokens, index - 1).kind === "word"
  return (token.capital || token.text === "mon" || token.text === "wed" ? led : false) ||
    (token.capital && followedByDate(tokens, index))
    ? short
    : null
}

/** "Will ring Mon.", "back Sat": with its capital inside a sentence, and closing a phrase. */
function standsAlone(tokens: Tokens, index: number): boolean {
  const before = tokenAt(tokens, index - 1)
  const after = tokenAt(tokens, index + 1)
  if (before.kind === "sign" || before.kind === "end" || before.capital || /^(?:the|a|an|my|mr|mrs)$/.test(before.text))
    return false
  return after.kind === "end" || after.newLine || CLOSES.test(after.text)
}

function followedByDate(tokens: Tokens, index: number): boolean {
  const after = tokenAt(tokens, index + 1)
  if (after.text === ",") return readDate(tokens, index + 2) !== null
  return (
    after.kind === "number" ||
    /^(?:at|am|pm|morning|afternoon|evening|next|the|-)$/.test(after.text) ||
    readDate(tokens, index + 1) !== null
  )
}

const FEASTS = phraseTable<Day>([
  [date(25, 12), "christmas day|christmas|xmas"],
  [date(24, 12), "christmas eve"],
  [date(26, 12), "boxing day"],
  [date(31, 12), "new year's eve|new years eve"],
  [date(1, 1), "new year's day|new years day|new year|the new year|new year's|new years"],
  [date(14, 2), "valentine's day|valentines day"],
  [date(31, 10), "halloween"],
  [date(4, 7), "independence day"],
  [date(17, 3), "st patrick's day|saint patrick's day|st. patrick's day"],
  [{ kind: "easter", days: 0 }, "easter|easter sunday"],
  [{ kind: "easter", days: -2 }, "good friday"],
  [{ kind: "easter", days: 1 }, "easter monday"],
])
const FEAST_LEADS = wordSet("by before until till on at after for next this in over")

/** Feasts count only where a word of time leads to them: "before Christmas", not "a Christmas card". */
function readFeast(tokens: Tokens, index: number): Read<Day> | null {
  const skip = ["next", "this"].includes(tokenAt(tokens, index).text) ? 1 : 0
  const feast = readPhrase(FEASTS, tokens, index + skip)
  if (feast === null || !countsNothing(tokens, feast.next)) return null
  return skip === 1 || FEAST_LEADS.has(tokenAt(tokens, index - 1).text) ? feast : null
}

function date(day: number, month: number): Day {
  return { kind: "date", date: { day, month } }
}

/** Without one of these, or a digit, no day begins; most words are told by this one look. */
export const dayWords: ReadonlySet<string> = new Set([
  ...[RELATIVE, FEASTS, MODIFIERS].flatMap((table) => [...table.keys()]),
  ...dayNames,
  ...monthNames,
  ...numberWords,
  ..."the this next".split(" "),
])
