import { wordSet } from "../words.ts"
import { amount, amountWords, readAmount, readQuantity, readTail } from "./amount.ts"
import type { Amount } from "./amount.ts"
import { readDay } from "./day.ts"
import { readNumber } from "./numbers.ts"
import { innerTable, leadTable, phraseTable, readPhrase } from "./phrase-table.ts"
import { standsApartAfter } from "./surroundings.ts"
import { beginsWithDigit, tokenAt } from "./tokens.ts"
import type { Read, Tokens } from "./tokens.ts"
import type { Day, Edge, Gone, Moment, Span, Unit } from "./when.ts"

type UnitWords = { readonly unit: Unit; readonly times: number; readonly working: boolean }

const LEADS = leadTable<true>([
  [
    true,
    "[in/within]|[in/within] [about/around/at most/approximately/approx/up to/a further/the next/the coming]|between|in between|anywhere [between/from]|from|inside|inside of|wthn|w/in|wi|in [under/less than/another/approx ./just/just over/roughly/only/no more than/no longer than]|under|within approx .|[over/during/inside/by] the next|next|the next|up to|[no/not] [more/longer/later] than|at most|[within a/a] maximum of|over the coming|in the following|maximum|max",
  ],
])
const UNITS = innerTable<UnitWords>([
  ...units("second", 1, "second|seconds|sec|secs"),
  ...units("minute", 1, "minute's time|minute|minutes|min|mins|m"),
  ...units("hour", 1, "hour's time|hour|hours|hr|hrs|h"),
  ...units("day", 1, "day's time|day|days|d"),
  ...units("week", 1, "week's time|week|weeks|wk|wks"),
  ...units("week", 2, "fortnight's time|fortnight|fortnights"),
  ...units("month", 1, "month's time|month|months|mths"),
  ...units("month", 3, "quarter|quarters"),
  ...units("year", 1, "year's time|year|years|yrs"),
])
/** Words that a unit may begin with, "working" and the like among them. */
export const unitWords: ReadonlySet<string> = new Set(UNITS.keys())
const AFTERWARDS = innerTable<"now" | "gone">([
  [
    "now",
    "from now|from today|time|' time|' s time|later|hence|of today|after [today/now]|from this moment|away|starting [now/today]|at [most/the latest/the most]|maximum|max|tops|from the time of this email|[from/of] [/the date of ]this [email/message/letter/note]|of today's date|of the date hereof",
  ],
  ["gone", "ago|earlier|before now|back|old"],
])
const ELSEWHERE = wordSet("of from after following before since once starting beginning prior")
const TAKES = wordSet("takes take taking taken allow need needs give gimme expect say est eta :")
const ABOUT = wordSet(
  "usually typically normally generally around about approximately approx roughly another only just some",
)

/** Words that a length of time may begin with, digits aside. */
export function spanWords(): readonly string[] {
  return [...LEADS.keys(), ...amountWords]
}

/** A length of time from now: "within 24-48 hours", "3 to 5 working days", "in an hour or two", "two weeks from Monday". */
export function readSpan(tokens: Tokens, index: number): Read<Span | Moment | Gone> | null {
  const first = tokenAt(tokens, index)
  if (!LEADS.has(first.text) && !amountWords.has(first.text) && !beginsWithDigit(first)) return null
  const lead = readPhrase(LEADS, tokens, index)
  return (lead === null ? null : readLength(tokens, lead.next, index, true)) ?? readLength(tokens, index, index, false)
}

const THIS_TIME = phraseTable<number>([
  [24, "[/by /around /about /at ]this time tomorrow|[/the /by the ]same time tomorrow"],
  [168, "[/by /around ]this time next week|[/the ]same time next week"],
])

export function thisTimeWords(): Iterable<string> {
  return THIS_TIME.keys()
}

/** "this time tomorrow". */
export function readThisTime(tokens: Tokens, index: number): Read<Span> | null {
  const hours = readPhrase(THIS_TIME, tokens, index)
  if (hours === null) return null
  return {
    value: span(amount(hours.value, hours.value), { unit: "hour", times: 1, working: false }, "now"),
    next: hours.next,
  }
}

/** "Back in 20": minutes, as in chats, when nothing is counted. */
export function readMinutesAlone(tokens: Tokens, index: number): Read<Span> | null {
  const number = tokenAt(tokens, index).text === "in" ? readNumber(tokens, index + 1) : null
  if (number === null || number.value < 2 || number.value > 90) return null
  const after = tokenAt(tokens, number.next)
  const closes =
    after.kind === "end" || after.newLine || /^(?:[.!,;)]|ok|okay|and|with|to|or|max|tops)$/.test(after.text)
  if (!closes || !standsApartAfter(tokens, number.next)) return null
  const before = tokenAt(tokens, index - 1).text
  if (/^(?:ending|ends|ended|end|card|born)$/.test(before)) return null
  if (number.value < 5 && !/^(?:back|you|there|ready|done|up|ring|call|home|online)$/.test(before)) return null
  return {
    value: span(amount(number.value, number.value), { unit: "minute", times: 1, working: false }, "now"),
    next: number.next,
  }
}

function readLength(tokens: Tokens, index: number, begin: number, led: boolean): Read<Span | Moment | Gone> | null {
  const amountRead = readAmount(tokens, index) ?? impliedOne(tokens, index, led)
  if (amountRead === null || (tokenAt(tokens, index).text === "the" && !isTheHour(tokens, begin, amountRead.next)))
    return null
  const opened = led && /^(?:between|from)$/.test(tokenAt(tokens, index - 1).text)
  if (opened && amountRead.value.least === amountRead.value.most) return null
  const hyphen = tokenAt(tokens, amountRead.next).text === "-" ? 1 : 0
  const unit = readPhrase(UNITS, tokens, amountRead.next + hyphen)
  if (unit === null || (hyphen === 1 && !unit.value.working)) return null
  if (ambiguousLetter(tokens, unit.next - 1) || !standsApartAfter(tokens, unit.next)) return null
  const compound = readCompound(tokens, unit.next, amountRead.value, unit.value)
  if (compound !== null)
    return settle(tokens, compound.next, { ...compound.value, begin, led, word: tokenAt(tokens, index).text })
  const tail = readTail(tokens, unit.next)
  const total =
    tail === null
      ? amountRead.value
      : {
          least: amountRead.value.least + tail.value.least,
          most: amountRead.value.most + tail.value.more,
          loose: tail.value.loose,
        }
  return settle(tokens, tail?.next ?? unit.next, {
    total,
    unit: unit.value,
    begin,
    led,
    word: tokenAt(tokens, index).text,
  })
}

/** "within the hour"; "within the week" speaks of the calendar's week. */
function isTheHour(tokens: Tokens, begin: number, unit: number): boolean {
  return tokenAt(tokens, begin).text.startsWith("with") && /^(?:hour|fortnight)$/.test(tokenAt(tokens, unit).text)
}

const MINUTES: Readonly<Record<Unit, number>> = {
  year: Infinity, // weeks and longer are counted by the calendar, not in minutes
  month: Infinity,
  week: Infinity,
  day: 1440,
  hour: 60,
  minute: 1,
  second: 1 / 60,
}
const COMPOUND_PARTS_MAX = 3 // days, hours, minutes

/** "1 hour 30 minutes", "2h 42m", "a day and five hours": added up in minutes. */
function readCompound(
  tokens: Tokens,
  index: number,
  first: Amount,
  firstUnit: UnitWords,
): Read<Pick<Length, "total" | "unit">> | null {
  let { unit } = firstUnit
  let minutes = first.most * MINUTES[unit]
  let next = index
  if (!(minutes > 0 && minutes < Infinity) || firstUnit.working || first.least !== first.most) return null
  for (let parts = 0; parts < COMPOUND_PARTS_MAX; parts += 1) {
    const more = readQuantity(tokens, /^(?:and|,)$/.test(tokenAt(tokens, next).text) ? next + 1 : next)
    const moreUnit = more === null ? null : readPhrase(UNITS, tokens, more.next)
    if (more === null || moreUnit === null || moreUnit.value.working || ambiguousLetter(tokens, moreUnit.next - 1))
      break
    if (MINUTES[moreUnit.value.unit] >= MINUTES[unit]) break
    minutes += more.value * MINUTES[moreUnit.value.unit]
    unit = moreUnit.value.unit
    next = moreUnit.next
  }
  return next === index
    ? null
    : { value: { total: amount(minutes, minutes), unit: { unit: "minute", times: 1, working: false } }, next }
}

/** "within the next hour" is one hour; without a preposition "next week" is a week of the calendar. */
function impliedOne(tokens: Tokens, index: number, led: boolean): Read<Amount> | null {
  if (!led || !/^(?:next|coming|following)$/.test(tokenAt(tokens, index - 1).text)) return null
  const lead = tokenAt(tokens, index - 3).text
  return /^(?:in|within|inside|over|during|by)$/.test(lead) ? { value: amount(1, 1), next: index } : null
}

/** A lone "m", "h" or "d" is a unit only when it touches its number. */
function ambiguousLetter(tokens: Tokens, index: number): boolean {
  const { text, glued } = tokenAt(tokens, index)
  return text.length === 1 && !glued
}

type Length = {
  readonly total: Amount
  readonly unit: UnitWords
  readonly begin: number
  readonly led: boolean
  readonly word: string
}

/** Decides from which moment it runs, and whether it is a due at all. */
function settle(tokens: Tokens, next: number, length: Length): Read<Span | Moment | Gone> | null {
  const after = readPhrase(AFTERWARDS, tokens, next)
  if (after?.value === "gone")
    return tokenAt(tokens, next).text === "earlier" || tokenAt(tokens, next).text === "back"
      ? null
      : { value: { shape: "gone" }, next: after.next }
  const narrates =
    tokenAt(tokens, next).text === "later" &&
    /^(?:i|we|you|he|she|they|it|the|my|our)$/.test(tokenAt(tokens, next + 1).text)
  if (tokenAt(tokens, next).text === "later" && /^(?:a|an)$/.test(length.word)) return null // "it came a week later"
  if (narrates) return { value: { shape: "gone" }, next: next + 1 } // "two days later we replied"
  if (after?.value === "now") return { value: span(length.total, length.unit, "now"), next: after.next }
  const anchored = readAnchor(tokens, next, length)
  if (anchored !== null) return anchored
  const first = tokenAt(tokens, length.begin).text
  const before = tokenAt(tokens, length.begin - 1).text
  if (before === "for" || (before === "the" && tokenAt(tokens, length.begin - 2).text === "for"))
    return { value: { shape: "gone" }, next }
  if (!length.led && !bareStands(tokens, length)) return null
  if (first === "after" && !length.unit.working && length.word === "a") return null
  const elsewhere = ELSEWHERE.has(tokenAt(tokens, next).text)
  return { value: span(length.total, length.unit, elsewhere ? "elsewhere" : "now"), next }
}

/** Without "in" or "within": working days always, other lengths after "takes", "allow" and the like. */
function bareStands(tokens: Tokens, length: Length): boolean {
  if (["a", "an", "the", "half"].includes(length.word)) return false
  if (length.unit.working) return true
  if (length.unit.unit === "year" || length.unit.unit === "second") return false
  const before = tokenAt(tokens, length.begin - 1).text
  if (before === "me" || before === "us")
    return /^(?:give|gimme|need|allow)$/.test(tokenAt(tokens, length.begin - 2).text)
  return TAKES.has(ABOUT.has(before) ? tokenAt(tokens, length.begin - 2).text : before)
}

/** "3 days after 12 January", "a week on Friday", "two weeks from Monday", "a week today". */
function readAnchor(tokens: Tokens, next: number, length: Length): Read<Moment> | null {
  const word = tokenAt(tokens, next).text
  const joined = ["after", "from", "before", "on", "following"].includes(word)
  const day = readDay(tokens, joined ? next + 1 : next)
  if (day === null || day.value.kind === "gone" || length.total.loose) return null
  if (!["day", "week", "month", "year"].includes(length.unit.unit)) return null
  if (!joined && (length.led || !["offset", "weekday"].includes(day.value.kind) || length.unit.unit !== "week"))
    return null
  if (word === "on" && (length.led || length.unit.unit !== "week")) return null
  return { value: shiftedDay(day.value, length, word === "before" ? -1 : 1), next: day.next }
}

function shiftedDay(day: Day, { total, unit }: Length, sign: 1 | -1): Moment {
  const count = Math.round(total.most * unit.times) * sign
  const workingDays = unit.working && unit.unit === "day" ? count : 0
  const months = unit.unit === "month" ? count : unit.unit === "year" ? count * 12 : 0
  const days = unit.unit === "week" ? count * 7 : unit.unit === "day" && !unit.working ? count : 0
  const edge: Edge = "on"
  return { shape: "moment", edge, day: { kind: "shifted", day, months, days, workingDays } }
}

function span({ least, most, loose }: Amount, { unit, times, working }: UnitWords, since: Span["since"]): Span {
  return { shape: "span", least: least * times, most: most * times, unit, working, loose, since }
}

function units(unit: Unit, times: number, words: string): readonly (readonly [UnitWords, string])[] {
  const working = words
    .split("|")
    .flatMap((word) =>
      ["working", "business", "work", "office", "workin", "bank", "clear working"].map((kind) => `${kind} ${word}`),
    )
  return [
    [{ unit, times, working: false }, words],
    [
      { unit, times, working: false },
      words
        .split("|")
        .flatMap((word) => [`calendar ${word}`, `clear ${word}`, `short ${word}`])
        .join("|"),
    ],
    [{ unit, times, working: true }, working.join("|")],
  ]
}
