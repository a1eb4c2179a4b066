import { innerTable, leadTable, phraseTable, readPhrase } from "./phrase-table.ts"
import { numberWords, readDigits, readNumber, readNumberWord } from "./numbers.ts"
import { countsNothing } from "./surroundings.ts"
import { beginsWithDigit, tokenAt } from "./tokens.ts"
import type { Read, Tokens } from "./tokens.ts"
import type { Clock } from "./when.ts"

const NAMED = phraseTable<readonly [number, "pm" | "none"]>([
  [[12, "pm"], "noon|12 noon|twelve noon|midday|mid-day|12 midday|noonish|high noon"],
  [[24, "none"], "midnight|mid night|12 midnight|twelve midnight"],
])
const HALVES = innerTable<"am" | "pm">([
  ["am", "am|a.m.|a.m|a m|.am"],
  ["pm", "noon|midday|pm|p.m.|p.m|p m|.pm|p . m ."],
])
const TO_OR_PAST = leadTable<readonly [number, 1 | -1]>([
  [[30, 1], "half past"],
  [[15, 1], "quarter past|a quarter past|quarter after|a quarter after|15 past|fifteen past"],
  [[15, -1], "quarter to|a quarter to|quarter till|a quarter till"],
])
const OCLOCK = innerTable([[true, "o'clock|oclock|o clock|o' clock"]])
const MINUTES_SAID = [5, 10, 20, 25]

/** A time of the clock: "3pm", "15:30", "half past three", "nine forty", "noon"; a lone hour is marked as bare. */
export function readClock(tokens: Tokens, index: number): Read<Clock> | null {
  const first = tokenAt(tokens, index)
  if (!clockWords.has(first.text) && !beginsWithDigit(first)) return null
  const named = readPhrase(NAMED, tokens, index)
  if (named !== null)
    return { value: { hour: named.value[0], minute: 0, half: named.value[1], bare: false }, next: named.next }
  return (
    readRelative(tokens, index) ?? readHalfHour(tokens, index) ?? readWritten(tokens, index) ?? readHour(tokens, index)
  )
}

/** Without one of these, or a digit, no time of the clock begins; most words are told by this one look. */
export const clockWords: ReadonlySet<string> = new Set([...NAMED.keys(), ...TO_OR_PAST.keys(), ...numberWords, "half"])

/** "quarter to three", "five past seven", "twenty minutes to nine". "five to seven" may be a window: see `readMinutesTo`. */
function readRelative(tokens: Tokens, index: number): Read<Clock> | null {
  const quarter = readPhrase(TO_OR_PAST, tokens, index)
  if (quarter !== null) return relativeTo(tokens, quarter.next, quarter.value[0] * quarter.value[1])
  const minutes = readNumber(tokens, index)
  if (minutes === null || minutes.value < 1 || minutes.value > 59) return null
  const word = tokenAt(tokens, minutes.next).text
  const said = word === "minutes" || word === "mins"
  const next = said ? minutes.next + 1 : minutes.next
  const turn = tokenAt(tokens, next).text
  if (turn === "past") return relativeTo(tokens, next + 1, minutes.value)
  if (turn === "to" && said) return relativeTo(tokens, next + 1, -minutes.value)
  return null
}

/** "five to seven" read as 6:55, as one says it after "at"; without "at" it may as well be a window. */
export function readMinutesTo(tokens: Tokens, index: number): Read<Clock> | null {
  const minutes = readNumberWord(tokens, index)
  if (minutes === null || !MINUTES_SAID.includes(minutes.value)) return null
  return tokenAt(tokens, minutes.next).text === "to" ? relativeTo(tokens, minutes.next + 1, -minutes.value) : null
}

function relativeTo(tokens: Tokens, index: number, minutes: number): Read<Clock> | null {
  const hour = readHour(tokens, index)
  if (hour === null || hour.value.minute !== 0 || hour.value.hour > 12) return null
  const total = hour.value.hour * 60 + minutes + (minutes < 0 && hour.value.hour === 1 ? 720 : 0)
  const clock = { hour: Math.floor(total / 60), minute: total % 60, half: hour.value.half, bare: false }
  return { value: clock, next: hour.next }
}

/** British "half nine" is 9:30. */
function readHalfHour(tokens: Tokens, index: number): Read<Clock> | null {
  if (tokenAt(tokens, index).text !== "half") return null
  const hour = readHour(tokens, index + 1)
  if (hour === null || hour.value.minute !== 0 || hour.value.hour < 1 || hour.value.hour > 12) return null
  return { value: { ...hour.value, minute: 30, bare: true }, next: hour.next }
}

/** "15:30", "5.30pm", "15h30", "17:49:19", "nine forty", "five-thirty". */
function readWritten(tokens: Tokens, index: number): Read<Clock> | null {
  return readDigitsWritten(tokens, index) ?? readWordsWritten(tokens, index)
}

function readDigitsWritten(tokens: Tokens, index: number): Read<Clock> | null {
  const hour = readDigits(tokens, index)
  const sign = tokenAt(tokens, index + 1)
  const minute = readDigits(tokens, index + 2)
  const glued = sign.glued && tokenAt(tokens, index + 2).glued
  if (hour === null || minute === null || !glued || ![":", ".", "h"].includes(sign.text)) return null
  if (tokenAt(tokens, index + 2).text.length !== 2 || tokenAt(tokens, index).text.length > 2) return null
  if (hour.value > 24 || minute.value > 59) return null
  const seconds = tokenAt(tokens, index + 3).text === ":" && tokenAt(tokens, index + 4).kind === "number"
  const leading = tokenAt(tokens, index).text.startsWith("0") || hour.value > 12
  if (isInHours(tokens, index, minute.next))
    return { value: { hour: hour.value, minute: minute.value, half: "none", bare: false }, next: minute.next + 1 }
  return withHalf(tokens, seconds ? index + 5 : minute.next, {
    hour: hour.value,
    minute: minute.value,
    half: leading ? "none" : "unknown",
    bare: sign.text === "." || seconds,
  })
}

/** "by 17.00 hrs", "at 09:30h"; "it took 17.30 hours" says how long. */
function isInHours(tokens: Tokens, index: number, next: number): boolean {
  return (
    tokenAt(tokens, index).text.length === 2 &&
    /^(?:h|hrs|hours)$/.test(tokenAt(tokens, next).text) &&
    /^(?:at|by|before|until|till|from|after|@|-|to)$/.test(tokenAt(tokens, index - 1).text)
  )
}

function readWordsWritten(tokens: Tokens, index: number): Read<Clock> | null {
  const hour = readNumberWord(tokens, index)
  if (hour === null || hour.value < 1 || hour.value > 12) return null
  const hyphen = tokenAt(tokens, hour.next).text === "-" ? 1 : 0
  const zero = ["oh", "o", "zero"].includes(tokenAt(tokens, hour.next + hyphen).text) ? 1 : 0
  const minute = readNumberWord(tokens, hour.next + hyphen + zero)
  if (minute === null || minute.value > 59 || (zero === 0 && minute.value < 10) || (zero === 1 && minute.value > 9))
    return null
  return withHalf(tokens, minute.next, { hour: hour.value, minute: minute.value, half: "unknown", bare: true })
}

/** "3", "3pm", "three o'clock", "1530 hrs"; alone it is bare. */
function readHour(tokens: Tokens, index: number): Read<Clock> | null {
  const vague = vagueHour(tokenAt(tokens, index).text)
  if (vague !== null)
    return {
      value: { hour: vague, minute: 0, half: "unknown", bare: !countsNothing(tokens, index + 1) },
      next: index + 1,
    }
  const run = readRun(tokens, index)
  if (run !== null) return run
  const hour = readNumber(tokens, index)
  if (hour === null || hour.value > 24 || tokenAt(tokens, index).text.length > 6) return null
  const clock: Clock = {
    hour: hour.value,
    minute: 0,
    half: hour.value > 12 || hour.value === 0 ? "none" : "unknown",
    bare: true,
  }
  const oclock = readPhrase(OCLOCK, tokens, hour.next)
  if (oclock !== null) return withHalf(tokens, oclock.next, { ...clock, bare: false })
  return withHalf(tokens, hour.next, clock)
}

/** "5ish". */
function vagueHour(text: string): number | null {
  const hour = text.endsWith("ish") ? /^(\d{1,2})ish$/.exec(text)?.[1] : undefined
  return hour !== undefined && Number(hour) <= 12 ? Number(hour) : null
}

/** Three or four digits in a row: "at 1530", "at 130". Always bare: it is far more often a number. */
function readRun(tokens: Tokens, index: number): Read<Clock> | null {
  const { text, kind } = tokenAt(tokens, index)
  if (kind !== "number" || text.length < 3 || text.length > 4) return null
  const [hour, minute] = [Number(text.slice(0, -2)), Number(text.slice(-2))]
  if (hour > 23 || minute > 59) return null
  if (hour >= 19 && hour <= 20 && tokenAt(tokens, index - 1).text !== "at" && tokenAt(tokens, index + 1).text !== "hrs")
    return null // a year
  const half = text.startsWith("0") || hour > 12 ? "none" : "unknown"
  const read = withHalf(tokens, index + 1, { hour, minute, half, bare: true })
  const hours = tokenAt(tokens, index + 1).text
  return hours === "hrs" || hours === "hours" ? { value: { ...read.value, bare: false }, next: index + 2 } : read
}

function withHalf(tokens: Tokens, index: number, clock: Clock): Read<Clock> {
  if (clock.hour > 12 || clock.hour === 0) return { value: clock, next: index }
  const half = readPhrase(HALVES, tokens, index)
  if (half !== null && halfStands(tokens, index, half.next)) {
    return { value: { ...clock, half: half.value, bare: false }, next: half.next }
  }
  const letter = tokenAt(tokens, index)
  if (letter.glued && (letter.text === "a" || letter.text === "p")) {
    return { value: { ...clock, half: letter.text === "a" ? "am" : "pm", bare: false }, next: index + 1 }
  }
  return { value: clock, next: index }
}

/** "I'm here at 3 am I not": a lone "am" after a space counts unless a pronoun follows it. */
function halfStands(tokens: Tokens, index: number, next: number): boolean {
  return tokenAt(tokens, index).glued || !["i", "not"].includes(tokenAt(tokens, next).text)
}
