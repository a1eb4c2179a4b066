import { readDay } from "./day.ts"
import { readNumber } from "./numbers.ts"
import { phraseTable, readPhrase } from "./phrase-table.ts"
import { standsApartAfter } from "./surroundings.ts"
import { tokenAt } from "./tokens.ts"
import type { Read, Token } from "./tokens.ts"
import type { Day, Edge, Gone, Moment, Span, Unit } from "./when.ts"

type Amount = { readonly least: number; readonly most: number; readonly loose: boolean }
type UnitWords = { readonly unit: Unit; readonly times: number; readonly working: boolean }

const LEADS = phraseTable<true>([
  [
    true,
    "in|within|inside|inside of|wthn|w/in|wi|in about|in around|in under|in less than|under|in at most|within about|within at most|within the next|in the next|over the next|during the next|next|the next|inside the next|in another|in approximately|in approx|within approximately|within around|up to|in up to|within up to|no more than|not more than|at most|in no more than|in no longer than|within a maximum of|in the coming|over the coming|in the following|after|after about|at least|a maximum of|maximum|max|in just|in just over|in roughly|in only|in a further|within a further|by the next",
  ],
])
const UNITS = phraseTable<UnitWords>([
  ...units("second", 1, "second|seconds|sec|secs"),
  ...units("minute", 1, "minute|minutes|min|mins|m"),
  ...units("hour", 1, "hour|hours|hr|hrs|h"),
  ...units("day", 1, "day|days|d"),
  ...units("week", 1, "week|weeks|wk|wks"),
  ...units("week", 2, "fortnight|fortnights"),
  ...units("month", 1, "month|months|mths"),
  ...units("month", 3, "quarter|quarters"),
  ...units("year", 1, "year|years|yrs"),
])
const AMOUNTS = phraseTable<Amount>([
  [amount(1, 1), "a|an|another|one|the next|a full|one full|the"],
  [
    { ...amount(2, 2), loose: true },
    "a couple of|a couple|couple of|the next couple of|another couple of|a pair of|couple",
  ],
  [amount(0.5, 0.5), "half an|half a|half"],
  [amount(0.25, 0.25), "a quarter of an|quarter of an|quarter of a|a quarter of a"],
  [amount(0.75, 0.75), "three quarters of an|three - quarters of an|three quarters of a"],
  [amount(1.5, 1.5), "one and a half|an and a half|one and half"],
])
const MIDDLE = phraseTable<true>([[true, "-|to|or|and|until"]])
const TAIL_AMOUNTS = phraseTable<{ readonly least: number; readonly more: number; readonly loose: boolean }>([
  [{ least: 0, more: 1, loose: true }, "or two"],
  [{ least: 0, more: 2, loose: true }, "or three"],
  [{ least: 0, more: 0, loose: true }, "or so|, or so"],
  [{ least: 0.5, more: 0.5, loose: false }, "and a half"],
])
const AFTERWARDS = phraseTable<"now" | "gone">([
  [
    "now",
    "from now|from today|time|' time|' s time|later|hence|of today|after today|after now|from this moment|away|starting now|starting today|at most|at the latest|maximum|max|tops|at the most|from the time of this email|from this email|from this message|of this email|of this message",
  ],
  ["gone", "ago|earlier|before now|back|old"],
])
const ELSEWHERE = new Set("of from after following before since once starting beginning prior".split(" "))
const BARE_LEADS = new Set(
  "takes take taking taken allow need needs give usually typically normally generally around about approximately approx another give gimme me us roughly expect say est eta: eta".split(
    " ",
  ),
)

/** A length of time from now: "within 24-48 hours", "3 to 5 working days", "in an hour or two", "two weeks from Monday". */
export function readSpan(tokens: readonly Token[], index: number): Read<Span | Moment | Gone> | null {
  const lead = readPhrase(LEADS, tokens, index)
  return (lead === null ? null : readLength(tokens, lead.next, index, true)) ?? readLength(tokens, index, index, false)
}

const THIS_TIME = phraseTable<number>([
  [
    24,
    "this time tomorrow|by this time tomorrow|around this time tomorrow|about this time tomorrow|at this time tomorrow|same time tomorrow|the same time tomorrow",
  ],
  [
    168,
    "this time next week|by this time next week|around this time next week|same time next week|the same time next week",
  ],
])

/** "this time tomorrow". */
export function readThisTime(tokens: readonly Token[], index: number): Read<Span> | null {
  const hours = readPhrase(THIS_TIME, tokens, index)
  if (hours === null) return null
  return {
    value: span(amount(hours.value, hours.value), { unit: "hour", times: 1, working: false }, "now"),
    next: hours.next,
  }
}

/** "Back in 20": minutes, as in chats, when nothing is counted. */
export function readMinutesAlone(tokens: readonly Token[], index: number): Read<Span> | null {
  const number = tokenAt(tokens, index).text === "in" ? readNumber(tokens, index + 1) : null
  if (number === null || number.value < 2 || number.value > 90) return null
  const after = tokenAt(tokens, number.next)
  const closes =
    after.kind === "end" || after.newLine || /^(?:[.!,;)]|ok|okay|and|with|to|or|max|tops)$/.test(after.text)
  if (!closes || !standsApartAfter(tokens, number.next)) return null
  const before = tokenAt(tokens, index - 1).text
  if (number.value < 5 && !/^(?:back|you|there|ready|done|up|ring|call|home|online)$/.test(before)) return null
  return {
    value: span(amount(number.value, number.value), { unit: "minute", times: 1, working: false }, "now"),
    next: number.next,
  }
}

function readLength(
  tokens: readonly Token[],
  index: number,
  begin: number,
  led: boolean,
): Read<Span | Moment | Gone> | null {
  const amountRead = readAmount(tokens, index) ?? impliedOne(tokens, index, led)
  if (amountRead === null || (tokenAt(tokens, index).text === "the" && !tokenAt(tokens, begin).text.startsWith("with")))
    return null
  const hyphen = tokenAt(tokens, amountRead.next).text === "-" ? 1 : 0
  const unit = readPhrase(UNITS, tokens, amountRead.next + hyphen)
  if (unit === null || (hyphen === 1 && !unit.value.working)) return null
  if (ambiguousLetter(tokens, unit.next - 1) || !standsApartAfter(tokens, unit.next)) return null
  const tail = readPhrase(TAIL_AMOUNTS, tokens, unit.next)
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

/** "within the next hour" is one hour; without a preposition "next week" is a week of the calendar. */
function impliedOne(tokens: readonly Token[], index: number, led: boolean): Read<Amount> | null {
  if (!led || !/^(?:next|coming|following)$/.test(tokenAt(tokens, index - 1).text)) return null
  const lead = tokenAt(tokens, index - 3).text
  return /^(?:in|within|inside|over|during|by)$/.test(lead) ? { value: amount(1, 1), next: index } : null
}

/** A lone "m", "h" or "d" is a unit only when it touches its number. */
function ambiguousLetter(tokens: readonly Token[], index: number): boolean {
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
function settle(tokens: readonly Token[], next: number, length: Length): Read<Span | Moment | Gone> | null {
  const after = readPhrase(AFTERWARDS, tokens, next)
  if (after?.value === "gone")
    return tokenAt(tokens, next).text === "earlier" || tokenAt(tokens, next).text === "back"
      ? null
      : { value: { shape: "gone" }, next: after.next }
  const narrates =
    tokenAt(tokens, next).text === "later" &&
    /^(?:i|we|you|he|she|they|it|the|my|our)$/.test(tokenAt(tokens, next + 1).text)
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
function bareStands(tokens: readonly Token[], length: Length): boolean {
  if (["a", "an", "the", "half"].includes(length.word)) return false
  if (length.unit.working) return true
  if (length.unit.unit === "year" || length.unit.unit === "second") return false
  const before = tokenAt(tokens, length.begin - 1).text
  if (before === "me" || before === "us")
    return /^(?:give|gimme|need|allow)$/.test(tokenAt(tokens, length.begin - 2).text)
  return BARE_LEADS.has(before)
}

/** "3 days after 12 January", "a week on Friday", "two weeks from Monday", "a week today". */
function readAnchor(tokens: readonly Token[], next: number, length: Length): Read<Moment> | null {
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

function readAmount(tokens: readonly Token[], index: number): Read<Amount> | null {
  const first = readQuantity(tokens, index)
  const words = readPhrase(AMOUNTS, tokens, index)
  if (words !== null && (first === null || words.next > first.next)) return words
  if (first === null) return null
  const middle = readPhrase(MIDDLE, tokens, bracketed(tokens, first.next))
  const second = middle === null ? null : readQuantity(tokens, middle.next)
  if (second === null || second.value < first.value)
    return { value: amount(first.value, first.value), next: bracketed(tokens, first.next) }
  return { value: amount(first.value, second.value), next: bracketed(tokens, second.next) }
}

/** "5", "2.5", "two and a half", "ten". */
function readQuantity(tokens: readonly Token[], index: number): Read<number> | null {
  const whole = readNumber(tokens, index)
  if (whole === null) return null
  const point = tokenAt(tokens, whole.next)
  const decimals = tokenAt(tokens, whole.next + 1)
  if (point.text === "." && point.glued && decimals.glued && decimals.kind === "number" && decimals.text.length <= 2) {
    return { value: whole.value + Number(decimals.text) / 10 ** decimals.text.length, next: whole.next + 2 }
  }
  const half = readPhrase(TAIL_AMOUNTS, tokens, whole.next)
  return half !== null && half.value.least === 0.5 ? { value: whole.value + 0.5, next: half.next } : whole
}

/** Past a figure said twice, as in letters: "five (5) working days". */
function bracketed(tokens: readonly Token[], index: number): number {
  const figure =
    tokenAt(tokens, index).text === "(" &&
    tokenAt(tokens, index + 1).kind === "number" &&
    tokenAt(tokens, index + 2).text === ")"
  return figure ? index + 3 : index
}

function span({ least, most, loose }: Amount, { unit, times, working }: UnitWords, since: Span["since"]): Span {
  return { shape: "span", least: least * times, most: most * times, unit, working, loose, since }
}

function amount(least: number, most: number): Amount {
  return { least, most, loose: false }
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
